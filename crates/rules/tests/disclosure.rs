// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What happened to data: what is taken, what a consent covered, what may follow,
//! and who sees it (groups H and I).

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use fixture::*;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::*;
use samenspraak_contract::id::{DisclosureId, EventId};
use samenspraak_contract::party::{PartyKind, SecrecyRegime};
use samenspraak_contract::problem::InvalidReason;
use samenspraak_contract::record::EventType;
use samenspraak_rules::disclosure::check::{self, Context};
use samenspraak_rules::disclosure::event::{self, EVENTS, EventRefusal, is_allowed, may_add};
use samenspraak_rules::disclosure::view::{self, Names};
use samenspraak_rules::disclosure::{DisclosureFacts, Status};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::view::Viewer;

fn now() -> DateTime<Utc> {
    noon(today())
}

fn context<'a>(
    catalogue: &'a Catalogue,
    consent: Option<(&'a RequestFacts, &'a RecordFacts)>,
) -> Context<'a> {
    Context { catalogue, consent, now: now(), day_of: |moment| moment.date_naive() }
}

fn by_law() -> NewDisclosure {
    NewDisclosure {
        subject: person("noor"),
        occurred_at: now() - TimeDelta::hours(2),
        action: DisclosureAction::Shared,
        channel: Channel::Oral,
        sender_id: "team".into(),
        recipient_id: "cak".into(),
        recipient_function: Some("medewerker".into()),
        data_type_ids: vec!["that-help-runs".into()],
        purpose_id: "home-help".into(),
        legal_basis_id: "wmo-task".into(),
        consent_record_id: None,
        not_shared_reason: None,
        withholding: None,
        case_reference: None,
    }
}

fn withholding(review_date: Option<NaiveDate>) -> Option<NewWithholding> {
    Some(NewWithholding { reason: WithholdingReason::SafetyOfOthers, review_date })
}

fn wrong(new: &NewDisclosure) -> Vec<(String, InvalidReason)> {
    let catalogue = catalogue();
    let errors = check::check(new, Role::System, &context(&catalogue, None));
    errors.into_iter().map(|error| (error.name, error.reason)).collect()
}

fn stored(new: &NewDisclosure) -> DisclosureFacts {
    let catalogue = catalogue();
    let context = context(&catalogue, None);
    assert_eq!(check::check(new, Role::System, &context), []);
    check::resolve(new, &context, DisclosureId(fresh_id()), &"system".into()).unwrap()
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let new = NewDisclosure {
        subject: samenspraak_contract::person::Person {
            id: "noor".into(),
            display_name: "Noor 123456782".into(),
        },
        occurred_at: now() + TimeDelta::minutes(6),
        sender_id: "nobody".into(),
        recipient_function: Some(" ".into()),
        data_type_ids: vec!["needs".into(), "needs".into(), "colour".into()],
        purpose_id: "curiosity".into(),
        legal_basis_id: "because".into(),
        not_shared_reason: Some(NotSharedReason::NotHeld),
        withholding: withholding(None),
        ..by_law()
    };
    let place = |name: &str, reason| (name.to_owned(), reason);
    assert_eq!(
        wrong(&new),
        [
            place("/subject/displayName", InvalidReason::BsnInText),
            place("/recipientFunction", InvalidReason::EmptyText),
            place("/occurredAt", InvalidReason::DateInFuture),
            place("/senderId", InvalidReason::UnknownParty),
            place("/dataTypeIds/1", InvalidReason::Duplicate),
            place("/dataTypeIds/2", InvalidReason::UnknownDatum),
            place("/purposeId", InvalidReason::UnknownPurpose),
            place("/legalBasisId", InvalidReason::UnknownLegalBasis),
            place("/notSharedReason", InvalidReason::NotApplicable),
            place("/withholding/reviewDate", InvalidReason::ReviewDateMissing),
        ]
    );
}

/// Lapsed agreements, countries far away and closed regimes: it happened.
#[test]
fn what_broke_a_rule_is_taken() {
    for (recipient, datum) in [("lapsed", "needs"), ("abroad", "medicines"), ("provider", "suwi-income")] {
        let new =
            NewDisclosure { recipient_id: recipient.into(), data_type_ids: vec![datum.into()], ..by_law() };
        assert_eq!(wrong(&new), [], "{recipient} {datum}");
    }
    let inside = NewDisclosure { recipient_id: "team".into(), action: DisclosureAction::Viewed, ..by_law() };
    assert_eq!(wrong(&inside), [], "looking inside one organisation");
}

