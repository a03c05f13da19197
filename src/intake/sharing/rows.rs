// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What goes from whom to whom, one after another; and what can be chosen: no more
//! than the law behind the ground opens (H7, H8, H11, B14).

use super::new::New;
use crate::flow::outcome::MEASURES;
use crate::flow::sharing::{
    CHANNELS, DECISIONS, KINDS, MOST_ROWS, NOT_SHARED, REASONS, TIMINGS, add_row, at, drop_row, is_refusal,
    rows as numbers,
};
use crate::flow::sheet::{Asked, Sheet, id, word};
use crate::intake::sheet::{Filling, choices};
use crate::parts::bits::{Weight, badge, button};
use crate::parts::el::{El, el, inside};
use crate::parts::field::Choice;
use crate::wire::outcome::Ground;
use crate::wire::party::Party;

/// The sharings, each in a group of its own.
pub fn rows(new: &New, filling: &Filling, sheet: &Sheet, fields: &[Asked]) -> Vec<El> {
    let app = &new.app;
    let all = if is_refusal(sheet) { numbers(sheet)[..1].to_vec() } else { numbers(sheet) };
    let several = all.len() > 1;
    let group = |(index, row): (usize, &String)| {
        let start = at(row, "");
        let inside =
            fields.iter().filter(|it| it.field.starts_with(&start)).map(|it| field(new, filling, it));
        let number = (index + 1).to_string();
        let remove = several.then(|| {
            let (filling, row) = (filling.clone(), row.clone());
            let label = app.fill("sharing.row.remove", &[("n", &number)]);
            button(Weight::Quiet, &label, move || filling.change("ss-add", |sheet| drop_row(sheet, &row)))
        });
        let name = app.fill("sharing.row", &[("n", &number)]);
        let name = several.then(|| el("legend").class("ss-correction-name").text(&name));
        el("fieldset")
            .class(if several { "ss-correction ss-sharing" } else { "ss-sharing" })
            .maybe(name)
            .children(inside)
            .maybe(remove)
    };
    let mut drawn: Vec<El> = all.iter().enumerate().map(group).collect();
    if !is_refusal(sheet) && all.len() < MOST_ROWS {
        let adding = filling.clone();
        let press = move || {
            let mut next = String::new();
            adding.change("", |sheet| next = add_row(sheet));
            adding.change(&id(&at(&next, "senderId")), |_| {});
        };
        drawn.push(button(Weight::Other, &app.t("sharing.row.add"), press).id("ss-add"));
    }
    drawn
}

// Special categories say so at each of them (C1).
fn field(new: &New, filling: &Filling, asked: &Asked) -> El {
    let drawn = filling.field(asked);
    let special = new.known.data.iter().filter(|it| it.datum.special.is_some());
    for datum in special {
        let box_of = ["[value='", &datum.datum.id, "'] + span > .ss-option-name"].concat();
        if let Some(name) = inside(&drawn.0, &box_of) {
            let _ = El(name).text(" ").child(badge("special", &new.app.t("badge.special")));
        }
    }
    drawn
}

/// What can be chosen in a field.
pub fn options(new: &New, sheet: &Sheet, field: &str) -> Vec<Choice> {
    let (app, known) = (&new.app, &new.known);
    let ground = known.ground(sheet.get("/groundId")).filter(|_| !is_refusal(sheet));
    let named =
        |value: &str, label: &str, hint: String| Choice { value: value.into(), label: label.into(), hint };
    match &*word(field) {
        "decision" => choices(app, "sharing.decision", &DECISIONS),
        "subject-id" => new.clients.iter().map(|it| named(&it.id, &it.name, String::new())).collect(),
        "kind" => choices(app, "sharing.kind", &KINDS),
        "groundId" => grounds(new, sheet),
        "measure-kind" => choices(app, "outcome.measure", &MEASURES),
        "humanDignity" => choices(app, "sharing.dignity", &["yes"]),
        "consultation-anonymised" => choices(app, "sheet.anonymised", &["yes", "no"]),
        "notification-timing" => choices(app, "sharing.timing", &TIMINGS),
        "notification-reason" => choices(app, "withheld.reason", &REASONS),
        "notSharedReason" => choices(app, "sharing.not-shared", &NOT_SHARED),
        "sharings-senderId" => parties(new, |it| gives(it, ground)),
        "sharings-recipientId" => parties(new, |it| gets(it, ground)),
        "sharings-purposeId" => known
            .purposes
            .iter()
            .map(|(id, words)| named(id, &app.fill("sharing.purpose", &[("purpose", words)]), String::new()))
            .collect(),
        "sharings-dataTypeIds" => {
            let index = sheet.is("/kind", "referral-index") && !is_refusal(sheet);
            let fits = known.data.iter().filter(|it| !it.closed && (it.that_only || !index));
            let mut fits: Vec<_> = fits.collect();
            fits.sort_by_key(|it| it.datum.special.is_some());
            fits.into_iter().map(|it| named(&it.datum.id, &it.datum.name, String::new())).collect()
        }
        _ => choices(app, "sharing.channel", &CHANNELS),
    }
}

// Only those that carry the kind of decision; each says when it applies, and its law.
fn grounds(new: &New, sheet: &Sheet) -> Vec<Choice> {
    let all = is_refusal(sheet);
    let fits = new.known.grounds.iter().filter(|it| all || it.carries(sheet.get("/kind")));
    fits.map(|it| Choice { value: it.id.clone(), label: it.name.clone(), hint: it.told() }).collect()
}

fn parties(new: &New, fits: impl Fn(&Party) -> bool) -> Vec<Choice> {
    let fitting = new.known.parties.iter().filter(|it| fits(it));
    fitting
        .map(|it| Choice { value: it.id.clone(), label: it.short_name.clone(), hint: String::new() })
        .collect()
}

// What medical secrecy covers leaves by its own exceptions, and nothing else does (H11).
fn gives(party: &Party, ground: Option<&Ground>) -> bool {
    ground.is_none_or(|ground| ground.medical == (party.secrecy == "medical"))
}

// Where a ground names its recipients, it opens the way to nobody else (H7, H8).
fn gets(party: &Party, ground: Option<&Ground>) -> bool {
    ground.is_none_or(|ground| ground.recipients.is_empty() || ground.recipients.contains(&party.id))
}
