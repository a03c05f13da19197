// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! When the person is told of a decision to share, and that its lines never tell
//! something else (H3 to H6).

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use chrono::{Days, NaiveDate};
use fixture::grounds::with_grounds;
use fixture::sharing::{afterwards, before, lines, place, shared, stored, with};
use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::{DisclosureEventType, NewDisclosureEvent};
use samenspraak_contract::disclosure_decision::*;
use samenspraak_contract::id::EventId;
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_rules::disclosure::event::{EventRefusal as LineRefusal, check as check_line};
use samenspraak_rules::disclosure::{DisclosureFacts, Status};
use samenspraak_rules::intake::facts::DisclosureDecisionFacts;
use samenspraak_rules::intake::sharing::event::{EVENTS, EventRefusal, is_allowed, may_add, on_line};
use samenspraak_rules::intake::sharing::{self, STATUSES, event, notification_status};

#[test]
fn the_documented_table_is_the_code() {
    fixture::documented::assert_table("decision to share", &STATUSES, &EVENTS, is_allowed);
}

fn new_event(event_type: DecisionEventType, days: u64) -> NewDecisionEvent {
    let postponed = event_type == DecisionEventType::ReviewPostponed;
    NewDecisionEvent {
        event_type,
        reason: postponed.then(|| "Het onderzoek loopt nog.".into()),
        review_date: postponed.then(|| today() + Days::new(days)),
    }
}

/// A decision and its lines, as a store would hold them.
#[derive(Clone, Debug)]
struct Kept {
    facts: DisclosureDecisionFacts,
    lines: Vec<DisclosureFacts>,
}

impl Kept {
    fn new(notification: NewNotification) -> Self {
        let sharings = vec![shared("team", "provider", "needs"), shared("team", "cak", "needs")];
        let facts = stored(&NewDisclosureDecision { notification, ..with(sharings) });
        Self { lines: lines(&facts), facts }
    }

    fn add(&mut self, new: &NewDecisionEvent, today: NaiveDate) -> Result<(), EventRefusal> {
        event::check(&self.facts, (&"worker".into(), Role::IntakeWorker), new, &with_grounds(), today)?;
        let event = DecisionEvent {
            id: EventId(fresh_id()),
            event_type: new.event_type,
            occurred_at: noon(today),
            by: person("worker"),
            reason: new.reason.clone(),
            review_date: new.review_date,
        };
        for line in &mut self.lines {
            line.events.push(on_line(&event, Role::IntakeWorker, EventId(fresh_id())));
        }
        self.facts.events.push(event);
        Ok(())
    }
}

/// H4: it comes back on the very day, and not before.
#[test]
fn the_day_to_look_again_is_the_day_it_is_due() {
    let mut facts = Kept::new(afterwards(30)).facts;
    for (days, status) in [
        (0, NotificationStatus::Withheld),
        (29, NotificationStatus::Withheld),
        (30, NotificationStatus::ReviewDue),
        (31, NotificationStatus::ReviewDue),
    ] {
        assert_eq!(notification_status(&facts, today() + Days::new(days)), status, "{days}");
    }
    facts.withheld = None;
    assert_eq!(notification_status(&facts, today() + Days::new(31)), NotificationStatus::Told);
}

/// H3, H4: who was told before knows from the start; who was told afterwards, from the
/// day of release.
#[test]
fn told_before_and_told_at_last_are_not_the_same() {
    let mut kept = Kept::new(afterwards(30));
    kept.add(&new_event(DecisionEventType::Released, 0), today()).unwrap();
    for days in [0, 30, 31] {
        let on = today() + Days::new(days);
        assert_eq!(notification_status(&kept.facts, on), NotificationStatus::Released);
        assert_eq!(notification_status(&Kept::new(before()).facts, on), NotificationStatus::Told);
    }
}

#[test]
fn an_event_is_for_who_decided_and_who_watches() {
    let facts = Kept::new(afterwards(30)).facts;
    for (person, role, expected) in [
        ("worker", Role::IntakeWorker, true),
        ("other", Role::IntakeWorker, false),
        ("other", Role::Coordinator, true),
        ("other", Role::DataProtectionOfficer, true),
        ("other", Role::ComplaintHandler, false),
        ("worker", Role::Citizen, false),
        ("worker", Role::Auditor, false),
        ("worker", Role::System, false),
    ] {
        let person = person.into();
        assert_eq!(may_add(&facts, &person, role), expected, "{role:?}");
        let new = new_event(DecisionEventType::Released, 0);
        let judged = event::check(&facts, (&person, role), &new, &with_grounds(), today());
        assert_eq!(judged, if expected { Ok(()) } else { Err(EventRefusal::NotYours) }, "{role:?}");
    }
}

