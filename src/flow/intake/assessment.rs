// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The answers as they go out: the assessment, and the request it produces.

use super::{Draft, Half, Piece, Sharing, after_days, after_months, asks, sources};
use crate::json::{Writer, array, quoted};
use crate::wire::intake::{Catalogue, Client};

/// Who asks whom, on which day.
pub struct Asking<'a> {
    /// The client.
    pub client: &'a Client,
    /// Today, as `2026-11-22`.
    pub today: &'a str,
    /// Name of the one person to call (E13).
    pub contact: &'a str,
    /// Telephone number.
    pub telephone: Option<&'a str>,
    /// E-mail address.
    pub email: Option<&'a str>,
}

/// The six answers, gaps and all; `ids` are those of the items, as many as there are.
pub fn assessment(
    draft: &Draft,
    catalogue: &Catalogue,
    all: &[Sharing],
    pieces: &[Piece],
    asking: &Asking<'_>,
    ids: &[String],
) -> String {
    let mut triage = Writer::new().json("level", &draft.level().to_string());
    if draft.level() > 1 {
        triage = triage.text("reason", draft.reason.trim());
    }
    let mut out = Writer::new().json("subject", &asking.client.subject()).json("triage", &triage.end());
    if !draft.tasks.is_empty() {
        out = out.json("task", &Writer::new().json("purposeIds", &texts(&draft.tasks)).end());
    }
    if !draft.question.trim().is_empty() || !draft.areas.is_empty() {
        let purpose = Writer::new()
            .text("helpQuestion", draft.question.trim())
            .json("lifeAreaIds", &texts(&draft.areas));
        out = out.json("purpose", &purpose.end());
    }
    if !draft.why.trim().is_empty() {
        let data = Writer::new().text("whyNeeded", draft.why.trim()).json("alreadyHeld", &texts(&draft.held));
        out = out.json("data", &data.end());
    }
    let basis = Writer::new()
        .json("freeConsent", &free(draft, pieces))
        .json("specialCategories", &texts(&draft.special));
    out.json("basis", &basis.end())
        .json("purposeLimitation", &limitation(draft, catalogue, all, pieces))
        .json("secrecy", &Writer::new().json("acknowledged", &texts(&draft.seen)).end())
        .json("items", &items(draft, catalogue, all, pieces, asking.today, ids))
        .end()
}

/// The request with the items of the assessment (E1). What asks nothing says so.
pub fn request(
    assessment: &str,
    items: &str,
    asks: bool,
    catalogue: &Catalogue,
    asking: &Asking<'_>,
) -> String {
    let (title, introduction) = match asks {
        true => (&catalogue.title, &catalogue.introduction),
        false => (&catalogue.notice.0, &catalogue.notice.1),
    };
    let contact = Writer::new()
        .text("name", asking.contact)
        .optional("telephone", asking.telephone)
        .optional("email", asking.email);
    Writer::new()
        .text("assessmentId", assessment)
        .json("subject", &asking.client.subject())
        .json("signatories", asking.client.signatories())
        .optional("caseReference", asking.client.case_reference.as_deref())
        .json("title", &title.wire)
        .json("introduction", &introduction.wire)
        .json("contactPoint", &contact.end())
        .json("items", items)
        .text("answerBeforeDate", &last_day(asking.client, catalogue, asks, asking.today))
        .end()
}

/// The last day to answer: before a birthday on which others come to sign (F2). What
/// asks nothing waits for nobody's signature.
pub fn last_day(client: &Client, catalogue: &Catalogue, asks: bool, today: &str) -> String {
    let last = after_days(today, catalogue.answer_within_days);
    let until = client.signs_until.as_ref().filter(|until| asks && **until < last);
    until.cloned().unwrap_or(last)
}

fn texts(values: &[String]) -> String {
    array(&values.iter().map(|value| quoted(value)).collect::<Vec<_>>())
}

