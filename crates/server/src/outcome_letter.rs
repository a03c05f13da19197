// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the municipality writes to the person after a no: what stops, what goes on,
//! the reasons, and the rights (G4), at B1. It speaks of the municipality and of
//! functions, never of a name on the staff.

use crate::filings::receipt::contact;
use crate::receipt::paper::{Paper, Part};
use crate::receipt::words::Words;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::disclosure_decision::Measure;
use samenspraak_contract::refusal::{OutcomeType, RefusalOutcome};
use samenspraak_rules::facts::{RecordFacts, RequestFacts};
use samenspraak_rules::term::local_date;

type Pair = (&'static str, &'static str);

/// What a letter is made of.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    /// What follows the no.
    pub outcome: &'a RefusalOutcome,
    /// What was asked.
    pub request: &'a RequestFacts,
    /// What was answered.
    pub records: &'a [RecordFacts],
    /// What the grounds are called.
    pub catalogue: &'a Catalogue,
}

/// Lays the letter out, in the language in which the answer was given.
pub fn lay_out(letter: Letter<'_>) -> Paper {
    let words = Words::of(letter.language());
    let title = words.pick(("Wat er gebeurt na het antwoord nee", "What happens after the answer no"));
    let outcome = letter.outcome;
    let parts = [
        Some(Part { heading: String::new(), lines: letter.head(words) }),
        Some(running("", letter.opening(words))),
        part(words, ("Wat stopt", "What stops"), &outcome.stops),
        part(words, ("Wat doorgaat", "What goes on"), &outcome.continues),
        part(words, ("Wat er nog meer kan", "What else is possible"), &outcome.alternatives),
        Some(running(words.pick(("Waarom", "Why")), letter.reasons(words))),
        Some(running(words.pick(("Hoe wij dit besloten", "How we decided this")), letter.care(words))),
        Some(running(words.pick(("Uw rechten", "Your rights")), letter.rights(words))),
        Some(running(words.pick(("Vragen", "Questions")), letter.signature(words))),
    ];
    Paper { language: words.tag(), title: title.to_owned(), parts: parts.into_iter().flatten().collect() }
}

fn running(heading: &str, texts: Vec<String>) -> Part {
    let lines = texts.into_iter().map(|text| (String::new(), text)).collect();
    Part { heading: heading.to_owned(), lines }
}

