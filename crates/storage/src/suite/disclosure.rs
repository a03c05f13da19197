// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What really happened to data: read back, found by every filter, and never seen
//! while it is withheld.

use crate::change::{Applied, Change};
use crate::disclosure::{
    ConsultationFacts, DisclosureAppend, FlowFacts, Place, Stretch, Timeline, place_in_review, place_in_time,
};
use crate::store::{Part, Store, StoreError};
use crate::suite::samples::{here, id, now};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use samenspraak_contract::catalogue::Ground;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::{
    Channel, Consulted, DisclosureAction, DisclosureEvent, DisclosureEventType, DisclosureKind, Withholding,
    WithholdingReason,
};
use samenspraak_contract::id::{ConsentRecordId, ConsultationId, ControllerId, DisclosureId, EventId};
use samenspraak_contract::person::Person;
use samenspraak_rules::disclosure::{CitedConsent, DisclosureFacts};

const ALL: Stretch = Stretch { after: None, limit: 100 };

/// A line about `a`, `minutes` after the moment of every sample, from the GP to the
/// team, on a public task.
pub fn line(number: u128, minutes: i64) -> DisclosureFacts {
    DisclosureFacts {
        id: DisclosureId(id(number)),
        subject: Person { id: "a".into(), display_name: "A ë".to_owned() },
        occurred_at: now() + TimeDelta::minutes(minutes),
        recorded_at: now(),
        recorded_by: "system".into(),
        action: DisclosureAction::Shared,
        channel: Channel::Oral,
        sender_id: "gp".into(),
        recipient_id: "team".into(),
        recipient_function: Some("nurse".to_owned()),
        data_type_ids: vec!["medicines".into(), "home".into()],
        purpose_id: "help".into(),
        legal_basis_id: "task".into(),
        ground: Ground::PublicTask,
        consent: None,
        not_shared_reason: None,
        disclosure_decision_id: None,
        withholding: None,
        case_reference: None,
        events: Vec::new(),
    }
}

/// The same line, withheld until somebody looks again, `days` after today.
pub fn withheld(number: u128, minutes: i64, days: u64) -> DisclosureFacts {
    let reason = WithholdingReason::SafetyOfOthers;
    DisclosureFacts {
        withholding: Some(Withholding { reason, review_date: day(days) }),
        ..line(number, minutes)
    }
}

fn day(days: u64) -> NaiveDate {
    now().date_naive() + Days::new(days)
}

/// A change that adds lines.
pub fn recorded(lines: Vec<DisclosureFacts>) -> Change {
    let mut change = Change::new(here());
    change.disclosures.recorded = lines;
    change
}

/// A change that adds one event to a line.
pub fn followed(line: u128, expected_version: u32, number: u128, event_type: DisclosureEventType) -> Change {
    let postponed = event_type == DisclosureEventType::ReviewPostponed;
    let event = DisclosureEvent {
        id: EventId(id(number)),
        event_type,
        occurred_at: now(),
        by: None,
        role: Role::Coordinator,
        review_date: postponed.then(|| day(90)),
    };
    let mut change = Change::new(here());
    change.disclosures.appends =
        vec![DisclosureAppend { id: DisclosureId(id(line)), expected_version, events: vec![event] }];
    change
}

/// That somebody looked at a record of `a`, `days` after today.
pub fn looked(number: u128, viewer: &str, thing: u128, days: u64) -> ConsultationFacts {
    ConsultationFacts {
        id: ConsultationId(id(number)),
        subject: "a".into(),
        viewer: viewer.into(),
        role: Role::IntakeWorker,
        consulted: Consulted::ConsentRecord(ConsentRecordId(id(thing))),
        occurred_at: now(),
        day: day(days),
    }
}

async fn store(store: &dyn Store, change: Change) {
    assert_eq!(store.apply(change).await.expect("a store that works"), Applied::Stored);
}

