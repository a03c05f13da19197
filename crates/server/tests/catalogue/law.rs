// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the laws and the notes say is what the catalogues say.

use super::{day, demonstration};
use samenspraak_contract::catalogue::{Catalogue, DataLevel, Ground};
use samenspraak_contract::term::{Counting, TermUnit};
use std::collections::BTreeSet;

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
            // Which act orders it differs each time, and is named in the decision (B10).
            let alone = ["vital-interests", "legal-duty"].contains(&basis.id.0.as_str());
            assert_eq!(basis.specific_law.is_none(), alone, "{}", basis.id);
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

fn ids<'a>(values: impl IntoIterator<Item = &'a String>) -> BTreeSet<&'a str> {
    values.into_iter().map(String::as_str).collect()
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
