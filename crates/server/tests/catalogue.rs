// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The configuration of the two policies, held against the notes and the rules.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

use chrono::NaiveDate;
use samenspraak_contract::catalogue::{Catalogue, DataLevel, Ground};
use samenspraak_contract::id::ControllerId;
use samenspraak_contract::problem::InvalidReason;
use samenspraak_contract::request::{ItemKind, NewConsentRequest};
use samenspraak_contract::term::{Counting, TermUnit};
use samenspraak_rules::request::check;
use samenspraak_server::catalogue::{Case, CatalogueError, Demonstration, embedded, load};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn demonstration() -> Demonstration {
    embedded().unwrap()
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../configuration")
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn ids<'a>(values: impl IntoIterator<Item = &'a String>) -> BTreeSet<&'a str> {
    values.into_iter().map(String::as_str).collect()
}

fn case<'a>(demonstration: &'a Demonstration, start: &str) -> &'a Case {
    demonstration.cases.iter().find(|case| case.id.starts_with(start)).unwrap()
}

#[test]
fn ten_municipalities_each_have_a_catalogue_of_their_own() {
    let demonstration = demonstration();
    let names: Vec<&str> = demonstration.catalogues.iter().map(|c| c.controller.name.as_str()).collect();
    let expected = [
        "Bergen op Zoom",
        "Enschede",
        "Etten-Leur",
        "Halderberge",
        "Moerdijk",
        "Roosendaal",
        "Rucphen",
        "Steenbergen",
        "Woensdrecht",
        "Zundert",
    ];
    assert_eq!(names, expected.map(|name| format!("Gemeente {name}")));
    for catalogue in demonstration.catalogues.iter() {
        assert!(catalogue.controller.demonstration);
        let own = catalogue.parties.iter().find(|party| party.id.0 == "municipality").unwrap();
        assert_eq!(own.legal_name, catalogue.controller.name, "N2: nobody else's college");
        let note = if catalogue.controller.id.0 == "enschede" { "ENS" } else { "WBW" };
        for policy in policies(catalogue) {
            assert!(policy.starts_with(note), "{}: {policy}", catalogue.controller.id);
        }
    }
}

fn policies(catalogue: &Catalogue) -> Vec<&str> {
    let c = catalogue;
    let mut all: Vec<&str> = c.purposes.iter().map(|entry| entry.policy.as_str()).collect();
    all.extend(c.personal_data_types.iter().map(|entry| entry.policy.as_str()));
    all.extend(c.legal_bases.iter().map(|entry| entry.policy.as_str()));
    all.extend(c.retention_rules.iter().map(|entry| entry.policy.as_str()));
    all.extend(c.activities.iter().map(|entry| entry.policy.as_str()));
    all
}

#[test]
fn every_special_category_names_its_exception() {
    let special = [
        "mental-help-exists",
        "medication",
        "diagnosis",
        "treatment",
        "daily-limits",
        "insured-aids",
        "development",
        "religion",
        "criminal-record",
        "third-party-document",
        "medical-report",
        "provider-report",
        "conversation-report",
        "police-reports",
        "prosecution-data",
    ];
    let demonstration = demonstration();
    for data_type in &demonstration.catalogues.get(&"roosendaal".into()).unwrap().personal_data_types {
        let law = data_type.special_category.as_ref().map(|citation| citation.law.as_str());
        assert_eq!(law.is_some(), special.contains(&data_type.id.0.as_str()), "{}", data_type.id);
        assert!(law.is_none_or(|law| law.contains("lid 2") || law.contains("art. 10")), "{}", data_type.id);
    }
}

#[test]
fn the_five_tasks_of_the_youth_act_rest_on_the_law() {
    for catalogue in demonstration().catalogues.iter() {
        for task in ["referral", "help", "board-request", "measures", "funding"] {
            let id = format!("youth-task-{task}");
            let activity = catalogue.activities.iter().find(|activity| activity.id.0 == id).unwrap();
            let basis = catalogue.legal_bases.iter().find(|basis| basis.id == activity.legal_basis).unwrap();
            assert!(matches!(basis.ground, Ground::LegalObligation | Ground::PublicTask), "{id}");
            assert!(basis.specific_law.is_some(), "B3: {id}");
        }
    }
}

