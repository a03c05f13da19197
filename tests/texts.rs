// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The sentences of the widget: complete in every language, all of them used,
//! and short enough for B1. `src/text/` holds what all artefacts need and what
//! citizens read first; a folder in it, what one artefact has beyond that.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use samenspraak::flow::door::Question;
use samenspraak::flow::form::Blank;
use samenspraak_contract::catalogue::Ground;
use samenspraak_contract::filing::{FilingEventType, FilingKind, FilingStatus, Outcome};
use samenspraak_contract::party::SecrecyRegime;
use samenspraak_contract::record::{EventType, RecordStatus};
use samenspraak_contract::request::ScopeField;
use serde::Serialize;

/// Most words in a sentence at level B1.
const MOST_WORDS: usize = 20;

/// Most words in a sentence for who does this work every day.
const MOST_WORDS_FOR_STAFF: usize = 25;

/// The folders below `src/text/`; the citizen's sentences and the shared ones stand
/// in that folder itself, and those that both rooms for staff say in `staff`.
const FAMILIES: [&str; 5] = ["", "rights", "staff", "desk", "intake"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn texts(family: &str, language: &str) -> BTreeMap<String, String> {
    let file = root().join("src/text").join(family).join(format!("{language}.json"));
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

fn all_texts(language: &str) -> BTreeMap<String, String> {
    FAMILIES.iter().flat_map(|family| texts(family, language)).collect()
}

fn languages(family: &str) -> BTreeSet<String> {
    let files = fs::read_dir(root().join("src/text").join(family)).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(".json").map(str::to_owned)).collect()
}

fn sources(folder: &Path, found: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "js") {
            found.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

/// Every literal in the code of a folder that could be a key.
fn literals_of(folder: &str) -> BTreeSet<String> {
    let mut code = String::new();
    sources(&root().join(folder), &mut code);
    code.split('"').map(str::to_owned).collect()
}

/// Every literal in the code that could be a key.
fn literals() -> BTreeSet<String> {
    literals_of("src")
}

// A key stands in the code, or is put together there: a family with a code of
// the contract, a standstill with its title, a count with its plural.
fn is_used(key: &str, literals: &BTreeSet<String>) -> bool {
    let put_together = key
        .rsplit_once('.')
        .is_some_and(|(family, _)| literals.contains(family) || literals.contains(&format!("{family}.")));
    literals.contains(key) || put_together
}

#[test]
fn every_language_has_the_same_keys_and_places() {
    for family in FAMILIES {
        let dutch = texts(family, "nl");
        for language in languages(family) {
            let other = texts(family, &language);
            let missing: Vec<_> = dutch.keys().filter(|key| !other.contains_key(*key)).collect();
            let extra: Vec<_> =
                other.keys().filter(|key| !dutch.contains_key(*key) && !is_plural(key)).collect();
            assert!(
                missing.is_empty() && extra.is_empty(),
                "{family} {language}: missing {missing:?}, extra {extra:?}"
            );
            for (key, sentence) in &dutch {
                assert_eq!(places(sentence), places(&other[key]), "{family} {language}: {key}");
            }
        }
    }
}

#[test]
fn every_artefact_speaks_every_language() {
    let folders = fs::read_dir(root().join("src/text")).unwrap().map(|entry| entry.unwrap().path());
    let folders = folders.filter(|path| path.is_dir()).count();
    assert_eq!(folders, FAMILIES.len() - 1, "a new folder must be named here");
    for family in FAMILIES {
        assert_eq!(languages(family), languages(""), "{family}");
    }
}

#[test]
fn no_key_stands_in_two_files() {
    let keys: Vec<String> = FAMILIES.iter().flat_map(|family| texts(family, "nl").into_keys()).collect();
    let different: BTreeSet<&String> = keys.iter().collect();
    let twice: Vec<_> =
        different.into_iter().filter(|key| keys.iter().filter(|it| it == key).count() > 1).collect();
    assert!(twice.is_empty(), "an artefact would say something else: {twice:?}");
}

// Languages with more forms than Dutch may have more sentences.
fn is_plural(key: &str) -> bool {
    ["zero", "two", "few", "many"].iter().any(|form| key.ends_with(&format!(".{form}")))
}

fn places(sentence: &str) -> BTreeSet<&str> {
    sentence.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn every_sentence_is_used() {
    let literals = literals();
    let unused: Vec<_> = all_texts("nl").into_keys().filter(|key| !is_used(key, &literals)).collect();
    assert!(unused.is_empty(), "no screen says {unused:?}");
}

#[test]
fn no_room_for_staff_says_what_only_the_other_fetches() {
    for (room, of_the_other) in [("src/handler", "intake"), ("src/intake", "desk"), ("src/frame", "desk")] {
        let mut literals = literals_of(room);
        // A single word is as often the name of a member on the wire; what both say is no family.
        literals.retain(|literal| literal.contains('.') && !texts("staff", "nl").contains_key(literal));
        let said = texts(of_the_other, "nl").into_keys().filter(|key| is_used(key, &literals));
        assert_eq!(said.collect::<Vec<_>>(), [""; 0], "{room} says these");
    }
}

#[test]
fn every_key_in_the_code_has_a_sentence() {
    let known = all_texts("nl");
    let first_words: BTreeSet<&str> = known.keys().filter_map(|key| key.split('.').next()).collect();
    let is_key = |literal: &str| {
        let letters =
            literal.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || ".-".contains(it));
        let parts: Vec<_> = literal.split('.').collect();
        letters && parts.len() >= 2 && !parts.contains(&"") && first_words.contains(parts[0])
    };
    let has_sentence =
        |key: &str| known.contains_key(key) || known.keys().any(|it| it.starts_with(&format!("{key}.")));
    let missing: Vec<_> = literals().into_iter().filter(|it| is_key(it) && !has_sentence(it)).collect();
    assert!(missing.is_empty(), "no sentence for {missing:?}");
}

fn word(code: impl Serialize) -> String {
    serde_json::to_value(code).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn every_code_of_the_contract_has_a_sentence() {
    let known = texts("", "nl");
    let secrecy = [
        SecrecyRegime::Medical,
        SecrecyRegime::YouthHelp,
        SecrecyRegime::Official,
        SecrecyRegime::ParticipationAct,
        SecrecyRegime::ClosedRegime,
        SecrecyRegime::Contractual,
    ];
    let fields = [
        ScopeField::Purpose,
        ScopeField::Source,
        ScopeField::Recipient,
        ScopeField::PersonalData,
        ScopeField::LegalBasis,
        ScopeField::Retention,
    ];
    let statuses = RecordStatus::ALL.into_iter().map(|it| format!("status.{}", word(it)));
    let secrecy = secrecy.into_iter().map(|it| format!("secrecy.{}", word(it)));
    let fields = fields.into_iter().map(|it| format!("changed.{}", word(it)));
    // The other grounds share one sentence on what to do.
    let objections =
        [Ground::LegalObligation, Ground::PublicTask].into_iter().map(|it| format!("objection.{}", word(it)));
    let missing: Vec<_> = statuses
        .chain(secrecy)
        .chain(fields)
        .chain(objections)
        .filter(|key| !known.contains_key(key))
        .collect();
    assert!(missing.is_empty(), "no sentence for {missing:?}");
    assert_eq!(EventType::ALL.len(), 11, "a new event needs a sentence in the history");
}

#[test]
fn every_filing_has_its_sentences() {
    let known = texts("rights", "nl");
    let mut keys: Vec<String> = Vec::new();
    for kind in FilingKind::ALL.into_iter().map(word) {
        let families = ["filing.kind", "filing.explain", "filing.explain-hint", "door.is", "door.lead"];
        keys.extend(
            families.into_iter().chain(["door.means", "door.asks"]).map(|family| format!("{family}.{kind}")),
        );
    }
    for track in FilingKind::ALL.into_iter().map(|kind| word(kind.track())) {
        keys.extend(["door.who", "door.when", "door.form"].map(|family| format!("{family}.{track}")));
    }
    for status in FilingStatus::ALL.into_iter().map(word) {
        keys.extend(["filing.status", "filing.stand"].map(|family| format!("{family}.{status}")));
    }
    keys.extend(Outcome::ALL.into_iter().map(|it| format!("filing.outcome.{}", word(it))));
    keys.extend(FilingEventType::ALL.into_iter().map(|it| format!("filing.event.{}", word(it))));
    for question in Question::ALL {
        let name = question.word();
        keys.push(format!("door.ask.{name}"));
        keys.extend(question.answers().map(|answer| format!("door.answer.{name}-{answer}")));
    }
    for blank in Blank::ALL.into_iter().filter(|blank| *blank != Blank::Explanation) {
        keys.push(format!("filing.ask.{}", blank.word()));
    }
    let missing: Vec<_> = keys.into_iter().filter(|key| !known.contains_key(key)).collect();
    assert!(missing.is_empty(), "no sentence for {missing:?}");
}

fn assert_short(family: &str, most: usize) {
    for (key, text) in texts(family, "nl") {
        for sentence in text.split_inclusive(['.', '?', '!', ':']) {
            let words = sentence.split_whitespace().count();
            assert!(words <= most, "{key}: {words} words: {sentence}");
        }
    }
}

#[test]
fn no_dutch_sentence_is_too_long_for_b1() {
    assert_short("", MOST_WORDS);
    assert_short("rights", MOST_WORDS);
}

#[test]
fn no_sentence_for_staff_is_too_long() {
    for family in ["staff", "desk", "intake"] {
        assert_short(family, MOST_WORDS_FOR_STAFF);
    }
}
