// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What intake goes by, as the files have it, held against the notes and the rules.

use super::{changed, demonstration};
use chrono::NaiveDate;
use samenspraak_contract::assessment::{
    BasisAnswer, Compatibility, DataAnswer, NewAssessment, PurposeAnswer, PurposeLimitation, SecrecyAnswer,
    TaskAnswer, Triage,
};
use samenspraak_contract::catalogue::{Catalogue, Ground};
use samenspraak_contract::disclosure_decision::DecisionKind;
use samenspraak_contract::id::DataTypeId;
use samenspraak_contract::intake::Wording;
use samenspraak_contract::party::SecrecyRegime;
use samenspraak_contract::person::Person;
use samenspraak_contract::problem::InvalidReason;
use samenspraak_contract::request::{ConsentKind, ItemKind, NewItem, NewSubject};
use samenspraak_rules::intake::advice::{Advice, Way, advice};
use samenspraak_rules::intake::assessment::check;
use samenspraak_rules::intake::wording::{compose, wordings};
use samenspraak_rules::request::check_items;
use samenspraak_server::catalogue::{Demonstration, load};
use std::collections::BTreeSet;

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn ways(wording: &Wording) -> impl Iterator<Item = Way<'_>> {
    wording.sources.iter().flat_map(move |source| {
        let purpose = &wording.purpose_id;
        wording.recipients.iter().map(move |recipient| Way { source, recipient, purpose })
    })
}

fn all_data(wording: &Wording) -> Vec<DataTypeId> {
    wording.necessity.keys().cloned().collect()
}

// E2, E9, and the criteria of the supervisor: present in every catalogue.
#[test]
fn every_municipality_has_areas_levels_and_criteria() {
    for catalogue in demonstration().catalogues.iter() {
        let rules = &catalogue.intake;
        assert_eq!(rules.life_areas.len(), 11, "E2: {}", catalogue.controller.id);
        let levels: Vec<u8> = rules.triage.iter().map(|norm| norm.level).collect();
        assert_eq!(levels, [1, 2, 3, 4], "E9");
        assert!(rules.triage[0].most_parties <= 3, "E17: one question, few parties");
        let needed: BTreeSet<(&str, bool)> =
            rules.free_consent.iter().map(|criterion| (criterion.id.0.as_str(), criterion.needed)).collect();
        let expected = BTreeSet::from([
            ("own-interest", true),
            ("concrete-question", true),
            ("disadvantage", false),
            ("authority-interest", false),
            ("understands", true),
            ("pressure", false),
        ]);
        assert_eq!(needed, expected);
        assert!(rules.free_consent.iter().all(|criterion| criterion.source.url.is_some()));
    }
}

// Principle 1, for every prepared text on every way that it names: what is asked may
// only be asked, and what is told is told on the ground of its activity.
#[test]
fn every_wording_makes_an_item_that_may_be_used() {
    for catalogue in demonstration().catalogues.iter() {
        assert!(catalogue.intake.wordings.len() > 20, "{}", catalogue.controller.id);
        for wording in &catalogue.intake.wordings {
            for way in ways(wording) {
                let item = compose(wording, way, &all_data(wording), today()).unwrap();
                assert_eq!(check_items(&[item], catalogue, today()), [], "{way:?}");
                for datum in wording.necessity.keys() {
                    let expected = match wording.kind {
                        ItemKind::Consent => Advice::Ask,
                        ItemKind::Information => told(wording, catalogue, way, datum),
                    };
                    assert_eq!(advice(way, datum, catalogue, today()), expected, "{way:?} {datum}");
                }
            }
        }
    }
}

fn told(wording: &Wording, catalogue: &Catalogue, way: Way<'_>, datum: &DataTypeId) -> Advice {
    let activity = catalogue.activities.iter().find(|activity| {
        activity.purpose == *way.purpose
            && activity.sources.contains(way.source)
            && activity.recipients.contains(way.recipient)
            && activity.personal_data.contains(datum)
    });
    let activity = activity.unwrap();
    Advice::Tell {
        activity_id: activity.id.clone(),
        legal_basis_id: wording.legal_basis_id.clone(),
        retention_id: wording.retention_id.clone(),
    }
}

