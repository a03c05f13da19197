// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Any order of changes ends as it does in memory, the simplest store there is.

use crate::change::{Append, Change};
use crate::disclosure::{Stretch, Timeline};
use crate::filing::Selection;
use crate::intake::{DecisionSelection, IntakeChange};
use crate::memory::MemoryStore;
use crate::store::{Part, Store, StoreError, Whose};
use crate::suite::disclosure::{followed, line, withheld};
use crate::suite::filing::{added, day, filed, filing, place};
use crate::suite::intake::{client, decision as decided, outcome, reviewed};
use crate::suite::samples::{decision, event, id, presentation, record, replay, request};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use samenspraak_contract::catalogue::Ground;
use samenspraak_contract::disclosure::{DisclosureAction, DisclosureKind};
use samenspraak_contract::filing::FilingKind;
use samenspraak_contract::id::{ConsentRecordId, ConsentRequestId, ControllerId, PartyId, PersonId};
use samenspraak_contract::record::EventType;
use samenspraak_rules::disclosure::DisclosureFacts;
use samenspraak_rules::disclosure::event::EVENTS;

/// What one change does, in small numbers, so that changes meet often.
#[derive(Clone, Debug)]
struct Step {
    controller: bool,
    request: Option<(u128, Option<u128>)>,
    append: Option<(u128, u32)>,
    still_current: Option<u128>,
    key: Option<(bool, u128, u8)>,
    documents: bool,
    line: Option<(u128, i64, u8)>,
    follow: Option<(u128, u32, u8)>,
    file: Option<(u128, bool, u64, u8)>,
    handle: Option<(u128, u32, bool, u64)>,
    intake: Intake,
}

/// The part of it that is about intake.
#[derive(Clone, Debug)]
struct Intake {
    client: Option<(u128, u8, u8)>,
    outcome: Option<(u128, u128, u128)>,
    decide: Option<(u128, bool, Option<u64>)>,
    review: Option<(u128, u32, Option<u64>)>,
}

const SMALL: u128 = 6;
const STEPS: usize = 40;
const RUNS: u32 = 12;

fn step() -> impl Strategy<Value = Step> {
    let request = prop::option::of((0..SMALL, prop::option::weighted(0.3, 0..SMALL)));
    let append = prop::option::of((0..SMALL, 0_u32..4));
    let still_current = prop::option::weighted(0.2, 0..SMALL);
    let key = prop::option::of((any::<bool>(), 0..SMALL, 0_u8..2));
    // Few moments and few shapes, so that lines meet on the same place and the same flow.
    let line = prop::option::of((0..SMALL * 3, 0_i64..4, 0_u8..5));
    let follow = prop::option::of((0..SMALL * 3, 0_u32..3, 0_u8..3));
    let file = prop::option::of((0..SMALL * 2, any::<bool>(), 0_u64..4, 0_u8..3));
    let handle = prop::option::of((0..SMALL * 2, 0_u32..3, any::<bool>(), 0_u64..4));
    let consent = (any::<bool>(), request, append, still_current, key, any::<bool>());
    (consent, line, follow, file, handle, intake()).prop_map(
        |(consent, line, follow, file, handle, intake)| {
            let (controller, request, append, still_current, key, documents) = consent;
            Step {
                controller,
                request,
                append,
                still_current,
                key,
                documents,
                line,
                follow,
                file,
                handle,
                intake,
            }
        },
    )
}

fn intake() -> impl Strategy<Value = Intake> {
    let client = prop::option::of((0..SMALL * 3, 0_u8..3, 0_u8..3));
    let outcome = prop::option::weighted(0.3, (0..SMALL, 0..SMALL, 0..SMALL));
    let decide = prop::option::of((0..SMALL * 2, any::<bool>(), prop::option::of(0_u64..4)));
    let review = prop::option::of((0..SMALL * 2, 0_u32..3, prop::option::of(0_u64..4)));
    (client, outcome, decide, review).prop_map(|(client, outcome, decide, review)| Intake {
        client,
        outcome,
        decide,
        review,
    })
}

fn controllers() -> [ControllerId; 2] {
    ["here".into(), "there".into()]
}