#[test]
fn the_special_act_goes_first_wherever_there_is_one() {
    for catalogue in demonstration().catalogues.iter() {
        for basis in &catalogue.legal_bases {
            assert!(basis.general_law.law.starts_with("AVG, art. 6"), "{}", basis.id);
            assert_eq!(basis.specific_law.is_none(), basis.id.0 == "vital-interests", "{}", basis.id);
            assert_ne!(basis.ground, Ground::LegitimateInterests, "L3: not for a public task");
        }
    }
}

// D2 and D3: who may use the BSN is a closed list in the notes.
#[test]
fn exactly_the_parties_of_the_notes_may_use_the_bsn() {
    let youth = ["certified-institution", "child-protection-board", "municipality", "youth-care"];
    let support = [
        "cak",
        "health-insurer",
        "home-care",
        "municipality",
        "nursing-care",
        "personal-budget-helper",
        "svb",
        "veilig-thuis",
        "wmo-supervisor",
    ];
    for catalogue in demonstration().catalogues.iter() {
        let under = |act: &str| -> BTreeSet<&str> {
            let cites = |law: &str| law.contains(act);
            ids(catalogue.parties.iter().filter_map(|party| {
                party.may_use_bsn.as_ref().filter(|citation| cites(&citation.law)).map(|_| &party.id.0)
            }))
        };
        assert_eq!(under("Jeugdwet"), BTreeSet::from(youth), "D2: {}", catalogue.controller.id);
        assert_eq!(under("Wmo 2015"), BTreeSet::from(support), "D3: {}", catalogue.controller.id);
    }
}

#[test]
fn the_presets_tell_that_help_exists_and_not_why() {
    for catalogue in demonstration().catalogues.iter() {
        let plan =
            catalogue.personal_data_types.iter().filter(|data_type| data_type.id.0.starts_with("plan-"));
        assert_eq!(plan.clone().count(), 6, "E14");
        assert!(plan.into_iter().all(|data_type| !data_type.is_special()));
        let report = catalogue.activities.iter().find(|a| a.id.0 == "support-from-provider").unwrap();
        for id in &report.personal_data {
            let data_type =
                catalogue.personal_data_types.iter().find(|data_type| data_type.id == *id).unwrap();
            assert_eq!(data_type.level, DataLevel::That, "I7: {id}");
        }
    }
}

#[test]
fn files_are_kept_as_long_as_the_law_of_today_says() {
    for catalogue in demonstration().catalogues.iter() {
        let years = |id: &str| catalogue.retention_rules.iter().find(|r| r.id.0 == id).unwrap().months / 12;
        assert_eq!((years("youth-file"), years("support-file")), (20, 15), "L-1, L-2");
        let rule = &catalogue.age_rule;
        assert_eq!((rule.joint_from, rule.alone_from, rule.adult_from), (12, 16, 18), "F2");
    }
}

