// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One question at the door. Every answer leads on at once, and every question
//! has a way back.

use super::{Door, to_filings};
use crate::app::App;
use crate::flow::door::{Next, Question};
use crate::flow::place::{CitizenPlace, DoorStep, Wanted};
use crate::parts::bits::{Weight, button, lead, title};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, el};

/// The screen.
pub fn screen(door: &Door, question: Question) -> El {
    let app = &door.0.app;
    let more = app.texts.code("door.ask-more", question.word());
    let answers = question.answers().map(|answer| row(door, question, answer));
    let line = door.0.line.as_ref().map(|line| line.block(app));
    el("div")
        .class("ss-narrow")
        .child(back(door, question))
        .child(title(&app.texts.code("door.ask", question.word())))
        .maybe((!more.is_empty()).then(|| lead(&more)))
        .maybe(line)
        .child(el("ul").class("ss-ways").children(answers))
        .child(contact_block(app, &app.configuration.controller.contact))
}

fn back(door: &Door, question: Question) -> El {
    let Some(before) = question.before() else { return to_filings(&door.0.app) };
    back_button(&door.0.app, door, None, step_of(before))
}

/// The way back to a step of the door.
pub fn back_button(app: &App, door: &Door, wanted: Option<Wanted>, step: DoorStep) -> El {
    let door = door.clone();
    button(Weight::Quiet, &app.t("action.back"), move || door.to(wanted, step))
        .class("nl-link ss-quiet ss-back")
}

fn step_of(question: Question) -> DoorStep {
    match question {
        Question::Want => DoorStep::Begin,
        question => DoorStep::Asked(question),
    }
}

fn row(door: &Door, question: Question, answer: &'static str) -> El {
    let app = &door.0.app;
    let code = [question.word(), "-", answer].concat();
    let hint = app.texts.code("door.answer-hint", &code);
    let go = door.clone();
    let way = button(Weight::Quiet, "", move || go.answered(question, answer))
        .class("ss-way")
        .child(el("span").class("ss-way-name").text(&app.texts.code("door.answer", &code)))
        .maybe((!hint.is_empty()).then(|| el("span").class("ss-way-hint").text(&hint)));
    el("li").child(way)
}

impl Door {
    fn answered(&self, question: Question, answer: &str) {
        match question.next(answer, self.known()) {
            Some(Next::Ask(next)) => self.to(None, step_of(next)),
            Some(Next::Track(wanted)) => self.to(Some(wanted), DoorStep::Begin),
            Some(Next::Complaint(matter)) => {
                self.note_matter(matter);
                self.to(Some(Wanted::Complaint), DoorStep::Begin);
            }
            Some(Next::Consents) => self.0.app.go(self.consents()),
            None => {}
        }
    }

    // The consent itself, when it is known which.
    fn consents(&self) -> CitizenPlace {
        let record = self.0.line.as_ref().and_then(|line| line.consent.clone());
        record.map_or(CitizenPlace::Consents, CitizenPlace::Record)
    }
}