fn change(number: u128, step: &Step, run: u128) -> Change {
    let [here, there] = controllers();
    let of_run = |small: u128| run * 1000 + small;
    let mut change = Change::new(if step.controller { here } else { there });
    if let Some((small, replaces)) = step.request {
        let mut asked = request(of_run(small), "a", &["a", "b"]);
        asked.replaces = replaces.map(|old| ConsentRequestId(id(of_run(old))));
        change.records = vec![record(of_run(small), of_run(small))];
        change.request = Some(asked);
    }
    if let Some((small, expected_version)) = step.append {
        let events = vec![event(number, EventType::Given), event(number + 1, EventType::Withdrawn)];
        let record_id = ConsentRecordId(id(of_run(small)));
        change.appends = vec![Append { record_id, expected_version, events }];
    }
    change.still_current = step.still_current.map(|small| ConsentRequestId(id(of_run(small))));
    change.replay = step.key.map(|(a, key, body)| replay(if a { "a" } else { "b" }, of_run(key), body));
    if let Some((small, minutes, shape)) = step.line {
        change.disclosures.recorded = vec![shaped(of_run(small), minutes, shape)];
    }
    if let Some((small, version, event)) = step.follow {
        let event = EVENTS[usize::from(event)];
        change.disclosures.appends = followed(of_run(small), version, number + 4, event).disclosures.appends;
    }
    if let Some((small, open, due, kind)) = step.file {
        let place = place(KINDS[usize::from(kind)], open, due);
        change.filings.filed = filed(filing(of_run(small), "a", "b"), place).filings.filed;
    }
    if let Some((small, version, open, due)) = step.handle {
        let place = place(KINDS[0], open, due);
        change.filings.append = added(of_run(small), version, number + 5, place).filings.append;
    }
    change.intake = intake_change(number, &step.intake, run);
    if step.documents {
        change.presentation = Some(presentation(number + 2, 1));
        change.decision = Some(decision(number + 3, 1, 1));
    }
    change
}

fn intake_change(number: u128, intake: &Intake, run: u128) -> IntakeChange {
    let of_run = |small: u128| run * 1000 + small;
    let mut change = IntakeChange::default();
    if let Some((small, name, household)) = intake.client {
        let household = ["home", "away"].get(usize::from(household)).copied();
        change.clients = vec![client(of_run(small), ["a", "b", "c"][usize::from(name)], household)];
    }
    if let Some((small, request, item)) = intake.outcome {
        change.outcomes = vec![outcome(of_run(small), of_run(request), &[of_run(item), of_run(item + 1)])];
    }
    if let Some((small, a, review)) = intake.decide {
        let who = if a { "a" } else { "b" };
        change.decisions = vec![decided(of_run(small), who, review.map(day))];
    }
    if let Some((small, version, review)) = intake.review {
        change.appends = reviewed(of_run(small), version, number + 6, review.map(day)).intake.appends;
    }
    change
}

const KINDS: [FilingKind; 3] = [FilingKind::Access, FilingKind::Erasure, FilingKind::Complaint];

fn shaped(number: u128, minutes: i64, shape: u8) -> DisclosureFacts {
    match shape {
        0 => withheld(number, minutes, 30),
        1 => DisclosureFacts { ground: Ground::Consent, ..line(number, minutes) },
        2 => DisclosureFacts { action: DisclosureAction::NotShared, ..line(number, minutes) },
        3 => DisclosureFacts { recipient_id: "gp".into(), ..line(number, minutes) },
        _ => line(number, minutes),
    }
}

// Whether two stores said the same. When a change is wrong in two ways, either may be told.
fn kind<T: std::fmt::Debug>(result: &Result<T, StoreError>) -> String {
    match result {
        Ok(applied) => format!("{applied:?}"),
        Err(StoreError::Conflict | StoreError::Taken | StoreError::Failed(_)) => "refused".to_owned(),
        Err(StoreError::IdempotencyKeyReused) => "reused".to_owned(),
        Err(error) => panic!("{error}"),
    }
}