// L8 to L10, Algemene termijnenwet art. 3: what the law sets is the same for all.
#[test]
fn terms_and_holidays_are_those_of_the_law() {
    for catalogue in demonstration().catalogues.iter() {
        let terms = &catalogue.terms;
        let (request, objection, complaint) =
            (&terms.rights_request, &terms.administrative_objection, &terms.complaint);
        let months = [&request.answer, &request.extension];
        let weeks = [
            &objection.filing,
            &objection.delivery,
            &objection.decision,
            &objection.decision_with_committee,
            &objection.adjournment,
            &complaint.answer,
            &complaint.answer_with_committee,
            &complaint.adjournment,
        ];
        assert_eq!(months.map(|term| term.length), [1, 2]);
        assert_eq!(weeks.map(|term| term.length), [6, 1, 6, 12, 6, 6, 10, 4]);
        assert!(months.iter().all(|t| (t.unit, t.counting) == (TermUnit::Months, Counting::Regulation1182)));
        assert!(weeks.iter().all(|t| (t.unit, t.counting) == (TermUnit::Weeks, Counting::GeneralTermsAct)));
        let laws = months.iter().chain(&weeks).map(|term| &term.law);
        for law in laws.chain(terms.holidays.iter().map(|holiday| &holiday.law)) {
            assert!(law.url.is_some(), "{}", law.law);
        }
        let expected = [(1, 1), (4, 18), (4, 21), (4, 26), (5, 5), (5, 29), (6, 9), (12, 25), (12, 26)];
        let holidays = samenspraak_rules::term::holidays(2025, terms);
        assert_eq!(holidays, expected.map(|(month, date)| day(2025, month, date)));
        assert_eq!(terms.bridge_days, [], "the demonstration has no royal decree");
        assert_eq!(catalogue.minimum_cell, 10, "N1");
    }
}

fn refused(demonstration: &Demonstration, new: &NewConsentRequest, case: &Case, today: NaiveDate) -> String {
    let catalogue = demonstration.catalogues.get(&case.controller).unwrap();
    let errors = check(new, catalogue, &case.worker, today);
    errors.iter().map(|e| format!("{} {}: {:?} {}\n", case.id, e.name, e.reason, e.detail)).collect()
}

// The demonstration must work on every day, leap days and month ends included.
#[test]
fn every_case_may_be_asked_on_any_day() {
    let demonstration = demonstration();
    assert_eq!(demonstration.cases.len(), 6);
    for today in [day(2026, 1, 1), day(2026, 11, 22), day(2028, 2, 29), day(2027, 8, 31), day(2096, 12, 31)] {
        for case in &demonstration.cases {
            assert_eq!(refused(&demonstration, &case.request(today), case, today), "", "on {today}");
        }
    }
}

#[test]
fn the_cases_show_what_they_are_there_to_show() {
    let demonstration = demonstration();
    let today = day(2028, 2, 29);
    let kinds = |start: &str| -> Vec<ItemKind> {
        case(&demonstration, start).request(today).items.iter().map(|item| item.kind).collect()
    };
    assert_eq!(kinds("1"), [ItemKind::Consent]);
    assert_eq!(kinds("5"), [ItemKind::Consent, ItemKind::Information, ItemKind::Information]);
    let youth = case(&demonstration, "2").request(today);
    assert_eq!(youth.signatories.len(), 3);
    let age = samenspraak_rules::signatories::age(youth.subject.birth_date, today);
    assert_eq!(age, 14);
}

#[test]
fn what_exists_to_be_refused_is_refused() {
    let demonstration = demonstration();
    let today = day(2026, 11, 22);
    let first = case(&demonstration, "1");
    type Change = fn(&mut NewConsentRequest);
    let attempts: [(&str, Change, InvalidReason); 4] = [
        ("later use", |new| new.items[0].purpose_id = "future-use".into(), InvalidReason::FutureUse),
        (
            "ended",
            |new| new.items[0].recipient_id = "ended-agreement".into(),
            InvalidReason::AgreementExpired,
        ),
        ("outside", |new| new.items[0].recipient_id = "outside-eea".into(), InvalidReason::OutsideEea),
        (
            "suwi",
            |new| new.items[0].personal_data[0].data_type_id = "suwi-benefit".into(),
            InvalidReason::ClosedRegime,
        ),
    ];
    for (name, change, reason) in attempts {
        let mut new = first.request(today);
        change(&mut new);
        let catalogue = demonstration.catalogues.get(&first.controller).unwrap();
        let errors = check(&new, catalogue, &first.worker, today);
        assert!(errors.iter().any(|error| error.reason == reason), "{name}: {errors:?}");
    }
}

