// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the municipality writes to the person: the words of the handler between
//! fixed sentences at B1, ready to print (K8).

use crate::filings::receipt::contact;
use crate::receipt::paper::{Paper, Part};
use crate::receipt::words::Words;
use samenspraak_contract::filing::{Filing, FilingEvent, FilingEventType as E, FilingKind, Outcome};
use samenspraak_rules::term::local_date;

/// The kinds of event that a letter is written about.
const WRITTEN: [E; 6] =
    [E::Acknowledged, E::InformationRequested, E::Forwarded, E::SentOn, E::Extended, E::Decided];

/// Whether a letter goes with an event.
pub fn is_written(event: &FilingEvent) -> bool {
    WRITTEN.contains(&event.event_type)
}

/// A letter about one event. `filing` is the filing as it stood after it.
pub fn lay_out(filing: &Filing, event: &FilingEvent, language: &str) -> Paper {
    let words = Words::of(language);
    let title = format!("{}: {}", words.pick(subject(event.event_type)), filing.reference);
    let mut lines: Vec<String> = vec![salutation(filing, words)];
    lines.extend(opening(filing, event, words));
    lines.extend(own_words(event));
    lines.extend(closing(filing, event, words));
    let paragraphs = lines.into_iter().map(|text| (String::new(), text)).collect();
    let mut parts = vec![
        Part { heading: String::new(), lines: head(filing, event, words) },
        Part { heading: String::new(), lines: paragraphs },
    ];
    parts.extend(remedies(filing, event, words));
    parts.push(signature(filing, words));
    Paper { language: words.tag(), title, parts }
}

fn subject(event: E) -> (&'static str, &'static str) {
    match event {
        E::InformationRequested => ("Wij hebben iets van u nodig", "We need something from you"),
        E::Forwarded => ("Wij behandelen uw bericht anders", "We deal with your message in another way"),
        E::SentOn => ("Wij hebben uw bericht doorgestuurd", "We sent your message on"),
        E::Extended => ("Wij hebben meer tijd nodig", "We need more time"),
        E::Decided => ("Ons antwoord", "Our answer"),
        _ => ("Wij gaan aan het werk", "We are starting"),
    }
}

fn head(filing: &Filing, event: &FilingEvent, words: Words) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut line = |label: (&'static str, &'static str), value: String| {
        lines.push((words.pick(label).to_owned(), value));
    };
    line(("Van", "From"), filing.controller.name.clone());
    let subject = filing.subject.as_ref().map(|person| person.display_name.clone());
    let to = filing.content.name.clone().or(subject);
    let address = filing.content.postal_address.clone();
    let to: Vec<String> = to.into_iter().chain(address).collect();
    if !to.is_empty() {
        line(("Aan", "To"), to.join(", "));
    }
    line(("Datum", "Date"), words.day(local_date(event.occurred_at)));
    line(("Nummer", "Number"), filing.reference.clone());
    line(("Het gaat over", "It is about"), words.filing(filing.kind).to_owned());
    if filing.controller.demonstration {
        line(
            ("Let op", "Please note"),
            words.pick(("Dit is een voorbeeld.", "This is a demonstration.")).to_owned(),
        );
    }
    lines
}

fn salutation(filing: &Filing, words: Words) -> String {
    let subject = filing.filed_by.as_ref().map(|person| person.display_name.as_str());
    match filing.content.name.as_deref().or(subject) {
        Some(name) => format!("{} {name},", words.pick(("Beste", "Dear"))),
        None => words.pick(("Beste meneer of mevrouw,", "Dear Sir or Madam,")).to_owned(),
    }
}

