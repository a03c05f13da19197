// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What can be filed, what the committee is asked, and what looks alike.

#![allow(clippy::unwrap_used, reason = "a fixture that does not fit is a failed test")]

mod fixture;

use chrono::Days;
use fixture::filings::filing;
use fixture::*;
use samenspraak_contract::attachment::NamedAttachment;
use samenspraak_contract::filing::*;
use samenspraak_contract::id::{AttachmentId, DataTypeId, DisclosureId, PersonId};
use samenspraak_contract::person::Signatory;
use samenspraak_contract::problem::InvalidParam;
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::record::{EventType, RecordStatus};
use samenspraak_contract::request::NewSubject;
use samenspraak_contract::text::Language;
use samenspraak_rules::filing::FilingFacts;
use samenspraak_rules::filing::check;
use samenspraak_rules::filing::committee::{Asked, documents, question, served, standing};
use samenspraak_rules::filing::view::possible_duplicates;
use samenspraak_rules::request::{self, Stamp};
use samenspraak_rules::view::Viewer;
use std::collections::BTreeSet;

/// Passes the check of a citizen service number, and is nobody's.
const BSN: &str = "nummer 111.222.333";

fn found(errors: &[InvalidParam]) -> Vec<(&str, R)> {
    errors.iter().map(|error| (error.name.as_str(), error.reason)).collect()
}

fn known() -> BTreeSet<DataTypeId> {
    catalogue().personal_data_types.into_iter().map(|data_type| data_type.id).collect()
}

fn rights(kind: RightsRequestKind) -> NewRightsRequest {
    NewRightsRequest {
        kind,
        subject_id: None,
        origin: None,
        explanation: None,
        corrections: Vec::new(),
        attachments: Vec::new(),
        language: Language::dutch(),
    }
}

fn line() -> Option<FilingOrigin> {
    Some(FilingOrigin::Disclosure(DisclosureId(fresh_id())))
}

fn correction(wrong: &str, right: &str) -> Correction {
    Correction { data_type_id: None, wrong: wrong.into(), right: right.into() }
}

/// What speaks for itself needs no words; everything else needs words or a line.
#[test]
fn a_request_says_what_it_is_about() {
    use RightsRequestKind as K;
    for kind in [K::Access, K::Portability] {
        assert_eq!(found(&check::rights_request(&rights(kind), &known())), []);
    }
    for kind in [K::Erasure, K::Restriction, K::Objection] {
        let mut new = rights(kind);
        assert_eq!(found(&check::rights_request(&new, &known())), [("/explanation", R::Missing)]);
        new.origin = line();
        assert_eq!(found(&check::rights_request(&new, &known())), []);
        new.explanation = Some(" \n".into());
        assert_eq!(found(&check::rights_request(&new, &known())), [("/explanation", R::EmptyText)]);
    }
}

/// K7: a correction names what is wrong and what it should be.
#[test]
fn a_correction_is_whole() {
    let mut new = rights(RightsRequestKind::Rectification);
    assert_eq!(found(&check::rights_request(&new, &known())), [("/corrections", R::Missing)]);
    new.corrections = vec![
        correction("Vier", "Drie"),
        correction(" ", BSN),
        correction("Zelfde", " Zelfde "),
        Correction { data_type_id: Some("nonsense".into()), ..correction("a", "b") },
    ];
    assert_eq!(
        found(&check::rights_request(&new, &known())),
        [
            ("/corrections/1/wrong", R::EmptyText),
            ("/corrections/1/right", R::BsnInText),
            ("/corrections/2/right", R::Duplicate),
            ("/corrections/3/dataTypeId", R::UnknownDatum),
        ]
    );
    let stray =
        NewRightsRequest { corrections: vec![correction("a", "b")], ..rights(RightsRequestKind::Access) };
    assert_eq!(found(&check::rights_request(&stray, &known())), [("/corrections", R::NotApplicable)]);
}

fn objection() -> NewAdministrativeObjection {
    NewAdministrativeObjection {
        subject_id: None,
        origin: None,
        name: "Noor".into(),
        postal_address: "Straat 1".into(),
        decision: ContestedDecision { description: "Besluit".into(), notified_on: None },
        grounds: None,
        late_reason: None,
        attachments: Vec::new(),
        language: Language::dutch(),
    }
}

/// J6: pro forma is enough; D1: and a citizen service number in no text at all.
#[test]
fn an_objection_asks_the_five_things_and_nothing_more() {
    let terms = catalogue().terms;
    let errors = |new: &NewAdministrativeObjection| check::administrative_objection(new, &terms, today());
    assert_eq!(found(&errors(&objection())), []);
    let with_bsn = NewAdministrativeObjection {
        name: BSN.into(),
        postal_address: BSN.into(),
        decision: ContestedDecision { description: BSN.into(), notified_on: None },
        grounds: Some(BSN.into()),
        late_reason: Some(BSN.into()),
        ..objection()
    };
    assert_eq!(
        found(&errors(&with_bsn)),
        ["/name", "/postalAddress", "/decision/description", "/grounds", "/lateReason"]
            .map(|name| (name, R::BsnInText))
    );
    // Six weeks from the day after it was made known; the last day falls on a Sunday here.
    let notified = |days: u64| {
        let mut new = objection();
        new.decision.notified_on = Some(today() - Days::new(days));
        new
    };
    assert_eq!(found(&errors(&notified(42))), []);
    assert_eq!(found(&errors(&notified(44))), [("/lateReason", R::Missing)]);
    let late = NewAdministrativeObjection { late_reason: Some("Ziekenhuis".into()), ..notified(400) };
    assert_eq!(found(&errors(&late)), [], "late with a reason is taken");
    let mut early = objection();
    early.decision.notified_on = Some(today() + Days::new(1));
    assert_eq!(found(&errors(&early)), [("/decision/notifiedOn", R::DateInFuture)]);
}