fn of(person: &str) -> Timeline {
    Timeline { subject: person.into(), kind: None, party: None, from: None, before: None }
}

async fn found(it: &dyn Store, timeline: &Timeline, stretch: Stretch) -> Vec<u128> {
    let lines = it.timeline(&here(), timeline, stretch).await.expect("read");
    lines.iter().map(|line| line.id.0.as_u128()).collect()
}

async fn under_review(it: &dyn Store) -> Vec<u128> {
    let lines = it.withheld(&here(), ALL).await.expect("read");
    lines.iter().map(|line| line.id.0.as_u128()).collect()
}

/// A line comes back as it went in, with the events that were added to it.
pub async fn a_line_reads_back_with_its_events(it: &dyn Store) {
    let mut kept = withheld(1, 0, 30);
    store(it, recorded(vec![kept.clone()])).await;
    for (version, event) in
        [DisclosureEventType::ReviewPostponed, DisclosureEventType::Released].into_iter().enumerate()
    {
        let version = u32::try_from(version).expect("small");
        let change = followed(1, version, 100 + u128::from(version), event);
        kept.events.extend(change.disclosures.appends[0].events.clone());
        store(it, change).await;
    }
    let read = it.disclosure(&here(), DisclosureId(id(1))).await.expect("read");
    assert_eq!(read.as_ref(), Some(&kept));
    assert_eq!(it.timeline(&here(), &of("a"), ALL).await.expect("read"), [kept]);
    assert_eq!(it.disclosure(&here(), DisclosureId(id(2))).await.expect("read"), None);
}

/// Whatever happened last comes first, whenever it was recorded, part by part.
pub async fn a_time_line_goes_by_what_happened(it: &dyn Store) {
    let minutes = [5, -3, 5, 0, 9, 5, -60];
    let lines: Vec<_> = (1..).zip(minutes).map(|(number, minutes)| line(number, minutes)).collect();
    let mut expected: Vec<Place> = lines.iter().map(place_in_time).collect();
    expected.sort();
    expected.reverse();
    let expected: Vec<u128> = expected.iter().map(|place| place.id.as_u128()).collect();
    store(it, recorded(lines)).await;
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let part = it.timeline(&here(), &of("a"), Stretch { after, limit: 2 }).await.expect("read");
        let Some(last) = part.last() else { break };
        assert!(part.len() <= 2);
        after = Some(place_in_time(last));
        all.extend(part.iter().map(|line| line.id.0.as_u128()));
    }
    assert_eq!(all, expected);
    assert_eq!(found(it, &of("b"), ALL).await, []);
}

/// A kind, a party, a period, and all of them together.
pub async fn every_filter_finds_its_lines(it: &dyn Store) {
    let consented = DisclosureFacts { ground: Ground::Consent, ..line(1, 1) };
    let refused = DisclosureFacts { action: DisclosureAction::NotShared, ..line(2, 2) };
    let swapped = DisclosureFacts { sender_id: "team".into(), recipient_id: "gp".into(), ..line(3, 3) };
    let inside = DisclosureFacts { recipient_id: "gp".into(), ..line(4, 4) };
    let elsewhere = DisclosureFacts { sender_id: "cak".into(), ..line(5, 5) };
    store(it, recorded(vec![consented, refused, swapped, inside, elsewhere])).await;
    let moment = |minutes| -> Option<DateTime<Utc>> { Some(now() + TimeDelta::minutes(minutes)) };
    let kind = |kind| Timeline { kind: Some(kind), ..of("a") };
    let party = |party: &str| Timeline { party: Some(party.into()), ..of("a") };
    for (timeline, expected) in [
        (of("a"), vec![5, 4, 3, 2, 1]),
        (kind(DisclosureKind::WithConsent), vec![1]),
        (kind(DisclosureKind::WithoutConsent), vec![5, 4, 3]),
        (kind(DisclosureKind::NotShared), vec![2]),
        (party("gp"), vec![4, 3, 2, 1]),
        (party("team"), vec![5, 3, 2, 1]),
        (party("cak"), vec![5]),
        (party("nobody"), vec![]),
        (Timeline { party: Some("gp".into()), ..kind(DisclosureKind::WithoutConsent) }, vec![4, 3]),
        (Timeline { from: moment(2), ..of("a") }, vec![5, 4, 3, 2]),
        (Timeline { before: moment(2), ..of("a") }, vec![1]),
        (Timeline { from: moment(2), before: moment(4), ..party("gp") }, vec![3, 2]),
    ] {
        assert_eq!(found(it, &timeline, ALL).await, expected, "{timeline:?}");
    }
}

