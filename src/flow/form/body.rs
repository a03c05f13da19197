// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What is sent, and at which field an objection of the server belongs.

use super::{Around, Blank, Cell, Form, Row, Spot, Typed};
use crate::flow::place::{Origin, Wanted};
use crate::json::{Writer, array};

/// What goes along that the person did not type.
#[derive(Clone, Copy, Debug)]
pub struct Along<'a> {
    /// The language of the screen.
    pub language: &'a str,
    /// Id of the municipality.
    pub controller: &'a str,
    /// The line or the consent it came from.
    pub origin: Option<&'a Origin>,
    /// Whose data, when it is not about the person signed in.
    pub subject: Option<&'a str>,
}

impl Form {
    /// Where it is posted; an answer goes to its filing.
    pub fn path(self) -> &'static str {
        match self {
            Self::New(Wanted::AdministrativeObjection) => "administrative-objections",
            Self::New(Wanted::Complaint) => "complaints",
            _ => "rights-requests",
        }
    }

    /// The document that is posted.
    pub fn body(self, typed: &Typed, around: &Around, along: Along<'_>) -> String {
        let shown = self.blanks(around, typed);
        let text = |blank: Blank| typed.some(blank).filter(|_| shown.contains(&blank));
        let out = match self {
            Self::Answer => {
                Writer::new().text("type", "information-given").optional("text", text(Blank::Explanation))
            }
            Self::New(Wanted::AdministrativeObjection) => subject(Writer::new(), along)
                .optional("name", text(Blank::Name))
                .optional("postalAddress", text(Blank::Address))
                .json("decision", &decision(typed))
                .optional("grounds", text(Blank::Explanation))
                .optional("lateReason", text(Blank::LateReason)),
            Self::New(Wanted::Complaint) => Writer::new()
                .text("controllerId", along.controller)
                .optional("name", text(Blank::Name))
                .optional("postalAddress", text(Blank::Address))
                .optional("email", text(Blank::Email))
                .optional("telephone", text(Blank::Telephone))
                .optional("matter", text(Blank::Matter))
                .optional("description", text(Blank::Explanation))
                .optional("occurredOn", text(Blank::OccurredOn)),
            Self::New(wanted) => {
                let out = subject(Writer::new().text("kind", wanted.word()), along);
                let out = out.optional("explanation", text(Blank::Explanation));
                match wanted {
                    Wanted::Rectification => out.json("corrections", &corrections(typed)),
                    _ => out,
                }
            }
        };
        let out = match self {
            Self::Answer => out,
            Self::New(_) => origin(out, along).text("language", along.language),
        };
        out.json("attachments", &attachments(typed)).end()
    }

    /// The field that a JSON pointer of the body points at.
    pub fn spot(self, pointer: &str, typed: &Typed) -> Spot {
        let parts: Vec<&str> = pointer.split('/').skip(1).collect();
        Spot::At(match *parts.as_slice() {
            ["explanation" | "grounds" | "description" | "text"] => Blank::Explanation,
            ["subjectId"] => Blank::Subject,
            ["name"] => Blank::Name,
            ["postalAddress"] => Blank::Address,
            ["email"] => Blank::Email,
            ["telephone"] => Blank::Telephone,
            ["matter"] => Blank::Matter,
            ["occurredOn"] => Blank::OccurredOn,
            ["decision", "notifiedOn"] => Blank::NotifiedOn,
            ["decision", ..] => Blank::Decision,
            ["lateReason"] => Blank::LateReason,
            ["attachments", ..] => return Spot::Attachments,
            ["corrections", ref rest @ ..] => return row(typed, rest),
            _ => return Spot::Whole,
        })
    }
}

// The rows that were sent are those that said something.
fn row(typed: &Typed, rest: &[&str]) -> Spot {
    let index = rest.first().and_then(|index| index.parse().ok()).unwrap_or(0_usize);
    let number = typed.filled_rows().nth(index).map_or(0, |row| row.number);
    let cell = match rest.get(1) {
        Some(&"right") => Cell::Right,
        Some(&"dataTypeId") => Cell::Datum,
        _ => Cell::Wrong,
    };
    Spot::Row(number, cell)
}

fn subject(out: Writer, along: Along<'_>) -> Writer {
    out.optional("subjectId", along.subject)
}

fn origin(out: Writer, along: Along<'_>) -> Writer {
    match along.origin {
        Some(origin) => {
            out.json("origin", &Writer::new().text("kind", origin.kind.word()).text("id", &origin.id).end())
        }
        None => out,
    }
}

fn decision(typed: &Typed) -> String {
    Writer::new()
        .text("description", typed.get(Blank::Decision))
        .optional("notifiedOn", typed.some(Blank::NotifiedOn))
        .end()
}

fn corrections(typed: &Typed) -> String {
    let row = |row: &Row| {
        Writer::new()
            .optional("dataTypeId", Some(&*row.datum).filter(|id| !id.is_empty()))
            .text("wrong", row.wrong.trim())
            .text("right", row.right.trim())
            .end()
    };
    array(&typed.filled_rows().map(row).collect::<Vec<_>>())
}