// What a worker meets in the demonstration: from whom, to whom, for what.
#[test]
fn there_are_words_for_the_usual_ways() {
    let usual = [
        ("arrange-home-support", "gp", "neighbourhood-team", ItemKind::Consent),
        ("arrange-home-support", "home-care", "neighbourhood-team", ItemKind::Consent),
        ("arrange-home-support", "hospital", "neighbourhood-team", ItemKind::Consent),
        ("arrange-home-support", "pharmacy", "neighbourhood-team", ItemKind::Consent),
        ("arrange-home-support", "health-insurer", "neighbourhood-team", ItemKind::Consent),
        ("make-debt-plan", "work-and-income", "debt-help", ItemKind::Consent),
        ("coordinate-help", "debt-help", "neighbourhood-team", ItemKind::Consent),
        ("youth-help-and-school", "school", "youth-care", ItemKind::Consent),
        ("youth-help", "gp", "youth-care", ItemKind::Consent),
        ("assess-support", "neighbourhood-team", "municipality", ItemKind::Information),
        ("deliver-home-support", "municipality", "home-care", ItemKind::Information),
        ("own-contribution", "municipality", "cak", ItemKind::Information),
        ("pay-personal-budget", "municipality", "svb", ItemKind::Information),
        ("supervise-support", "municipality", "wmo-supervisor", ItemKind::Information),
        ("youth-help", "municipality", "youth-care", ItemKind::Information),
    ];
    for catalogue in demonstration().catalogues.iter() {
        for (purpose, source, recipient, kind) in usual {
            let (source, recipient, purpose) = (&source.into(), &recipient.into(), &purpose.into());
            let found = wordings(Way { source, recipient, purpose }, catalogue);
            let found: Vec<ItemKind> = found.map(|wording| wording.kind).collect();
            assert!(found.contains(&kind), "{purpose}: {source} to {recipient} has {found:?}");
        }
    }
}

// E17: the usual conversation, one question with its information, made of prepared
// words only, fits the first level; a fourth party needs the next one, with a reason.
#[test]
fn one_question_at_the_table_fits_the_first_level() {
    let ways = [
        ("arrange-home-support", "gp", "neighbourhood-team"),
        ("deliver-home-support", "municipality", "home-care"),
        ("own-contribution", "municipality", "cak"),
    ];
    let more = ("arrange-home-support", "pharmacy", "neighbourhood-team");
    for catalogue in demonstration().catalogues.iter() {
        let one = table(catalogue, &ways);
        let errors = |new: &NewAssessment| check(new, catalogue, &"worker".into(), today());
        assert_eq!(errors(&one), [], "{}", catalogue.controller.id);
        let mut two = table(catalogue, &[&ways[..], &[more]].concat());
        let found: BTreeSet<_> = errors(&two).into_iter().map(|error| error.reason).collect();
        assert_eq!(found, BTreeSet::from([InvalidReason::OverTriageNorm]), "E10");
        two.triage = Triage { level: 2, reason: Some("Er zijn twee vragen.".into()) };
        assert_eq!(errors(&two), [], "E9");
    }
}

