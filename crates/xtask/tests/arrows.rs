// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The arrows of the architecture: which crate may know which, and which room of the widget may
//! know what. A crate cannot use what its manifest does not name, so manifests are enough there.

mod checkout;

use std::fs;
use std::path::{Path, PathBuf};

use checkout::{Manifest, manifest, manifests, read, root};

/// Every crate of the workspace and the crates that it may know. An arrow may skip a step: who may
/// know `rules` may know the `contract` that `rules` speaks in.
const CRATES: &[(&str, &[&str])] = &[
    ("samenspraak", &["contract", "rules", "ledger"]),
    ("samenspraak-contract", &[]),
    ("samenspraak-ledger", &[]),
    ("samenspraak-rules", &["contract"]),
    ("samenspraak-server", &["contract", "rules", "ledger", "storage", "storage-sqlite", "storage-postgres"]),
    ("samenspraak-storage", &["contract", "rules"]),
    ("samenspraak-storage-postgres", &["contract", "rules", "storage"]),
    ("samenspraak-storage-sqlite", &["contract", "rules", "storage"]),
    // A backend in the browser: the rules, and no store.
    ("samenspraak-visit", &["contract", "rules"]),
    ("samenspraak-xtask", &[]),
];

/// What the code in some rooms of the widget does not say.
struct Silence {
    rooms: Rooms,
    words: &'static [&'static str],
    because: &'static str,
}

/// A room is a file or a folder directly in `src/`.
enum Rooms {
    Of(&'static [&'static str]),
    AllBut(&'static [&'static str]),
}

const SCREENS: &[&str] = &["citizen", "intake", "handler"];
const NETWORK: &[&str] = &["gloo_net", "fetch_with_str", "fetch_with_request", "XmlHttpRequest", "WebSocket"];
const STORAGE: &[&str] = &["gloo_storage", "local_storage", "session_storage", "indexed_db", "IdbFactory"];

const SILENCES: &[Silence] = &[
    Silence {
        rooms: Rooms::Of(&["flow", "text", "config"]),
        words: &["leptos", "crate::parts", "crate::citizen", "crate::intake", "crate::handler"],
        because: "the journeys, the texts and the settings are tested without a screen",
    },
    Silence {
        rooms: Rooms::Of(&["parts"]),
        words: &["crate::citizen", "crate::intake", "crate::handler"],
        because: "a part serves every screen, and knows none",
    },
    Silence {
        rooms: Rooms::AllBut(&["client"]),
        words: NETWORK,
        because: "client is the only door to the network",
    },
    Silence {
        rooms: Rooms::AllBut(&["draft", "outbox"]),
        words: STORAGE,
        because: "draft and outbox are the only doors to what a browser keeps",
    },
];

#[test]
fn crates_know_only_what_the_arrows_allow() {
    let wrong: Vec<_> = manifests().iter().flat_map(forbidden_dependencies).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn rooms_of_the_widget_keep_their_silence() {
    let files = widget_files();
    let mut wrong = Vec::new();
    for silence in SILENCES {
        for (room, file) in files.iter().filter(|(room, _)| silence.rooms.hold(room)) {
            let said = said(&read(file), silence.words);
            wrong.extend(said.iter().map(|word| format!("src/…{room}… says {word}: {}", silence.because)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_silence_guards_something() {
    let files = widget_files();
    let guarded = |silence: &Silence| files.iter().any(|(room, _)| silence.rooms.hold(room));
    assert!(SILENCES.iter().all(guarded), "a rule speaks of rooms that are not there");
    assert!(files.iter().any(|(room, _)| SCREENS.contains(&room.as_str())), "there are no screens");
}

#[test]
fn a_wrong_arrow_is_found() {
    let text = "[package]\nname = 'samenspraak-rules'\n\
                [target.'cfg(unix)'.dev-dependencies]\nsamenspraak-server = '1'\nserde = '1'";
    assert_eq!(
        forbidden_dependencies(&manifest(text)),
        ["samenspraak-rules may not know samenspraak-server"]
    );
}

#[test]
fn a_crate_without_arrows_is_found() {
    let wrong = forbidden_dependencies(&manifest("[package]\nname = 'samenspraak-new'"));
    assert_eq!(wrong, ["samenspraak-new has no arrows in this test"]);
}

#[test]
fn a_broken_silence_is_found_but_a_comment_is_none() {
    assert_eq!(said("use leptos::prelude::*; // leptos", &["leptos"]), ["leptos"]);
    assert!(said("/// unlike leptos\nlet leptosaurus = 1;", &["leptos"]).is_empty());
    assert_eq!(said("use crate::{citizen, text};", &["crate::citizen"]), ["crate::citizen"]);
}

impl Rooms {
    fn hold(&self, room: &str) -> bool {
        match self {
            Self::Of(rooms) => rooms.contains(&room),
            Self::AllBut(rooms) => !rooms.contains(&room),
        }
    }
}

fn forbidden_dependencies(manifest: &Manifest) -> Vec<String> {
    let Manifest { package, dependencies } = manifest;
    let Some((_, allowed)) = CRATES.iter().find(|(name, _)| name == package) else {
        return vec![format!("{package} has no arrows in this test")];
    };
    // A crate names itself to switch a feature on for its own tests.
    let ours = dependencies.iter().filter(|name| name.starts_with("samenspraak") && *name != package);
    ours.filter(|name| !allowed.iter().any(|short| **name == format!("samenspraak-{short}")))
        .map(|name| format!("{package} may not know {name}"))
        .collect()
}

/// The widget's Rust files, each with the room it is in.
fn widget_files() -> Vec<(String, PathBuf)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join("src")).expect("the widget's folder") {
        let path = entry.expect("an entry of the widget's folder").path();
        let room = path.file_stem().expect("a name").to_string_lossy().into_owned();
        rust_files(&path, &mut |file| files.push((room.clone(), file)));
    }
    files
}

fn rust_files(path: &Path, found: &mut impl FnMut(PathBuf)) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder of the widget") {
            rust_files(&entry.expect("an entry of a folder").path(), found);
        }
    } else if path.extension().is_some_and(|extension| extension == "rs") {
        found(path.to_owned());
    }
}

/// Which of the words the code says, comments aside. `crate::x` is also said by `crate::{x, y}`.
fn said<'a>(source: &str, words: &[&'a str]) -> Vec<&'a str> {
    let code: String =
        source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    let tokens: Vec<&str> =
        code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|token| !token.is_empty()).collect();
    let groups: Vec<&str> =
        code.split("crate::{").skip(1).filter_map(|rest| rest.split(';').next()).collect();
    let says = |word: &str| match word.strip_prefix("crate::") {
        None => tokens.contains(&word),
        Some(room) => {
            tokens.windows(2).any(|pair| pair == ["crate", room])
                || groups
                    .iter()
                    .any(|group| group.split([',', '{', '}', ':']).any(|part| part.trim() == room))
        }
    };
    words.iter().copied().filter(|word| says(word)).collect()
}