fn opening(filing: &Filing, event: &FilingEvent, words: Words) -> Vec<String> {
    let received = words.day(filing.received_on);
    let kind = words.filing(filing.kind);
    let first = words.pick(("Op", "On")).to_owned();
    let thanks = match words.tag() {
        "en" => format!("{first} {received} we received your message. We treat it as: {kind}."),
        _ => format!("{first} {received} kregen wij uw bericht. Wij behandelen het als: {kind}."),
    };
    let what = match event.event_type {
        E::Acknowledged => words.pick(("Wij gaan ermee aan het werk.", "We are working on it.")).to_owned(),
        E::InformationRequested => words
            .pick((
                "Wij kunnen nog geen antwoord geven. Wij missen nog iets.",
                "We cannot answer yet. Something is still missing.",
            ))
            .to_owned(),
        E::Forwarded => words
            .pick((
                "Uw bericht hoort bij een andere regeling. Wij hebben het daarom doorgezet. U hoeft niets te doen. De dag van ontvangst blijft gelijk.",
                "Your message belongs to another procedure. So we moved it there. You do not have to do anything. The day we received it stays the same.",
            ))
            .to_owned(),
        E::SentOn => {
            let sent = words.pick((
                "Wij mogen hier niet over beslissen. Wij hebben uw bericht gestuurd aan:",
                "We may not decide on this. We sent your message to:",
            ));
            format!("{sent} {}.", event.authority.as_deref().unwrap_or_default())
        }
        E::Extended => words
            .pick(("Ons antwoord komt later dan wij schreven.", "Our answer comes later than we wrote."))
            .to_owned(),
        _ => event.outcome.map(|outcome| words.outcome(filing.kind, outcome).to_owned()).unwrap_or_default(),
    };
    vec![thanks, what]
}

// What the handler wrote, paragraph by paragraph.
fn own_words(event: &FilingEvent) -> Vec<String> {
    let text = event.text.as_deref().unwrap_or_default();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn closing(filing: &Filing, event: &FilingEvent, words: Words) -> Vec<String> {
    match event.event_type {
        E::InformationRequested => {
            let day = event.respond_before.map(|day| words.day(day)).unwrap_or_default();
            let wanted = words.pick(("Stuur het ons uiterlijk op", "Send it to us no later than"));
            let still = (
                "De tijd voor ons antwoord staat stil tot wij het hebben, en uiterlijk tot die dag.",
                "The time for our answer stands still until we have it, and no longer than that day.",
            );
            let goes_on = ("Intussen werken wij door.", "Meanwhile we go on.");
            let waits = filing.kind == FilingKind::AdministrativeObjection;
            vec![format!("{wanted} {day}."), words.pick(if waits { still } else { goes_on }).to_owned()]
        }
        E::Acknowledged | E::Forwarded | E::Extended => {
            let day = filing.deadline.answer_before.map(|day| words.day(day));
            let by = words.pick(("U krijgt ons antwoord uiterlijk op", "You get our answer no later than"));
            day.map(|day| format!("{by} {day}.")).into_iter().collect()
        }
        E::Decided if told(filing, event) => vec![
            words
                .pick((
                    "Hebben anderen deze gegevens ook? Dan laten wij hun weten wat er is veranderd.",
                    "Do others have these data too? Then we let them know what has changed.",
                ))
                .to_owned(),
        ],
        _ => Vec::new(),
    }
}

fn told(filing: &Filing, event: &FilingEvent) -> bool {
    event.outcome != Some(Outcome::Refused)
        && matches!(filing.kind, FilingKind::Rectification | FilingKind::Erasure | FilingKind::Restriction)
}

fn remedies(filing: &Filing, event: &FilingEvent, words: Words) -> Option<Part> {
    let remedies = filing.remedies.as_ref().filter(|_| event.event_type == E::Decided)?;
    let lines = vec![(String::new(), remedies.get(words.tag()).to_owned())];
    let heading = words.pick(("Wat u nog kunt doen", "What you can still do"));
    Some(Part { heading: heading.to_owned(), lines })
}

fn signature(filing: &Filing, words: Words) -> Part {
    let ask = words.pick((
        "Heeft u een vraag? Bel of mail ons. Noem dan het nummer hierboven.",
        "Do you have a question? Call or e-mail us, and mention the number above.",
    ));
    let lines = [
        ask.to_owned(),
        contact(&filing.contact_point),
        words.pick(("Met vriendelijke groet,", "Kind regards,")).to_owned(),
        filing.controller.name.clone(),
    ];
    Part {
        heading: words.pick(("Vragen", "Questions")).to_owned(),
        lines: lines.into_iter().map(|text| (String::new(), text)).collect(),
    }
}
