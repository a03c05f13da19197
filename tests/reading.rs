// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The widget reads the contract's documents by hand, to stay small. This holds
//! that hand against the contract's own types.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

use samenspraak::flow::choices::{Answer, find};
use samenspraak::json::Json;
use samenspraak::wire::configuration::Configuration;
use samenspraak::wire::record::{Decision, Event};
use samenspraak::wire::refusal::Refused;
use samenspraak::wire::request::Request;
use samenspraak_contract::catalogue::{
    DataLevel, Domain, Ground, LegalBasis, PersonalDataType, Purpose, RetentionRule,
};
use samenspraak_contract::configuration as contract;
use samenspraak_contract::disclosure_decision::{Consultation, Measure};
use samenspraak_contract::id::Sha256Hex;
use samenspraak_contract::party::{Citation, ContactPoint, Controller, Party, PartyKind, SecrecyRegime};
use samenspraak_contract::person::{Capacity, Person};
use samenspraak_contract::record::{Assistance, ConsentEvent, EventType, ExpressionMethod, RecordStatus};
use samenspraak_contract::refusal::{OutcomeType, RefusalOutcome};
use samenspraak_contract::request::{
    ConsentKind, ConsentRequest, Item, ItemDatum, ItemKind, ItemStanding, RequestStatus, ScopeChange,
    ScopeField,
};
use samenspraak_contract::sorted::SortedMap;
use samenspraak_contract::text::{Language, LocalizedText};
use serde::Serialize;

const ID: &str = "019a0000-0000-7000-8000-000000000001";

fn id<T: std::str::FromStr>() -> T {
    ID.parse().unwrap_or_else(|_| panic!("{ID} is an id"))
}

fn both(nl: &str, en: &str) -> LocalizedText {
    LocalizedText::nl_en(nl, en)
}

fn law(name: &str) -> Citation {
    Citation { law: name.into(), url: Some("https://wetten.example/x".into()) }
}

fn contact() -> ContactPoint {
    ContactPoint {
        name: "Lotte Visser".into(),
        telephone: Some("14 0165".into()),
        email: None,
        postal_address: None,
    }
}

fn controller() -> Controller {
    Controller {
        id: "roosendaal".into(),
        name: "Gemeente Roosendaal".into(),
        contact: contact(),
        privacy_statement: "https://roosendaal.example/privacy".into(),
        jurisdiction: "NL".into(),
        demonstration: true,
    }
}

fn party(id: &str) -> Party {
    Party {
        id: id.into(),
        legal_name: format!("{id} B.V."),
        in_sentence: both(&format!("de {id}"), &format!("the {id}")),
        short_name: LocalizedText::nl(id),
        kind: PartyKind::CareProvider,
        function: LocalizedText::nl("Helpt."),
        register_number: None,
        contact: contact(),
        secrecy: SecrecyRegime::YouthHelp,
        may_use_bsn: Some(law("Jeugdwet")),
        agreement: None,
        agreement_end_date: None,
        country: "NL".into(),
    }
}

fn datum() -> ItemDatum {
    ItemDatum {
        data_type: PersonalDataType {
            id: "medication".into(),
            name: both("Medicijnen", "Medicines"),
            description: LocalizedText::nl("Alleen de namen."),
            dpv: "dpv-pd:Prescription".into(),
            special_category: Some(law("AVG, art. 9")),
            level: DataLevel::Content,
            closed_regime: None,
            policy: "C1".into(),
        },
        necessity: LocalizedText::nl("Nodig."),
    }
}

fn item() -> Item {
    Item {
        id: id(),
        kind: ItemKind::Consent,
        consent_kind: Some(ConsentKind::LiftSecrecy),
        purpose: Purpose {
            id: "home-help".into(),
            in_sentence: both("hulp te regelen", "arrange help"),
            task: LocalizedText::nl("Wmo"),
            act: law("Wmo 2015"),
            domain: Domain::SocialSupport,
            dpv: "dpv:Purpose".into(),
            future_use: false,
            policy: "A4".into(),
        },
        source: party("huisarts"),
        recipient: party("wijkteam"),
        personal_data: vec![datum()],
        legal_basis: LegalBasis {
            id: "consent".into(),
            ground: Ground::Consent,
            explanation: LocalizedText::nl("Alleen met uw ja."),
            specific_law: Some(law("BW 7:457")),
            general_law: law("AVG, art. 6"),
            policy: "B1".into(),
        },
        proportionality: LocalizedText::nl("Niet meer."),
        subsidiarity: LocalizedText::nl("Niet minder."),
        consequences_if_given: Some(LocalizedText::nl("Dan wel.")),
        consequences_if_refused: Some(LocalizedText::nl("Dan niet.")),
        retention: RetentionRule {
            id: "wmo".into(),
            months: 180,
            explanation: LocalizedText::nl("Na de hulp."),
            law: law("Wmo 2015, art. 5.3.4"),
            policy: "L-2".into(),
        },
        start_date: "2026-11-22".parse().unwrap(),
        end_date: "2027-11-21".parse().unwrap(),
        extendable_months: Some(12),
        scope_fingerprint: Sha256Hex("ab".into()),
        changes: vec![ScopeChange {
            field: ScopeField::PersonalData,
            before: None,
            after: Some(LocalizedText::nl("Medicijnen")),
        }],
        standing: Some(ItemStanding {
            record_id: id(),
            status: RecordStatus::Pending,
            awaits_answer: true,
            answers: SortedMap::from([("medication".into(), Answer::No)]),
        }),
    }
}