/// The same changes in the same order, here and in memory.
pub async fn any_order_of_changes_ends_as_in_memory(it: &dyn Store) {
    let config = Config { failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let model = MemoryStore::default();
    let mut number = 1_000_000;
    for run in 0..RUNS {
        let steps = prop::collection::vec(step(), STEPS).new_tree(&mut runner).expect("a sample").current();
        for step in &steps {
            number += 10;
            let change = change(number, step, run.into());
            let (ours, theirs) = (it.apply(change.clone()).await, model.apply(change).await);
            assert_eq!(kind(&ours), kind(&theirs), "run {run}, {step:?}");
        }
        compare(it, &model).await;
    }
}

async fn compare(it: &dyn Store, model: &dyn Store) {
    compare_consent(it, model).await;
    compare_disclosures(it, model).await;
    compare_filings(it, model).await;
    compare_intake(it, model).await;
}

async fn compare_intake(it: &dyn Store, model: &dyn Store) {
    let part = Part { before: None, limit: 100 };
    for controller in controllers() {
        let ours = it.clients(&controller, part).await.expect("read");
        assert_eq!(ours, model.clients(&controller, part).await.expect("read"));
        let home = "home".into();
        let ours = it.household(&controller, &home, part).await.expect("read");
        assert_eq!(ours, model.household(&controller, &home, part).await.expect("read"));
        for whose in [Whose::Everybody, Whose::Person("a".into())] {
            let ours = it.outcomes(&controller, &whose, part).await.expect("read");
            assert_eq!(ours, model.outcomes(&controller, &whose, part).await.expect("read"));
        }
        for (decided_by, due_by) in [(None, None), (Some("a"), None), (None, Some(1)), (Some("b"), Some(2))] {
            let selection =
                DecisionSelection { decided_by: decided_by.map(PersonId::from), due_by: due_by.map(day) };
            let ours = it.disclosure_decisions(&controller, &selection, part).await.expect("read");
            let theirs = model.disclosure_decisions(&controller, &selection, part).await.expect("read");
            assert_eq!(ours, theirs, "{selection:?}");
        }
    }
}

async fn compare_filings(it: &dyn Store, model: &dyn Store) {
    let part = Part { before: None, limit: 100 };
    for controller in controllers() {
        for (open, kinds) in
            [(None, &[][..]), (Some(true), &[]), (Some(false), &KINDS[..2]), (None, &KINDS[2..])]
        {
            let selection = Selection { open, kinds: kinds.to_vec() };
            let ours = it.filing_queue(&controller, &selection, None, 100).await.expect("read");
            assert_eq!(ours, model.filing_queue(&controller, &selection, None, 100).await.expect("read"));
        }
        let people = ["a", "b"].map(PersonId::from);
        let ours = it.filings(&controller, &people, part).await.expect("read");
        assert_eq!(ours, model.filings(&controller, &people, part).await.expect("read"));
    }
}

async fn compare_disclosures(it: &dyn Store, model: &dyn Store) {
    let all = Stretch { after: None, limit: 100 };
    let subject = PersonId::from("a");
    for controller in controllers() {
        for (kind, party) in [
            (None, None),
            (Some(DisclosureKind::WithConsent), None),
            (Some(DisclosureKind::NotShared), Some("team")),
            (None, Some("gp")),
        ] {
            let party = party.map(PartyId::from);
            let timeline = Timeline { subject: subject.clone(), kind, party, from: None, before: None };
            let ours = it.timeline(&controller, &timeline, all).await.expect("read");
            assert_eq!(ours, model.timeline(&controller, &timeline, all).await.expect("read"));
        }
        let ours = it.withheld(&controller, all).await.expect("read");
        assert_eq!(ours, model.withheld(&controller, all).await.expect("read"));
        let ours = it.flows(&controller, &subject).await.expect("read");
        assert_eq!(ours, model.flows(&controller, &subject).await.expect("read"));
        let ours = it.untold(&controller, &subject).await.expect("read");
        assert_eq!(ours, model.untold(&controller, &subject).await.expect("read"));
    }
}

async fn compare_consent(it: &dyn Store, model: &dyn Store) {
    for controller in controllers() {
        for whose in [Whose::Everybody, Whose::Person("a".into()), Whose::Person("nobody".into())] {
            let part = Part { before: None, limit: 100 };
            let ours = it.requests(&controller, &whose, part).await.expect("read");
            assert_eq!(ours, model.requests(&controller, &whose, part).await.expect("read"));
            let ours = it.records(&controller, &whose, part).await.expect("read");
            assert_eq!(ours, model.records(&controller, &whose, part).await.expect("read"));
        }
    }
}
