// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The copy of what was sent, with the day it was received and the day by which
//! there is an answer (Awb 6:14, L12, K2).

use crate::receipt::paper::{Paper, Part};
use crate::receipt::words::Words;
use samenspraak_contract::attachment::NamedAttachment;
use samenspraak_contract::filing::{DeadlineStanding, Filing, FilingContent};
use samenspraak_contract::party::ContactPoint;

type Lines = Vec<(String, String)>;

fn line(lines: &mut Lines, label: &str, value: impl Into<String>) {
    lines.push((label.to_owned(), value.into()));
}

fn some(lines: &mut Lines, label: &str, value: Option<impl Into<String>>) {
    if let Some(value) = value {
        line(lines, label, value);
    }
}

/// Lays the copy out, in the language of the screen it was sent from.
pub fn lay_out(filing: &Filing, language: &str) -> Paper {
    let words = Words::of(language);
    let title = words.pick(("Bewijs van ontvangst", "Proof of receipt"));
    let parts = vec![about(filing, words), copy(filing, words), after(filing, words)];
    Paper { language: words.tag(), title: title.to_owned(), parts }
}

fn about(filing: &Filing, words: Words) -> Part {
    let mut lines = Lines::new();
    line(&mut lines, words.pick(("Nummer", "Number")), &filing.reference);
    line(&mut lines, words.pick(("Wat u stuurde", "What you sent")), words.filing(filing.kind));
    line(&mut lines, words.pick(("Gemeente", "Municipality")), &filing.controller.name);
    line(&mut lines, words.pick(("Ontvangen", "Received")), words.moment(filing.received_at));
    line(&mut lines, words.pick(("Antwoord uiterlijk", "Answer no later than")), answer(filing, words));
    line(&mut lines, words.pick(("Kosten", "Costs")), words.pick(("Het kost niets.", "It costs nothing.")));
    let subject = filing.subject.as_ref().map(|person| &person.display_name);
    some(&mut lines, words.pick(("Het gaat over", "It is about")), subject);
    let topic = filing.topic.as_ref().map(|topic| topic.get(words.tag()));
    some(&mut lines, words.pick(("Onderwerp", "Subject")), topic);
    if filing.controller.demonstration {
        let note = words.pick(("Dit is een voorbeeld.", "This is a demonstration."));
        line(&mut lines, words.pick(("Let op", "Please note")), note);
    }
    Part { heading: words.pick(("Wij hebben dit ontvangen", "We received this")).to_owned(), lines }
}

fn answer(filing: &Filing, words: Words) -> String {
    match (filing.deadline.answer_before, filing.deadline.standing) {
        (Some(day), _) => words.day(day),
        (None, DeadlineStanding::Suspended) => words
            .pick(("De tijd staat stil tot u antwoord geeft.", "Time stands still until you answer."))
            .into(),
        (None, _) => words
            .pick(("Wij laten u weten welke dag dat is.", "We will let you know which day that is."))
            .into(),
    }
}

/// What was sent, line by line.
fn copy(filing: &Filing, words: Words) -> Part {
    let content = &filing.content;
    let mut lines = Lines::new();
    some(&mut lines, words.pick(("Naam", "Name")), content.name.as_deref());
    some(&mut lines, words.pick(("Adres", "Address")), content.postal_address.as_deref());
    some(&mut lines, words.pick(("E-mail", "E-mail")), content.email.as_deref());
    some(&mut lines, words.pick(("Telefoon", "Telephone")), content.telephone.as_deref());
    decision(&mut lines, content, words);
    let matter = content.matter.map(|matter| words.matter(matter));
    some(&mut lines, words.pick(("Het gaat over", "It is about")), matter);
    let occurred = content.occurred_on.map(|day| words.day(day));
    some(&mut lines, words.pick(("Wanneer het gebeurde", "When it happened")), occurred);
    some(&mut lines, words.pick(("Wat u schreef", "What you wrote")), content.explanation.as_deref());
    for correction in &content.corrections {
        line(&mut lines, words.pick(("Wat er nu staat", "What it says now")), &correction.wrong);
        line(&mut lines, words.pick(("Wat het moet zijn", "What it should be")), &correction.right);
    }
    if !content.attachments.is_empty() {
        line(&mut lines, words.pick(("Documenten", "Documents")), titles(&content.attachments));
    }
    Part { heading: words.pick(("Dit heeft u gestuurd", "This is what you sent")).to_owned(), lines }
}

fn decision(lines: &mut Lines, content: &FilingContent, words: Words) {
    let Some(decision) = &content.decision else { return };
    line(lines, words.pick(("Het besluit", "The decision")), &decision.description);
    let day = decision.notified_on.map(|day| words.day(day));
    some(lines, words.pick(("Datum van het besluit", "Date of the decision")), day);
    some(lines, words.pick(("Waarom het later komt", "Why it comes later")), content.late_reason.as_deref());
    if content.explanation.is_none() {
        let follow = words.pick(("Die stuurt u later.", "You will send those later."));
        line(lines, words.pick(("Waarom u het niet eens bent", "Why you disagree")), follow);
    }
}

fn titles(attachments: &[NamedAttachment]) -> String {
    attachments.iter().map(|attachment| attachment.title.as_str()).collect::<Vec<_>>().join("; ")
}

fn after(filing: &Filing, words: Words) -> Part {
    let mut lines = Lines::new();
    let how = (
        "Heeft u een vraag? Noem dan het nummer hierboven. U kunt dit altijd intrekken.",
        "Do you have a question? Then mention the number above. You can always take this back.",
    );
    line(&mut lines, words.pick(("Vragen", "Questions")), words.pick(how));
    line(&mut lines, words.pick(("Contact", "Contact")), contact(&filing.contact_point));
    line(&mut lines, words.pick(("De wet", "The law")), &filing.deadline.law.law);
    Part { heading: words.pick(("Wat er nu gebeurt", "What happens now")).to_owned(), lines }
}

/// Whom to call, in one line.
pub fn contact(contact: &ContactPoint) -> String {
    let optional = [&contact.telephone, &contact.email, &contact.postal_address];
    let known = optional.into_iter().flatten().map(String::as_str);
    std::iter::once(contact.name.as_str()).chain(known).collect::<Vec<_>>().join(", ")
}
