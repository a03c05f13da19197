// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The decision to share without consent: what is taken, and the lines it writes
//! (group H).

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use chrono::Days;
use fixture::grounds::{KINDS, consultation, with_grounds};
use fixture::sharing::{afterwards, before, decision, lines, place, shared, stored, with, wrong};
use fixture::*;
use samenspraak_contract::catalogue::Ground;
use samenspraak_contract::disclosure::{Channel, DisclosureKind};
use samenspraak_contract::disclosure_decision::*;
use samenspraak_contract::problem::InvalidReason as R;
use samenspraak_rules::intake::sharing;

#[test]
fn every_kind_is_taken_on_a_ground_that_carries_it() {
    for kind in KINDS {
        assert_eq!(wrong(&decision(kind)), [], "{kind:?}");
        let other = NewDisclosureDecision {
            ground_id: if kind == DecisionKind::EarlySignal { "index" } else { "signal" }.into(),
            ..decision(kind)
        };
        assert!(wrong(&other).contains(&place("/groundId", R::GroundDoesNotFit)), "{kind:?}");
        let unknown = NewDisclosureDecision { ground_id: "because".into(), ..decision(kind) };
        assert_eq!(wrong(&unknown), [place("/groundId", R::UnknownLegalBasis)], "{kind:?}");
    }
}

/// The bad input of the issue: without a second person nothing is decided (H2).
#[test]
fn nobody_decides_alone() {
    let missing = |name: &str| vec![place(name, R::SecondPersonMissing)];
    let alone = NewDisclosureDecision { consultation: None, ..decision(DecisionKind::Danger) };
    assert_eq!(wrong(&alone), missing("/consultation"));
    for colleague in [None, Some("worker"), Some("noor")] {
        let new = NewDisclosureDecision {
            consultation: Some(consultation(colleague, today())),
            ..decision(DecisionKind::Danger)
        };
        assert_eq!(wrong(&new), missing("/consultation/colleague"), "{colleague:?}");
    }
    let own = NewDisclosureDecision { subject: person("worker"), ..decision(DecisionKind::Danger) };
    assert_eq!(wrong(&own), [place("/subject/id", R::NotApplicable)]);
}

#[test]
fn before_needs_a_day_and_afterwards_a_reason_and_a_day_to_look_again() {
    let tell = |notification| NewDisclosureDecision { notification, ..decision(DecisionKind::Danger) };
    let at = |field: &str, reason| place(&format!("/notification/{field}"), reason);
    let tomorrow = Some(today() + Days::new(1));
    assert_eq!(wrong(&tell(afterwards(1))), []);
    for (notification, expected) in [
        (NewNotification { informed_on: None, ..before() }, vec![at("informedOn", R::Missing)]),
        (NewNotification { informed_on: tomorrow, ..before() }, vec![at("informedOn", R::DateInFuture)]),
        (
            NewNotification { timing: NotificationTiming::Before, ..afterwards(9) },
            vec![
                at("informedOn", R::Missing),
                at("reason", R::NotApplicable),
                at("reviewDate", R::NotApplicable),
            ],
        ),
        (
            NewNotification { review_date: None, ..afterwards(9) },
            vec![at("reviewDate", R::ReviewDateMissing)],
        ),
        (NewNotification { reason: None, ..afterwards(9) }, vec![at("reason", R::Missing)]),
        (afterwards(0), vec![at("reviewDate", R::DateInPast)]),
        (afterwards(90), vec![]),
        (afterwards(91), vec![at("reviewDate", R::DateOutOfRange)]),
        (
            NewNotification { informed_on: Some(today()), ..afterwards(9) },
            vec![at("informedOn", R::NotApplicable)],
        ),
    ] {
        assert_eq!(wrong(&tell(notification.clone())), expected, "{notification:?}");
    }
}

#[test]
fn a_measure_belongs_to_coercion() {
    for kind in KINDS {
        let (bare, forced) = (
            NewDisclosureDecision { measure: None, ..decision(kind) },
            NewDisclosureDecision { measure: Some(Measure::Pressure), ..decision(kind) },
        );
        if kind == DecisionKind::Coercion {
            assert_eq!(wrong(&bare), [place("/measure", R::Missing)]);
        } else {
            assert_eq!(wrong(&forced), [place("/measure", R::NotApplicable)], "{kind:?}");
        }
    }
}

/// H11: what medical secrecy covers leaves by its own exceptions, and nothing else does.
#[test]
fn a_medical_ground_is_for_medical_secrecy_alone() {
    let on = |ground: &str, sender: &str| NewDisclosureDecision {
        ground_id: ground.into(),
        ..with(vec![shared(sender, "provider", "needs")])
    };
    let refused = [place("/sharings/0/senderId", R::GroundDoesNotFit)];
    assert_eq!(wrong(&on("conflict", "gp")), []);
    assert_eq!(wrong(&on("danger", "gp")), refused);
    assert_eq!(wrong(&on("conflict", "team")), refused);
}