/// While a line is withheld, nothing of the person's knows of it; staff find it by
/// the day to look again.
pub async fn a_withheld_line_is_nowhere_until_it_is_released(it: &dyn Store) {
    store(it, recorded(vec![line(1, 0), withheld(2, 1, 30), withheld(3, 2, 10)])).await;
    let flows = it.flows(&here(), &"a".into()).await.expect("read");
    assert_eq!(found(it, &of("a"), ALL).await, [1]);
    assert!(flows.iter().all(|flow| flow.times == 1 && flow.last_occurred_at == now()));
    assert_eq!(it.untold(&here(), &"a".into()).await.expect("read"), 0);
    assert_eq!(under_review(it).await, [3, 2]);
    let first = it.withheld(&here(), Stretch { after: None, limit: 1 }).await.expect("read");
    let after = first.first().and_then(place_in_review);
    let rest = it.withheld(&here(), Stretch { after, limit: 9 }).await.expect("read");
    assert_eq!(rest.iter().map(|line| line.id.0).collect::<Vec<_>>(), [id(2)]);

    store(it, followed(3, 0, 100, DisclosureEventType::ReviewPostponed)).await;
    assert_eq!(under_review(it).await, [2, 3], "looked at again later than the other one");
    assert_eq!(it.flows(&here(), &"a".into()).await.expect("read"), flows);

    store(it, followed(3, 1, 101, DisclosureEventType::Released)).await;
    assert_eq!(found(it, &of("a"), ALL).await, [3, 1]);
    assert_eq!(under_review(it).await, [2]);
    assert_eq!(it.untold(&here(), &"a".into()).await.expect("read"), 1);
    let flows = it.flows(&here(), &"a".into()).await.expect("read");
    assert!(flows.iter().all(|flow| flow.times == 2 && flow.last_occurred_at > now()));

    store(it, followed(3, 2, 102, DisclosureEventType::Acknowledged)).await;
    assert_eq!(it.untold(&here(), &"a".into()).await.expect("read"), 0);
    assert_eq!(found(it, &of("a"), ALL).await, [3, 1], "told, and still there");
}

/// Who has what: each pair and type once, with the last time, however it is recorded.
pub async fn flows_count_what_went_and_when_last(it: &dyn Store) {
    let cited = |covered| CitedConsent { record_id: ConsentRecordId(id(90)), covered, given_on: None };
    let on =
        |covered, line| DisclosureFacts { ground: Ground::Consent, consent: Some(cited(covered)), ..line };
    let consented = on(true, line(1, 7));
    let earlier = line(2, 3);
    let refused = DisclosureFacts { action: DisclosureAction::NotShared, ..line(3, 9) };
    let other =
        DisclosureFacts { recipient_id: "cak".into(), data_type_ids: vec!["home".into()], ..line(4, 1) };
    store(it, recorded(vec![consented, earlier, refused, other])).await;
    let flow = |recipient: &str, data_type: &str, times, minutes, with_consent| FlowFacts {
        sender_id: "gp".into(),
        recipient_id: recipient.into(),
        data_type_id: data_type.into(),
        times,
        last_occurred_at: now() + TimeDelta::minutes(minutes),
        with_consent,
    };
    let expected = [
        flow("cak", "home", 1, 1, false),
        flow("team", "home", 2, 7, true),
        flow("team", "medicines", 2, 7, true),
    ];
    assert_eq!(it.flows(&here(), &"a".into()).await.expect("read"), expected);
    store(it, recorded(vec![line(5, 7)])).await;
    let flows = it.flows(&here(), &"a".into()).await.expect("read");
    assert_eq!(flows[1], flow("team", "home", 3, 7, false), "at the same moment, and without consent");
    store(it, recorded(vec![on(true, line(6, 8)), on(false, line(7, 9))])).await;
    let flows = it.flows(&here(), &"a".into()).await.expect("read");
    assert_eq!(flows[1], flow("team", "home", 5, 9, false), "a consent that does not cover it is none");
    assert_eq!(it.flows(&here(), &"b".into()).await.expect("read"), []);
}

