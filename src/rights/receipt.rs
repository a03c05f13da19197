// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The proof that something was filed, and the copy of what was sent (Awb 6:14,
//! L12): to read, to print and to save.

use crate::app::App;
use crate::client::spawn;
use crate::flow::place::{CitizenPlace, RightsPlace};
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, facts, heading, lead, paragraph, quietly, title, words};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, State, el};
use crate::rights::door::to_filings;
use crate::wire::case::Content;
use crate::wire::filing::Filing;
use wasm_bindgen_futures::JsFuture;

/// The proof. `is_new` says that it was sent just now.
pub fn page(app: &App, filing: &Filing, is_new: bool) -> El {
    let case = &filing.case;
    let (key, known) = (if is_new { "filing.done" } else { "filing.receipt" }, app.person().is_some());
    let received = app.fill("filing.received", &[("moment", &app.host.moment(&case.received_at))]);
    el("div")
        .class("ss-narrow ss-receipt")
        .maybe((known && !is_new).then(|| to_filings(app)))
        .child(title(&app.t(key)))
        .child(lead(&received))
        .child(numbers(app, filing))
        .child(take_home(app, filing, known))
        .maybe(committee(app, filing))
        .child(heading(2, &app.t("filing.next")))
        .child(paragraph(&next(app, filing, known)))
        .child(copy(app, filing))
        .maybe((known && is_new).then(|| onward(app, filing)))
        .child(contact_block(app, &filing.contact))
}

/// The day by which there is an answer, or why no day counts now; with its name.
pub fn answer_before(app: &App, filing: &Filing) -> (String, String) {
    let deadline = &filing.case.deadline;
    let key = if deadline.answer_before.is_some() { "filing.answer-before" } else { "filing.answer" };
    let words = match &deadline.answer_before {
        Some(day) => app.host.day(day),
        None if deadline.standing == "suspended" => app.t("filing.clock.suspended"),
        None if deadline.standing == "closed" => app.t("filing.clock.closed"),
        None => app.t("filing.clock.unknown"),
    };
    (app.t(key), words)
}

fn numbers(app: &App, filing: &Filing) -> El {
    let case = &filing.case;
    let who = app.fill(&["door.who.", &*case.track].concat(), &[("controller", &filing.controller.name)]);
    let (when, answer) = answer_before(app, filing);
    let mut known = vec![
        (app.t("filing.reference"), el("strong").class("ss-reference").text(&case.reference)),
        (app.t("filing.what"), words(&app.texts.code("filing.kind", &case.kind))),
        (app.t("filing.received-on"), words(&app.host.day(&case.received_on))),
        (when, words(&answer)),
        (app.t("door.who"), words(&who)),
    ];
    if let Some(subject) = case.subject.as_ref().filter(|subject| !app.is_me(subject)) {
        known.push((app.t("filing.about-whom"), words(&subject.name)));
    }
    el("div").class("ss-card ss-proof-card").child(facts(known))
}

// Who is not signed in sees the proof this once.
fn take_home(app: &App, filing: &Filing, known: bool) -> El {
    let host = app.host.clone();
    let print =
        button(if known { Weight::Other } else { Weight::Main }, &app.t("receipt.print"), move || {
            host.print()
        });
    let actions = el("div").class("ss-actions ss-take-home").child(print);
    if !known {
        return el("div").child(actions).child(paragraph(&app.t("filing.write-down")));
    }
    let path = ["filings/", &*filing.case.id, "/receipt"].concat();
    let name = [&*app.t("receipt.file"), "-", &*filing.case.reference, ".pdf"].concat();
    el("div").child(save(app, actions, &app.t("receipt.pdf"), path, name))
}

