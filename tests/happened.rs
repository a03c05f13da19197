// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The time line reads the contract's documents by hand. This holds that hand
//! against the contract's own types, and the sentences against its codes.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

use std::collections::BTreeMap;
use std::path::Path;

use samenspraak::flow::happened::{Standing, said, standing_of};
use samenspraak::json::Json;
use samenspraak::wire::configuration::Configuration;
use samenspraak::wire::disclosure::{Consultation, Disclosure, Flow};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure as contract;
use serde::Serialize;
use serde_json::{Value, json};

const ID: &str = "019a0000-0000-7000-8000-000000000001";

fn read(document: impl Serialize) -> Json {
    Json::parse(&serde_json::to_string(&document).unwrap()).unwrap()
}

fn both(nl: &str, en: &str) -> Value {
    json!({ "nl": nl, "en": en })
}

fn party(id: &str, kind: &str) -> Value {
    json!({
        "id": id, "legalName": "x", "inSentence": both(&format!("de {id}"), id),
        "shortName": both(id, id), "kind": kind, "function": both("Helpt.", "Helps."),
        "contact": { "name": "x" }, "secrecy": "medical", "country": "NL",
    })
}

fn law(name: &str) -> Value {
    json!({ "law": name, "url": "https://wetten.example/x" })
}

fn data_type() -> Value {
    json!({
        "id": "medication", "name": both("Medicijnen", "Medicines"), "description": both("Alles.", "All."),
        "dpv": "x", "specialCategory": law("AVG, art. 9"), "level": "content", "policy": "x",
    })
}

fn purpose() -> Value {
    json!({
        "id": "help", "inSentence": both("hulp te regelen", "arrange help"), "task": both("x", "x"),
        "act": law("Wmo 2015"), "domain": "social-support", "dpv": "x", "policy": "x",
    })
}

// A line as the contract's own type writes it: what this test leaves out or spells
// wrong does not come through.
fn line(change: impl Fn(&mut Value)) -> contract::Disclosure {
    let mut line = json!({
        "id": ID, "version": 1, "subject": { "id": "noor", "displayName": "Noor" },
        "occurredAt": "2026-11-22T09:42:00Z", "recordedAt": "2026-11-22T09:43:00Z",
        "action": "shared", "channel": "oral",
        "sender": party("huisarts", "medical-professional"), "recipient": party("wijkteam", "municipal-unit"),
        "recipientFunction": "wijkconsulent", "personalData": [data_type()], "purpose": purpose(),
        "legalBasis": {
            "id": "b", "ground": "consent", "explanation": both("Alleen met toestemming.", "Only with consent."),
            "specificLaw": law("Wmo 2015, art. 5"), "generalLaw": law("AVG, art. 6"), "policy": "x",
        },
        "consentRecordId": ID, "coveredByConsent": true, "consentGivenOn": "2026-11-03",
        "confidentiality": "normal",
    });
    change(&mut line);
    serde_json::from_value(line).unwrap()
}

#[test]
fn a_line_is_read_as_the_contract_writes_it() {
    let line = Disclosure::read(&read(line(|_| {})), "nl");
    assert_eq!((&*line.id, &*line.subject.name, &*line.at), (ID, "Noor", "2026-11-22T09:42:00Z"));
    assert_eq!((&*line.recorded_at, &*line.channel), ("2026-11-22T09:43:00Z", "oral"));
    assert_eq!((&*line.sender.in_sentence, &*line.recipient.short_name), ("de huisarts", "wijkteam"));
    assert_eq!((&*line.recipient_kind, line.function.as_deref()), ("municipal-unit", Some("wijkconsulent")));
    assert_eq!((&*line.data[0].name, line.data[0].special.is_some()), ("Medicijnen", true));
    assert_eq!((&*line.purpose, &*line.ground), ("hulp te regelen", "Alleen met toestemming."));
    assert_eq!(line.special_law.as_ref().unwrap().name, "Wmo 2015, art. 5");
    assert_eq!(line.general_law.as_ref().unwrap().name, "AVG, art. 6");
    assert_eq!((line.consent.as_deref(), line.given_on.as_deref()), (Some(ID), Some("2026-11-03")));
    assert_eq!((said(&line), standing_of(&line)), ("told", Standing::Consent));
    assert!(!line.is_news && line.withheld.is_none());
}

