// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! How it stands in one sentence, and by when there is an answer.

use super::{Opened, STATUS};
use crate::parts::alert::alert;
use crate::parts::bits::{facts, heading, paragraph, quietly, words};
use crate::parts::el::{El, el};
use crate::parts::party::laws;
use crate::rights::receipt::answer_before;

/// The section.
pub fn section(it: &Opened) -> El {
    let (app, case) = (&it.app, &it.filing.case);
    let news = it
        .news
        .take()
        .map(|(key, good)| alert(if good { "ok" } else { "warning" }, vec![paragraph(&app.t(key))]));
    let open = matches!(&*case.status, "received" | "in-progress" | "awaiting-information");
    let key = if case.outcome.is_empty() {
        ["filing.status.", &case.status].concat()
    } else {
        ["filing.outcome.", &case.outcome].concat()
    };
    let sentence = app.texts.code("filing.stand", &case.status);
    let missed = (case.deadline.standing == "missed").then(|| paragraph(&app.t("filing.missed")));
    let extended = it.filing.reason("extended").filter(|_| case.deadline.extended && open);
    let extended = extended.map(|reason| {
        el("div").child(quietly(&app.t("filing.extended"))).child(el("p").class("ss-own-words").text(reason))
    });
    let tone = if open { "" } else { " ss-state--closed" };
    el("section")
        .class(&["ss-state", tone].concat())
        .attr("aria-labelledby", STATUS)
        .maybe(news)
        .child(heading(2, &app.t(&key)).id(STATUS).attr("tabindex", "-1"))
        .child(paragraph(&sentence))
        .maybe(missed)
        .child(facts(known(it, open)))
        .maybe(extended)
        .maybe(case.deadline.law.clone().filter(|_| open).map(|law| laws(app, &[law])))
}

fn known(it: &Opened, open: bool) -> Vec<(String, El)> {
    let (app, case) = (&it.app, &it.filing.case);
    let mut known = Vec::new();
    if open {
        let (when, answer) = answer_before(app, &it.filing);
        known.push((when, el("strong").text(&answer)));
    }
    known.push((app.t("filing.received-on"), words(&app.host.day(&case.received_on))));
    known.push((app.t("filing.reference"), words(&case.reference)));
    if let Some(subject) = case.subject.as_ref().filter(|subject| !app.is_me(subject)) {
        known.push((app.t("filing.about-whom"), words(&subject.name)));
    }
    known
}
