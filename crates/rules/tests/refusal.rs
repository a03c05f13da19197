// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What follows a no: exactly one of three outcomes for each item, with the three
//! rules of thumb (group G).

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use chrono::{Days, NaiveDate};
use fixture::grounds::{consultation, with_grounds};
use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::disclosure_decision::Measure;
use samenspraak_contract::id::{ItemId, PersonId, RefusalOutcomeId};
use samenspraak_contract::person::Person;
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_contract::record::EventType;
use samenspraak_contract::refusal::{NewRefusalOutcome, OutcomeType, RefusalOutcome};
use samenspraak_rules::decision::{EnteredBy, Moment};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::intake::refusal::{self, Stamp, without_outcome};
use samenspraak_rules::view::Viewer;

const TYPES: [OutcomeType; 3] = [OutcomeType::Stopped, OutcomeType::Limited, OutcomeType::Involuntary];

/// A request with two questions and one thing to know, to which Noor answered.
struct Table {
    request: RequestFacts,
    records: Vec<RecordFacts>,
}

fn table(choice: Choice) -> Table {
    let mut new = new_request();
    new.items.push(samenspraak_contract::request::NewItem { source_id: "gp".into(), ..question() });
    let resolved = resolved(&new, None);
    let mut records = resolved.records;
    decide(&resolved.request, &mut records, "noor", choice).unwrap();
    Table { request: resolved.request, records }
}

impl Table {
    fn questions(&self) -> Vec<ItemId> {
        self.request.records.keys().copied().collect()
    }

    fn asked(&self, outcome_type: OutcomeType) -> NewRefusalOutcome {
        let involuntary = outcome_type == OutcomeType::Involuntary;
        NewRefusalOutcome {
            id: None,
            consent_request_id: self.request.id,
            item_ids: self.questions(),
            outcome_type,
            stops: "De hulp bij het huishouden.".into(),
            continues: "De hulp bij uw papieren.".into(),
            alternatives: String::new(),
            explained_on: today(),
            consultation: consultation(Some("colleague"), today()),
            rationale: "Zonder deze gegevens kan de aanbieder niet beginnen.".into(),
            informed_on: today(),
            ground_id: involuntary.then(|| "danger".into()),
            measure: involuntary.then_some(Measure::Pressure),
            decided_at: None,
        }
    }

    fn wrong(&self, new: &NewRefusalOutcome, existing: &[RefusalOutcome]) -> Vec<(String, R)> {
        let decider = "worker".into();
        let catalogue = with_grounds();
        let errors =
            refusal::check(new, &self.request, &self.records, existing, &catalogue, &decider, today());
        errors.into_iter().map(|error| (error.name, error.reason)).collect()
    }

    fn stored(&self, new: &NewRefusalOutcome) -> RefusalOutcome {
        let stamp = Stamp {
            id: RefusalOutcomeId(fresh_id()),
            decided_by: person("worker"),
            decided_at: noon(today()),
            recorded_at: noon(today()),
        };
        refusal::outcome(new, &self.request, stamp)
    }
}

fn place(name: &str, reason: R) -> (String, R) {
    (name.to_owned(), reason)
}

#[test]
fn each_of_the_three_is_taken_and_needs_what_it_says() {
    let table = table(Choice::Nothing);
    let empty = |outcome_type| NewRefusalOutcome {
        stops: " ".into(),
        continues: String::new(),
        ground_id: None,
        measure: None,
        ..table.asked(outcome_type)
    };
    for outcome_type in TYPES {
        assert_eq!(table.wrong(&table.asked(outcome_type), &[]), [], "{outcome_type:?}");
    }
    assert_eq!(table.wrong(&empty(OutcomeType::Stopped), &[]), [place("/stops", R::EmptyText)]);
    assert_eq!(table.wrong(&empty(OutcomeType::Limited), &[]), [place("/continues", R::EmptyText)]);
    assert_eq!(
        table.wrong(&empty(OutcomeType::Involuntary), &[]),
        [place("/groundId", R::Missing), place("/measure", R::Missing)]
    );
    for outcome_type in [OutcomeType::Stopped, OutcomeType::Limited] {
        let forced = NewRefusalOutcome {
            ground_id: Some("danger".into()),
            measure: Some(Measure::Pressure),
            ..table.asked(outcome_type)
        };
        let needless = [place("/groundId", R::NotApplicable), place("/measure", R::NotApplicable)];
        assert_eq!(table.wrong(&forced, &[]), needless);
    }
}