#[test]
fn a_clock_a_little_ahead_is_taken_for_now() {
    let ahead = NewDisclosure { occurred_at: now() + TimeDelta::minutes(5), ..by_law() };
    assert_eq!(stored(&ahead).occurred_at, now());
    let exact = NewDisclosure { occurred_at: now() - TimeDelta::microseconds(1500), ..by_law() };
    assert_eq!(stored(&exact).occurred_at, now() - TimeDelta::milliseconds(2), "whole milliseconds");
}

#[test]
fn what_rests_on_the_persons_own_answer_is_not_withheld() {
    let tomorrow = Some(today() + Days::new(1));
    let place = |name: &str, reason| vec![(name.to_owned(), reason)];
    let by_law = NewDisclosure { withholding: withholding(tomorrow), ..by_law() };
    assert_eq!(wrong(&by_law), []);
    let refused = NewDisclosure {
        action: DisclosureAction::NotShared,
        not_shared_reason: Some(NotSharedReason::NoConsent),
        ..by_law.clone()
    };
    assert_eq!(wrong(&refused), place("/withholding", InvalidReason::NotApplicable));
    let weighed =
        NewDisclosure { not_shared_reason: Some(NotSharedReason::ProfessionalJudgement), ..refused };
    assert_eq!(wrong(&weighed), []);
    let on_consent = NewDisclosure { legal_basis_id: "consent".into(), ..weighed };
    assert_eq!(wrong(&on_consent), place("/withholding", InvalidReason::NotApplicable));
    for day in [today(), today() - Days::new(1)] {
        let late = NewDisclosure { withholding: withholding(Some(day)), ..by_law.clone() };
        assert_eq!(wrong(&late), place("/withholding/reviewDate", InvalidReason::DateInPast));
    }
}

/// H4: nothing stays untold for longer than the catalogue says before somebody looks again.
#[test]
fn the_day_to_look_again_is_within_what_the_catalogue_says() {
    let ahead = |days| Some(today() + Days::new(days));
    for (day, expected) in [
        (ahead(90), vec![]),
        (ahead(91), vec![InvalidReason::DateOutOfRange]),
        (NaiveDate::from_ymd_opt(9999, 12, 31), vec![InvalidReason::DateOutOfRange]),
    ] {
        let errors = wrong(&NewDisclosure { withholding: withholding(day), ..by_law() });
        let place = |reason| ("/withholding/reviewDate".to_owned(), reason);
        assert_eq!(errors, expected.into_iter().map(place).collect::<Vec<_>>(), "{day:?}");
    }
}

/// H1, H2: what staff withhold comes with a decision; only a system registers that
/// somebody decided elsewhere.
#[test]
fn nobody_on_the_staff_withholds_a_line_by_themselves() {
    let withheld = NewDisclosure { withholding: withholding(Some(today() + Days::new(9))), ..by_law() };
    let catalogue = catalogue();
    let judge = |new: &NewDisclosure, role| check::check(new, role, &context(&catalogue, None));
    assert_eq!(judge(&withheld, Role::System), []);
    for role in [Role::IntakeWorker, Role::Coordinator] {
        assert_eq!(judge(&by_law(), role), [], "{role:?} tells what happened");
        let [error] = &judge(&withheld, role)[..] else { panic!("{role:?} withholds alone") };
        assert_eq!((&*error.name, error.reason), ("/withholding", InvalidReason::NotApplicable));
        assert!(error.detail.contains("POST /v1/disclosure-decisions"), "{}", error.detail);
    }
}

fn given() -> (RequestFacts, RecordFacts) {
    let resolved = resolved(&new_request(), None);
    let mut records = resolved.records;
    decide(&resolved.request, &mut records, "noor", Choice::First).unwrap();
    (resolved.request, records.remove(0))
}

fn on_consent(record: &RecordFacts) -> NewDisclosure {
    NewDisclosure {
        occurred_at: now(),
        recipient_id: "provider".into(),
        data_type_ids: vec!["needs".into()],
        legal_basis_id: "consent".into(),
        consent_record_id: Some(record.id),
        ..by_law()
    }
}

fn cited(new: &NewDisclosure, consent: (&RequestFacts, &RecordFacts)) -> (bool, Option<NaiveDate>) {
    let catalogue = catalogue();
    let context = Context { now: now() + TimeDelta::days(3650), ..context(&catalogue, Some(consent)) };
    assert_eq!(check::check(new, Role::System, &context), []);
    let facts = check::resolve(new, &context, DisclosureId(fresh_id()), &"system".into()).unwrap();
    assert_eq!(facts.kind(), DisclosureKind::WithConsent);
    let consent = facts.consent.unwrap();
    (consent.covered, consent.given_on)
}