fn request() -> ConsentRequest {
    let hash = |text: &str| Sha256Hex(text.into());
    ConsentRequest {
        id: id(),
        controller: controller(),
        subject: Person { id: "sem".into(), display_name: "Sem".into() },
        capacity: Some(Capacity::ParentWithAuthority),
        required_signatures: 3,
        case_reference: None,
        assessment_id: None,
        title: both("Mag dit?", "May we?"),
        introduction: LocalizedText::nl("Daarom."),
        contact_point: contact(),
        items: vec![item()],
        status: RequestStatus::Open,
        requested_at: "2026-11-22T10:00:00Z".parse().unwrap(),
        answer_before_date: "2026-12-13".parse().unwrap(),
        notice_version: 1,
        notice_hashes: SortedMap::from([("nl".into(), hash("hash-nl")), ("en".into(), hash("hash-en"))]),
        replaces: None,
        replaced_by: Some(id()),
    }
}

fn sent(document: &impl Serialize) -> Json {
    Json::parse(&serde_json::to_string(document).unwrap()).unwrap()
}

#[test]
fn a_request_is_read_as_the_contract_writes_it() {
    let read = Request::read(&sent(&request()), "en");
    assert_eq!((read.id.as_str(), read.title.as_str(), read.status.as_str()), (ID, "May we?", "open"));
    assert_eq!(read.introduction, "Daarom.", "what is not translated is Dutch");
    assert_eq!((read.language.as_str(), read.notice_hash.as_str()), ("en", "hash-en"));
    assert_eq!((read.subject.name.as_str(), read.required_signatures), ("Sem", 3));
    assert_eq!(read.answer_before, "2026-12-13");
    assert_eq!((read.replaces.as_deref(), read.replaced_by.as_deref()), (None, Some(ID)));
    assert_eq!(read.contact.telephone.as_deref(), Some("14 0165"));
    assert!(read.for_another() && read.asks());
}

#[test]
fn an_item_is_read_as_the_contract_writes_it() {
    let read = Request::read(&sent(&request()), "nl").items.remove(0);
    assert!(!read.information && read.asks() && !read.allows_bulk());
    assert_eq!((read.consent_kind.as_str(), read.purpose.as_str()), ("lift-secrecy", "hulp te regelen"));
    assert_eq!(
        (read.source.in_sentence.as_str(), read.recipient.short_name.as_str()),
        ("de huisarts", "wijkteam")
    );
    assert_eq!(read.source.secrecy, "youth-help");
    assert_eq!(read.source.may_use_bsn.map(|law| law.name), Some("Jeugdwet".into()));
    let datum = &read.data[0];
    assert_eq!((datum.id.as_str(), datum.name.as_str()), ("medication", "Medicijnen"));
    assert_eq!((datum.description.as_str(), datum.necessity.as_str()), ("Alleen de namen.", "Nodig."));
    assert!(datum.special.is_some());
    let laws: Vec<_> = read.laws.iter().map(|law| law.name.as_str()).collect();
    assert_eq!(laws, ["BW 7:457", "AVG, art. 6"], "the special act goes first");
    assert_eq!((read.ground_code.as_str(), read.ground.as_str()), ("consent", "Alleen met uw ja."));
    assert_eq!((read.if_given.as_str(), read.if_refused.as_str()), ("Dan wel.", "Dan niet."));
    assert_eq!((read.proportionality.as_str(), read.subsidiarity.as_str()), ("Niet meer.", "Niet minder."));
    assert_eq!((read.retention.as_str(), read.retention_months), ("Na de hulp.", 180));
    assert_eq!((read.start_date.as_str(), read.end_date.as_str()), ("2026-11-22", "2027-11-21"));
    assert_eq!((read.extendable_months, read.fingerprint.as_str()), (12, "ab"));
    assert_eq!(
        (read.changes[0].field.as_str(), read.changes[0].after.as_str()),
        ("personal-data", "Medicijnen")
    );
    let standing = read.standing.unwrap();
    assert_eq!((standing.record.as_str(), standing.status.as_str()), (ID, "pending"));
    assert_eq!(find(&standing.answers, "medication"), Some(Answer::No));
}

#[test]
fn a_request_in_a_language_it_does_not_have_is_shown_in_dutch() {
    let read = Request::read(&sent(&request()), "tr");
    assert_eq!((read.language.as_str(), read.notice_hash.as_str()), ("nl", "hash-nl"));
    assert_eq!(read.title, "Mag dit?");
}

