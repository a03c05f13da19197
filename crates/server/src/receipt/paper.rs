// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What stands on paper, line by line: the page and the PDF only draw it.

use crate::receipt::entered::entered;
use crate::receipt::words::Words;
use samenspraak_contract::party::{Citation, ContactPoint, Party};
use samenspraak_contract::receipt::{Receipt, ReceiptRecord};
use samenspraak_contract::record::ConsentEvent;
use samenspraak_contract::request::{Item, ItemDatum};
use samenspraak_contract::text::LocalizedText;

/// A paper: its language, its title, and its parts from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Language tag of all that stands on it.
    pub language: &'static str,
    /// The title.
    pub title: String,
    /// The parts.
    pub parts: Vec<Part>,
}

/// One part of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its heading; empty for a part without one.
    pub heading: String,
    /// Its lines: a label, and what it says. Without a label it is running text.
    pub lines: Vec<(String, String)>,
}

struct Writer {
    words: Words,
    language: String,
    lines: Vec<(String, String)>,
}

impl Writer {
    fn line(&mut self, label: (&'static str, &'static str), value: impl Into<String>) {
        self.lines.push((self.words.pick(label).to_owned(), value.into()));
    }

    fn some(&mut self, label: (&'static str, &'static str), value: Option<impl Into<String>>) {
        if let Some(value) = value {
            self.line(label, value);
        }
    }

    fn text(&self, text: &LocalizedText) -> String {
        text.get(&self.language).to_owned()
    }

    fn part(&mut self, heading: impl Into<String>) -> Part {
        Part { heading: heading.into(), lines: std::mem::take(&mut self.lines) }
    }
}

/// Lays a receipt out, in the language its notice was in.
pub fn lay_out(receipt: &Receipt) -> Paper {
    let language = receipt.language.0.clone();
    let words = Words::of(&language);
    let mut writer = Writer { words, language, lines: Vec::new() };
    let mut parts = vec![about(&mut writer, receipt)];
    for (number, record) in (1..).zip(&receipt.records) {
        parts.push(record_part(&mut writer, number, record));
    }
    parts.push(rights(&mut writer, receipt));
    parts.push(proof(&mut writer, receipt));
    let title = words.pick(("Bewijs van uw keuzes", "Proof of your choices"));
    Paper { language: words.tag(), title: title.to_owned(), parts }
}

fn about(writer: &mut Writer, receipt: &Receipt) -> Part {
    let words = writer.words;
    writer.line(("Voor", "For"), &receipt.issued_to.display_name);
    writer.line(("Waarom u", "Why you"), words.capacity(receipt.capacity));
    writer.line(("Het gaat over", "It is about"), &receipt.subject.display_name);
    writer.line(("Vastgelegd", "Recorded"), words.moment(receipt.created_at));
    writer.line(("Gemeente", "Municipality"), &receipt.controller.name);
    writer.line(("Vragen over privacy", "Questions about privacy"), contact(&receipt.controller.contact));
    writer.line(("Privacyverklaring", "Privacy statement"), &receipt.controller.privacy_statement);
    writer.line(("Bellen, wijzigen of stoppen", "To call, change or stop"), contact(&receipt.contact_point));
    if receipt.controller.demonstration {
        let label = ("Let op", "Please note");
        writer.line(label, words.pick(("Dit is een voorbeeld.", "This is a demonstration.")));
    }
    let title = writer.text(&receipt.title);
    writer.part(title)
}

fn record_part(writer: &mut Writer, number: usize, record: &ReceiptRecord) -> Part {
    let (words, item) = (writer.words, &record.item);
    writer.line(("Stand", "Status"), words.status(record.status));
    let names = |ids: &[_]| {
        let named = item.personal_data.iter().filter(|datum| ids.contains(&datum.data_type.id));
        named.map(|datum| datum.data_type.name.get(&writer.language)).collect::<Vec<_>>().join(", ")
    };
    let nothing = words.pick(("niets", "nothing"));
    let or_nothing = |names: String| if names.is_empty() { nothing.to_owned() } else { names };
    let (allowed, refused) =
        (or_nothing(names(&record.allowed_data_types)), or_nothing(names(&record.refused_data_types)));
    writer.line(("U zegt ja tegen", "You say yes to"), allowed);
    writer.line(("U zegt nee tegen", "You say no to"), refused);
    writer.line(("Soort vraag", "Kind of question"), words.kind(item.kind, item.consent_kind));
    parties(writer, item);
    for datum in &item.personal_data {
        personal_data(writer, datum);
    }
    reasons(writer, item);
    for event in &record.events {
        history(writer, item, event);
    }
    identifiers(writer, record);
    let purpose = writer.text(&item.purpose.in_sentence);
    writer.part(format!("{number}. {} {purpose}", words.pick(("Om", "To"))))
}

