// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

use super::example::{CAK, GP, PHARMACY, TODAY, answered, asking, catalogue, client};
use super::*;
use crate::wire::intake::Advice;
use samenspraak_contract::assessment::{Compatibility, NewAssessment};
use samenspraak_contract::problem::InvalidReason;
use samenspraak_contract::request::{ItemKind, NewConsentRequest};

fn ids(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("019a0000-0000-7000-8000-{number:012}")).collect()
}

fn written(draft: &Draft) -> NewAssessment {
    let (catalogue, all) = catalogue();
    let (client, pieces) = (client(), draft.pieces(&catalogue, &all));
    let text = assessment(draft, &catalogue, &all, &pieces, &asking(&client), &ids(pieces.len()));
    serde_json::from_str(&text).expect("an assessment of the contract")
}

#[test]
fn the_answers_go_out_as_the_contract_reads_them() {
    let written = written(&answered());
    assert_eq!(written.triage.level, 1);
    assert_eq!(written.task.map(|task| task.purpose_ids[0].to_string()).as_deref(), Some("home"));
    assert_eq!(written.basis.map(|basis| basis.free_consent.len()), Some(2));
    assert_eq!(written.purpose_limitation[0].verdict, Compatibility::Compatible);
    assert_eq!(written.purpose_limitation[0].original_purpose, "Om te behandelen.");
    let [asked, told] = &written.items[..] else { panic!("one question, one thing to know") };
    assert_eq!((asked.kind, told.kind), (ItemKind::Consent, ItemKind::Information));
    assert_eq!(asked.end_date.to_string(), "2027-05-22", "a special category lasts shorter (C2)");
    assert_eq!(asked.extendable_months, Some(6));
    assert!(asked.consequences_if_given.is_some() && told.consequences_if_given.is_none());
    assert!(asked.id.is_some());
}

#[test]
fn an_empty_draft_is_an_assessment_with_gaps() {
    let written = written(&Draft::default());
    assert!(written.task.is_none() && written.purpose.is_none() && written.data.is_none());
    assert!(written.items.is_empty());
}

#[test]
fn the_request_has_the_items_of_the_assessment_and_who_signs() {
    let (catalogue, all) = catalogue();
    let (draft, client) = (answered(), client());
    let pieces = draft.pieces(&catalogue, &all);
    let items = items(&draft, &catalogue, &all, &pieces, TODAY, &ids(pieces.len()));
    let text = request("019a0000-0000-7000-8000-00000000000a", &items, true, &catalogue, &asking(&client));
    let request: NewConsentRequest = serde_json::from_str(&text).expect("a request of the contract");
    assert_eq!(request.items, written(&draft).items);
    assert_eq!(request.signatories[0].person.display_name, "Noor de Wit");
    assert_eq!(request.answer_before_date.to_string(), "2026-12-13");
    assert_eq!(request.contact_point.name, "Lotte Visser");
    assert_eq!(request.case_reference, client.case_reference, "where the conversation is filed");
    assert!(request.conversation_reference.is_none(), "the six steps are the conversation (A6)");
}

/// F2: a question is answered before a birthday on which others sign; a notice need not be.
#[test]
fn the_last_day_lies_before_a_birthday_that_changes_who_signs() {
    let (catalogue, _) = catalogue();
    for (until, asked, told) in [
        (None, "2026-12-13", "2026-12-13"),
        (Some("2026-12-11"), "2026-12-11", "2026-12-13"),
        (Some("2026-12-13"), "2026-12-13", "2026-12-13"),
        (Some("2027-01-02"), "2026-12-13", "2026-12-13"),
    ] {
        let mut client = client();
        client.signs_until = until.map(str::to_owned);
        let request = |asks| -> NewConsentRequest {
            let id = "019a0000-0000-7000-8000-00000000000a";
            serde_json::from_str(&request(id, "[]", asks, &catalogue, &asking(&client))).expect("a request")
        };
        assert_eq!(request(true).answer_before_date.to_string(), asked);
        assert_eq!(request(false).answer_before_date.to_string(), told);
    }
}

#[test]
fn what_asks_nothing_is_a_notice_and_says_so() {
    let (catalogue, all) = catalogue();
    let mut draft = Draft::default();
    draft.choose_task("home", true);
    let pieces = draft.pieces(&catalogue, &all);
    assert!(!asks(&pieces) && asks(&answered().pieces(&catalogue, &all)));
    let items = items(&draft, &catalogue, &all, &pieces, TODAY, &ids(pieces.len()));
    for (asks, title) in [(false, "Wij delen"), (true, "Mogen wij delen?")] {
        let id = "019a0000-0000-7000-8000-00000000000a";
        let text = request(id, &items, asks, &catalogue, &asking(&client()));
        let request: NewConsentRequest = serde_json::from_str(&text).expect("a request of the contract");
        assert_eq!(request.title.get("nl"), title);
    }
}

#[test]
fn nothing_is_chosen_beforehand_but_what_the_law_decides() {
    let (catalogue, all) = catalogue();
    let mut draft = Draft::default();
    assert!(draft.pieces(&catalogue, &all).is_empty());
    draft.choose_task("home", true);
    let pieces = draft.pieces(&catalogue, &all);
    assert!(pieces.iter().all(|piece| piece.information && piece.sharing == CAK));
    draft.tell(CAK, false);
    assert!(draft.pieces(&catalogue, &all).is_empty(), "it does not take place here");
}