#[test]
fn information_asks_nothing() {
    let mut document = request();
    document.items[0] = Item { kind: ItemKind::Information, consent_kind: None, standing: None, ..item() };
    let read = Request::read(&sent(&document), "nl");
    assert!(read.items[0].information && !read.items[0].asks() && !read.asks());
}

#[test]
fn a_configuration_is_read_as_the_contract_writes_it() {
    let document = contract::Configuration {
        controller: controller(),
        languages: vec![Language::dutch()],
        profile: 1,
        signed_in: Some(contract::SignedIn {
            person: Person { id: "noor".into(), display_name: "Noor de Wit".into() },
            role: contract::Role::Citizen,
            untold: 0,
        }),
        sign_in_url: Some("https://roosendaal.example/inloggen".into()),
        texts: SortedMap::from([("nl".into(), SortedMap::from([("answer.yes".into(), "Akkoord".into())]))]),
        idle_timeout_ms: Some(600_000),
    };
    let read = Configuration::read(&sent(&document), "nl");
    assert_eq!(read.controller.name, "Gemeente Roosendaal");
    assert_eq!(read.signed_in.map(|person| person.name), Some("Noor de Wit".into()));
    assert_eq!(read.sign_in_url.as_deref(), Some("https://roosendaal.example/inloggen"));
    assert_eq!(read.texts, [("answer.yes".to_owned(), "Akkoord".to_owned())]);
    assert_eq!(read.idle_timeout_ms, 600_000);
    let nobody = contract::Configuration { signed_in: None, ..document };
    assert_eq!(Configuration::read(&sent(&nobody), "nl").signed_in, None);
}

#[test]
fn what_staff_entered_is_read_as_such() {
    let event = |assistance| ConsentEvent {
        id: id(),
        event_type: EventType::Given,
        occurred_at: "2026-11-22T10:00:00Z".parse().unwrap(),
        recorded_at: "2026-11-22T10:00:00Z".parse().unwrap(),
        expressed_by: Some(Person { id: "noor".into(), display_name: "Noor".into() }),
        capacity: Some(Capacity::DataSubject),
        method: Some(ExpressionMethod::OralInConversation),
        data_types: Vec::new(),
        end_date: None,
        presentation_id: None,
        notice_hash: None,
        language: None,
        decision_id: None,
        assistance,
        concerns: None,
    };
    let entered = Event::read(&sent(&event(Some(Assistance {
        role: contract::Role::IntakeWorker,
        entered_by: None,
        present: Vec::new(),
        conversation_reference: None,
        signed_on: None,
        attachment_id: None,
    }))));
    assert!(entered.entered && entered.method == "oral-in-conversation");
    assert!(!Event::read(&sent(&event(None))).entered);
}

#[test]
fn a_decision_that_waits_for_others_says_so() {
    let decision = |status: RecordStatus| {
        let records = serde_json::json!([{ "status": status }]);
        let document =
            serde_json::json!({ "id": ID, "recordedAt": "2026-11-22T10:00:00Z", "records": records });
        Decision::read(&sent(&document))
    };
    assert!(decision(RecordStatus::Pending).awaits_others());
    assert!(!decision(RecordStatus::Given).awaits_others());
    assert_eq!(decision(RecordStatus::Given).recorded_at, "2026-11-22T10:00:00Z");
}

#[test]
fn what_follows_a_no_is_read_as_the_contract_writes_it() {
    let day = |day: &str| day.parse().unwrap();
    let outcome = RefusalOutcome {
        id: id(),
        subject: Person { id: "noor".into(), display_name: "Noor".into() },
        consent_request_id: id(),
        item_ids: vec![id()],
        consent_record_ids: vec![id()],
        outcome_type: OutcomeType::Involuntary,
        stops: String::new(),
        continues: "De rest".into(),
        alternatives: "Zelf vertellen".into(),
        explained_on: day("2026-11-20"),
        consultation: Consultation {
            colleague: None,
            function: "arts".into(),
            date: day("2026-11-21"),
            anonymised: true,
        },
        rationale: "Daarom".into(),
        informed_on: day("2026-11-22"),
        ground_id: Some("danger".into()),
        measure: Some(Measure::Force { court_reference: "C/1".into() }),
        decided_by: None,
        decided_at: "2026-11-22T10:00:00Z".parse().unwrap(),
        recorded_at: "2026-11-22T10:00:00Z".parse().unwrap(),
    };
    let read = Refused::read(&sent(&outcome));
    assert_eq!(
        read,
        Refused {
            id: ID.into(),
            request: ID.into(),
            record: Some(ID.into()),
            kind: "involuntary".into(),
            effects: vec![("continues", "De rest".into()), ("alternatives", "Zelf vertellen".into())],
            rationale: "Daarom".into(),
            measure: Some("force".into()),
            explained_on: "2026-11-20".into(),
            function: "arts".into(),
            asked_on: "2026-11-21".into(),
            anonymised: true,
            told_on: "2026-11-22".into(),
            at: "2026-11-22T10:00:00Z".into(),
        }
    );
}