#[test]
fn every_role_can_be_tried_and_people_belong_to_a_municipality() {
    let demonstration = demonstration();
    let roles: BTreeSet<_> = demonstration
        .people
        .iter()
        .filter(|persona| persona.controller == ControllerId::from("roosendaal"))
        .map(|persona| persona.role)
        .collect();
    assert_eq!(roles.len(), 8, "all roles of M1: {roles:?}");
    let noor = demonstration.persona(&"noor-de-wit".into()).unwrap();
    assert_eq!(noor.person.display_name, "Noor de Wit");
    assert!(noor.birth_date(day(2028, 2, 29)).is_some());
}

// B1: at most twenty words in a sentence that a citizen reads.
#[test]
fn dutch_sentences_are_short() {
    let demonstration = demonstration();
    let today = day(2026, 11, 22);
    let mut offenders = BTreeSet::new();
    for catalogue in demonstration.catalogues.iter() {
        long_sentences(&serde_json::to_value(catalogue).unwrap(), &mut offenders);
    }
    for case in &demonstration.cases {
        long_sentences(&serde_json::to_value(case.request(today)).unwrap(), &mut offenders);
    }
    assert_eq!(offenders, BTreeSet::new());
}

fn long_sentences(value: &Value, offenders: &mut BTreeSet<String>) {
    if let Some(text) = value.get("nl").and_then(Value::as_str) {
        let long = |sentence: &&str| sentence.split_whitespace().count() > 20;
        offenders.extend(text.split(['.', '?', '!', ':']).filter(long).map(str::to_owned));
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|value| long_sentences(value, offenders)),
        Value::Array(values) => values.iter().for_each(|value| long_sentences(value, offenders)),
        _ => {}
    }
}

// Nobody's real number or address may be in a demonstration.
#[test]
fn every_number_and_address_is_visibly_fictional() {
    let demonstration = demonstration();
    let contacts = demonstration.catalogues.iter().flat_map(|catalogue| {
        let parties = catalogue.parties.iter().map(|party| party.contact.clone());
        parties.chain([catalogue.controller.contact.clone(), catalogue.filing.desk.clone()])
    });
    let today = day(2026, 11, 22);
    for contact in contacts.chain(demonstration.cases.iter().map(|case| case.request(today).contact_point)) {
        let email = contact.email.unwrap();
        assert!(email.ends_with(".example"), "{email}");
        assert_eq!(contact.telephone.as_deref(), Some("000 000 00 00"), "{email}");
    }
}

#[test]
fn the_directory_and_the_program_hold_the_same() {
    let (inside, outside) = (demonstration(), load(&directory()).unwrap());
    assert!(inside.catalogues.iter().eq(outside.catalogues.iter()));
    assert_eq!(inside.people, outside.people);
    assert_eq!(inside.cases.len(), outside.cases.len());
    assert_eq!(inside.past.len(), outside.past.len());
    assert_eq!(inside.filings.len(), outside.filings.len());
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            drop(std::fs::copy(entry.path(), target))
        }
    }
}

fn after(file: &str, old: &str, new: &str) -> CatalogueError {
    let dir = tempfile::tempdir().unwrap();
    copy(&directory(), dir.path());
    let path = dir.path().join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{file} has no {old}");
    std::fs::write(&path, text.replacen(old, new, 1)).unwrap();
    load(dir.path()).unwrap_err()
}

