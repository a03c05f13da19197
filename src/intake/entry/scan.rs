// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The scan of a signed paper. It is uploaded as soon as it is chosen; without a
//! network that cannot be, and the screen says so.

use super::Entry;
use crate::client::{Failure, spawn};
use crate::flow::entry::SCAN;
use crate::flow::sheet::id;
use crate::parts::el::{Alive, El, inside};
use crate::parts::file::{FileLine, Stand, file_field, refuses};
use crate::wire::problem::ProblemType;
use std::rc::Rc;
use web_sys::File;

/// The field.
pub fn field(entry: &Entry) -> El {
    let (wrong, choosing, removing) = (entry.0.filling.clone(), entry.clone(), entry.clone());
    let alive = Alive::here();
    let field = file_field(
        &entry.0.app,
        "entry.file.",
        &id(SCAN),
        entry.0.scans.clone(),
        Rc::new(move || wrong.wrong_at(SCAN)),
        Rc::new(move |file| choose(&choosing, file, alive.clone())),
        Rc::new(move |_| remove(&removing)),
    );
    // One scan: another takes its place.
    if let Some(input) = inside(&field.0, "input") {
        let _ = input.remove_attribute("multiple");
    }
    field
}

fn choose(entry: &Entry, file: File, alive: Alive) {
    let (app, key) = (entry.0.app.clone(), entry.0.app.host.uuid());
    let refused = refuses(&file).map(|why| Stand::Refused(app.t(&["entry.file.", why].concat())));
    let comes = refused.is_none();
    let line = FileLine {
        id: key.clone(),
        name: file.name(),
        size: file.size() as u32,
        stand: refused.unwrap_or(Stand::Coming),
    };
    entry.0.filling.set(SCAN, "");
    entry.0.scans.set(vec![line]);
    if !comes {
        return;
    }
    let (entry, whose) = (entry.clone(), entry.0.request.subject.id.clone());
    spawn(async move {
        let result = app.client.upload_of("attachments", &key, &file, &whose).await;
        // Another one was chosen, or this one taken away, while it was on its way.
        let is_here = entry.0.scans.peek_with(|lines| lines.iter().any(|line| line.id == key));
        if !alive.is_so() || !is_here {
            return;
        }
        let (stand, said) = match result {
            Ok(reply) => {
                entry.0.filling.set(SCAN, &reply.body.text("id"));
                entry.0.filling.mend(SCAN);
                (Stand::Here, app.fill("entry.file.here", &[("name", &file.name())]))
            }
            Err(failure) => {
                let why = app.t(&["entry.file.", why_not(failure)].concat());
                (Stand::Refused(why.clone()), why)
            }
        };
        app.say(said);
        entry.0.scans.update(|lines| lines[0].stand = stand);
    });
}

fn why_not(failure: Failure) -> &'static str {
    match failure.problem() {
        ProblemType::PayloadTooLarge => "large",
        ProblemType::UnsupportedMediaType => "kind",
        ProblemType::NotSignedIn => "signed-out",
        ProblemType::Unavailable => "offline",
        _ => "failed",
    }
}

fn remove(entry: &Entry) {
    entry.0.scans.set(Vec::new());
    entry.0.filling.change(&id(SCAN), |sheet| sheet.set(SCAN, String::new()));
    entry.0.app.say(entry.0.app.t("entry.file.removed"));
}
