// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What follows when the answer is no (G1 to G5): which fields there are, and what
//! is sent.

use super::sheet::{Asked, Kind, MOST_NAME, MOST_REASONS, Sheet, asked, id_of_name};
use crate::json::{Writer, array, quoted};

/// The three outcomes, in the order in which they are offered: what can go on first.
pub const OUTCOMES: [&str; 3] = ["limited", "stopped", "involuntary"];

/// Pressure or force (H12).
pub const MEASURES: [&str; 2] = ["pressure", "force"];

/// The parts of the form, each with its word.
pub fn parts(sheet: &Sheet, items: usize) -> Vec<(&'static str, Vec<Asked>)> {
    let text = |field: &str, needed: bool| {
        let it = asked(field, Kind::Text);
        if needed { it } else { it.or_not() }
    };
    let mut which = vec![asked("/type", Kind::One)];
    // With one item there is nothing to choose.
    if items > 1 {
        which.insert(0, asked("/itemIds", Kind::Some));
    }
    let chosen = sheet.get("/type");
    if !chosen.is_empty() {
        which.push(text("/stops", chosen == "stopped"));
        which.push(text("/continues", chosen == "limited"));
        which.push(text("/alternatives", false));
    }
    if chosen == "involuntary" {
        which.push(asked("/groundId", Kind::One));
        which.extend(measure(sheet));
    }
    let reasons = asked("/rationale", Kind::Text).most(MOST_REASONS);
    vec![
        ("which", which),
        ("explained", vec![asked("/explainedOn", Kind::Past)]),
        ("consulted", consultation()),
        ("told", vec![reasons, asked("/informedOn", Kind::Past)]),
    ]
}

/// The fields of pressure or force.
pub fn measure(sheet: &Sheet) -> Vec<Asked> {
    let mut fields = vec![asked("/measure/kind", Kind::One)];
    if sheet.is("/measure/kind", "force") {
        fields.push(asked("/measure/courtReference", Kind::Line));
    }
    fields
}

/// The fields of the second person (G3, H2).
pub fn consultation() -> Vec<Asked> {
    vec![
        asked("/consultation/colleague/displayName", Kind::Line).most(MOST_NAME),
        asked("/consultation/function", Kind::Line),
        asked("/consultation/date", Kind::Past),
        asked("/consultation/anonymised", Kind::One),
    ]
}

/// The document that is posted; `all` are the items when there was nothing to choose.
pub fn body(sheet: &Sheet, id: &str, request: &str, all: &[String]) -> String {
    let ticked = sheet.ticked("/itemIds");
    let items: Vec<String> = if all.len() == 1 { all } else { &ticked }.iter().map(|id| quoted(id)).collect();
    let out = Writer::new()
        .text("id", id)
        .text("consentRequestId", request)
        .json("itemIds", &array(&items))
        .text("type", sheet.get("/type"))
        .text("stops", sheet.get("/stops"))
        .text("continues", sheet.get("/continues"))
        .text("alternatives", sheet.get("/alternatives"))
        .text("explainedOn", sheet.get("/explainedOn"))
        .json("consultation", &consultation_body(sheet))
        .text("rationale", sheet.get("/rationale"))
        .text("informedOn", sheet.get("/informedOn"));
    match sheet.get("/type") {
        "involuntary" => {
            out.text("groundId", sheet.get("/groundId")).json("measure", &measure_body(sheet)).end()
        }
        _ => out.end(),
    }
}

/// The second person as it is sent.
pub fn consultation_body(sheet: &Sheet) -> String {
    let name = sheet.get("/consultation/colleague/displayName");
    let colleague = Writer::new().text("id", &id_of_name(name)).text("displayName", name).end();
    Writer::new()
        .json("colleague", &colleague)
        .text("function", sheet.get("/consultation/function"))
        .text("date", sheet.get("/consultation/date"))
        .flag("anonymised", sheet.is("/consultation/anonymised", "yes"))
        .end()
}

