// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

use super::*;
use samenspraak_contract::filing::{FilingEventType, NewFilingEvent};

const TODAY: &str = "2026-11-22";

fn typed(values: &[(Field, &str)]) -> Typed {
    let mut typed = Typed::default();
    for (field, value) in values {
        typed.set(*field, (*value).to_owned());
    }
    typed
}

// Everything filled in, as it may be.
fn complete() -> Typed {
    typed(&[
        (Field::Outcome, "refused"),
        (Field::Kind, "complaint"),
        (Field::Authority, "Gemeente Breda"),
        (Field::Text, "Daarom"),
        (Field::RespondBefore, "2026-12-06"),
        (Field::NotifiedOn, "2026-11-03"),
    ])
}

#[test]
fn every_event_of_a_handler_is_an_action() {
    for event in FilingEventType::ALL {
        let word = serde_json::to_value(event).expect("an event is a word");
        let of_a_person = matches!(
            event,
            FilingEventType::Filed | FilingEventType::InformationGiven | FilingEventType::Withdrawn
        );
        assert_eq!(Action::of(word.as_str().unwrap_or_default()).is_none(), of_a_person, "{word}");
    }
}

#[test]
fn the_contract_reads_every_form() {
    for action in Action::ALL {
        for about_decision in [false, true] {
            let mut typed = complete();
            typed.party = "wijkteam".into();
            let sent: NewFilingEvent =
                serde_json::from_str(&typed.body(action, about_decision)).expect("a NewFilingEvent");
            let word = serde_json::to_value(sent.event_type).expect("a word");
            assert_eq!(word.as_str(), Some(action.event()));
            assert_eq!(sent.text.is_some(), action != Action::RecipientHasDoneIt);
            assert_eq!(sent.outcome.is_some(), action == Action::Decide);
            assert_eq!(sent.kind.is_some(), action == Action::Forward);
            assert_eq!(sent.respond_before.is_some(), action == Action::AskInformation);
            let day = about_decision && action == Action::Acknowledge;
            assert_eq!(sent.decision_notified_on.is_some(), day, "a complaint is against no decision");
        }
    }
}

#[test]
fn an_objection_to_a_decision_may_be_forwarded_with_its_day() {
    let mut typed = complete();
    typed.set(Field::Kind, "administrative-objection".into());
    assert!(typed.body(Action::Forward, true).contains(r#""decisionNotifiedOn":"2026-11-03""#));
}

#[test]
fn without_reasons_nothing_goes_to_the_person() {
    for action in Action::ALL {
        let wrongs = typed(&[(Field::Text, "  \n ")]).wrongs(action, true, TODAY);
        assert_eq!(wrongs.contains(&(Field::Text, Wrong::Missing)), action.needs_text(), "{action:?}");
        assert_eq!(complete().wrongs(action, true, TODAY), [], "{action:?}");
    }
    let nothing = Typed::default().wrongs(Action::Decide, false, TODAY);
    assert_eq!(nothing, [(Field::Outcome, Wrong::Missing), (Field::Text, Wrong::Missing)]);
}

#[test]
fn days_lie_where_the_law_has_them() {
    let wrongs = |field, day, action| {
        let mut typed = complete();
        typed.set(field, day);
        typed.wrongs(action, true, TODAY)
    };
    let asked = |day: &str| wrongs(Field::RespondBefore, day.into(), Action::AskInformation);
    assert_eq!(asked("2026-11-22"), [(Field::RespondBefore, Wrong::TooEarly)]);
    assert_eq!(asked("2026-11-23"), []);
    assert_eq!(asked("2028-01-01"), [(Field::RespondBefore, Wrong::TooLate)]);
    assert_eq!(asked("morgen"), [(Field::RespondBefore, Wrong::TooEarly)]);
    let known = |day: &str| wrongs(Field::NotifiedOn, day.into(), Action::Acknowledge);
    assert_eq!(known("2026-11-23"), [(Field::NotifiedOn, Wrong::TooLate)]);
    assert_eq!(known("2026-11-22"), []);
    let long = |field, most: u32, action| wrongs(field, "é".repeat(most as usize + 1), action);
    assert_eq!(long(Field::Text, MOST_TEXT, Action::Extend), [(Field::Text, Wrong::TooLong)]);
    assert_eq!(long(Field::Authority, MOST_NAME, Action::SendOn), [(Field::Authority, Wrong::TooLong)]);
}

#[test]
fn what_was_typed_comes_back_as_it_was_kept() {
    let mut typed = complete();
    typed.party = "wijkteam".into();
    typed.set(Field::Text, "Regel 1\nRegel \"2\"".into());
    let kept = Typed::read(&Json::parse(&typed.write()).expect("valid JSON"));
    for field in Field::ALL {
        assert_eq!(kept.get(field), typed.get(field));
    }
    assert_eq!(kept.party, "wijkteam");
    assert_eq!(Typed::read(&Json::parse("{}").expect("valid JSON")), Typed::default());
}

#[test]
fn a_second_press_finds_nothing_to_do() {
    let sending = Step::Filling(Action::Decide).next(Event::Confirmed).expect("the first press");
    assert_eq!(sending, Step::Sending(Action::Decide));
    assert_eq!(sending.next(Event::Confirmed), None);
    assert_eq!(sending.next(Event::WentBack), None, "it is on its way");
    assert_eq!(sending.next(Event::Chosen(Action::Extend)), None);
}

#[test]
fn whatever_the_answer_what_was_typed_stays_until_it_is_recorded() {
    let sending = Step::Sending(Action::Extend);
    assert_eq!(sending.next(Event::Refused), Some(Step::Filling(Action::Extend)));
    for (event, waiting) in [
        (Event::NotReached, Step::Offline(Action::Extend)),
        (Event::SignedOut, Step::SignedOut(Action::Extend)),
    ] {
        assert_eq!(sending.next(event), Some(waiting));
        assert_eq!(waiting.next(Event::TriedAgain), Some(sending));
    }
    assert_eq!(sending.next(Event::Recorded), Some(Step::Looking));
}

#[test]
fn every_problem_is_kept_or_over() {
    for problem in ProblemType::ALL {
        match meaning(*problem) {
            Ok(event) => assert!(Step::Sending(Action::Decide).next(event).is_some()),
            Err(news) => assert!(!matches!(news, News::Recorded(_))),
        }
    }
    assert_eq!(meaning(ProblemType::PreconditionFailed), Err(News::Changed));
}