/// Nothing of one controller is another's, and nobody writes there (N2).
pub async fn lines_of_another_controller_are_not_there(it: &dyn Store) {
    let mut change = recorded(vec![line(1, 0), withheld(2, 1, 30)]);
    change.disclosures.consultations = vec![looked(3, "lotte", 9, 0)];
    store(it, change).await;
    store(it, followed(2, 0, 100, DisclosureEventType::Released)).await;
    let there: ControllerId = "there".into();
    assert_eq!(it.disclosure(&there, DisclosureId(id(1))).await.expect("read"), None);
    assert_eq!(it.timeline(&there, &of("a"), ALL).await.expect("read"), []);
    assert_eq!(it.withheld(&there, ALL).await.expect("read"), []);
    assert_eq!(it.flows(&there, &"a".into()).await.expect("read"), []);
    assert_eq!(it.untold(&there, &"a".into()).await.expect("read"), 0);
    let part = Part { before: None, limit: 100 };
    assert_eq!(it.consultations(&there, &"a".into(), part).await.expect("read"), []);
    let mut intruder = followed(2, 1, 101, DisclosureEventType::Acknowledged);
    intruder.controller = there;
    assert!(it.apply(intruder).await.is_err());
}

/// An event on another version than the present one is refused, and leaves nothing.
pub async fn an_event_expects_a_version(it: &dyn Store) {
    store(it, recorded(vec![withheld(1, 0, 30)])).await;
    let mut refused = followed(1, 1, 100, DisclosureEventType::Released);
    refused.disclosures.recorded = vec![line(2, 0)];
    assert!(matches!(it.apply(refused).await, Err(StoreError::Conflict)));
    assert_eq!(found(it, &of("a"), ALL).await, []);
    assert!(it.apply(recorded(vec![line(3, 0), line(1, 0)])).await.is_err(), "an id is used once");
    assert_eq!(found(it, &of("a"), ALL).await, []);
}

/// Looking twice on one day is one line; another thing, person or day is another.
pub async fn looking_is_noted_once_a_day(it: &dyn Store) {
    for facts in [
        looked(1, "lotte", 9, 0),
        looked(2, "lotte", 9, 0),
        looked(3, "karim", 9, 0),
        looked(4, "lotte", 8, 0),
        looked(5, "lotte", 9, 1),
    ] {
        let mut change = Change::new(here());
        change.disclosures.consultations = vec![facts];
        store(it, change).await;
    }
    let part = Part { before: None, limit: 100 };
    let all = it.consultations(&here(), &"a".into(), part).await.expect("read");
    assert_eq!(all.iter().map(|facts| facts.id.0.as_u128()).collect::<Vec<_>>(), [5, 4, 3, 1]);
    assert_eq!(all[3], looked(1, "lotte", 9, 0));
    let part = Part { before: Some(id(4)), limit: 1 };
    let rest = it.consultations(&here(), &"a".into(), part).await.expect("read");
    assert_eq!(rest, [looked(3, "karim", 9, 0)]);
    assert_eq!(it.consultations(&here(), &"b".into(), part).await.expect("read"), []);
}
