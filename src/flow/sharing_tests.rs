// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a decision to share sends, held against the contract.

use super::*;
use crate::flow::sheet::spot;
use samenspraak_contract::disclosure::{Channel, DisclosureAction, NewDisclosure, NotSharedReason};
use samenspraak_contract::disclosure_decision::{
    DecisionKind, Measure, NewDecisionEvent, NewDisclosureDecision, NotificationTiming,
};

const ID: &str = "019a0000-0000-7000-8000-000000000001";
// Days until somebody looks again, at most.
const WITHIN: u32 = 30;

fn filled(kind: &str) -> Sheet {
    let mut sheet = begin();
    for (field, value) in [
        ("/decision", "share"),
        ("/subject/id", "noor-de-wit"),
        ("/kind", kind),
        ("/danger", "Er is brand."),
        ("/groundId", "vital"),
        ("/rationale", "Omdat \"nu\""),
        ("/measure/kind", "pressure"),
        ("/consultation/colleague/displayName", "Karim Haddad"),
        ("/consultation/function", "coördinator"),
        ("/consultation/date", "2026-11-21"),
        ("/consultation/anonymised", "no"),
        ("/notification/timing", "afterwards"),
        ("/notification/informedOn", "2026-11-20"),
        ("/notification/reason", "safety-of-others"),
        ("/notification/reviewDate", "2026-12-22"),
    ] {
        sheet.set(field, value.into());
    }
    fill_row(&mut sheet, "0");
    sheet
}

fn fill_row(sheet: &mut Sheet, row: &str) {
    for (field, value) in
        [("senderId", "team"), ("recipientId", "police"), ("purposeId", "safety"), ("channel", "oral")]
    {
        sheet.set(&at(row, field), value.into());
    }
    sheet.tick(&at(row, "dataTypeIds"), "that-help", true);
    sheet.tick(&at(row, "dataTypeIds"), "address", true);
}

fn read(sheet: &Sheet) -> NewDisclosureDecision {
    serde_json::from_str(&body(sheet, ID, "Noor de Wit")).expect("a decision of the contract")
}

#[test]
fn a_decision_is_what_the_contract_asks_for() {
    let sent = read(&filled("danger"));
    assert_eq!((sent.kind, sent.measure, sent.human_dignity), (DecisionKind::Danger, None, false));
    assert_eq!(sent.sharings[0].data_type_ids.len(), 2);
    assert_eq!(sent.sharings[0].channel, Channel::Oral);
    assert_eq!(sent.notification.timing, NotificationTiming::Afterwards);
    assert_eq!(sent.notification.informed_on, None, "what was typed before it was chosen otherwise");
    let mut before = filled("danger");
    before.set("/notification/timing", "before".into());
    let told = read(&before).notification;
    assert!(told.informed_on.is_some() && told.reason.is_none() && told.review_date.is_none());
}

#[test]
fn the_kind_decides_what_goes_along() {
    assert_eq!(read(&filled("coercion")).measure, Some(Measure::Pressure));
    assert_eq!(read(&filled("child-protection-board")).sharings[0].channel, Channel::Corv);
    for kind in KINDS {
        let sheet = filled(kind);
        let _ = read(&sheet);
        for (_, fields) in parts(&sheet, WITHIN) {
            assert_eq!(sheet.wrongs(&fields, "2026-11-22"), [], "{kind}");
        }
    }
}

#[test]
fn not_sharing_is_a_line_of_what_happened() {
    let mut sheet = filled("");
    sheet.set("/decision", "not-share".into());
    sheet.set(&at("0", "channel-asked"), "paper".into());
    sheet.set("/notSharedReason", "professional-judgement".into());
    let sent = refusal(&sheet, "Noor de Wit", "public-task", "2026-11-22T10:00:00Z");
    let sent: NewDisclosure = serde_json::from_str(&sent).expect("a line of the contract");
    assert_eq!(sent.action, DisclosureAction::NotShared);
    assert_eq!(sent.channel, Channel::Paper, "how it was asked for, and not how anything went");
    let fields: Vec<Asked> = parts(&sheet, WITHIN).into_iter().flat_map(|(_, fields)| fields).collect();
    assert_eq!(spot(&fields, &pointer(&sheet, "/channel")), "/sharings/0/channel-asked");
    assert_eq!(sent.not_shared_reason, Some(NotSharedReason::ProfessionalJudgement));
    for (_, fields) in parts(&sheet, WITHIN) {
        assert_eq!(sheet.wrongs(&fields, "2026-11-22"), []);
    }
}

#[test]
fn telling_now_or_later_is_what_the_contract_asks_for() {
    let mut sheet = Sheet::default();
    sheet.set("/reason", "Het onderzoek loopt nog.".into());
    sheet.set("/reviewDate", "2026-12-22".into());
    assert_eq!(sheet.wrongs(&later(WITHIN), "2026-11-22"), []);
    for body in [event(None), event(Some(&sheet))] {
        let _: NewDecisionEvent = serde_json::from_str(&body).expect("an event of the contract");
    }
}

#[test]
fn an_objection_finds_the_sharing_it_is_about() {
    let mut sheet = filled("danger");
    let second = add_row(&mut sheet);
    fill_row(&mut sheet, &second);
    drop_row(&mut sheet, "0");
    let fields: Vec<Asked> = parts(&sheet, WITHIN).into_iter().flat_map(|(_, fields)| fields).collect();
    let find = |sent: &str| spot(&fields, &pointer(&sheet, sent));
    assert_eq!(find("/sharings/0/dataTypeIds/1"), "/sharings/1/dataTypeIds", "the first that was sent");
    assert_eq!(find("/sharings/0"), "/sharings/1/senderId");
    assert_eq!(find("/recipientId"), "/sharings/1/recipientId");
    assert_eq!(find("/legalBasisId"), "/groundId");
    assert_eq!(find("/consultation"), "/consultation/colleague/displayName");
    assert_eq!(find("/sharings/7"), "");
    drop_row(&mut sheet, &second);
    assert_eq!(rows(&sheet), ["1"], "the only one stays");
}