#[test]
fn involuntary_help_rests_on_danger_or_coercion() {
    let table = table(Choice::Nothing);
    for (ground, expected) in [
        ("danger", None),
        ("measure", None),
        ("report-of-danger", None),
        ("conflict", Some(R::GroundDoesNotFit)),
        ("index", Some(R::GroundDoesNotFit)),
        ("because", Some(R::UnknownLegalBasis)),
    ] {
        let new =
            NewRefusalOutcome { ground_id: Some(ground.into()), ..table.asked(OutcomeType::Involuntary) };
        let expected: Vec<_> = expected.map(|reason| place("/groundId", reason)).into_iter().collect();
        assert_eq!(table.wrong(&new, &[]), expected, "{ground}");
    }
    let force = |reference: &str| NewRefusalOutcome {
        measure: Some(Measure::Force { court_reference: reference.into() }),
        ..table.asked(OutcomeType::Involuntary)
    };
    assert_eq!(table.wrong(&force("C/08/1234"), &[]), []);
    assert_eq!(table.wrong(&force(" "), &[]), [place("/measure/courtReference", R::EmptyText)]);
    assert_eq!(table.wrong(&force("123456782"), &[]), [place("/measure/courtReference", R::BsnInText)]);
}

#[test]
fn only_a_no_has_an_outcome_and_only_one() {
    for (choice, refused) in
        [(Choice::Nothing, true), (Choice::All, false), (Choice::First, false), (Choice::Later, false)]
    {
        let table = table(choice);
        let reasons: Vec<R> = table
            .wrong(&table.asked(OutcomeType::Stopped), &[])
            .into_iter()
            .map(|(_, reason)| reason)
            .collect();
        let expected = if refused { vec![] } else { vec![R::NotRefused; 2] };
        assert_eq!(reasons, expected, "{choice:?}");
        let open = without_outcome(&table.request, &table.records, &[], today());
        assert_eq!(!open.is_empty(), refused, "{choice:?}");
    }
    let table = table(Choice::Nothing);
    let first =
        NewRefusalOutcome { item_ids: table.questions()[..1].to_vec(), ..table.asked(OutcomeType::Limited) };
    let existing = [table.stored(&first)];
    let rest = table.questions()[1];
    assert_eq!(without_outcome(&table.request, &table.records, &existing, today()), [rest]);
    assert_eq!(
        table.wrong(&table.asked(OutcomeType::Stopped), &existing),
        [place("/itemIds/0", R::Duplicate)]
    );
    let information = table.request.items.iter().map(|item| item.id);
    let information = information.into_iter().find(|id| !table.questions().contains(id)).unwrap();
    let odd = NewRefusalOutcome {
        item_ids: vec![ItemId(fresh_id()), information, rest, rest],
        ..table.asked(OutcomeType::Stopped)
    };
    assert_eq!(
        table.wrong(&odd, &existing),
        [
            place("/itemIds/0", R::UnknownItem),
            place("/itemIds/1", R::NotRefused),
            place("/itemIds/3", R::Duplicate),
        ]
    );
}

/// G2: what is at stake is explained on the day of the question or later, and that day
/// is the one on the clock in the Netherlands.
#[test]
fn it_is_explained_after_it_was_asked() {
    let mut table = table(Choice::Nothing);
    let on = |days: u64| NewRefusalOutcome {
        explained_on: today() - Days::new(days),
        ..table.asked(OutcomeType::Stopped)
    };
    let (yesterday, same_day) = (on(1), on(0));
    assert_eq!(table.wrong(&yesterday, &[]), [place("/explainedOn", R::DateOutOfRange)]);
    assert_eq!(table.wrong(&same_day, &[]), []);
    let late = |hour: &str| format!("2026-11-21T{hour}:00:00Z").parse().unwrap();
    table.request.requested_at = late("22");
    assert_eq!(table.wrong(&yesterday, &[]), [], "eleven at night is the same day");
    table.request.requested_at = late("23");
    assert_eq!(
        table.wrong(&yesterday, &[]),
        [place("/explainedOn", R::DateOutOfRange)],
        "midnight is the next"
    );
}