#[test]
fn a_datum_that_the_law_decides_about_is_told_and_not_asked() {
    let (catalogue, all) = catalogue();
    let mut draft = answered();
    draft.pick(GP, "limits", true);
    draft.advice = vec![
        (GP, "limits".into(), Advice::Tell("law".into(), "file".into())),
        (PHARMACY, "limits".into(), Advice::Never("closed-regime".into())),
    ];
    draft.pick(PHARMACY, "limits", true);
    let pieces = draft.pieces(&catalogue, &all);
    let of = |place| {
        pieces
            .iter()
            .filter(|it| it.sharing == place)
            .map(|it| (it.information, &*it.basis))
            .collect::<Vec<_>>()
    };
    assert_eq!(of(GP), [(true, "law"), (false, "consent")]);
    assert!(of(PHARMACY).is_empty(), "what may never be shared is never asked");
}

#[test]
fn what_is_held_already_is_not_asked() {
    let (catalogue, all) = catalogue();
    let mut draft = answered();
    draft.hold("medication", true);
    assert!(draft.pieces(&catalogue, &all).iter().all(|piece| piece.information));
    assert_eq!(written(&draft).data.map(|data| data.already_held.len()), Some(1));
}

// Every single answer left out leaves a gap in its own step and closes every step after it.
#[test]
fn no_answer_can_be_left_out_and_no_step_skipped() {
    type LeaveOut = fn(&mut Draft);
    let (catalogue, all) = catalogue();
    let cases: [(Step, LeaveOut); 10] = [
        (Step::Task, |draft| draft.tasks.clear()),
        (Step::Purpose, |draft| draft.question = "  ".into()),
        (Step::Purpose, |draft| draft.areas.clear()),
        (Step::Data, |draft| draft.why.clear()),
        (Step::Data, |draft| draft.weighed = false),
        (Step::Data, |draft| draft.level = 3),
        (Step::Basis, |draft| draft.special.clear()),
        (Step::Basis, |draft| draft.answer("disadvantage", true)),
        (Step::Limitation, |draft| draft.verdicts.clear()),
        (Step::Secrecy, |draft| draft.seen.clear()),
    ];
    let mut walk = Walk::default();
    Step::ALL.into_iter().for_each(|step| walk.pass(step));
    assert!(walk.is_done(answered().first_gap(&catalogue, &all)));
    for (step, leave_out) in cases {
        let mut draft = answered();
        leave_out(&mut draft);
        let gap = draft.first_gap(&catalogue, &all);
        assert_eq!(gap, Some(step));
        assert!(!walk.is_done(gap));
        for other in Step::ALL {
            assert_eq!(walk.may_open(other, gap), other <= step, "{other:?} with a gap in {step:?}");
            assert_eq!(walk.is_behind(other, gap), other < step);
        }
    }
}

#[test]
fn steps_open_one_by_one_even_when_everything_is_answered() {
    let mut walk = Walk::default();
    for step in Step::ALL {
        for other in Step::ALL {
            assert_eq!(walk.may_open(other, None), other <= step);
        }
        if let Some(later) = step.next() {
            let before = walk;
            walk.pass(later);
            assert_eq!(walk, before, "a step that is not open cannot be left");
        }
        assert!(!walk.is_done(None));
        walk.pass(step);
        walk.pass(step);
    }
    assert!(walk.is_done(None));
}

#[test]
fn a_sharing_that_changed_is_weighed_anew() {
    let mut draft = answered();
    draft.pick(GP, "limits", true);
    assert!(!draft.weighed);
}

#[test]
fn every_pointer_belongs_to_the_step_that_the_rules_say() {
    use samenspraak_rules::intake::assessment::{Step as Ruled, step_of};
    let same = |step| match step {
        Ruled::Task => Step::Task,
        Ruled::Purpose => Step::Purpose,
        Ruled::Data => Step::Data,
        Ruled::Basis => Step::Basis,
        Ruled::PurposeLimitation => Step::Limitation,
        Ruled::Secrecy => Step::Secrecy,
    };
    let fields =
        ["kind", "consentKind", "legalBasisId", "retentionId", "purposeId", "proportionality", "endDate"];
    let items = fields.map(|field| format!("/items/0/{field}"));
    let others = [
        "/task",
        "/purpose/helpQuestion",
        "/data/whyNeeded",
        "/triage/level",
        "/items",
        "/items/3",
        "/basis/freeConsent/x",
        "/purposeLimitation/0/verdict",
        "/secrecy",
        "/subject/birthDate",
        "",
    ];
    for pointer in others.iter().copied().chain(items.iter().map(|it| &**it)) {
        assert_eq!(Step::of_pointer(pointer), same(step_of(pointer)), "{pointer}");
    }
}

#[test]
fn an_error_about_an_item_leads_to_its_card() {
    let (catalogue, all) = catalogue();
    let pieces = answered().pieces(&catalogue, &all);
    let wrong = Wrong::of("/items/1/endDate", InvalidReason::DateOutOfRange.code(), &pieces);
    assert_eq!((wrong.step, &*wrong.id), (Step::Data, &*card_id(CAK)));
    assert_eq!(Wrong::of("/items", "step-missing", &pieces).id, "ss-data");
    assert_eq!(Wrong::of("/basis/freeConsent/own-interest", "missing", &pieces).id, "ss-free-own-interest");
}

#[test]
fn stopping_an_untouched_conversation_needs_no_question() {
    let mut draft = Draft { advice: vec![(GP, "limits".into(), Advice::Ask)], ..Draft::default() };
    assert!(!draft.is_begun());
    draft.choose_area("living", true);
    assert!(draft.is_begun());
}