#[test]
fn what_no_consent_covers_is_never_read_as_consent() {
    for covered in [json!(false), json!(null)] {
        let line = line(|line| line["coveredByConsent"] = covered.clone());
        assert_eq!(standing_of(&Disclosure::read(&read(line), "en")), Standing::Uncovered);
    }
}

#[test]
fn what_was_released_is_news_until_it_is_read() {
    for (acknowledged, is_news) in [(json!(false), true), (json!(true), false)] {
        let line = line(|line| {
            line["legalBasis"]["ground"] = json!("vital-interests");
            line["confidentiality"] = json!("released");
            line["withholding"] = json!({ "reason": "safety-of-others", "reviewDate": "2026-12-01" });
            line["acknowledged"] = acknowledged.clone();
        });
        let line = Disclosure::read(&read(line), "nl");
        assert_eq!((line.is_news, line.withheld.as_deref()), (is_news, Some("safety-of-others")));
        assert_eq!(standing_of(&line), Standing::Without);
    }
}

#[test]
fn flows_and_consultations_are_read_as_the_contract_writes_them() {
    let flow: contract::DataFlow = serde_json::from_value(json!({
        "sender": party("huisarts", "medical-professional"), "recipient": party("wijkteam", "municipal-unit"),
        "data": [{ "dataType": data_type(), "lastOccurredAt": "2026-11-22T09:42:00Z", "times": 3, "withConsent": true }],
    }))
    .unwrap();
    let flow = Flow::read(&read(flow), "en");
    assert_eq!((&*flow.sender.short_name, &*flow.data[0].datum.name), ("huisarts", "Medicines"));
    assert_eq!((flow.data[0].times, flow.data[0].with_consent), (3, true));

    let seen: contract::Consultation = serde_json::from_value(json!({
        "id": ID, "occurredAt": "2026-11-22T09:42:00Z", "role": "intake-worker",
        "consulted": { "kind": "consent-record", "id": ID },
    }))
    .unwrap();
    let seen = Consultation::read(&read(seen));
    assert_eq!((&*seen.role, &*seen.kind, &*seen.thing), ("intake-worker", "consent-record", ID));
}

#[test]
fn how_much_is_still_untold_is_read_from_the_configuration() {
    let signed_in = json!({ "signedIn": { "person": { "id": "noor", "displayName": "Noor" }, "untold": 2 } });
    assert_eq!(Configuration::read(&read(signed_in), "nl").untold, 2);
    assert_eq!(Configuration::read(&read(json!({})), "nl").untold, 0);
}

fn word(code: impl Serialize) -> String {
    serde_json::to_value(code).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn every_code_has_a_sentence() {
    use contract::{Channel, NotSharedReason, WithholdingReason};
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/rights/nl.json");
    let known: BTreeMap<String, String> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let channels = [Channel::Digital, Channel::Oral, Channel::Paper, Channel::Corv].map(word);
    let reasons =
        [NotSharedReason::ProfessionalJudgement, NotSharedReason::NoConsent, NotSharedReason::NotHeld]
            .map(word);
    let late = [WithholdingReason::SafetyOfOthers, WithholdingReason::RunningInvestigation].map(word);
    let roles = [
        Role::IntakeWorker,
        Role::Coordinator,
        Role::ComplaintHandler,
        Role::CommitteeSecretary,
        Role::DataProtectionOfficer,
        Role::Auditor,
        Role::System,
    ]
    .map(word);
    let families = [
        ("channel", channels.to_vec()),
        ("not-shared", reasons.to_vec()),
        ("late", late.to_vec()),
        ("role", roles.to_vec()),
        ("looked", ["consent-request", "consent-record", "filing"].map(str::to_owned).to_vec()),
        (
            "said",
            ["shared", "told", "viewed", "viewed-own", "not-shared", "other"].map(str::to_owned).to_vec(),
        ),
    ];
    for (family, codes) in families {
        for code in codes {
            let key = format!("happened.{family}.{code}");
            assert!(known.contains_key(&key), "no sentence for {key}");
        }
    }
}
