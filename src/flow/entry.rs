// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Entering what somebody else expressed (A7): who, how, with whom, and what is sent.
//! The answers themselves are [`super::choices::Choices`].

use super::choices::Choices;
use super::sheet::{Asked, Kind, Sheet, asked};
use crate::config::RENDERER;
use crate::json::{Writer, array, quoted};
use crate::wire::request::Request;

/// The ways in which a person may have expressed it, as the contract has them.
pub const METHODS: [&str; 3] = ["oral-in-conversation", "paper", "assisted"];

/// Who else may have been there (E11).
pub const PRESENT: [&str; 5] =
    ["family", "informal-carer", "client-supporter", "interpreter", "professional"];

/// Who expressed it.
pub const PERSON: &str = "/expression/personId";
/// How.
pub const METHOD: &str = "/expression/method";
/// Who else was there.
pub const WITH: &str = "/expression/present";
/// Reference of the conversation.
pub const REFERENCE: &str = "/expression/conversationReference";
/// The day on the signature.
pub const SIGNED_ON: &str = "/expression/signedOn";
/// The scan.
pub const SCAN: &str = "/expression/attachmentId";

/// The fields: `people` is how many may still answer.
pub fn fields(sheet: &Sheet, people: usize) -> Vec<Asked> {
    let mut fields = Vec::new();
    if people > 1 {
        fields.push(asked(PERSON, Kind::One));
    }
    fields.push(asked(METHOD, Kind::One));
    match sheet.get(METHOD) {
        "" => return fields,
        "paper" => fields.extend([asked(SIGNED_ON, Kind::Past), asked(SCAN, Kind::File)]),
        "oral-in-conversation" => fields.push(asked(REFERENCE, Kind::Line)),
        _ => fields.push(asked(REFERENCE, Kind::Line).or_not()),
    }
    fields.push(asked(WITH, Kind::Some).or_not());
    fields
}

/// The request as this person would see it. Staff are not told who answered what (F7):
/// `alone` says that nobody else signs, so that the status is this person's own.
pub fn as_seen_by(mut request: Request, capacity: &str, alone: bool) -> Request {
    request.capacity = capacity.to_owned();
    for standing in request.items.iter_mut().filter_map(|item| item.standing.as_mut()) {
        standing.awaits_answer = match &*standing.status {
            "requested" | "deferred" => true,
            // Others may have answered; whom nobody could reach may answer later.
            "pending" | "review" => !alone,
            _ => false,
        };
    }
    request
}

/// That the text was shown to this person.
pub fn presentation(request: &Request, id: &str, person: &str) -> String {
    Writer::new()
        .text("id", id)
        .text("shownTo", person)
        .text("consentRequestId", &request.id)
        .text("language", &request.language)
        .text("noticeHash", &request.notice_hash)
        .text("renderer", RENDERER)
        .end()
}

/// The answers, with how they were expressed.
pub fn decision(
    sheet: &Sheet,
    request: &Request,
    choices: &Choices,
    presentation: &str,
    person: &str,
) -> String {
    Writer::new()
        .text("presentationId", presentation)
        .text("noticeHash", &request.notice_hash)
        .text("language", &request.language)
        .json("choices", &choices.write(request))
        .json("expression", &expression(sheet, person))
        .end()
}

fn expression(sheet: &Sheet, person: &str) -> String {
    let paper = sheet.is(METHOD, "paper");
    let present: Vec<String> = sheet.ticked(WITH).iter().map(|code| quoted(code)).collect();
    Writer::new()
        .text("personId", person)
        .text("method", sheet.get(METHOD))
        .json("present", &array(&present))
        .optional("conversationReference", sheet.some(REFERENCE).filter(|_| !paper))
        .optional("signedOn", sheet.some(SIGNED_ON).filter(|_| paper))
        .optional("attachmentId", sheet.some(SCAN).filter(|_| paper))
        .end()
}

