// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Sharing without consent, or deciding not to share (H1 to H12): which fields there
//! are, and what is sent.

use super::outcome::{consultation, consultation_body, measure, measure_body};
use super::sheet::{Asked, Kind, MOST_REASONS, Sheet, asked};
use crate::json::{Writer, array, quoted};

/// The two decisions: both are a professional's own (H10).
pub const DECISIONS: [&str; 2] = ["share", "not-share"];

/// The kinds of sharing without consent, as the contract has them.
pub const KINDS: [&str; 6] =
    ["danger", "veilig-thuis", "child-protection-board", "referral-index", "coercion", "early-signal"];

/// The ways it may go. To the Child Protection Board it goes through CORV alone (H8).
pub const CHANNELS: [&str; 3] = ["digital", "oral", "paper"];

/// When the person is told: before is the rule (H3).
pub const TIMINGS: [&str; 2] = ["before", "afterwards"];

/// Why afterwards (H4).
pub const REASONS: [&str; 2] = ["safety-of-others", "running-investigation"];

/// Why it was not shared (H10).
pub const NOT_SHARED: [&str; 3] = ["professional-judgement", "no-consent", "not-held"];

/// Most sharings in one decision, as the contract has it.
pub const MOST_ROWS: usize = 20;

// What is chosen first, and which sharings there are: not sent as they are.
const DECISION: &str = "/decision";
const ROWS: &str = "/sharings";
const BOARD: &str = "child-protection-board";

/// A sheet with one sharing in it.
pub fn begin() -> Sheet {
    let mut sheet = Sheet::default();
    sheet.set(ROWS, "0".into());
    sheet
}

/// The numbers of the sharings: each keeps its own when another goes.
pub fn rows(sheet: &Sheet) -> Vec<String> {
    sheet.ticked(ROWS)
}

/// Adds a sharing; gives its number.
pub fn add_row(sheet: &mut Sheet) -> String {
    let next = rows(sheet).iter().filter_map(|row| row.parse::<u32>().ok()).max().map_or(0, |last| last + 1);
    sheet.tick(ROWS, &next.to_string(), true);
    next.to_string()
}

/// Takes a sharing away, unless it is the only one.
pub fn drop_row(sheet: &mut Sheet, row: &str) {
    if rows(sheet).len() > 1 {
        sheet.tick(ROWS, row, false);
    }
}

/// The pointer of a field of a sharing.
pub fn at(row: &str, field: &str) -> String {
    [ROWS, "/", row, "/", field].concat()
}

/// Whether it was decided not to share.
pub fn is_refusal(sheet: &Sheet) -> bool {
    sheet.is(DECISION, "not-share")
}

/// The parts of the form, each with its word; `within` is how many days from today
/// somebody looks again at the latest (H4).
pub fn parts(sheet: &Sheet, within: u32) -> Vec<(&'static str, Vec<Asked>)> {
    let mut who = vec![asked(DECISION, Kind::One)];
    if sheet.get(DECISION).is_empty() {
        return vec![("who", who)];
    }
    who.push(asked("/subject/id", Kind::List));
    if is_refusal(sheet) {
        let why = vec![asked("/groundId", Kind::List), asked("/notSharedReason", Kind::One)];
        return vec![("who", who), ("what-not", row(sheet, &first(sheet))), ("why-not", why)];
    }
    who.push(asked("/kind", Kind::One));
    if sheet.get("/kind").is_empty() {
        return vec![("who", who)];
    }
    let mut why = vec![asked("/danger", Kind::Text), asked("/groundId", Kind::One)];
    if sheet.is("/kind", "coercion") {
        why.extend(measure(sheet));
    }
    why.push(asked("/rationale", Kind::Text).most(MOST_REASONS));
    why.push(asked("/humanDignity", Kind::Some).or_not());
    let what = rows(sheet).iter().flat_map(|number| row(sheet, number)).collect();
    vec![
        ("who", who),
        ("why", why),
        ("what", what),
        ("second", consultation()),
        ("told", told(sheet, within)),
    ]
}

fn first(sheet: &Sheet) -> String {
    rows(sheet).into_iter().next().unwrap_or_default()
}

fn row(sheet: &Sheet, number: &str) -> Vec<Asked> {
    let mut fields = vec![
        asked(&at(number, "senderId"), Kind::List),
        asked(&at(number, "recipientId"), Kind::List),
        asked(&at(number, "dataTypeIds"), Kind::Some),
        asked(&at(number, "purposeId"), Kind::List),
    ];
    if is_refusal(sheet) || !sheet.is("/kind", BOARD) {
        fields.push(asked(&at(number, way(sheet)), Kind::One));
    }
    fields
}

// Where nothing went, it was asked for along a way.
fn way(sheet: &Sheet) -> &'static str {
    if is_refusal(sheet) { "channel-asked" } else { "channel" }
}