/// G1: what somebody else refused is no part of this request.
#[test]
fn the_no_of_another_is_not_followed_here() {
    let (own, other) = (table(Choice::Nothing), table(Choice::Nothing));
    let mixed = NewRefusalOutcome { item_ids: other.questions(), ..own.asked(OutcomeType::Stopped) };
    let expected = [place("/itemIds/0", R::UnknownItem), place("/itemIds/1", R::UnknownItem)];
    assert_eq!(own.wrong(&mixed, &[]), expected);
}

// Two questions to a young person and both parents.
fn joint() -> Table {
    let mut new = joint_request();
    new.items.push(samenspraak_contract::request::NewItem { source_id: "gp".into(), ..question() });
    let resolved = resolved(&new, None);
    Table { request: resolved.request, records: resolved.records }
}

/// F7: nobody records or reads what follows a no before everybody has answered, or the
/// last day has passed: it would tell whose no it is.
#[test]
fn what_follows_a_no_waits_for_the_last_answer() {
    let mut table = joint();
    let last = table.request.answer_before_date;
    let outcome = table.stored(&table.asked(OutcomeType::Limited));
    let (sem, mother) = (PersonId::from("sem"), PersonId::from("mother"));
    let readers = |table: &Table, day| {
        let may = |viewer| refusal::may_read(&outcome, &table.request, &table.records, viewer, day);
        [Viewer::Person(&sem), Viewer::Person(&mother), Viewer::Staff].map(may)
    };
    let waits = [place("/itemIds/0", R::NotRefused), place("/itemIds/1", R::NotRefused)];
    for (who, choice) in [("sem", Choice::Nothing), ("mother", Choice::All), ("father", Choice::Later)] {
        decide(&table.request, &mut table.records, who, choice).unwrap();
        assert_eq!(table.wrong(&table.asked(OutcomeType::Limited), &[]), waits, "{who}");
        assert_eq!(without_outcome(&table.request, &table.records, &[], last), [], "{who}");
        assert_eq!(readers(&table, last), [false, false, true], "{who}");
    }
    let after = last + Days::new(1);
    assert_eq!(without_outcome(&table.request, &table.records, &[], after), table.questions());
    assert_eq!(readers(&table, after), [true; 3], "nobody can answer any more");
    decide(&table.request, &mut table.records, "father", Choice::All).unwrap();
    assert_eq!(table.wrong(&table.asked(OutcomeType::Limited), &[]), []);
    assert_eq!(readers(&table, last), [true; 3]);
}

/// G1: somebody who still thinks about one question holds up nothing about the other.
#[test]
fn each_question_waits_for_its_own_answers() {
    let mut table = table(Choice::Later);
    let noor = PersonId::from("noor");
    let (mut one, shown) = confirmation(&table.request, Choice::Nothing);
    one.choices.truncate(1);
    let refused = one.choices[0].item_id;
    let by = EnteredBy::Person(&noor);
    take(&table.request, &mut table.records, by, &one, &shown, Moment::now(noon(today()))).unwrap();
    assert_eq!(without_outcome(&table.request, &table.records, &[], today()), [refused]);
    let of = |item_ids| NewRefusalOutcome { item_ids, ..table.asked(OutcomeType::Limited) };
    assert_eq!(table.wrong(&of(vec![refused]), &[]), []);
    let reads = |items| {
        let outcome = table.stored(&of(items));
        refusal::may_read(&outcome, &table.request, &table.records, Viewer::Person(&noor), today())
    };
    assert_eq!([reads(vec![refused]), reads(table.questions())], [true, false]);
}

/// F7: a newer question that took its place answers nothing for who was still silent.
#[test]
fn what_was_replaced_tells_no_more_than_before() {
    let mut table = joint();
    decide(&table.request, &mut table.records, "sem", Choice::Nothing).unwrap();
    let outcome = table.stored(&table.asked(OutcomeType::Limited));
    for record in &mut table.records {
        record.events.push(event(EventType::Superseded, None, &[]));
    }
    let mother = PersonId::from("mother");
    let reads = |viewer| refusal::may_read(&outcome, &table.request, &table.records, viewer, today());
    assert!(!reads(Viewer::Person(&mother)));
}