#[test]
fn a_consent_covers_its_purpose_parties_data_and_days() {
    let (request, record) = given();
    let consent = (&request, &record);
    let new = on_consent(&record);
    let day = Some(today());
    assert_eq!(cited(&new, consent), (true, day));
    for other in [
        NewDisclosure { sender_id: "gp".into(), ..new.clone() },
        NewDisclosure { recipient_id: "cak".into(), ..new.clone() },
        NewDisclosure { purpose_id: "income".into(), ..new.clone() },
        NewDisclosure { data_type_ids: vec!["needs".into(), "that-help-runs".into()], ..new.clone() },
    ] {
        assert_eq!(cited(&other, consent), (false, day), "{other:?}");
    }
    let at = |moment| NewDisclosure { occurred_at: moment, ..new.clone() };
    assert_eq!(cited(&at(now() - TimeDelta::seconds(1)), consent), (false, None), "before the yes");
    assert_eq!(cited(&at(now() + TimeDelta::days(300)), consent), (true, day), "the last day");
    assert_eq!(cited(&at(now() + TimeDelta::days(301)), consent), (false, day), "the day after");
    let later = RequestFacts {
        items: request
            .items
            .iter()
            .map(|item| samenspraak_contract::request::Item {
                start_date: today() + Days::new(1),
                ..item.clone()
            })
            .collect(),
        ..request.clone()
    };
    assert_eq!(cited(&new, (&later, &record)), (false, day), "before its first day");
}

#[test]
fn a_stop_counts_from_the_stop_on() {
    let (request, mut record) = given();
    let mut stopped = record.events.last().unwrap().clone();
    stopped.event_type = EventType::Withdrawn;
    stopped.occurred_at = now() + TimeDelta::days(2);
    record.events.push(stopped);
    let at = |days| NewDisclosure { occurred_at: now() + TimeDelta::days(days), ..on_consent(&record) };
    assert_eq!(cited(&at(1), (&request, &record)), (true, Some(today())));
    assert_eq!(cited(&at(2), (&request, &record)), (false, None));
}

/// One yes of two is no consent, and the day of that one yes is not told (F7).
#[test]
fn nothing_is_covered_before_everybody_said_yes() {
    let resolved = resolved(&joint_request(), None);
    let mut records = resolved.records;
    let shared = |record: &RecordFacts| NewDisclosure { subject: person("sem"), ..on_consent(record) };
    for (who, expected) in
        [("sem", (false, None)), ("mother", (false, None)), ("father", (true, Some(today())))]
    {
        decide(&resolved.request, &mut records, who, Choice::All).unwrap();
        assert_eq!(cited(&shared(&records[0]), (&resolved.request, &records[0])), expected, "{who}");
    }
}

#[test]
fn a_sharing_on_consent_names_a_consent_of_this_person() {
    let (request, record) = given();
    let catalogue = catalogue();
    let reasons = |new: &NewDisclosure, consent| {
        let errors = check::check(new, Role::System, &context(&catalogue, consent));
        errors.into_iter().map(|error| (error.name, error.reason)).collect::<Vec<_>>()
    };
    let place = |reason| vec![("/consentRecordId".to_owned(), reason)];
    let new = on_consent(&record);
    let consent = Some((&request, &record));
    assert_eq!(reasons(&new, consent), []);
    assert_eq!(reasons(&new, None), place(InvalidReason::UnknownReference));
    let of_another = NewDisclosure { subject: person("joris"), ..new.clone() };
    assert_eq!(reasons(&of_another, consent), place(InvalidReason::UnknownReference));
    let unnamed = NewDisclosure { consent_record_id: None, ..new.clone() };
    assert_eq!(reasons(&unnamed, None), place(InvalidReason::Missing));
    let unshared = NewDisclosure {
        action: DisclosureAction::NotShared,
        not_shared_reason: Some(NotSharedReason::NoConsent),
        ..unnamed
    };
    assert_eq!(reasons(&unshared, None), [], "what was never asked has no record");
    let by_law = NewDisclosure { legal_basis_id: "wmo-task".into(), ..new };
    assert_eq!(reasons(&by_law, consent), place(InvalidReason::NotApplicable));
}

#[test]
fn the_documented_table_is_the_code() {
    fixture::documented::assert_table("line", &Status::ALL, &EVENTS, is_allowed);
}

fn withheld() -> DisclosureFacts {
    stored(&NewDisclosure { withholding: withholding(Some(today() + Days::new(30))), ..by_law() })
}

fn followed(mut facts: DisclosureFacts, events: &[DisclosureEventType]) -> DisclosureFacts {
    for event_type in events {
        let postponed = *event_type == DisclosureEventType::ReviewPostponed;
        let citizen = *event_type == DisclosureEventType::Acknowledged;
        facts.events.push(DisclosureEvent {
            id: EventId(fresh_id()),
            event_type: *event_type,
            occurred_at: now(),
            by: Some(person("somebody")),
            role: if citizen { Role::Citizen } else { Role::Coordinator },
            review_date: postponed.then(|| today() + Days::new(90)),
        });
    }
    facts
}

