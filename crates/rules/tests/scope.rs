// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Two hashes (principle 5): other words change the one, another scope changes
//! the other, and only the other asks again.

#![allow(clippy::unwrap_used, reason = "a step that does not succeed is a failed test")]

mod fixture;

use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::record::{EventType, RecordStatus};
use samenspraak_contract::request::{NewConsentRequest, ScopeField};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::request::{Replaced, Resolved};
use samenspraak_rules::{notice, record, scope};

fn replace(old: &RequestFacts, records: &[RecordFacts], change: impl Fn(&mut NewConsentRequest)) -> Resolved {
    let mut new = NewConsentRequest { replaces: Some(old.id), ..new_request() };
    new.items[0].replaces_item_id = Some(old.items[0].id);
    change(&mut new);
    resolved(&new, Some(Replaced { request: old, records }))
}

fn answered(choice: Choice) -> (RequestFacts, Vec<RecordFacts>) {
    let Resolved { request, mut records, .. } = resolved(&new_request(), None);
    decide(&request, &mut records, "noor", choice).unwrap();
    (request, records)
}

/// A text that changed in wording does not ask again.
#[test]
fn other_words_keep_the_answer() {
    for choice in [Choice::All, Choice::First, Choice::Nothing] {
        let (old, records) = answered(choice);
        let new = replace(&old, &records, |new| {
            new.title = text("Beter gezegd");
            new.items[0].personal_data.reverse();
            new.items[0].proportionality = text("Beter uitgelegd");
        });
        assert_eq!(new.request.items[0].scope_fingerprint, old.items[0].scope_fingerprint);
        assert_ne!(notice::hash(&new.request, "nl"), notice::hash(&old, "nl"));
        assert_eq!((new.records, new.superseded), (vec![], vec![]), "nothing is asked, nothing ends");
        assert_eq!(new.request.records[&new.request.items[0].id], records[0].id);
        assert_eq!(new.request.items[0].changes, []);
    }
}

/// A scope that changed asks again, and says what changed.
#[test]
fn another_scope_asks_again_and_shows_the_difference() {
    let (old, records) = answered(Choice::All);
    let new = replace(&old, &records, |new| {
        new.items[0].recipient_id = "team".into();
        new.items[0].source_id = "gp".into();
        new.items[0].personal_data.remove(0);
    });
    let fields: Vec<ScopeField> = new.request.items[0].changes.iter().map(|change| change.field).collect();
    assert_eq!(fields, [ScopeField::Source, ScopeField::Recipient, ScopeField::PersonalData]);
    assert_eq!(new.records.len(), 1);
    let (id, version, event) = &new.superseded[0];
    assert_eq!((*id, *version, event.event_type), (records[0].id, 2, EventType::Superseded));
    let mut ended = records[0].clone();
    ended.events.push(event.clone());
    assert_eq!(record::standing(&old, &ended, today()).status, RecordStatus::Superseded);
}

/// A question nobody finished answering is asked anew, also with other words only.
#[test]
fn an_unfinished_answer_is_not_carried_along() {
    let Resolved { request: old, records, .. } = resolved(&new_request(), None);
    let new = replace(&old, &records, |new| new.title = text("Beter gezegd"));
    assert_eq!((new.records.len(), new.superseded.len()), (1, 1));
}

/// Another person who must sign is another question.
#[test]
fn other_signatories_ask_again() {
    let (old, records) = answered(Choice::All);
    let new = replace(&old, &records, |new| {
        new.signatories = vec![signatory("helper", samenspraak_contract::person::Capacity::Mentor)];
    });
    assert_eq!(new.records.len(), 1);
}

#[test]
fn every_language_has_its_own_notice() {
    let request = resolved(&new_request(), None).request;
    let hashes = notice::hashes(&request);
    assert_eq!(hashes.keys().collect::<Vec<_>>(), ["en", "nl"]);
    assert_ne!(hashes["en"], hashes["nl"]);
    assert!(!notice::is_available(&request, &"fr".into()));
}

proptest! {
    /// The fingerprint is the scope: the order of the data and the words do not
    /// matter, and any set of data has a fingerprint of its own.
    #[test]
    fn the_fingerprint_depends_on_the_set_of_data(mut order in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(), kept in 1_usize..4) {
        let mut item = resolved(&new_request(), None).request.items[0].clone();
        let datum = item.personal_data[0].clone();
        let named = |index: usize| {
            let mut datum = datum.clone();
            datum.data_type.id = format!("datum-{index}").as_str().into();
            datum.necessity = text(&format!("reden {index}"));
            datum
        };
        order.truncate(kept);
        item.personal_data = order.iter().map(|index| named(*index)).collect();
        let shuffled = scope::fingerprint(&item);
        order.sort_unstable();
        item.personal_data = order.iter().map(|index| named(*index)).collect();
        prop_assert_eq!(&scope::fingerprint(&item), &shuffled);
        item.personal_data.pop();
        prop_assert_ne!(&scope::fingerprint(&item), &shuffled);
    }
}