/// A yes that was taken back is a no as well.
#[test]
fn a_stop_has_an_outcome_too() {
    let mut table = table(Choice::All);
    for record in &mut table.records {
        let mut stopped = record.events.last().unwrap().clone();
        stopped.event_type = EventType::Withdrawn;
        record.events.push(stopped);
    }
    assert_eq!(table.wrong(&table.asked(OutcomeType::Stopped), &[]), []);
}

#[test]
fn a_second_person_weighs_along() {
    let mut table = table(Choice::Nothing);
    table.request.signatories.push(signatory("mother", samenspraak_contract::person::Capacity::Mentor));
    for colleague in [None, Some("worker"), Some("noor"), Some("mother")] {
        let new = NewRefusalOutcome {
            consultation: consultation(colleague, today()),
            ..table.asked(OutcomeType::Stopped)
        };
        let errors = table.wrong(&new, &[]);
        assert!(errors.contains(&place("/consultation/colleague", R::SecondPersonMissing)), "{colleague:?}");
    }
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let table = table(Choice::Nothing);
    let tomorrow = today() + Days::new(1);
    let number = "123456782";
    let mut weighed = consultation(Some("colleague"), tomorrow);
    weighed.colleague = Some(Person { id: " ".into(), display_name: format!("Kim {number}") });
    weighed.function = " ".into();
    let new = NewRefusalOutcome {
        stops: String::new(),
        continues: number.into(),
        alternatives: number.into(),
        explained_on: tomorrow,
        consultation: weighed,
        rationale: format!("Omdat {number}."),
        informed_on: today() - Days::new(1),
        ..table.asked(OutcomeType::Stopped)
    };
    assert_eq!(
        table.wrong(&new, &[]),
        [
            place("/stops", R::EmptyText),
            place("/continues", R::BsnInText),
            place("/alternatives", R::BsnInText),
            place("/explainedOn", R::DateInFuture),
            place("/consultation/colleague/id", R::EmptyText),
            place("/consultation/colleague/displayName", R::BsnInText),
            place("/consultation/function", R::EmptyText),
            place("/consultation/date", R::DateInFuture),
            place("/rationale", R::BsnInText),
            place("/informedOn", R::DateOutOfRange),
        ]
    );
}

/// The person reads everything but who of the staff it was; staff read it whole.
#[test]
fn the_person_reads_a_function_and_no_name() {
    let table = table(Choice::Nothing);
    let stored = table.stored(&table.asked(OutcomeType::Involuntary));
    let noor = "noor".into();
    let seen = refusal::view(&stored, Viewer::Person(&noor));
    assert_eq!((seen.consultation.colleague.as_ref(), seen.decided_by.as_ref()), (None, None));
    assert_eq!(seen.consultation.function, stored.consultation.function);
    assert_eq!((&seen.rationale, &seen.measure), (&stored.rationale, &stored.measure));
    assert_eq!(refusal::view(&stored, Viewer::Staff), stored);
    assert_eq!(stored.consent_request_id, table.request.id);
    let records: Vec<_> = table.request.records.values().copied().collect();
    assert_eq!(seen.consent_record_ids, records, "what an objection is about");
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..20).prop_map(|days| today() - Days::new(10) + Days::new(days))
}

proptest! {
    /// Whatever days and people are named: what is taken was asked, explained and
    /// told in that order, by now, and weighed by somebody else.
    #[test]
    fn what_is_taken_keeps_the_three_rules(
        explained_on in any_day(),
        informed_on in any_day(),
        consulted_on in any_day(),
        colleague in prop::sample::select(vec![None, Some("worker"), Some("noor"), Some("colleague")]),
        reasoned in any::<bool>(),
        outcome_type in prop::sample::select(TYPES.to_vec()),
    ) {
        let table = table(Choice::Nothing);
        let new = NewRefusalOutcome {
            explained_on,
            informed_on,
            consultation: consultation(colleague, consulted_on),
            rationale: if reasoned { "Daarom.".into() } else { "  ".into() },
            ..table.asked(outcome_type)
        };
        let asked = table.request.requested_at.date_naive();
        let fine = asked <= explained_on && explained_on <= informed_on && informed_on <= today()
            && consulted_on <= today() && colleague == Some("colleague") && reasoned;
        prop_assert_eq!(table.wrong(&new, &[]).is_empty(), fine);
    }
}