fn attachments(typed: &Typed) -> String {
    let named =
        typed.attached.iter().map(|it| Writer::new().text("id", &it.id).text("title", &it.title).end());
    array(&named.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::form::Attached;
    use crate::flow::place::OriginKind;
    use samenspraak_contract::filing::{
        ComplaintMatter, FilingEventType, FilingOrigin, NewAdministrativeObjection, NewComplaint,
        NewFilingEvent, NewRightsRequest,
    };

    const ID: &str = "019a0000-0000-7000-8000-000000000001";

    fn around() -> Around {
        Around { today: "2026-11-22".into(), ..Around::default() }
    }

    fn typed(texts: &[(Blank, &str)]) -> Typed {
        let mut typed = Typed::default();
        texts.iter().for_each(|(blank, text)| typed.set(*blank, (*text).to_owned()));
        typed.attached.push(Attached { id: ID.into(), title: "Brief.pdf".into(), size: 12 });
        typed
    }

    const ALONG: Along<'_> = Along { language: "nl", controller: "roosendaal", origin: None, subject: None };

    #[test]
    fn a_request_is_what_the_contract_asks_for() {
        let origin = Origin { kind: OriginKind::Disclosure, id: ID.into() };
        let along = Along { origin: Some(&origin), subject: Some("p-sem"), ..ALONG };
        for wanted in Wanted::ALL.into_iter().take(6) {
            let mut typed = typed(&[(Blank::Explanation, " Omdat \"het\"\nniet klopt ")]);
            typed.add_row();
            typed.add_row();
            typed.set_cell(1, Cell::Wrong, "twee".into());
            typed.set_cell(1, Cell::Right, "drie".into());
            let sent = Form::New(wanted).body(&typed, &around(), along);
            let sent: NewRightsRequest = serde_json::from_str(&sent).expect("a request");
            assert_eq!(sent.explanation.as_deref(), Some("Omdat \"het\"\nniet klopt"));
            assert_eq!(sent.subject_id.map(|id| id.0).as_deref(), Some("p-sem"));
            assert!(matches!(sent.origin, Some(FilingOrigin::Disclosure(_))));
            assert_eq!(sent.attachments[0].title, "Brief.pdf");
            assert_eq!(sent.corrections.len(), usize::from(wanted == Wanted::Rectification));
        }
    }

    #[test]
    fn an_objection_is_what_the_contract_asks_for() {
        let form = Form::New(Wanted::AdministrativeObjection);
        let mut typed = typed(&[
            (Blank::Name, "Willem"),
            (Blank::Address, "Markt 1\n0000 XX Roosendaal"),
            (Blank::Decision, "Minder uren"),
            (Blank::Grounds, "later"),
            (Blank::Explanation, "toch niet"),
        ]);
        let read = |typed: &Typed| -> NewAdministrativeObjection {
            serde_json::from_str(&form.body(typed, &around(), ALONG)).expect("an objection")
        };
        let later = read(&typed);
        assert_eq!((later.grounds, later.decision.notified_on, later.late_reason), (None, None, None));
        typed.set(Blank::Grounds, "now".into());
        typed.set(Blank::NotifiedOn, "2026-06-01".into());
        typed.set(Blank::LateReason, "Ik was ziek".into());
        let late = read(&typed);
        assert_eq!(late.grounds.as_deref(), Some("toch niet"));
        assert_eq!(late.late_reason.as_deref(), Some("Ik was ziek"));
        assert!(late.decision.notified_on.is_some());
    }

    #[test]
    fn a_complaint_is_what_the_contract_asks_for() {
        let typed = typed(&[
            (Blank::Name, "Noor"),
            (Blank::Email, "noor@burger.example"),
            (Blank::Matter, "data-exchange"),
            (Blank::Explanation, "Er ging een brief naar school."),
            (Blank::OccurredOn, "2026-11-01"),
        ]);
        let sent = Form::New(Wanted::Complaint).body(&typed, &around(), ALONG);
        let sent: NewComplaint = serde_json::from_str(&sent).expect("a complaint");
        assert_eq!(sent.matter, ComplaintMatter::DataExchange);
        assert_eq!(sent.controller_id.map(|id| id.0).as_deref(), Some("roosendaal"));
        assert_eq!((sent.postal_address, sent.telephone), (None, None));
    }

    #[test]
    fn an_answer_is_what_the_contract_asks_for() {
        let sent = Form::Answer.body(&typed(&[(Blank::Explanation, "Hier is het")]), &around(), ALONG);
        let sent: NewFilingEvent = serde_json::from_str(&sent).expect("an event");
        assert_eq!(sent.event_type, FilingEventType::InformationGiven);
        assert_eq!(sent.text.as_deref(), Some("Hier is het"));
        assert_eq!(sent.attachments.len(), 1);
    }

    #[test]
    fn every_pointer_leads_to_its_field() {
        let mut typed = Typed::default();
        for number in 0..3 {
            typed.add_row();
            typed.set_cell(number, Cell::Wrong, if number == 1 { String::new() } else { "x".into() });
        }
        let form = Form::New(Wanted::Rectification);
        let spot = |pointer: &str| form.spot(pointer, &typed);
        assert_eq!(spot("/corrections/1/right"), Spot::Row(2, Cell::Right), "the empty row was not sent");
        assert_eq!(spot("/corrections"), Spot::Row(0, Cell::Wrong));
        assert_eq!(spot("/decision/notifiedOn"), Spot::At(Blank::NotifiedOn));
        assert_eq!(spot("/decision/description"), Spot::At(Blank::Decision));
        assert_eq!(spot("/attachments/0/id"), Spot::Attachments);
        assert_eq!(spot("/grounds"), Spot::At(Blank::Explanation));
        assert_eq!(spot("/controllerId"), Spot::Whole);
        assert_eq!(spot(""), Spot::Whole);
    }
}