/// J3: whoever complains can be answered, and points at nothing without a session.
#[test]
fn a_complaint_can_be_answered() {
    let mut new = NewComplaint {
        controller_id: None,
        origin: None,
        name: "Noor".into(),
        postal_address: None,
        email: None,
        telephone: None,
        matter: ComplaintMatter::Conduct,
        description: "Het duurde lang.".into(),
        occurred_on: Some(today()),
        attachments: Vec::new(),
        language: Language::dutch(),
    };
    assert_eq!(found(&check::complaint(&new, true, today())), [("/postalAddress", R::Missing)]);
    new.email = Some("noor@burger.example".into());
    assert_eq!(found(&check::complaint(&new, false, today())), []);
    new.occurred_on = Some(today() + Days::new(1));
    new.origin = line();
    new.attachments = vec![NamedAttachment { id: AttachmentId(fresh_id()), title: " ".into() }];
    assert_eq!(
        found(&check::complaint(&new, false, today())),
        [
            ("/occurredOn", R::DateInFuture),
            ("/origin", R::NotApplicable),
            ("/attachments", R::NotApplicable),
            ("/attachments/0/title", R::EmptyText),
        ]
    );
}

/// J2: the question may be asked as it is, each group has an answer of its own, and
/// it ends when the committee has nothing to advise on.
#[test]
fn the_committee_is_asked_about_per_group() {
    let catalogue = catalogue();
    let committee = catalogue.filing.committee.clone().unwrap();
    let signatory = Signatory {
        person: person("noor"),
        capacity: samenspraak_contract::person::Capacity::DataSubject,
        representation: None,
    };
    let asked = Asked {
        subject: NewSubject { person: person("noor"), birth_date: day("1980-01-01") },
        signatories: vec![signatory],
        reference: "2026-00000-00000".into(),
        desk: catalogue.filing.desk.clone(),
    };
    // F2: who turns eighteen sooner answers before that day.
    let birth_date = day("2008-11-25");
    let young = Asked { subject: NewSubject { birth_date, ..asked.subject.clone() }, ..asked.clone() };
    let new = question(&committee, young, &catalogue.age_rule, today());
    assert_eq!(new.answer_before_date, day("2026-11-24"));
    assert_eq!(request::check(&new, &catalogue, &PersonId::from(""), today()), []);
    let new = question(&committee, asked, &catalogue.age_rule, today());
    assert_eq!(new.answer_before_date, day("2026-12-20"));
    assert_eq!(request::check(&new, &catalogue, &PersonId::from(""), today()), []);
    let stamp = Stamp { id: &mut || fresh_id(), now: noon(today()), asked_at: noon(today()), today: today() };
    let resolved = request::resolve(&new, &catalogue, None, stamp).unwrap();
    let (facts, mut records) = (resolved.request, resolved.records);
    let statuses = |records: &[_]| -> Vec<RecordStatus> {
        let documents = documents(&facts, records, Viewer::Staff, today());
        documents.iter().map(|document| document.status).collect()
    };
    assert_eq!(statuses(&records), [RecordStatus::Requested; 2]);
    decide(&facts, &mut records, "noor", Choice::First).unwrap();
    assert_eq!(statuses(&records), [RecordStatus::Given, RecordStatus::Refused], "what was left out is a no");
    let seen = documents(&facts, &records, Viewer::Staff, today());
    assert_eq!(standing(true, &seen), CommitteeStanding::Documents);
    assert_eq!(standing(true, &[]), CommitteeStanding::Nothing);
    assert_eq!(standing(false, &[]), CommitteeStanding::NotApplicable);
    assert_eq!(served(&facts, &records, today()), [(records[0].id, records[0].version())]);
    records[0].events.push(event(EventType::Revoked, None, &[]));
    assert_eq!(served(&facts, &records, today()), [], "what ended is not ended again");
}

/// Shown, never merged: the same person and kind, and the same line or within a month.
#[test]
fn what_looks_alike_is_of_one_person_and_one_kind() {
    let origin = line();
    let on = |days: u64, origin: Option<FilingOrigin>| FilingFacts {
        received_on: today() - Days::new(days),
        origin,
        ..filing(FilingKind::Erasure)
    };
    let mine = on(0, origin);
    let stranger = FilingFacts { subject: Some(person("ria")), ..on(0, origin) };
    let nobody = FilingFacts { subject: None, ..on(0, origin) };
    let others = [on(30, None), on(31, None), on(300, origin), stranger, filing(FilingKind::Access), nobody];
    let alike = possible_duplicates(&mine, &others);
    let ids: Vec<_> = alike.iter().map(|other| other.id).collect();
    assert_eq!(ids, [others[0].id, others[2].id]);
    assert_eq!(possible_duplicates(&others[5], &[mine]), [], "nobody is like nobody");
}