/// Pressure or force as it is sent.
pub fn measure_body(sheet: &Sheet) -> String {
    let kind = sheet.get("/measure/kind");
    let reference = sheet.some("/measure/courtReference").filter(|_| kind == "force");
    Writer::new().text("kind", kind).optional("courtReference", reference).end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use samenspraak_contract::disclosure_decision::Measure;
    use samenspraak_contract::refusal::{NewRefusalOutcome, OutcomeType};

    const ID: &str = "019a0000-0000-7000-8000-000000000001";
    const ITEM: &str = "019a0000-0000-7000-8000-000000000002";
    const OTHER: &str = "019a0000-0000-7000-8000-000000000003";

    fn filled(kind: &str) -> Sheet {
        let mut sheet = Sheet::default();
        for (field, value) in [
            ("/type", kind),
            ("/stops", "Het \"delen\""),
            ("/continues", "De hulp"),
            ("/explainedOn", "2026-11-20"),
            ("/consultation/colleague/displayName", "Karim Haddad"),
            ("/consultation/function", "gedragswetenschapper"),
            ("/consultation/date", "2026-11-21"),
            ("/consultation/anonymised", "yes"),
            ("/rationale", "Omdat"),
            ("/informedOn", "2026-11-22"),
            ("/groundId", "vital"),
            ("/measure/kind", "force"),
            ("/measure/courtReference", "C/02/1"),
        ] {
            sheet.set(field, value.into());
        }
        sheet
    }

    fn read(sheet: &Sheet, all: &[&str]) -> NewRefusalOutcome {
        let all: Vec<String> = all.iter().map(|id| (*id).to_owned()).collect();
        serde_json::from_str(&body(sheet, ID, ID, &all)).expect("an outcome of the contract")
    }

    #[test]
    fn an_outcome_is_what_the_contract_asks_for() {
        let sent = read(&filled("limited"), &[ITEM]);
        assert_eq!((sent.outcome_type, sent.item_ids.len()), (OutcomeType::Limited, 1));
        assert_eq!(
            (sent.ground_id, sent.measure),
            (None, None),
            "only what nobody asked for rests on a ground"
        );
        let colleague = sent.consultation.colleague.expect("a second person");
        assert_eq!((&*colleague.id.0, sent.consultation.anonymised), ("karim-haddad", true));
        let forced = read(&filled("involuntary"), &[ITEM]);
        assert!(
            matches!(forced.measure, Some(Measure::Force { court_reference }) if court_reference == "C/02/1")
        );
        let mut pressed = filled("involuntary");
        pressed.set("/measure/kind", "pressure".into());
        assert_eq!(read(&pressed, &[ITEM]).measure, Some(Measure::Pressure));
    }

    #[test]
    fn with_several_items_only_those_that_are_ticked_go_along() {
        let mut sheet = filled("stopped");
        sheet.tick("/itemIds", OTHER, true);
        let sent = read(&sheet, &[ITEM, OTHER]);
        assert_eq!(sent.item_ids.iter().map(ToString::to_string).collect::<Vec<_>>(), [OTHER]);
    }

    #[test]
    fn what_is_asked_follows_the_outcome() {
        let fields = |kind: &str, items| -> Vec<String> {
            let mut sheet = Sheet::default();
            sheet.set("/type", kind.into());
            parts(&sheet, items)[0].1.iter().map(|it| it.field.clone()).collect()
        };
        assert_eq!(fields("", 1), ["/type"]);
        assert_eq!(fields("stopped", 2), ["/itemIds", "/type", "/stops", "/continues", "/alternatives"]);
        assert!(fields("involuntary", 1).contains(&"/measure/kind".to_owned()));
        assert!(filled("limited").wrongs(&parts(&filled("limited"), 1)[2].1, "2026-11-22").is_empty());
    }
}
