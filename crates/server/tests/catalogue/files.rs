// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The files of the configuration: what the program holds, and how a mistake in one of
//! them is named.

use super::{changed, demonstration, directory};
use samenspraak_server::catalogue::{CatalogueError, load};
use std::path::Path;

fn after(file: &str, old: &str, new: &str) -> CatalogueError {
    load(changed(file, old, new).path()).unwrap_err()
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