fn parties(writer: &mut Writer, item: &Item) {
    party(writer, ("Wie geeft de gegevens", "Who gives the data"), &item.source);
    party(writer, ("Wie krijgt de gegevens", "Who gets the data"), &item.recipient);
}

fn party(writer: &mut Writer, label: (&'static str, &'static str), party: &Party) {
    let words = writer.words;
    let mut parts = vec![
        format!("{} ({})", writer.text(&party.short_name), party.legal_name),
        words.party(party.kind).to_owned(),
        writer.text(&party.function),
        contact(&party.contact),
        words.secrecy(party.secrecy).to_owned(),
    ];
    let number = party.register_number.as_ref();
    parts.extend(number.map(|number| format!("{} {number}", words.pick(("nummer", "number")))));
    parts.extend(party.agreement.clone());
    parts.extend(
        party.agreement_end_date.map(|day| {
            format!("{} {}", words.pick(("afspraak tot en met", "agreement until")), words.day(day))
        }),
    );
    parts.extend(party.may_use_bsn.as_ref().map(|law| {
        format!("{}: {}", words.pick(("mag het bsn gebruiken", "may use the citizen number")), citation(law))
    }));
    parts.push(format!("{} {}", words.pick(("land", "country")), party.country));
    writer.line(label, parts.join("; "));
}

fn personal_data(writer: &mut Writer, datum: &ItemDatum) {
    let (words, data) = (writer.words, &datum.data_type);
    let mut parts = vec![
        format!("{}: {}", writer.text(&data.name), writer.text(&data.description)),
        writer.text(&datum.necessity),
        words.level(data.level).to_owned(),
    ];
    parts.extend(
        data.special_category.as_ref().map(|law| {
            format!("{}: {}", words.pick(("extra beschermd", "specially protected")), citation(law))
        }),
    );
    parts.extend(data.closed_regime.map(|regime| words.regime(regime).to_owned()));
    parts.push(format!("{} ({}; {})", data.id, data.dpv, data.policy));
    writer.line(("Gegeven", "Data"), parts.join(" – "));
}

fn reasons(writer: &mut Writer, item: &Item) {
    let (words, basis) = (writer.words, &item.legal_basis);
    let law = basis.specific_law.iter().chain([&basis.general_law]).map(citation).collect::<Vec<_>>();
    let retention = &item.retention;
    let months = words.pick(("maanden", "months"));
    for (label, value) in [
        (("Taak van de gemeente", "Task of the municipality"), writer.text(&item.purpose.task)),
        (("Wet bij die taak", "Law of that task"), citation(&item.purpose.act)),
        (("Onderwerp", "Subject"), words.domain(item.purpose.domain).to_owned()),
        (
            ("Waarom het mag", "Why it is allowed"),
            format!("{}: {}", words.ground(basis.ground), writer.text(&basis.explanation)),
        ),
        (("Wet", "Law"), law.join("; ")),
        (("Waarom niet meer dan dit", "Why no more than this"), writer.text(&item.proportionality)),
        (("Waarom niet anders", "Why not another way"), writer.text(&item.subsidiarity)),
        (
            ("Hoe lang bewaard", "How long it is kept"),
            format!(
                "{} {months}. {} ({})",
                retention.months,
                writer.text(&retention.explanation),
                citation(&retention.law)
            ),
        ),
        (
            ("Periode", "Period"),
            format!(
                "{} {} {}",
                words.day(item.start_date),
                words.pick(("tot en met", "until the end of")),
                words.day(item.end_date)
            ),
        ),
    ] {
        writer.line(label, value);
    }
    let given = item.consequences_if_given.as_ref().map(|text| writer.text(text));
    writer.some(("Als u ja zegt", "If you say yes"), given);
    let refused = item.consequences_if_refused.as_ref().map(|text| writer.text(text));
    writer.some(("Als u nee zegt", "If you say no"), refused);
    let extendable = item.extendable_months.map(|count| format!("{count} {months}"));
    writer.some(("U kunt verlengen met", "You can extend by"), extendable);
    for change in &item.changes {
        let side =
            |text: &Option<LocalizedText>| text.as_ref().map_or("–".to_owned(), |text| writer.text(text));
        let value = format!("{} → {}", side(&change.before), side(&change.after));
        writer.line(("Veranderd", "Changed"), value);
    }
}