/// H7, H8: these go to one body, and to nobody else; CORV leads to the Board alone.
#[test]
fn a_kind_that_is_addressed_reaches_its_body_alone() {
    let to = |kind, recipient: &str| {
        let mut new = decision(kind);
        new.sharings[0].recipient_id = recipient.into();
        wrong(&new)
    };
    let refused = [place("/sharings/0/recipientId", R::GroundDoesNotFit)];
    for kind in [DecisionKind::ReferralIndex, DecisionKind::VeiligThuis] {
        assert_eq!(to(kind, "provider"), refused, "{kind:?}");
    }
    // The ground names the CAK too, but that is no youth protection; the institution
    // is, but no ground names it.
    for recipient in ["cak", "institution"] {
        assert_eq!(to(DecisionKind::ChildProtectionBoard, recipient), refused, "{recipient}");
    }
    let medical = |ground: &str| NewDisclosureDecision {
        ground_id: ground.into(),
        sharings: vec![shared("gp", "safe-home", "needs")],
        ..decision(DecisionKind::VeiligThuis)
    };
    assert_eq!(wrong(&medical("medical-report")), []);
    assert_eq!(wrong(&medical("conflict")), refused, "a ground that does not name it");
    for kind in KINDS {
        let mut new = decision(kind);
        let corv = new.sharings[0].channel == Channel::Corv;
        new.sharings[0].channel = if corv { Channel::Oral } else { Channel::Corv };
        assert_eq!(wrong(&new), [place("/sharings/0/channel", R::NotApplicable)], "{kind:?}");
    }
}

#[test]
fn what_may_not_go_does_not_go() {
    for (sharing, expected) in [
        (shared("team", "nobody", "needs"), place("/sharings/0/recipientId", R::UnknownParty)),
        (shared("nobody", "provider", "needs"), place("/sharings/0/senderId", R::UnknownParty)),
        (shared("team", "provider", "colour"), place("/sharings/0/dataTypeIds/0", R::UnknownDatum)),
        (shared("team", "provider", "suwi-income"), place("/sharings/0/dataTypeIds/0", R::ClosedRegime)),
        (shared("team", "team", "needs"), place("/sharings/0/recipientId", R::Duplicate)),
        (shared("team", "abroad", "needs"), place("/sharings/0/recipientId", R::OutsideEea)),
        (
            DecidedSharing { purpose_id: "curiosity".into(), ..shared("team", "provider", "needs") },
            place("/sharings/0/purposeId", R::UnknownPurpose),
        ),
        (
            DecidedSharing { purpose_id: "for-later".into(), ..shared("team", "provider", "needs") },
            place("/sharings/0/purposeId", R::FutureUse),
        ),
    ] {
        assert_eq!(wrong(&with(vec![sharing.clone()])), [expected], "{sharing:?}");
    }
    let one = shared("team", "provider", "needs");
    assert_eq!(wrong(&with(vec![one.clone(), one])), [place("/sharings/1", R::Duplicate)]);
    let mut index = decision(DecisionKind::ReferralIndex);
    index.sharings[0].data_type_ids.push("needs".into());
    assert_eq!(wrong(&index), [place("/sharings/0/dataTypeIds/1", R::ContentFromProvider)]);
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let number = "123456782";
    let mut weighed = consultation(Some("colleague"), today() + Days::new(1));
    weighed.function = String::new();
    let new = NewDisclosureDecision {
        subject: samenspraak_contract::person::Person { id: "noor".into(), display_name: number.into() },
        danger: " ".into(),
        ground_id: "because".into(),
        rationale: format!("Omdat {number}."),
        measure: Some(Measure::Force { court_reference: "C/08/1".into() }),
        consultation: Some(weighed),
        notification: NewNotification { reason: None, review_date: None, ..afterwards(1) },
        ..decision(DecisionKind::Danger)
    };
    assert_eq!(
        wrong(&new),
        [
            place("/subject/displayName", R::BsnInText),
            place("/danger", R::EmptyText),
            place("/groundId", R::UnknownLegalBasis),
            place("/rationale", R::BsnInText),
            place("/measure", R::NotApplicable),
            place("/consultation/function", R::EmptyText),
            place("/consultation/date", R::DateInFuture),
            place("/notification/reason", R::Missing),
            place("/notification/reviewDate", R::ReviewDateMissing),
        ]
    );
}

#[test]
fn a_decision_writes_one_line_for_each_sharing() {
    let sharings = vec![shared("team", "provider", "needs"), shared("team", "cak", "that-help-runs")];
    for notification in [before(), afterwards(30)] {
        let facts = stored(&NewDisclosureDecision { notification, ..with(sharings.clone()) });
        let lines = lines(&facts);
        assert_eq!(lines.iter().map(|line| line.id).collect::<Vec<_>>(), facts.disclosure_ids);
        for (line, sharing) in lines.iter().zip(&sharings) {
            assert_eq!(line.disclosure_decision_id, Some(facts.id));
            assert_eq!((&line.sender_id, &line.recipient_id), (&sharing.sender_id, &sharing.recipient_id));
            assert_eq!(line.data_type_ids, sharing.data_type_ids);
            assert_eq!(line.kind(), DisclosureKind::WithoutConsent);
            assert_eq!(line.occurred_at, facts.decided_at);
            assert_eq!(line.is_visible(), facts.withheld.is_none(), "told before is seen at once");
        }
    }
}

/// H1: a line cites the law of its own decision, and of no other ground.
#[test]
fn a_line_rests_on_the_ground_of_its_decision() {
    let mut catalogue = with_grounds();
    catalogue.legal_bases.push(municipality::basis("vital", Ground::VitalInterests));
    let danger = catalogue.intake.disclosure_grounds.iter_mut().find(|ground| ground.id.0 == "danger");
    danger.unwrap().legal_basis_id = "vital".into();
    for (kind, basis, ground) in [
        (DecisionKind::Danger, "vital", Ground::VitalInterests),
        (DecisionKind::EarlySignal, "wmo-task", Ground::PublicTask),
    ] {
        let facts = stored(&decision(kind));
        let lines = sharing::lines(&facts, &catalogue, |moment| moment.date_naive()).unwrap();
        assert_eq!((lines[0].legal_basis_id.0.as_str(), lines[0].ground), (basis, ground));
    }
}