// What staff wrote, paragraph by paragraph; no heading above nothing.
fn part(words: Words, heading: Pair, text: &str) -> Option<Part> {
    let texts = paragraphs(text);
    (!texts.is_empty()).then(|| running(words.pick(heading), texts))
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

impl Letter<'_> {
    fn language(&self) -> &str {
        let answered = self.outcome.item_ids.iter().find_map(|item| {
            let record = self.request.record_of(*item, self.records)?;
            record.events.iter().rev().find_map(|event| event.language.as_ref())
        });
        answered.map_or("nl", |language| language.0.as_str())
    }

    fn head(&self, words: Words) -> Vec<(String, String)> {
        let mut lines = Vec::new();
        let mut line = |label: Pair, value: String| lines.push((words.pick(label).to_owned(), value));
        line(("Van", "From"), self.request.controller.name.clone());
        line(("Aan", "To"), self.outcome.subject.display_name.clone());
        line(("Datum", "Date"), words.day(local_date(self.outcome.decided_at)));
        line(("Het gaat over", "It is about"), self.request.title.get(words.tag()).to_owned());
        for item in self.outcome.item_ids.iter().filter_map(|id| self.request.item(*id)) {
            let name = |text: &samenspraak_contract::text::LocalizedText| text.get(words.tag()).to_owned();
            let parties = format!("{} → {}", name(&item.source.short_name), name(&item.recipient.short_name));
            let purpose = name(&item.purpose.in_sentence);
            line(("Niet delen", "Not shared"), format!("{parties}: {} {purpose}", words.pick(("om", "to"))));
        }
        if self.request.controller.demonstration {
            let note = words.pick(("Dit is een voorbeeld.", "This is a demonstration."));
            line(("Let op", "Please note"), note.to_owned());
        }
        lines
    }

    fn opening(&self, words: Words) -> Vec<String> {
        let follows = match self.outcome.outcome_type {
            OutcomeType::Stopped => (
                "Zonder deze gegevens kunnen wij deze hulp niet geven. Daarom stopt deze hulp.",
                "Without these data we cannot give this help. So this help stops.",
            ),
            OutcomeType::Limited => (
                "De hulp gaat door, zo ver als dat kan zonder deze gegevens.",
                "The help goes on, as far as it can without these data.",
            ),
            OutcomeType::Involuntary => (
                "Toch gaan wij iets doen waar u niet om vroeg. Hieronder leest u waarom dat mag.",
                "Still, we will do something you did not ask for. Below you read why this is allowed.",
            ),
        };
        let salutation = format!("{} {},", words.pick(("Beste", "Dear")), self.outcome.subject.display_name);
        let asked = words.pick((
            "Wij vroegen of wij gegevens mogen delen. Het antwoord was nee. Dat mag altijd.",
            "We asked whether we may share data. The answer was no. That is always allowed.",
        ));
        vec![salutation, asked.to_owned(), words.pick(follows).to_owned()]
    }

    fn reasons(&self, words: Words) -> Vec<String> {
        let mut texts = paragraphs(&self.outcome.rationale);
        let grounds = &self.catalogue.intake.disclosure_grounds;
        let ground = self.outcome.ground_id.as_ref();
        if let Some(ground) = ground.and_then(|id| grounds.iter().find(|ground| ground.id == *id)) {
            let rests = words.pick(("Dit rust op", "This rests on"));
            texts.push(format!("{rests}: {} ({}).", ground.name.get(words.tag()), ground.law.law));
        }
        texts.extend(self.outcome.measure.as_ref().map(|measure| match measure {
            Measure::Pressure => {
                words.pick(("Een rechter heeft dit niet opgelegd.", "No judge has ordered this.")).to_owned()
            }
            Measure::Force { court_reference } => {
                let ordered = words.pick(("Een rechter heeft dit opgelegd", "A judge has ordered this"));
                format!("{ordered}: {court_reference}.")
            }
        }));
        texts
    }

    fn care(&self, words: Words) -> Vec<String> {
        let consultation = &self.outcome.consultation;
        let day = |day| words.day(day);
        let hidden = if consultation.anonymised {
            ("Daarbij was niet te zien dat het over u ging.", "It could not be seen that it was about you.")
        } else {
            ("Daarbij was bekend dat het over u ging.", "It was known that it was about you.")
        };
        let explained = words.pick(("Dit legden wij u uit op", "We explained this to you on"));
        let asked =
            words.pick(("Wij vroegen ook iemand anders om advies", "We also asked somebody else for advice"));
        let told = words.pick(("Dit besluit vertelden wij u op", "We told you this decision on"));
        vec![
            format!("{explained} {}.", day(self.outcome.explained_on)),
            format!("{asked}: {}, {}.", consultation.function, day(consultation.date)),
            words.pick(hidden).to_owned(),
            format!("{told} {}.", day(self.outcome.informed_on)),
        ]
    }

    fn rights(&self, words: Words) -> Vec<String> {
        let object = words.pick((
            "Bent u het er niet mee eens? Dan kunt u bezwaar maken of een klacht indienen. Dat kost niets.",
            "Do you not agree? Then you can object or complain. That costs nothing.",
        ));
        vec![object.to_owned(), self.request.rights.get(words.tag()).to_owned()]
    }

    fn signature(&self, words: Words) -> Vec<String> {
        let ask =
            words.pick(("Heeft u een vraag? Bel of mail ons.", "Do you have a question? Call or e-mail us."));
        vec![
            ask.to_owned(),
            contact(&self.request.contact_point),
            words.pick(("Met vriendelijke groet,", "Kind regards,")).to_owned(),
            self.request.controller.name.clone(),
        ]
    }
}
