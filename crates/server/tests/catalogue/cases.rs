// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The worked cases and the people of the demonstration: asked on any day, readable,
//! and visibly nobody's.

use super::{day, demonstration};
use chrono::NaiveDate;
use samenspraak_contract::id::ControllerId;
use samenspraak_contract::problem::InvalidReason;
use samenspraak_contract::request::{ItemKind, NewConsentRequest};
use samenspraak_rules::request::check;
use samenspraak_server::catalogue::{Case, Demonstration};
use serde_json::Value;
use std::collections::BTreeSet;

fn case<'a>(demonstration: &'a Demonstration, start: &str) -> &'a Case {
    demonstration.cases.iter().find(|case| case.id.starts_with(start)).unwrap()
}

fn refused(demonstration: &Demonstration, new: &NewConsentRequest, case: &Case, today: NaiveDate) -> String {
    let catalogue = demonstration.catalogues.get(&case.controller).unwrap();
    let errors = check(new, catalogue, &case.worker, today);
    errors.iter().map(|e| format!("{} {}: {:?} {}\n", case.id, e.name, e.reason, e.detail)).collect()
}

// The demonstration must work on every day, leap days and month ends included.
#[test]
fn every_case_may_be_asked_on_any_day() {
    let demonstration = demonstration();
    assert_eq!(demonstration.cases.len(), 6);
    for today in [day(2026, 1, 1), day(2026, 11, 22), day(2028, 2, 29), day(2027, 8, 31), day(2096, 12, 31)] {
        for case in &demonstration.cases {
            assert_eq!(refused(&demonstration, &case.request(today), case, today), "", "on {today}");
        }
    }
}

#[test]
fn the_cases_show_what_they_are_there_to_show() {
    let demonstration = demonstration();
    let today = day(2028, 2, 29);
    let kinds = |start: &str| -> Vec<ItemKind> {
        case(&demonstration, start).request(today).items.iter().map(|item| item.kind).collect()
    };
    assert_eq!(kinds("1"), [ItemKind::Consent]);
    assert_eq!(kinds("5"), [ItemKind::Consent, ItemKind::Information, ItemKind::Information]);
    let youth = case(&demonstration, "2").request(today);
    assert_eq!(youth.signatories.len(), 3);
    let age = samenspraak_rules::signatories::age(youth.subject.birth_date, today);
    assert_eq!(age, 14);
}

#[test]
fn what_exists_to_be_refused_is_refused() {
    let demonstration = demonstration();
    let today = day(2026, 11, 22);
    let first = case(&demonstration, "1");
    type Change = fn(&mut NewConsentRequest);
    let attempts: [(&str, Change, InvalidReason); 4] = [
        ("later use", |new| new.items[0].purpose_id = "future-use".into(), InvalidReason::FutureUse),
        (
            "ended",
            |new| new.items[0].recipient_id = "ended-agreement".into(),
            InvalidReason::AgreementExpired,
        ),
        ("outside", |new| new.items[0].recipient_id = "outside-eea".into(), InvalidReason::OutsideEea),
        (
            "suwi",
            |new| new.items[0].personal_data[0].data_type_id = "suwi-benefit".into(),
            InvalidReason::ClosedRegime,
        ),
    ];
    for (name, change, reason) in attempts {
        let mut new = first.request(today);
        change(&mut new);
        let catalogue = demonstration.catalogues.get(&first.controller).unwrap();
        let errors = check(&new, catalogue, &first.worker, today);
        assert!(errors.iter().any(|error| error.reason == reason), "{name}: {errors:?}");
    }
}

#[test]
fn every_role_can_be_tried_and_people_belong_to_a_municipality() {
    let demonstration = demonstration();
    let roles: BTreeSet<_> = demonstration
        .people
        .iter()
        .filter(|persona| persona.controller == ControllerId::from("roosendaal"))
        .map(|persona| persona.role)
        .collect();
    assert_eq!(roles.len(), 8, "all roles of M1: {roles:?}");
    let noor = demonstration.persona(&"noor-de-wit".into()).unwrap();
    assert_eq!(noor.person.display_name, "Noor de Wit");
    assert!(noor.birth_date(day(2028, 2, 29)).is_some());
}

// B1: at most twenty words in a sentence that a citizen reads.
#[test]
fn dutch_sentences_are_short() {
    let demonstration = demonstration();
    let today = day(2026, 11, 22);
    let mut offenders = BTreeSet::new();
    for catalogue in demonstration.catalogues.iter() {
        long_sentences(&serde_json::to_value(catalogue).unwrap(), &mut offenders);
    }
    for case in &demonstration.cases {
        long_sentences(&serde_json::to_value(case.request(today)).unwrap(), &mut offenders);
    }
    assert_eq!(offenders, BTreeSet::new());
}

fn long_sentences(value: &Value, offenders: &mut BTreeSet<String>) {
    if let Some(text) = value.get("nl").and_then(Value::as_str) {
        let long = |sentence: &&str| sentence.split_whitespace().count() > 20;
        offenders.extend(text.split(['.', '?', '!', ':']).filter(long).map(str::to_owned));
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|value| long_sentences(value, offenders)),
        Value::Array(values) => values.iter().for_each(|value| long_sentences(value, offenders)),
        _ => {}
    }
}

// Nobody's real number or address may be in a demonstration.
#[test]
fn every_number_and_address_is_visibly_fictional() {
    let demonstration = demonstration();
    let contacts = demonstration.catalogues.iter().flat_map(|catalogue| {
        let parties = catalogue.parties.iter().map(|party| party.contact.clone());
        parties.chain([catalogue.controller.contact.clone(), catalogue.filing.desk.clone()])
    });
    let today = day(2026, 11, 22);
    for contact in contacts.chain(demonstration.cases.iter().map(|case| case.request(today).contact_point)) {
        let email = contact.email.unwrap();
        assert!(email.ends_with(".example"), "{email}");
        assert_eq!(contact.telephone.as_deref(), Some("000 000 00 00"), "{email}");
    }
}