#[test]
fn an_event_has_what_it_needs_and_nothing_else() {
    let judge = |new: &NewDecisionEvent| match Kept::new(afterwards(30)).add(new, today()) {
        Err(EventRefusal::Invalid(errors)) => {
            errors.into_iter().map(|error| (error.name, error.reason)).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let postponed = new_event(DecisionEventType::ReviewPostponed, 9);
    let bare = NewDecisionEvent { reason: None, review_date: None, ..postponed.clone() };
    assert_eq!(judge(&bare), [place("/reason", R::EmptyText), place("/reviewDate", R::ReviewDateMissing)]);
    let late = NewDecisionEvent { review_date: Some(today()), ..postponed.clone() };
    assert_eq!(judge(&late), [place("/reviewDate", R::DateInPast)]);
    let longest = |more: u64| NewDecisionEvent {
        review_date: Some(today() + Days::new(90 + more)),
        ..postponed.clone()
    };
    assert!(Kept::new(afterwards(30)).add(&longest(0), today()).is_ok());
    assert_eq!(judge(&longest(1)), [place("/reviewDate", R::DateOutOfRange)]);
    let both = NewDecisionEvent { event_type: DecisionEventType::Released, ..postponed };
    assert_eq!(judge(&both), [place("/reason", R::NotApplicable), place("/reviewDate", R::NotApplicable)]);
}

/// The line of a decision is released with the others, or not at all.
#[test]
fn a_line_of_a_decision_is_not_released_by_itself() {
    let mut kept = Kept::new(afterwards(30));
    let by_itself = |line: &DisclosureFacts, role, event_type| {
        let review_date =
            (event_type == DisclosureEventType::ReviewPostponed).then(|| today() + Days::new(9));
        check_line(line, role, &NewDisclosureEvent { event_type, review_date }, &with_grounds(), today())
    };
    for event_type in [DisclosureEventType::Released, DisclosureEventType::ReviewPostponed] {
        let judged = by_itself(&kept.lines[0], Role::Coordinator, event_type);
        assert_eq!(judged, Err(LineRefusal::OfDecision));
    }
    kept.add(&new_event(DecisionEventType::Released, 0), today()).unwrap();
    assert!(kept.lines.iter().all(|line| line.status() == Status::Released));
    let read = by_itself(&kept.lines[0], Role::Citizen, DisclosureEventType::Acknowledged);
    assert_eq!(read, Ok(()), "that it was read is said line by line");
}

proptest! {
    /// Whatever is tried, on whatever day: the decision and all of its lines tell the
    /// same, and what was released stays so.
    #[test]
    fn a_decision_and_its_lines_never_disagree(
        told in any::<bool>(),
        first in 1_u64..60,
        steps in prop::collection::vec((0_u64..40, any::<bool>(), 0_u64..120), 0..12),
    ) {
        let mut kept = Kept::new(if told { before() } else { afterwards(first) });
        let mut day = today();
        for (pass, release, later) in steps {
            day = day + Days::new(pass);
            let event_type = if release { DecisionEventType::Released } else { DecisionEventType::ReviewPostponed };
            let status = notification_status(&kept.facts, day);
            let new = NewDecisionEvent {
                review_date: (!release).then(|| day + Days::new(later)),
                ..new_event(event_type, 0)
            };
            let expected = is_allowed(status, event_type) && (release || (1..=90).contains(&later));
            prop_assert_eq!(kept.add(&new, day).is_ok(), expected);
            let status = notification_status(&kept.facts, day);
            let visible = matches!(status, NotificationStatus::Told | NotificationStatus::Released);
            for line in &kept.lines {
                prop_assert_eq!(line.is_visible(), visible);
                prop_assert_eq!(line.review_date().filter(|_| !visible), kept.facts.review_date());
                prop_assert_eq!(line.version(), kept.facts.version());
            }
            let due = kept.facts.review_date().is_some_and(|review| review <= day);
            prop_assert_eq!(status == NotificationStatus::ReviewDue, due);
            let seen = sharing::view(&kept.facts, day);
            prop_assert_eq!((seen.notification_status, seen.version), (status, kept.facts.version()));
        }
    }
}
