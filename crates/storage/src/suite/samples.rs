// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Requests, records and events to store. Only what a store looks at differs.

use crate::change::{Append, Change};
use crate::facts::{DecisionFacts, PresentationFacts, Replay, StoredResponse};
use chrono::{DateTime, NaiveDate, Utc};
use samenspraak_contract::catalogue::{AgeRule, Domain, Ground, LegalBasis, Purpose, RetentionRule};
use samenspraak_contract::id::{
    ConsentRecordId, ConsentRequestId, ControllerId, DecisionId, EventId, ItemId, PersonId, PresentationId,
    Sha256Hex,
};
use samenspraak_contract::party::{Citation, ContactPoint, Controller, Party, PartyKind, SecrecyRegime};
use samenspraak_contract::person::{Capacity, Person, Signatory};
use samenspraak_contract::presentation::NoticePresentation;
use samenspraak_contract::record::{ConsentEvent, EventType};
use samenspraak_contract::request::{ConsentKind, Item, ItemKind};
use samenspraak_contract::sorted::{SortedMap, SortedSet};
use samenspraak_contract::text::{Language, LocalizedText};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use uuid::Uuid;

/// The controller of most samples.
pub fn here() -> ControllerId {
    "here".into()
}

/// An id that sorts by `number`.
pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// The moment of every sample.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_764_000_000_123).unwrap_or_default()
}

fn day() -> NaiveDate {
    now().date_naive()
}

fn person(name: &str) -> Person {
    Person { id: name.into(), display_name: name.to_owned() }
}

fn contact() -> ContactPoint {
    ContactPoint { name: "Desk".to_owned(), telephone: None, email: None, postal_address: None }
}

/// A request about `subject` that `signatories` sign.
pub fn request(number: u128, subject: &str, signatories: &[&str]) -> RequestFacts {
    let signatory = |name: &&str| Signatory {
        person: person(name),
        capacity: Capacity::DataSubject,
        representation: None,
    };
    RequestFacts {
        id: ConsentRequestId(id(number)),
        controller: Controller {
            id: here(),
            name: "Here".to_owned(),
            contact: contact(),
            privacy_statement: "https://example.org".to_owned(),
            jurisdiction: "NL".to_owned(),
            demonstration: true,
        },
        subject: person(subject),
        birth_date: day(),
        signatories: signatories.iter().map(signatory).collect(),
        case_reference: None,
        conversation_reference: None,
        assessment_id: None,
        title: LocalizedText::nl_en("Vraag ë", "Question"),
        introduction: LocalizedText::nl("Waarom"),
        contact_point: contact(),
        age_rule: AgeRule {
            joint_from: 12,
            alone_from: 16,
            adult_from: 18,
            law: Citation { law: "A law".to_owned(), url: None },
        },
        rights: LocalizedText::nl("Rechten"),
        items: Vec::new(),
        records: SortedMap::new(),
        requested_at: now(),
        answer_before_date: day(),
        notice_version: 1,
        replaces: None,
        replaced_by: None,
        shown_to: SortedSet::new(),
        recordings: Vec::new(),
    }
}

fn party(name: &str) -> Party {
    Party {
        id: name.into(),
        legal_name: name.to_owned(),
        in_sentence: LocalizedText::nl(name),
        short_name: LocalizedText::nl(name),
        kind: PartyKind::MunicipalUnit,
        function: LocalizedText::nl(name),
        register_number: None,
        contact: contact(),
        secrecy: SecrecyRegime::Official,
        may_use_bsn: None,
        agreement: None,
        agreement_end_date: None,
        country: "NL".to_owned(),
    }
}

/// An item of a request.
pub fn item(number: u128) -> Item {
    let text = || LocalizedText::nl("Woorden");
    let law = || Citation { law: "A law".to_owned(), url: None };
    Item {
        id: ItemId(id(number)),
        kind: ItemKind::Consent,
        consent_kind: Some(ConsentKind::LegalGround),
        purpose: Purpose {
            id: "support".into(),
            in_sentence: text(),
            task: text(),
            act: law(),
            domain: Domain::SocialSupport,
            dpv: String::new(),
            future_use: false,
            policy: String::new(),
        },
        source: party("gp"),
        recipient: party("team"),
        personal_data: Vec::new(),
        legal_basis: LegalBasis {
            id: "consent".into(),
            ground: Ground::Consent,
            explanation: text(),
            specific_law: None,
            general_law: law(),
            policy: String::new(),
        },
        proportionality: text(),
        subsidiarity: text(),
        consequences_if_given: None,
        consequences_if_refused: None,
        retention: RetentionRule {
            id: "years".into(),
            months: 1,
            explanation: text(),
            law: law(),
            policy: String::new(),
        },
        start_date: day(),
        end_date: day(),
        extendable_months: None,
        scope_fingerprint: Sha256Hex("0".repeat(64)),
        changes: Vec::new(),
        standing: None,
    }
}

/// A record of a request, with its first event.
pub fn record(number: u128, request: u128) -> RecordFacts {
    RecordFacts {
        id: ConsentRecordId(id(number)),
        request_id: ConsentRequestId(id(request)),
        item_id: ItemId(id(number)),
        events: vec![event(number * 1000, EventType::Requested)],
    }
}

/// An event.
pub fn event(number: u128, event_type: EventType) -> ConsentEvent {
    ConsentEvent {
        id: EventId(id(number)),
        event_type,
        occurred_at: now(),
        recorded_at: now(),
        expressed_by: Some(person("somebody")),
        capacity: None,
        method: None,
        data_types: vec!["medicines".into()],
        end_date: None,
        presentation_id: None,
        notice_hash: None,
        language: Some(Language::dutch()),
        decision_id: None,
        assistance: None,
        concerns: None,
    }
}

/// A presentation of a request.
pub fn presentation(number: u128, request: u128) -> PresentationFacts {
    PresentationFacts {
        presentation: NoticePresentation {
            id: PresentationId(id(number)),
            presented_at: now(),
            consent_request_id: ConsentRequestId(id(request)),
            language: Language::dutch(),
            notice_hash: Sha256Hex("0".repeat(64)),
            renderer: "suite/1".to_owned(),
        },
        person: "somebody".into(),
        shown_by: None,
    }
}

/// A decision on a request about one record.
pub fn decision(number: u128, request: u128, record: u128) -> DecisionFacts {
    DecisionFacts {
        id: DecisionId(id(number)),
        request_id: ConsentRequestId(id(request)),
        person: "somebody".into(),
        entered_by: None,
        scan: None,
        recorded_at: now(),
        records: vec![ConsentRecordId(id(record))],
    }
}

/// What to answer when it comes again.
pub fn replay(person: &str, key: u128, body: u8) -> Replay {
    Replay {
        person: PersonId::from(person),
        key: id(key),
        body_hash: [body; 32],
        response: StoredResponse {
            status: 201,
            headers: vec![("location".to_owned(), "/v1/x".to_owned())],
            body: format!("{{\"body\":{body}}}"),
        },
    }
}

/// A change that adds a request with one record.
pub fn asked(request: RequestFacts, record: RecordFacts) -> Change {
    let mut change = Change::new(here());
    change.request = Some(request);
    change.records = vec![record];
    change
}

/// A change that adds one event to a record.
pub fn appended(record: u128, expected_version: u32, event: ConsentEvent) -> Change {
    let mut change = Change::new(here());
    let record_id = ConsentRecordId(id(record));
    change.appends = vec![Append { record_id, expected_version, events: vec![event] }];
    change
}
