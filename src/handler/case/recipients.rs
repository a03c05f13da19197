// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who is told of a correction, an erasure or a restriction (GDPR art. 19, K7).

use super::acting::Work;
use crate::app::App;
use crate::flow::handle::Action;
use crate::parts::bits::{Weight, badge, button, heading, quietly};
use crate::parts::el::{El, el};
use crate::wire::case::{Case, Recipient};

/// The section, where anybody has to be told.
pub fn section(app: &App, case: &Case, work: &Work) -> Option<El> {
    let mut lines = el("ul").class("ss-plain-list ss-recipients");
    for recipient in &case.recipients {
        lines = lines.child(line(app, case, recipient, work));
    }
    (!case.recipients.is_empty()).then(|| {
        el("section")
            .class("ss-case-part")
            .attr("aria-labelledby", "ss-recipients")
            .child(heading(2, &app.t("case.recipients")).id("ss-recipients"))
            .child(quietly(&app.t("case.recipients.why")))
            .child(lines)
    })
}

fn line(app: &App, case: &Case, recipient: &Recipient, work: &Work) -> El {
    let party = &recipient.party;
    let (tone, key, at) = match (&recipient.told_at, &recipient.acknowledged_at) {
        (_, Some(at)) => ("yes", "case.recipient.done", Some(at)),
        (Some(at), None) => ("special", "case.recipient.told", Some(at)),
        (None, None) => ("no", "case.recipient.not-told", None),
    };
    let when = at.map(|at| app.host.moment(at)).unwrap_or_default();
    let next = match (&recipient.told_at, &recipient.acknowledged_at) {
        (None, _) => Some((Action::TellRecipient, "case.recipient.tell")),
        (Some(_), None) => Some((Action::RecipientHasDoneIt, "case.recipient.has-done")),
        _ => None,
    };
    let door = next.filter(|(action, _)| case.allows(action.event())).map(|(action, key)| {
        let (work, id) = (work.clone(), party.id.clone());
        let spoken =
            app.fill("case.recipient.spoken", &[("what", &app.t(key)), ("party", &party.in_sentence)]);
        button(Weight::Quiet, &app.t(key), move || work.choose(action, &id)).attr("aria-label", &spoken)
    });
    el("li")
        .child(el("span").class("ss-told-line").text(&party.short_name))
        .text(" ")
        .child(badge(tone, &app.t(key)))
        .maybe((!when.is_empty()).then(|| quietly(&when)))
        .maybe(door)
}