#[test]
fn an_event_is_for_its_role_and_needs_its_day() {
    use DisclosureEventType::{Acknowledged, Released, ReviewPostponed};
    let new = |event_type, review_date| NewDisclosureEvent { event_type, review_date };
    let tomorrow = Some(today() + Days::new(1));
    let judge = |facts: &DisclosureFacts, role, new: &NewDisclosureEvent| {
        event::check(facts, role, new, &catalogue(), today())
    };
    let reasons = |result: Result<(), EventRefusal>| match result {
        Err(EventRefusal::Invalid(errors)) => {
            errors.into_iter().map(|error| error.reason).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    for role in [Role::Coordinator, Role::DataProtectionOfficer] {
        assert_eq!(judge(&withheld(), role, &new(Released, None)), Ok(()));
        assert_eq!(judge(&withheld(), role, &new(ReviewPostponed, tomorrow)), Ok(()));
        assert_eq!(judge(&withheld(), role, &new(Acknowledged, None)), Err(EventRefusal::WrongRole));
    }
    for role in [Role::Citizen, Role::IntakeWorker, Role::System, Role::Auditor, Role::ComplaintHandler] {
        assert!(!may_add(role, Released) && !may_add(role, ReviewPostponed), "{role:?}");
        assert_eq!(may_add(role, Acknowledged), role == Role::Citizen);
    }
    let staff = Role::Coordinator;
    let missing = judge(&withheld(), staff, &new(ReviewPostponed, None));
    assert_eq!(reasons(missing), [InvalidReason::ReviewDateMissing]);
    let passed = judge(&withheld(), staff, &new(ReviewPostponed, Some(today())));
    assert_eq!(reasons(passed), [InvalidReason::DateInPast]);
    let longest = |more: u64| Some(today() + Days::new(90 + more));
    assert_eq!(judge(&withheld(), staff, &new(ReviewPostponed, longest(0))), Ok(()));
    let too_far = judge(&withheld(), staff, &new(ReviewPostponed, longest(1)));
    assert_eq!(reasons(too_far), [InvalidReason::DateOutOfRange]);
    let needless = judge(&withheld(), staff, &new(Released, tomorrow));
    assert_eq!(reasons(needless), [InvalidReason::NotApplicable]);
    let released = followed(withheld(), &[Released]);
    assert_eq!(judge(&released, staff, &new(Released, None)), Err(EventRefusal::NotAllowed));
    assert_eq!(judge(&released, Role::Citizen, &new(Acknowledged, None)), Ok(()));
}

fn names() -> Names {
    let catalogue = catalogue();
    let party = |id: &str| party(id, PartyKind::PublicBody, SecrecyRegime::Official);
    Names {
        sender: party("team"),
        recipient: party("cak"),
        personal_data: catalogue.personal_data_types[2..3].to_vec(),
        purpose: catalogue.purposes[0].clone(),
        legal_basis: catalogue.legal_bases[1].clone(),
    }
}

#[test]
fn a_withheld_line_is_for_staff_alone_and_its_history_too() {
    use DisclosureEventType::{Acknowledged, Released, ReviewPostponed};
    let person = "noor".into();
    let (citizen, staff) = (Viewer::Person(&person), Viewer::Staff);
    let see = |facts: &DisclosureFacts, viewer| view::disclosure(facts, names(), viewer);
    let postponed = followed(withheld(), &[ReviewPostponed, ReviewPostponed]);
    for facts in [withheld(), postponed.clone()] {
        assert_eq!(see(&facts, citizen), None);
        assert_eq!(see(&facts, staff).unwrap().confidentiality, Confidentiality::Withheld);
    }
    assert_eq!(see(&postponed, staff).unwrap().withholding.unwrap().review_date, today() + Days::new(90));
    let released = followed(postponed, &[Released]);
    let seen = see(&released, citizen).unwrap();
    assert_eq!((seen.version, seen.acknowledged, seen.events.len()), (1, Some(false), 0));
    assert_eq!(see(&released, staff).unwrap().version, 3);
    let told = followed(released, &[Acknowledged]);
    let seen = see(&told, citizen).unwrap();
    assert_eq!((seen.version, seen.acknowledged), (2, Some(true)));
    let events = see(&told, staff).unwrap().events;
    assert!(events[..3].iter().all(|event| event.by.is_some()) && events[3].by.is_none());
    let normal = see(&stored(&by_law()), citizen).unwrap();
    assert_eq!((normal.version, normal.confidentiality), (0, Confidentiality::Normal));
    assert_eq!((normal.acknowledged, normal.withholding), (None, None));
}