fn told(sheet: &Sheet, within: u32) -> Vec<Asked> {
    let mut fields = vec![asked("/notification/timing", Kind::One)];
    match sheet.get("/notification/timing") {
        "before" => fields.push(asked("/notification/informedOn", Kind::Past)),
        "afterwards" => {
            fields.push(asked("/notification/reason", Kind::One));
            fields.push(asked("/notification/reviewDate", Kind::Ahead).most(within));
        }
        _ => {}
    }
    fields
}

/// The fields to tell later still (H4); `within` is how many days from today at most.
pub fn later(within: u32) -> Vec<Asked> {
    vec![asked("/reason", Kind::Text).most(500), asked("/reviewDate", Kind::Ahead).most(within)]
}

/// The event that a decision gets: released, or looked at again later.
pub fn event(sheet: Option<&Sheet>) -> String {
    match sheet {
        None => Writer::new().text("type", "released").end(),
        Some(sheet) => Writer::new()
            .text("type", "review-postponed")
            .text("reason", sheet.get("/reason"))
            .text("reviewDate", sheet.get("/reviewDate"))
            .end(),
    }
}

/// The pointer on the form of a pointer in what was sent.
pub fn pointer(sheet: &Sheet, sent: &str) -> String {
    let mut parts = sent.split('/').skip(1);
    match (parts.next(), parts.next()) {
        (Some("sharings"), Some(place)) => {
            let row = place.parse::<usize>().ok().and_then(|place| rows(sheet).into_iter().nth(place));
            let rest = parts.collect::<Vec<_>>().join("/");
            let field = if rest.is_empty() { "senderId" } else { &rest };
            row.map_or_else(String::new, |row| at(&row, field))
        }
        // What was not shared is one sharing by itself.
        (Some("channel"), _) => at(&first(sheet), way(sheet)),
        (Some("senderId" | "recipientId" | "dataTypeIds" | "purposeId"), _) => at(&first(sheet), &sent[1..]),
        (Some("legalBasisId"), _) => "/groundId".into(),
        _ => sent.to_owned(),
    }
}

/// The decision as it is posted; `name` is that of the person.
pub fn body(sheet: &Sheet, id: &str, name: &str) -> String {
    let out = Writer::new()
        .text("id", id)
        .json("subject", &subject(sheet, name))
        .text("kind", sheet.get("/kind"))
        .text("danger", sheet.get("/danger"))
        .text("groundId", sheet.get("/groundId"))
        .text("rationale", sheet.get("/rationale"))
        .flag("humanDignity", sheet.is("/humanDignity", "yes"))
        .json("consultation", &consultation_body(sheet))
        .json(
            "sharings",
            &array(&rows(sheet).iter().map(|row| sharing(sheet, row).end()).collect::<Vec<_>>()),
        )
        .json("notification", &notification(sheet));
    match sheet.get("/kind") {
        "coercion" => out.json("measure", &measure_body(sheet)).end(),
        _ => out.end(),
    }
}

/// That nothing was shared, as a line of what happened (H10); `basis` is that of the
/// ground, `now` an instant as the contract writes it.
pub fn refusal(sheet: &Sheet, name: &str, basis: &str, now: &str) -> String {
    sharing(sheet, &first(sheet))
        .json("subject", &subject(sheet, name))
        .text("occurredAt", now)
        .text("action", "not-shared")
        .text("legalBasisId", basis)
        .text("notSharedReason", sheet.get("/notSharedReason"))
        .end()
}

fn subject(sheet: &Sheet, name: &str) -> String {
    Writer::new().text("id", sheet.get("/subject/id")).text("displayName", name).end()
}

fn sharing(sheet: &Sheet, row: &str) -> Writer {
    let get = |field: &str| sheet.get(&at(row, field));
    let data: Vec<String> = sheet.ticked(&at(row, "dataTypeIds")).iter().map(|id| quoted(id)).collect();
    let to_board = sheet.is("/kind", BOARD) && !is_refusal(sheet);
    Writer::new()
        .text("senderId", get("senderId"))
        .text("recipientId", get("recipientId"))
        .json("dataTypeIds", &array(&data))
        .text("purposeId", get("purposeId"))
        .text("channel", if to_board { "corv" } else { get(way(sheet)) })
}

fn notification(sheet: &Sheet) -> String {
    let timing = sheet.get("/notification/timing");
    let only = |when: &str, field: &str| sheet.some(field).filter(|_| timing == when);
    Writer::new()
        .text("timing", timing)
        .optional("informedOn", only("before", "/notification/informedOn"))
        .optional("reason", only("afterwards", "/notification/reason"))
        .optional("reviewDate", only("afterwards", "/notification/reviewDate"))
        .end()
}

#[cfg(test)]
#[path = "sharing_tests.rs"]
mod tests;