// Six steps on these ways, with all the data that the words have.
fn table(catalogue: &Catalogue, ways: &[(&str, &str, &str)]) -> NewAssessment {
    let items: Vec<NewItem> = ways
        .iter()
        .map(|(purpose, source, recipient)| {
            let (source, recipient, purpose) = (&(*source).into(), &(*recipient).into(), &(*purpose).into());
            let way = Way { source, recipient, purpose };
            let wording = wordings(way, catalogue).find(|w| w.consent_kind != Some(ConsentKind::LegalGround));
            compose(wording.unwrap(), way, &all_data(wording.unwrap()), today()).unwrap()
        })
        .collect();
    let sources: BTreeSet<_> = items.iter().map(|item| item.source_id.clone()).collect();
    let limitation = |source_id| PurposeLimitation {
        source_id,
        original_purpose: "Om te helpen.".into(),
        verdict: Compatibility::Compatible,
    };
    let criteria = catalogue.intake.free_consent.iter().map(|c| (c.id.clone(), c.needed));
    NewAssessment {
        id: None,
        subject: NewSubject {
            person: Person { id: "noor".into(), display_name: "Noor".into() },
            birth_date: "1980-05-05".parse().unwrap(),
        },
        triage: Triage::default(),
        task: Some(TaskAnswer {
            purpose_ids: ["arrange-home-support", "deliver-home-support", "own-contribution"]
                .map(Into::into)
                .into(),
        }),
        purpose: Some(PurposeAnswer {
            help_question: "Ik wil thuis blijven wonen.".into(),
            life_area_ids: vec!["daily-care".into()],
        }),
        data: Some(DataAnswer { why_needed: "De hulp moet passen.".into(), already_held: Vec::new() }),
        basis: Some(BasisAnswer {
            free_consent: criteria.collect(),
            special_categories: ["medication", "diagnosis", "treatment"].map(Into::into).into(),
        }),
        purpose_limitation: sources.into_iter().map(limitation).collect(),
        secrecy: Some(SecrecyAnswer {
            acknowledged: items.iter().flat_map(|i| [i.source_id.clone(), i.recipient_id.clone()]).collect(),
        }),
        items,
        completed_at: None,
    }
}

// H1, B10, H7, H8, H11, H12, F3.
#[test]
fn grounds_to_share_carry_every_kind_of_decision_and_are_never_consent() {
    use DecisionKind::*;
    let kinds = [Danger, ReferralIndex, VeiligThuis, ChildProtectionBoard, Coercion, EarlySignal];
    for catalogue in demonstration().catalogues.iter() {
        let grounds = &catalogue.intake.disclosure_grounds;
        for (kind, medical) in kinds.into_iter().flat_map(|kind| [(kind, false), (kind, true)]) {
            let fitting = grounds.iter().filter(|g| g.kinds.contains(&kind) && g.medical == medical);
            assert!(fitting.count() > 0, "{kind:?}, medical {medical}: {}", catalogue.controller.id);
        }
        for ground in grounds {
            assert_ne!(ground.ground, Ground::Consent, "{}", ground.id);
            assert!(ground.law.url.is_some(), "{}", ground.id);
            let addressed = ground
                .kinds
                .iter()
                .any(|kind| matches!(kind, ReferralIndex | VeiligThuis | ChildProtectionBoard));
            assert!(!addressed || ground.recipients.len() == 1, "H7, H8: {}", ground.id);
            let basis = catalogue.legal_bases.iter().find(|basis| basis.id == ground.legal_basis_id).unwrap();
            let read = &basis.specific_law.as_ref().unwrap_or(&basis.general_law).law;
            assert!(
                ground.law.law.starts_with(read),
                "B10: who decides and the person read one law: {}",
                ground.id
            );
        }
        let crime = grounds.iter().find(|ground| ground.id.0 == "prevent-crime").unwrap();
        assert!(crime.law.law.contains("art. 160"), "B10: a named statute");
    }
}

// A5: a source under medical secrecy is asked to speak, in words of that kind.
#[test]
fn words_about_a_doctor_lift_secrecy() {
    for catalogue in demonstration().catalogues.iter() {
        for wording in catalogue.intake.wordings.iter().filter(|w| w.kind == ItemKind::Consent) {
            for id in &wording.sources {
                let source = catalogue.parties.iter().find(|party| party.id == *id).unwrap();
                let medical = source.secrecy == SecrecyRegime::Medical && id.0 != "health-insurer";
                let lifts = wording.legal_basis_id.0 == "consent-medical-secrecy";
                assert_eq!(medical, lifts, "{id}: {}", wording.purpose_id);
            }
        }
    }
}

