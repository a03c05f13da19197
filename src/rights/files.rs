// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Documents that go along: each is uploaded as soon as it is chosen, and named
//! when the form is sent. What is refused says why, at the field.

use crate::app::App;
use crate::client::{Failure, spawn};
use crate::flow::form::{Attached, Spot};
use crate::parts::el::{Alive, El, State, el};
use crate::parts::file::{FileLine, Stand, file_field, refuses};
use crate::rights::rows::focus_first;
use crate::rights::sending::Sender;
use crate::wire::problem::ProblemType;
use samenspraak_contract::attachment::MAX_ATTACHMENTS;
use std::rc::Rc;
use web_sys::File;

/// Most characters of a title, as the contract has it.
const MOST_TITLE: usize = 120;

#[derive(Clone)]
struct Files {
    app: App,
    sender: Sender,
    lines: State<Vec<FileLine>>,
    alive: Alive,
}

/// The field. Only for who is signed in: a document belongs to somebody.
pub fn files(app: &App, sender: &Sender) -> Option<El> {
    app.person()?;
    let here = sender.typed().attached.into_iter();
    let lines = here.map(|it| FileLine { id: it.id, name: it.title, size: it.size, stand: Stand::Here });
    let files = Files {
        app: app.clone(),
        sender: sender.clone(),
        lines: State::new(lines.collect()),
        alive: Alive::here(),
    };
    let (chosen, gone, wrong) = (files.clone(), files.clone(), sender.clone());
    Some(file_field(
        app,
        "filing.file.",
        &Spot::Attachments.id(),
        files.lines.clone(),
        Rc::new(move || wrong.wrong_at(Spot::Attachments)),
        Rc::new(move |file| chosen.choose(file)),
        Rc::new(move |id| gone.remove(&id)),
    ))
}

/// Whether a document is still on its way.
pub fn any_coming(root: &web_sys::Element) -> bool {
    crate::parts::el::inside(root, "progress").is_some()
}

impl Files {
    fn choose(&self, file: File) {
        let key = self.app.host.uuid();
        let stand = match self.refuses(&file) {
            Some(why) => Stand::Refused(why),
            None => Stand::Coming,
        };
        let comes = stand == Stand::Coming;
        let name = file.name();
        let size = file.size() as u32;
        self.lines.update(|lines| lines.push(FileLine { id: key.clone(), name, size, stand }));
        if comes {
            self.clone().upload(key, file);
        }
    }

    fn refuses(&self, file: &File) -> Option<String> {
        let many = self
            .lines
            .peek_with(|lines| lines.iter().filter(|line| !matches!(line.stand, Stand::Refused(_))).count());
        if many >= MAX_ATTACHMENTS {
            return Some(self.app.t("filing.file.many"));
        }
        refuses(file).map(|why| self.app.t(&["filing.file.", why].concat()))
    }

    fn upload(self, key: String, file: File) {
        spawn(async move {
            let result = self.app.client.upload("attachments", &key, &file).await;
            if !self.alive.is_so() {
                return;
            }
            // Removed while it was on its way.
            if !self.lines.peek_with(|lines| lines.iter().any(|line| line.id == key)) {
                return;
            }
            match result {
                Ok(reply) => self.arrived(&key, reply.body.text("id"), &file),
                Err(failure) => self.refused(&key, failure),
            }
        });
    }

    fn arrived(&self, key: &str, id: String, file: &File) {
        let title: String = file.name().chars().take(MOST_TITLE).collect();
        let attached = Attached { id: id.clone(), title, size: file.size() as u32 };
        self.sender.change(|typed| typed.attached.push(attached));
        self.put(key, |line| {
            line.id = id;
            line.stand = Stand::Here;
        });
        self.app.say(self.app.fill("filing.file.here", &[("name", &file.name())]));
    }

    fn refused(&self, key: &str, failure: Failure) {
        let why = self.app.t(match failure.problem() {
            ProblemType::PayloadTooLarge => "filing.file.large",
            ProblemType::UnsupportedMediaType => "filing.file.lies",
            ProblemType::NotSignedIn => "filing.file.signed-out",
            _ => "filing.file.failed",
        });
        self.app.say(why.clone());
        self.put(key, |line| line.stand = Stand::Refused(why));
    }

    fn put(&self, key: &str, change: impl FnOnce(&mut FileLine)) {
        self.lines.update(|lines| {
            if let Some(line) = lines.iter_mut().find(|line| line.id == key) {
                change(line);
            }
        });
    }

    fn remove(&self, id: &str) {
        self.lines.update(|lines| lines.retain(|line| line.id != id));
        self.sender.change(|typed| typed.attached.retain(|it| it.id != id));
        focus_first(&self.app.host.root(), &[Spot::Attachments.id()]);
        self.app.say(self.app.t("filing.file.removed"));
    }
}

/// What is shown of a document that goes along, in a list.
pub fn titles(attached: &[Attached]) -> El {
    let lines = attached.iter().map(|it| el("li").text(&it.title));
    el("ul").class("ss-plain-list").children(lines)
}