/// That somebody who has to sign cannot be reached (F7).
pub fn missing(person: &str, language: &str) -> String {
    Writer::new().text("type", "signatory-missing").text("personId", person).text("language", language).end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::choices::Answer;
    use crate::wire::request::{Datum, Item, Standing};
    use samenspraak_contract::decision::NewDecision;
    use samenspraak_contract::presentation::NewNoticePresentation;
    use samenspraak_contract::record::{ExpressionMethod, NewEvent, Present};

    const ID: &str = "019a0000-0000-7000-8000-000000000001";

    fn hash() -> String {
        "ab".repeat(32)
    }

    fn request(statuses: &[&str]) -> Request {
        let item = |status: &&str| Item {
            id: ID.into(),
            fingerprint: hash(),
            data: vec![Datum { id: "medication".into(), ..Datum::default() }],
            standing: Some(Standing { status: (*status).into(), ..Standing::default() }),
            ..Item::default()
        };
        Request {
            id: ID.into(),
            language: "nl".into(),
            notice_hash: hash(),
            items: statuses.iter().map(item).collect(),
            ..Request::default()
        }
    }

    #[test]
    fn only_what_may_still_be_answered_is_asked() {
        let statuses = ["requested", "deferred", "pending", "review", "refused", "given", "withdrawn"];
        let asked = |alone| as_seen_by(request(&statuses), "guardian", alone).questions().count();
        assert_eq!((asked(true), asked(false)), (2, 4));
        assert!(as_seen_by(request(&[]), "guardian", true).for_another());
    }

    #[test]
    fn what_was_said_is_what_the_contract_asks_for() {
        let request = as_seen_by(request(&["requested"]), "data-subject", true);
        let mut choices = Choices::default();
        choices.answer(ID, "medication", Answer::No);
        let mut sheet = Sheet::default();
        sheet.set(METHOD, "oral-in-conversation".into());
        sheet.set(REFERENCE, "keukentafel 12".into());
        sheet.set(SIGNED_ON, "2026-11-20".into());
        sheet.tick(WITH, "interpreter", true);
        let sent = decision(&sheet, &request, &choices, ID, "noor-de-wit");
        let sent: NewDecision = serde_json::from_str(&sent).expect("a decision of the contract");
        let said = sent.expression.expect("how it was expressed");
        assert_eq!(
            (said.method, said.present),
            (ExpressionMethod::OralInConversation, vec![Present::Interpreter])
        );
        assert_eq!((said.signed_on, said.conversation_reference.as_deref()), (None, Some("keukentafel 12")));
        let shown: NewNoticePresentation =
            serde_json::from_str(&presentation(&request, ID, "noor-de-wit")).expect("a presentation");
        assert_eq!(shown.shown_to.map(|id| id.0).as_deref(), Some("noor-de-wit"));
        let _: NewEvent = serde_json::from_str(&missing("noor-de-wit", "nl")).expect("an event");
    }

    #[test]
    fn paper_has_a_day_and_a_scan() {
        let mut sheet = Sheet::default();
        let names = |sheet: &Sheet, people| -> Vec<String> {
            fields(sheet, people).into_iter().map(|it| it.field).collect()
        };
        assert_eq!(names(&sheet, 2), [PERSON, METHOD]);
        for method in METHODS {
            sheet.set(METHOD, method.into());
            assert_eq!(names(&sheet, 1).contains(&SCAN.to_owned()), method == "paper");
        }
        sheet.set(METHOD, "paper".into());
        sheet.set(SIGNED_ON, "2026-11-20".into());
        sheet.set(SCAN, ID.into());
        let sent =
            decision(&sheet, &as_seen_by(request(&["requested"]), "", true), &Choices::default(), ID, "p");
        let json: serde_json::Value = serde_json::from_str(&sent).expect("JSON");
        assert_eq!(json["expression"]["signedOn"], "2026-11-20");
        assert_eq!(json["expression"]["attachmentId"], ID);
    }
}