#[test]
fn a_mistake_in_what_intake_goes_by_is_named() {
    let (rules, grounds) = ("law/intake.toml", "law/disclosure-grounds.toml");
    let (support, money) = ("law/wordings/support.toml", "law/wordings/money.toml");
    let mistakes = [
        (rules, "id = \"money\"", "id = \"Money\"", "lifeAreas/Money: an id is"),
        (rules, "id = \"housing\"", "id = \"money\"", "lifeAreas/money: this id occurs twice"),
        (rules, ", en = \"Money\"", "", "the text in en is missing"),
        (rules, "level = 2", "level = 3", "triage: the levels are 1 to 4"),
        (rules, "mostParties = 5", "mostParties = 2", "triage/2: it allows less"),
        (rules, "mostDataTypes = 26", "mostDataTypes = 12", "triage/3: it allows less"),
        (rules, "answerWithinDays", "answerInDays", "law/intake.toml"),
        (
            grounds,
            "ground = \"vital-interests\"",
            "ground = \"consent\"",
            "vital-interest: a ground to share",
        ),
        (
            grounds,
            "legalBasisId = \"legal-duty\"",
            "legalBasisId = \"support-task\"",
            "legal-duty: its legal basis has another ground",
        ),
        (grounds, "reviewWithinDays = 90", "reviewWithinDays = 0", "reviewWithinDays: it is 1 to 365"),
        (grounds, "reviewWithinDays = 90", "reviewWithinDays = 366", "reviewWithinDays: it is 1 to 365"),
        (grounds, "kinds = [\"veilig-thuis\"]", "kinds = []", "report-veilig-thuis: it is for no kind"),
        (
            grounds,
            "recipients = [\"referral-index\"]",
            "recipients = [\"index\"]",
            "signal-referral-index: no municipality has",
        ),
        (
            support,
            "sources = [\"gp\"]",
            "sources = [\"doctor\"]",
            "arrange-home-support/doctor/neighbourhood-team: no",
        ),
        (support, "diagnosis = {", "illness = {", "illness is not in the catalogue"),
        (support, "validMonths = 12", "validMonths = 13", "consent may last 12 months"),
        (support, "retentionId = \"support-file\"", "retentionId = \"file\"", "file is not in the catalogue"),
        // B7: closed data cannot be prepared as a question either.
        (money, "[wordings.necessity]\nincome =", "[wordings.necessity]\nsuwi-benefit =", "closed regime"),
        // B6: what the law decides is not asked.
        (
            support,
            "[wordings.necessity]\ninformal-care =",
            "[wordings.necessity]\nsupport-hours =",
            "the law decides this",
        ),
        (
            support,
            "sources = [\"pharmacy\"]\nrecipients = [\"neighbourhood-team\"]",
            "sources = [\"gp\"]\nrecipients = [\"neighbourhood-team\"]",
            "gp to neighbourhood-team has words already",
        ),
    ];
    for (file, old, new, expected) in mistakes {
        let message = load(changed(file, old, new).path()).unwrap_err().to_string();
        assert!(message.contains(expected), "{file}: {message}");
    }
}

// One set for all notes: whoever lacks a party or a purpose has no words about it.
#[test]
fn a_municipality_has_only_the_words_that_it_can_use() {
    let before = demonstration();
    let note = "west-brabant-west = \"WBW H4.3, H5\", enschede = \"ENS §2.4\"";
    let dir = changed("law/purposes.toml", note, "west-brabant-west = \"WBW H4.3, H5\"");
    let after = load(dir.path()).unwrap();
    let about_school = |demonstration: &Demonstration, id: &str| {
        let catalogue = demonstration.catalogues.get(&id.into()).unwrap();
        let wordings = &catalogue.intake.wordings;
        wordings.iter().filter(|wording| wording.purpose_id.0 == "youth-help-and-school").count()
    };
    assert_eq!((about_school(&before, "enschede"), about_school(&before, "roosendaal")), (2, 2));
    assert_eq!((about_school(&after, "enschede"), about_school(&after, "roosendaal")), (0, 2));
    let dir = changed(
        "law/legal-bases.toml",
        "west-brabant-west = \"WBW H3.1, Verwijsindex\", enschede = \"ENS §2.1\"",
        "west-brabant-west = \"WBW H3.1, Verwijsindex\"",
    );
    let after = load(dir.path()).unwrap();
    let signals = |id: &str| {
        let catalogue = after.catalogues.get(&id.into()).unwrap();
        let grounds = &catalogue.intake.disclosure_grounds;
        grounds.iter().filter(|ground| ground.legal_basis_id.0 == "referral-index").count()
    };
    assert_eq!((signals("enschede"), signals("roosendaal")), (0, 2));
}
