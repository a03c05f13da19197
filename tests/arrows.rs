// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Arrows in the widget point one way: pure journeys know no screen, parts know
//! no screens, screens know no network and no storage.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

use std::fs;
use std::path::{Path, PathBuf};

const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "reactive_graph"];
const OURS: &[&str] = &[
    "crate::app",
    "crate::parts",
    "crate::frame",
    "crate::citizen",
    "crate::rights",
    "crate::handler",
    "crate::intake",
    "crate::client",
    "crate::draft",
    "crate::host",
];

/// The rooms of screens: each is in one artefact.
const ROOMS: [&str; 4] = ["citizen", "rights", "handler", "intake"];

fn files(place: &str) -> Vec<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(place);
    if path.is_file() {
        return vec![path];
    }
    let entries = fs::read_dir(&path).unwrap_or_else(|error| panic!("{place}: {error}"));
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.unwrap().path();
        match entry.is_dir() {
            true => found.extend(files(entry.to_str().unwrap())),
            false => found.push(entry),
        }
    }
    found
}

fn assert_knows_nothing_of(place: &str, forbidden: &[&str], but: &[&str]) {
    let checked = files(place).into_iter().filter(|file| !but.iter().any(|name| file.ends_with(name)));
    let mut count = 0;
    for file in checked {
        let code = fs::read_to_string(&file).unwrap();
        for name in forbidden {
            assert!(!code.contains(name), "{} knows {name}", file.display());
        }
        count += 1;
    }
    assert!(count > 0, "there is nothing in {place}");
}

#[test]
fn journeys_texts_and_settings_know_no_screen_and_no_browser() {
    for place in ["flow.rs", "flow", "text.rs", "config.rs", "wire.rs", "wire"] {
        assert_knows_nothing_of(place, BROWSER, &[]);
        assert_knows_nothing_of(place, OURS, &[]);
    }
}

#[test]
fn parts_know_no_screens_and_no_network() {
    let forbidden = ["crate::frame", "crate::client", "crate::outbox", "crate::draft"];
    assert_knows_nothing_of("parts", &forbidden, &[]);
    for room in ROOMS {
        assert_knows_nothing_of("parts", &[&format!("crate::{room}")], &[]);
    }
}

#[test]
fn what_the_artefacts_share_knows_none_of_their_screens() {
    for shared in ["app.rs", "frame.rs", "frame"] {
        for room in ROOMS {
            assert_knows_nothing_of(shared, &[&format!("crate::{room}")], &[]);
        }
    }
}

#[test]
fn no_room_knows_the_screens_of_another() {
    for room in ROOMS {
        for other in ROOMS.into_iter().filter(|other| *other != room) {
            assert_knows_nothing_of(room, &[&format!("crate::{other}")], &[]);
            assert_knows_nothing_of(&format!("{room}.rs"), &[&format!("crate::{other}")], &[]);
        }
    }
}

#[test]
fn screens_know_no_network_and_no_storage() {
    // The shell is no screen: it opens the widget and clears what was kept.
    let doors = ["crate::outbox", "crate::draft", "web_sys::window", "Client::new", "session_storage"];
    for room in ROOMS {
        assert_knows_nothing_of(room, &doors, &[]);
        assert_knows_nothing_of(&format!("{room}.rs"), &doors, &[]);
    }
    assert_knows_nothing_of("citizen", &["web_sys"], &[]);
    assert_knows_nothing_of("frame", &doors, &["shell.rs"]);
}

#[test]
fn one_door_to_the_network_and_one_to_storage() {
    for file in files("") {
        let code = fs::read_to_string(&file).unwrap();
        let is = |name: &str| file.ends_with(name);
        if file.extension().is_some_and(|extension| extension == "rs") {
            assert!(is("client.rs") || is("host.rs") || !code.contains("host.send("), "{}", file.display());
            assert!(is("draft.rs") || !code.contains("session_storage"), "{}", file.display());
        }
    }
}