/// Adds the button that saves a document as a PDF, and what is said when it fails.
pub fn save(app: &App, actions: El, label: &str, path: String, name: String) -> El {
    let failed: State<bool> = State::new(false);
    let (saver, wrong, words) = (app.clone(), failed.clone(), app.clone());
    let press = button(Weight::Quiet, label, move || {
        let (app, failed) = (saver.clone(), failed.clone());
        failed.set(false);
        let saving = app.host.save(&path, "application/pdf", &name);
        spawn(async move {
            let saved = JsFuture::from(saving).await.is_ok();
            failed.set(!saved);
            if saved {
                app.say(app.t("receipt.saved"));
            }
        });
    });
    actions.child(press).child(el("p").class("ss-wrong").attr("role", "alert").live_text(move || {
        match wrong.get() {
            true => words.t("receipt.not-saved"),
            false => String::new(),
        }
    }))
}

// A friendly next step, and that a no blocks nothing (J2).
fn committee(app: &App, filing: &Filing) -> Option<El> {
    let request = filing.committee_request.clone().filter(|_| filing.committee_asks())?;
    let to = app.clone();
    let look = button(Weight::Main, &app.t("filing.committee.choose"), move || {
        to.go(CitizenPlace::request(&request))
    });
    Some(alert(
        "info",
        vec![
            heading(2, &app.t("filing.committee.title")),
            paragraph(&app.t("filing.committee.text")),
            paragraph(&app.t("filing.committee.no")),
            look,
        ],
    ))
}

fn next(app: &App, filing: &Filing, known: bool) -> String {
    if filing.awaits_grounds() {
        app.t("filing.next.grounds")
    } else if known {
        app.t("filing.next.known")
    } else {
        app.t("filing.next.unknown")
    }
}

fn onward(app: &App, filing: &Filing) -> El {
    let (one, all, id) = (app.clone(), app.clone(), filing.case.id.clone());
    el("div")
        .class("ss-actions")
        .child(button(Weight::Main, &app.t("filing.follow"), move || one.go(RightsPlace::Filing(id.clone()))))
        .child(button(Weight::Other, &app.t("filing.to-all"), move || all.go(RightsPlace::Filings)))
}

/// The copy of what was sent, word for word.
pub fn copy(app: &App, filing: &Filing) -> El {
    let content = &filing.case.content;
    let mut rows = Vec::new();
    for (wrong, right) in &content.corrections {
        rows.push((app.t("filing.correction"), correction(app, wrong, right)));
    }
    for (word, text) in &content.lines {
        rows.push((app.texts.code("filing.ask", word), own_words(text)));
    }
    let mut line = |key: &str, text: String| {
        if !text.is_empty() {
            rows.push((app.t(key), own_words(&text)));
        }
    };
    let day = |iso: &Option<String>| iso.as_deref().map(|iso| app.host.day(iso)).unwrap_or_default();
    line("filing.ask.decision", content.decision.clone());
    line("filing.ask.notified-on", day(&content.notified_on));
    line("filing.ask.matter", app.texts.code("filing.matter", &content.matter));
    line("filing.ask.occurred-on", day(&content.occurred_on));
    line("filing.words", content.explanation.clone());
    line("filing.attached", attached(content));
    if rows.is_empty() {
        return el("section")
            .child(heading(2, &app.t("filing.copy")))
            .child(quietly(&app.t("filing.copy.nothing")));
    }
    el("section").class("ss-copy").child(heading(2, &app.t("filing.copy"))).child(facts(rows))
}

fn attached(content: &Content) -> String {
    content.attachments.iter().map(|it| it.title.clone()).collect::<Vec<_>>().join("\n")
}

fn own_words(text: &str) -> El {
    el("span").class("ss-own-words").text(text)
}

/// What it says now, and what it should say.
pub fn correction(app: &App, wrong: &str, right: &str) -> El {
    let side = |key: &str, text: &str| {
        el("div").child(el("span").class("ss-side-name").text(&app.t(key))).child(own_words(text))
    };
    el("div")
        .class("ss-sides ss-sides--told")
        .child(side("filing.cell.wrong", wrong))
        .child(side("filing.cell.right", right))
}