// Where nothing is asked there is nothing to be free about.
fn free(draft: &Draft, pieces: &[Piece]) -> String {
    let asked = asks(pieces);
    let answers = draft.free.iter().filter(|_| asked);
    answers.fold(Writer::new(), |out, (id, answer)| out.flag(id, *answer)).end()
}

/// Why a source collected the data: in words of one's own, or as prepared.
pub fn origin(
    draft: &Draft,
    catalogue: &Catalogue,
    all: &[Sharing],
    pieces: &[Piece],
    source: &str,
) -> String {
    let own = draft.origins.iter().find(|(known, _)| known == source).map(|(_, words)| words.clone());
    own.unwrap_or_else(|| {
        let piece = pieces.iter().find(|piece| all[piece.sharing].source == source);
        let words =
            |piece: &Piece| catalogue.wordings[all[piece.sharing].wording].original_purpose.shown.clone();
        piece.map(words).unwrap_or_default()
    })
}

fn limitation(draft: &Draft, catalogue: &Catalogue, all: &[Sharing], pieces: &[Piece]) -> String {
    let mut answers = Vec::new();
    for source in sources(pieces, all) {
        if let Some(verdict) = draft.verdict(&source) {
            let answer = Writer::new()
                .text("sourceId", &source)
                .text("originalPurpose", &origin(draft, catalogue, all, pieces, &source))
                .text("verdict", verdict.word());
            answers.push(answer.end());
        }
    }
    array(&answers)
}

/// The items, the same in the assessment and in the request.
pub fn items(
    draft: &Draft,
    catalogue: &Catalogue,
    all: &[Sharing],
    pieces: &[Piece],
    today: &str,
    ids: &[String],
) -> String {
    let written = pieces.iter().enumerate().map(|(index, piece)| {
        item(draft, catalogue, &all[piece.sharing], piece, today, ids.get(index).map(|id| &**id))
    });
    array(&written.collect::<Vec<_>>())
}

fn item(
    draft: &Draft,
    catalogue: &Catalogue,
    sharing: &Sharing,
    piece: &Piece,
    today: &str,
    id: Option<&str>,
) -> String {
    let wording = &catalogue.wordings[sharing.wording];
    let months = months(catalogue, piece, wording.months);
    let named = |id: &String| {
        let text = wording.data.iter().find(|(known, _)| known == id).map(|(_, text)| &*text.wire);
        Writer::new().text("dataTypeId", id).json("necessity", text.unwrap_or("{}")).end()
    };
    let half = |text: &crate::wire::intake::Text, half| text.or(draft.own(piece.sharing, half));
    let mut out = Writer::new()
        .optional("id", id)
        .text("kind", if piece.information { "information" } else { "consent" })
        .text("purposeId", &sharing.purpose)
        .text("sourceId", &sharing.source)
        .text("recipientId", &sharing.recipient)
        .json("personalData", &array(&piece.data.iter().map(named).collect::<Vec<_>>()))
        .text("legalBasisId", &piece.basis)
        .json("proportionality", &half(&wording.proportionality, Half::Proportionality))
        .json("subsidiarity", &half(&wording.subsidiarity, Half::Subsidiarity))
        .text("retentionId", &piece.retention)
        .text("startDate", today)
        .text("endDate", &after_months(today, months));
    if !piece.information {
        out = out.optional("consentKind", wording.consent_kind.as_deref());
        for (name, text) in
            [("consequencesIfGiven", &wording.if_given), ("consequencesIfRefused", &wording.if_refused)]
        {
            if let Some(text) = text {
                out = out.json(name, &text.wire);
            }
        }
        out = out.json("extendableMonths", &months.to_string());
    }
    out.end()
}

// C2: with a special category a consent lasts shorter.
fn months(catalogue: &Catalogue, piece: &Piece, wanted: u32) -> u32 {
    let special = piece.data.iter().any(|id| catalogue.is_special(id));
    let longest = if special { catalogue.longest_special_months } else { catalogue.longest_months };
    if piece.information || longest == 0 { wanted } else { wanted.min(longest) }
}