#[test]
fn a_mistake_is_named_by_its_file_and_key() {
    let mistakes = [
        (
            "law/retention.toml",
            "id = \"debt-file\"",
            "id = \"Debt file\"",
            "retentionRules/Debt file: an id is",
        ),
        (
            "law/filings.toml",
            "partyId = \"objections-committee\"",
            "partyId = \"nobody\"",
            "committee: there is no nobody",
        ),
        (
            "law/filings.toml",
            "dataTypeId = \"provider-report\"",
            "dataTypeId = \"medical-report\"",
            "committee: medical-report occurs twice",
        ),
        (
            "demo/filings.toml",
            "by = \"samira-el-amrani\"",
            "by = \"ilse-nijhuis\"",
            "filings/almost-due: it names somebody",
        ),
        ("demo/filings.toml", "daysAgo = 26", "daysAgo = 29", "filings/almost-due: its events are not"),
        ("law/activities.toml", "\"cak\"", "\"kac\"", "activities/support-to-cak: there is no kac"),
        ("law/purposes.toml", "id = \"own-contribution\"", "id = \"assess-support\"", "this id occurs twice"),
        ("law/purposes.toml", ", en = \"arrange help at home\"", "", "the text in en is missing"),
        ("law/personal-data.toml", "AVG, art. 9 lid 2 onder a", "Wmo", "AVG art. 9 or 10"),
        (
            "law/retention.toml",
            "months = 240",
            "months = \"lang\"",
            "law/retention.toml: retentionRules/youth-file",
        ),
        ("law/legal-bases.toml", "\"WBW H3.1\"", "\" \"", "it does not say where the policy names it"),
        (
            "law/terms.toml",
            "[rightsRequest.answer]\nlength = 1",
            "[rightsRequest.answer]\nlength = 0",
            "rightsRequest/answer: a term is 1 to 104",
        ),
        (
            "law/terms.toml",
            "length = 2\nunit = \"months\"",
            "length = 8\nunit = \"weeks\"",
            "rightsRequest/extension: it is not counted like",
        ),
        ("law/terms.toml", "month = 12, day = 25", "month = 2, day = 29", "Eerste kerstdag: not every year"),
        ("law/terms.toml", "days = -2", "days = -70", "Goede Vrijdag: not every year"),
        ("law/terms.toml", ", en = \"Good Friday\"", "", "terms/holidays/1/name: the text in en is missing"),
        ("law/terms.toml", "unit = \"months\"", "unit = \"moons\"", "law/terms.toml: whole file"),
        (
            "law/terms.toml",
            "# --- Bridge days",
            "[[bridgeDays]]\ndate = \"2031-05-23\"\nlaw = { law = \"KB\" }\n[[bridgeDays]]\ndate = \"2031-05-23\"\nlaw = { law = \"KB\" }\n#",
            "bridgeDays/2031-05-23: this day occurs twice",
        ),
        ("policies/enschede.toml", "minimumCell = 10", "minimumCell = 2", "minimumCell: it is at least 3"),
        ("parties/national.toml", "country = \"NL\"", "land = \"NL\"", "parties/national.toml"),
        (
            "controllers/zundert.toml",
            "id = \"zundert\"",
            "id = \"rucphen\"",
            "another file has this controller",
        ),
        ("controllers/zundert.toml", "west-brabant-west\"", "nowhere\"", "policies/nowhere.toml"),
        ("demo/clients.toml", "displayName = \"Mila Jansma\"\n", "", "clients/mila-jansma: who is not in"),
        ("demo/clients.toml", "turns = 12, inDays = 20", "turns = 12", "demo/clients.toml"),
        ("demo/clients.toml", "By = \"lotte-visser\"", "By = \"nobody\"", "clients/noor-de-wit: nobody"),
        ("demo/people.toml", "age = 43\n", "", "people/noor-de-wit: a citizen has an age"),
        ("demo/people.toml", "noor-de-wit", "Noor", "people/Noor: an id is"),
        (
            "demo/cases/1-help-at-home.toml",
            "person = \"ria-bakker\"",
            "person = \"sem-kuipers\"",
            "is nobody of",
        ),
        (
            "demo/cases/1-help-at-home.toml",
            ", en = \"Help in the home: may we share something?\"",
            "",
            "in en",
        ),
    ];
    for (file, old, new, expected) in mistakes {
        let message = after(file, old, new).to_string();
        assert!(message.contains(expected), "{file}: {message}");
    }
}

#[test]
fn a_directory_that_is_not_there_is_named() {
    let message = load(Path::new("no-such-configuration")).unwrap_err().to_string();
    assert!(message.contains("no-such-configuration"), "{message}");
}