fn history(writer: &mut Writer, item: &Item, event: &ConsentEvent) {
    let words = writer.words;
    let mut parts = vec![format!("{}: {}", words.moment(event.occurred_at), words.event(event.event_type))];
    parts.extend(event.expressed_by.as_ref().map(|person| person.display_name.clone()));
    parts.extend(event.capacity.map(|capacity| words.capacity(capacity).to_owned()));
    parts.extend(event.method.map(|method| words.method(method).to_owned()));
    parts.extend(entered(words, event));
    let covered = item.personal_data.iter().filter(|datum| event.data_types.contains(&datum.data_type.id));
    parts.extend(covered.map(|datum| writer.text(&datum.data_type.name)));
    parts.extend(
        event
            .end_date
            .map(|day| format!("{} {}", words.pick(("tot en met", "until the end of")), words.day(day))),
    );
    writer.line(("Wat u deed", "What you did"), parts.join("; "));
}

// What a colleague or a judge needs to find the same things in the register.
fn identifiers(writer: &mut Writer, record: &ReceiptRecord) {
    let item = &record.item;
    let (purpose, basis, retention) = (&item.purpose, &item.legal_basis, &item.retention);
    let mut codes = vec![
        format!("recordId {}", record.record_id),
        format!("itemId {}", item.id),
        format!("purpose {} ({}; {})", purpose.id, purpose.dpv, purpose.policy),
        format!("source {}", item.source.id),
        format!("recipient {}", item.recipient.id),
        format!("legalBasis {} ({})", basis.id, basis.policy),
        format!("retention {} ({})", retention.id, retention.policy),
        format!("scopeFingerprint {}", item.scope_fingerprint.0),
    ];
    for event in &record.events {
        codes.push(format!("event {} {}", event.id, event.recorded_at.to_rfc3339()));
        codes.extend(event.presentation_id.map(|id| format!("presentation {id}")));
        codes.extend(event.decision_id.map(|id| format!("decision {id}")));
        let scan = event.assistance.as_ref().and_then(|assistance| assistance.attachment_id);
        codes.extend(scan.map(|id| format!("scan {id}")));
    }
    writer.line(("Codes", "Codes"), codes.join("; "));
}

fn rights(writer: &mut Writer, receipt: &Receipt) -> Part {
    let text = writer.text(&receipt.rights);
    writer.line(("U mag altijd", "You can always"), text);
    let heading = writer.words.pick(("Uw rechten", "Your rights"));
    writer.part(heading)
}

fn proof(writer: &mut Writer, receipt: &Receipt) -> Part {
    let how = (
        "De gemeente heeft dit bewijs ondertekend. U kunt de ondertekening laten controleren op de website.",
        "The municipality has signed this proof. You can have the signature checked on the website.",
    );
    let how = writer.words.pick(how);
    writer.line(("Controleren", "To check"), how);
    writer.line(("Nummer van dit bewijs", "Number of this proof"), receipt.receipt_id.to_string());
    writer.line(("Taal van de tekst", "Language of the text"), &receipt.language.0);
    writer.line(("Code van de tekst", "Code of the text"), &receipt.notice_hash.0);
    let codes = [
        receipt.schema_version.clone(),
        receipt.created_at.to_rfc3339(),
        format!("controller {}", receipt.controller.id),
        format!("jurisdiction {}", receipt.controller.jurisdiction),
        format!("issuedTo {}", receipt.issued_to.id),
        format!("subject {}", receipt.subject.id),
    ];
    writer.line(("Codes", "Codes"), codes.join("; "));
    let heading = writer.words.pick(("Hoe u dit controleert", "How to check this"));
    writer.part(heading)
}

fn contact(contact: &ContactPoint) -> String {
    let optional = [&contact.telephone, &contact.email, &contact.postal_address];
    let known = optional.into_iter().flatten().map(String::as_str);
    std::iter::once(contact.name.as_str()).chain(known).collect::<Vec<_>>().join(", ")
}

fn citation(citation: &Citation) -> String {
    match &citation.url {
        Some(url) => format!("{} ({url})", citation.law),
        None => citation.law.clone(),
    }
}
