// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A small catalogue to try the steps with.

use super::{Asking, Draft, Sharing, Verdict, sharings};
use crate::json::Json;
use crate::wire::intake::{Catalogue, Client};

const CATALOGUE: &str = r#"{
  "purposes": [
    {"id": "own-contribution", "task": {"nl": "Innen"}, "inSentence": {"nl": "te innen"}, "domain": "social-support"},
    {"id": "later", "task": {"nl": "Later"}, "inSentence": {"nl": "later"}, "domain": "youth", "futureUse": true},
    {"id": "home", "task": {"nl": "Thuis wonen"}, "inSentence": {"nl": "hulp thuis te regelen"}, "domain": "social-support"}
  ],
  "personalDataTypes": [
    {"id": "medication", "name": {"nl": "Medicijnen"}, "specialCategory": {"law": "AVG, art. 9"}},
    {"id": "limits", "name": {"nl": "Beperkingen"}},
    {"id": "started", "name": {"nl": "Begin van de hulp"}}
  ],
  "longestConsentMonths": 24, "longestSpecialConsentMonths": 6,
  "intake": {
    "answerWithinDays": 21,
    "title": {"nl": "Mogen wij delen?"}, "introduction": {"nl": "U beslist."},
    "noticeTitle": {"nl": "Wij delen"}, "noticeIntroduction": {"nl": "U hoeft niets te kiezen."},
    "lifeAreas": [{"id": "living", "name": {"nl": "Wonen"}}, {"id": "health", "name": {"nl": "Gezondheid"}}],
    "freeConsent": [
      {"id": "own-interest", "question": {"nl": "In eigen belang?"}, "needed": true},
      {"id": "disadvantage", "question": {"nl": "Nadeel bij nee?"}, "needed": false}
    ],
    "wordings": [
      {"purposeId": "home", "sources": ["gp", "pharmacy"], "recipients": ["team"], "kind": "consent",
       "consentKind": "lift-secrecy", "legalBasisId": "consent", "retentionId": "file",
       "necessity": {"limits": {"nl": "Om te weten wat lukt."}, "medication": {"nl": "Om te helpen innemen."}},
       "proportionality": {"nl": "Alleen dit.", "en": "Only this."}, "subsidiarity": {"nl": "U kunt het zelf zeggen."},
       "consequencesIfGiven": {"nl": "Dan weten wij het."}, "consequencesIfRefused": {"nl": "Dan vragen wij het."},
       "validMonths": 12, "originalPurpose": {"nl": "Om te behandelen."}},
      {"purposeId": "home", "sources": ["team"], "recipients": ["cak"], "kind": "information",
       "legalBasisId": "law", "retentionId": "payment", "necessity": {"started": {"nl": "Om te rekenen."}},
       "proportionality": {"nl": "Alleen dit."}, "subsidiarity": {"nl": "Het moet."},
       "validMonths": 12, "originalPurpose": {"nl": "Om te helpen."}}
    ]
  }
}"#;

const CLIENT: &str = r#"{"person": {"id": "noor", "displayName": "Noor de Wit"}, "birthDate": "1983-02-01",
    "caseReference": "Z-12", "signatories": [{"person": {"id": "noor", "displayName": "Noor de Wit"}, "capacity": "data-subject"}],
    "requests": []}"#;

pub const TODAY: &str = "2026-11-22";

/// A way from the GP, one from the pharmacy, and one that the law decides about.
pub const GP: usize = 0;
pub const PHARMACY: usize = 1;
pub const CAK: usize = 2;

pub fn catalogue() -> (Catalogue, Vec<Sharing>) {
    let catalogue = Catalogue::read(&Json::parse(CATALOGUE).expect("valid JSON"), "nl");
    let all = sharings(&catalogue);
    (catalogue, all)
}

pub fn client() -> Client {
    Client::read(&Json::parse(CLIENT).expect("valid JSON"))
}

pub fn asking(client: &Client) -> Asking<'_> {
    Asking { client, today: TODAY, contact: "Lotte Visser", telephone: Some("14 0165"), email: None }
}

/// Everything answered: one datum of the GP.
pub fn answered() -> Draft {
    let mut draft = Draft::default();
    draft.choose_task("home", true);
    draft.question = "Ik wil graag thuis blijven wonen.".into();
    draft.choose_area("living", true);
    draft.why = "Zonder dit weten wij niet welke hulp past.".into();
    draft.pick(GP, "medication", true);
    draft.weighed = true;
    draft.tick("medication", true);
    draft.answer("own-interest", true);
    draft.answer("disadvantage", false);
    draft.judge("gp", Verdict::Compatible);
    draft.judge("team", Verdict::Same);
    draft.seen = ["gp", "team", "cak"].map(str::to_owned).into();
    draft
}
