// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The decision with its reasons and what comes next (K8), who is told of it (K7),
//! and what the committee may see (J2).

use crate::app::App;
use crate::flow::place::CitizenPlace;
use crate::parts::bits::{Weight, badge, button, heading, paragraph, quietly};
use crate::parts::el::{El, el};
use crate::wire::case::Recipient;
use crate::wire::filing::Filing;

/// The decision.
pub fn decision(app: &App, filing: &Filing) -> Option<El> {
    let case = &filing.case;
    if case.outcome.is_empty() {
        return None;
    }
    let reasons = filing.reason("decided").unwrap_or_default();
    let next = (!case.remedies.is_empty())
        .then(|| el("div").child(heading(3, &app.t("filing.remedies"))).child(paragraph(&case.remedies)));
    Some(
        el("section")
            .class("ss-card ss-answered")
            .child(heading(2, &app.t("filing.decision")))
            .child(el("p").class("ss-own-words").text(reasons))
            .maybe(next),
    )
}

/// Who is told, and who has done it.
pub fn recipients(app: &App, filing: &Filing) -> Option<El> {
    let told: Vec<&Recipient> = filing.case.recipients.iter().collect();
    // Before a decision nobody is told anything.
    if told.is_empty() || filing.case.outcome.is_empty() || filing.case.outcome == "refused" {
        return None;
    }
    let lines = told.into_iter().map(|it| {
        let (tone, key, at) = match (&it.acknowledged_at, &it.told_at) {
            (Some(at), _) => ("yes", "filing.recipient.done", Some(at)),
            (None, Some(at)) => ("plain", "filing.recipient.told", Some(at)),
            (None, None) => ("plain", "filing.recipient.not-yet", None),
        };
        let when = at.map(|at| quietly(&app.host.moment(at)));
        el("li")
            .class("ss-recipient")
            .child(el("span").class("ss-datum-name").text(&it.party.legal_name))
            .child(badge(tone, &app.t(key)))
            .maybe(when)
    });
    Some(
        el("section")
            .class("ss-group")
            .child(heading(2, &app.t("filing.recipients")))
            .child(paragraph(&app.t("filing.recipients.text")))
            .child(el("ul").class("ss-plain-list ss-told").children(lines)),
    )
}

/// What the committee may see, and the way to change that.
pub fn committee(app: &App, filing: &Filing) -> Option<El> {
    let (party, documents) = filing.case.committee.as_ref()?;
    let lines = documents.iter().map(|(name, status)| {
        let tone = match &**status {
            "given" => "yes",
            "requested" | "deferred" => "special",
            _ => "plain",
        };
        let key = ["filing.document.", &**status].concat();
        let known = app.texts.find(&key).unwrap_or_else(|| app.t("filing.document.ended"));
        el("li")
            .class("ss-recipient")
            .child(el("span").class("ss-datum-name").text(name))
            .child(badge(tone, &known))
    });
    let (to, request) = (app.clone(), filing.committee_request.clone().unwrap_or_default());
    let (weight, key) = match filing.committee_asks() {
        true => (Weight::Main, "filing.committee.choose"),
        false => (Weight::Other, "filing.committee.change"),
    };
    let look = button(weight, &app.t(key), move || to.go(CitizenPlace::request(&request)));
    Some(
        el("section")
            .class("ss-group")
            .child(heading(2, &app.fill("filing.committee.of", &[("committee", &party.in_sentence)])))
            .child(paragraph(&app.t("filing.committee.no")))
            .child(el("ul").class("ss-plain-list ss-told").children(lines))
            .child(el("div").class("ss-actions").child(look)),
    )
}
