// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One who has to sign cannot be reached (F7): staff say so, and the others cannot
//! read from it what anybody said.

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::id::PersonId;
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::record::{EventType, NewEvent, NewEventType, RecordStatus as S};
use samenspraak_contract::text::Language;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::record::{EventRefusal, plan_event, plan_missing, standing};
use samenspraak_rules::view::{self, Viewer};

fn joint() -> (RequestFacts, Vec<RecordFacts>) {
    let resolved = resolved(&joint_request(), None);
    (resolved.request, resolved.records)
}

fn missing(who: Option<&str>) -> NewEvent {
    NewEvent {
        event_type: NewEventType::SignatoryMissing,
        data_types: Vec::new(),
        end_date: None,
        person_id: who.map(PersonId::from),
        language: Language::dutch(),
    }
}

fn miss(request: &RequestFacts, record: &mut RecordFacts, who: &str) -> Result<(), EventRefusal> {
    let plan = plan_missing(request, record, &missing(Some(who)), today())?;
    let mut stored = event(plan.event_type, None, &[]);
    stored.concerns = plan.concerns;
    record.events.push(stored);
    Ok(())
}

#[test]
fn a_missing_signatory_asks_for_review_until_they_answer() {
    let (request, mut records) = joint();
    decide(&request, &mut records, "sem", Choice::All).unwrap();
    miss(&request, &mut records[0], "father").unwrap();
    assert_eq!(standing(&request, &records[0], today()).status, S::Review);
    decide(&request, &mut records, "mother", Choice::All).unwrap();
    assert_eq!(standing(&request, &records[0], today()).status, S::Review, "he is still missing");
    decide(&request, &mut records, "father", Choice::Later).unwrap();
    assert_eq!(standing(&request, &records[0], today()).status, S::Pending, "he was reached");
    miss(&request, &mut records[0], "father").unwrap();
    assert_eq!(standing(&request, &records[0], today()).status, S::Review, "and lost again");
    decide(&request, &mut records, "father", Choice::All).unwrap();
    assert_eq!(standing(&request, &records[0], today()).status, S::Given);
}

#[test]
fn what_makes_no_sense_is_refused_with_a_reason() {
    let (request, mut records) = joint();
    let reasons = |new: &NewEvent| match plan_missing(&request, &records[0], new, today()).unwrap_err() {
        EventRefusal::Invalid(errors) => {
            errors.into_iter().map(|error| (error.name, error.reason)).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(reasons(&missing(None)), [("/personId".to_owned(), R::Missing)]);
    assert_eq!(reasons(&missing(Some("stranger"))), [("/personId".to_owned(), R::WrongSignatories)]);
    let odd = NewEvent { data_types: vec!["needs".into()], end_date: Some(today()), ..missing(Some("sem")) };
    let both = [("/dataTypes".to_owned(), R::NotApplicable), ("/endDate".to_owned(), R::NotApplicable)];
    assert_eq!(reasons(&odd), both);
    decide(&request, &mut records, "father", Choice::Nothing).unwrap();
    assert_eq!(miss(&request, &mut records[0], "father"), Err(EventRefusal::NotAllowed), "he answered");
    let stop = NewEvent { event_type: NewEventType::Withdrawn, ..missing(None) };
    let by_staff = plan_missing(&request, &records[0], &stop, today());
    assert_eq!(by_staff, Err(EventRefusal::WrongSignatory), "stopping is for the people themselves");
    let own = plan_event(&request, &records[0], &"mother".into(), &missing(Some("father")), today());
    assert!(matches!(own, Err(EventRefusal::Invalid(errors)) if errors[0].name == "/type"));
    let named = plan_event(
        &request,
        &records[0],
        &"mother".into(),
        &NewEvent { person_id: Some("father".into()), ..stop },
        today(),
    );
    assert!(matches!(named, Err(EventRefusal::Invalid(errors)) if errors[0].name == "/personId"));
}

proptest! {
    /// Of two views, one with and one without a missing father, the mother and the
    /// child read the same, whatever was said; he himself and staff read of it.
    #[test]
    fn nobody_else_reads_that_somebody_is_missing(
        sem in proptest::sample::select(Choice::EVERY.to_vec()),
        mother in proptest::option::of(proptest::sample::select(Choice::EVERY.to_vec())),
    ) {
        let (request, mut records) = joint();
        decide(&request, &mut records, "sem", sem).unwrap();
        if let Some(choice) = mother {
            decide(&request, &mut records, "mother", choice).unwrap();
        }
        let before = records.clone();
        miss(&request, &mut records[0], "father").unwrap();
        for viewer in ["sem", "mother"].map(PersonId::from) {
            let seen = |records: &[RecordFacts]| {
                let viewer = Viewer::Person(&viewer);
                (
                    view::record(&request, &records[0], viewer, today()),
                    view::request(&request, records, viewer, today()),
                )
            };
            prop_assert_eq!(seen(&before), seen(&records));
        }
        let last = |viewer| view::visible_events(&request, &records[0], viewer).pop().map(|event| event.event_type);
        let father = PersonId::from("father");
        prop_assert_eq!(last(Viewer::Person(&father)), Some(EventType::SignatoryMissing));
        prop_assert_eq!(last(Viewer::Staff), Some(EventType::SignatoryMissing));
    }
}
