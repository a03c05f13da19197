// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What follows a no, over HTTP: recorded once, read by the person, told by letter.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use axum::http::Method;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::id::RefusalOutcomeId;
use samenspraak_contract::person::Person;
use samenspraak_contract::problem::ProblemType;
use samenspraak_contract::refusal::NewRefusalOutcome;
use samenspraak_rules::intake::refusal::{Stamp, outcome};
use samenspraak_storage::change::Change;
use serde_json::{Value, json};
use support::happened::found;
use support::journey::{choices, decide, decision, decisions_of, open_request, present, reread, text};
use support::{Client, Server};

const WORKER: &str = "lotte-visser";
const OUTCOMES: &str = "/v1/refusal-outcomes";

type Spoil = fn(&mut Value);

/// The questions of a request, by id.
fn questions(request: &Value) -> Vec<Value> {
    let items = request["items"].as_array().unwrap().iter();
    items.filter(|item| item["kind"] == "consent").map(|item| item["id"].clone()).collect()
}

fn limited(server: &Server, request: &Value) -> Value {
    json!({
        "consentRequestId": request["id"],
        "itemIds": questions(request),
        "type": "limited",
        "stops": "De thuiszorg weet niet welke medicijnen u slikt.",
        "continues": "De hulp bij het huishouden gaat door.",
        "alternatives": "U kunt het zelf aan de thuiszorg vertellen.",
        "explainedOn": server.today(),
        "consultation": {
            "colleague": { "id": "karim-haddad", "displayName": "Karim Haddad" },
            "function": "gedragswetenschapper",
            "date": server.today(),
            "anonymised": true,
        },
        "rationale": "Uw hulp kan zonder deze gegevens.\nWij delen ze dus niet.",
        "informedOn": server.today(),
    })
}

/// Noor said no to everything.
async fn refused(noor: &Client<'_>) -> Value {
    let request = open_request(noor).await;
    decide(noor, &request, "no").await.expect(201);
    request
}

async fn listed(client: &Client<'_>) -> Vec<Value> {
    client.get(OUTCOMES).await.expect(200)["items"].as_array().unwrap().clone()
}

async fn of_request(client: &Client<'_>, request: &Value) -> Value {
    client.get(&format!("{OUTCOMES}?consentRequestId={}", text(&request["id"]))).await.expect(200)
}

/// G1, G4: staff record it once; the person reads it whole, without a name of staff.
#[tokio::test]
async fn the_person_reads_what_follows_her_no() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in(WORKER).await);
    let request = refused(&noor).await;
    let new = limited(&server, &request);
    let key = server.key();
    let reply = lotte.post_with_key(OUTCOMES, &new, key).await;
    let recorded = reply.expect(201);
    assert_eq!(recorded["decidedBy"]["displayName"], "Lotte Visser");
    assert_eq!(recorded["consultation"]["colleague"]["id"], "karim-haddad");
    assert_eq!(
        lotte.post_with_key(OUTCOMES, &new, key).await.expect(201),
        recorded,
        "sent twice, stored once"
    );

    let seen = noor.get(reply.header("location")).await.expect(200);
    assert_eq!(listed(&noor).await, std::slice::from_ref(&seen));
    assert!(seen.get("decidedBy").is_none() && seen["consultation"].get("colleague").is_none(), "{seen}");
    for member in ["type", "stops", "continues", "alternatives", "rationale", "explainedOn", "informedOn"] {
        assert_eq!(seen[member], new[member], "{member}");
    }
    assert_eq!(seen["consultation"]["function"], "gedragswetenschapper");
    assert_eq!(of_request(&lotte, &request).await["items"], json!([recorded]));

    // Exactly one for each item.
    let errors = lotte.post(OUTCOMES, &new).await.invalid();
    assert!(found(&errors, "/itemIds/0", "duplicate"), "{errors:?}");
    assert_eq!(listed(&noor).await.len(), 1);
    // Staff do not look unseen.
    let looked = noor.get("/v1/consultations").await.expect(200);
    let request_id = &request["id"];
    let mut looks = looked["items"].as_array().unwrap().iter();
    assert!(looks.any(|look| look["consulted"]["id"] == *request_id && look["role"] == "intake-worker"));
}

#[tokio::test]
async fn what_breaks_a_rule_of_thumb_is_refused_and_nothing_changes() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in(WORKER).await);
    let request = refused(&noor).await;
    let attempts: [(Spoil, &str, &str); 19] = [
        (|new| new["type"] = json!("perhaps"), "/type", "malformed"),
        (|new| new["continues"] = json!(" "), "/continues", "empty-text"),
        (
            |new| {
                new["type"] = json!("stopped");
                new["stops"] = json!("");
            },
            "/stops",
            "empty-text",
        ),
        (|new| new["type"] = json!("involuntary"), "/groundId", "missing"),
        (|new| new["type"] = json!("involuntary"), "/measure", "missing"),
        (|new| new["groundId"] = json!("vital-interest"), "/groundId", "not-applicable"),
        (|new| new["measure"] = json!({ "kind": "pressure" }), "/measure", "not-applicable"),
        (
            |new| {
                new["type"] = json!("involuntary");
                new["groundId"] = json!("report-veilig-thuis");
            },
            "/groundId",
            "ground-does-not-fit",
        ),
        (|new| new["explainedOn"] = json!("2030-01-01"), "/explainedOn", "date-in-future"),
        (|new| new["explainedOn"] = json!("2020-01-01"), "/explainedOn", "date-out-of-range"),
        (|new| new["informedOn"] = json!("2030-01-01"), "/informedOn", "date-in-future"),
        (|new| new["rationale"] = json!("  "), "/rationale", "empty-text"),
        (|new| new["rationale"] = json!("Van 123456782."), "/rationale", "bsn-in-text"),
        (|new| new["consultation"]["date"] = json!("2030-01-01"), "/consultation/date", "date-in-future"),
        (|new| new["consultation"]["function"] = json!(""), "/consultation/function", "empty-text"),
        (
            |new| new["consultation"]["colleague"] = json!({ "id": "lotte-visser", "displayName": "Lotte" }),
            "/consultation/colleague",
            "second-person-missing",
        ),
        (
            |new| new["consultation"]["colleague"] = json!({ "id": "noor-de-wit", "displayName": "Noor" }),
            "/consultation/colleague",
            "second-person-missing",
        ),
        (
            |new| new["itemIds"] = json!(["018f0000-0000-7000-8000-000000000000"]),
            "/itemIds/0",
            "unknown-item",
        ),
        (
            |new| new["consentRequestId"] = json!("018f0000-0000-7000-8000-000000000000"),
            "/consentRequestId",
            "unknown-reference",
        ),
    ];
    for (spoil, name, reason) in attempts {
        let mut new = limited(&server, &request);
        spoil(&mut new);
        let errors = lotte.post(OUTCOMES, &new).await.invalid();
        assert!(found(&errors, name, reason), "{name} {reason}: {errors:?}");
    }
    assert_eq!(listed(&noor).await, Vec::<Value>::new(), "nothing changed");
    lotte.post(OUTCOMES, &limited(&server, &request)).await.expect(201);
}

/// An outcome is for a no: not for a yes, and not for a question that is still open.
#[tokio::test]
async fn a_yes_and_silence_have_no_outcome() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in(WORKER).await);
    let request = open_request(&noor).await;
    let new = limited(&server, &request);
    let errors = lotte.post(OUTCOMES, &new).await.invalid();
    assert!(found(&errors, "/itemIds/0", "not-refused"), "{errors:?}");
    decide(&noor, &request, "yes").await.expect(201);
    let errors = lotte.post(OUTCOMES, &new).await.invalid();
    assert!(found(&errors, "/itemIds/0", "not-refused"), "{errors:?}");
}

/// Without a network: the day it was decided counts, on the server's clock.
#[tokio::test]
async fn what_was_decided_on_the_road_keeps_its_moment() {
    let server = Server::start().await;
    let request = refused(&server.sign_in("noor-de-wit").await).await;
    server.pass_days(2);
    let lotte = server.sign_in(WORKER).await;
    let new = |decided: Value| {
        let mut new = limited(&server, &request);
        for member in ["explainedOn", "informedOn"] {
            new[member] = json!(server.today() - chrono::Days::new(2));
        }
        new["consultation"]["date"] = new["informedOn"].clone();
        new["decidedAt"] = decided;
        new["id"] = json!("018f0000-0000-7000-8000-00000000aaaa");
        new
    };
    // The clock of the device is a year behind; it was decided two days before sending.
    let device = server.app().now() - chrono::TimeDelta::days(365);
    let send = async |decided: Value| {
        let call = lotte.call(Method::POST, OUTCOMES).header("Idempotency-Key", &server.key().to_string());
        call.header("Device-Time", &device.to_rfc3339()).json(&new(decided)).send().await
    };
    let late = send(json!(device - chrono::TimeDelta::days(40))).await.invalid();
    assert!(found(&late, "/decidedAt", "too-long-ago"), "{late:?}");
    let recorded = send(json!(device - chrono::TimeDelta::days(2))).await.expect(201);
    assert_eq!(recorded["decidedAt"], json!(server.app().now() - chrono::TimeDelta::days(2)));
    assert_eq!(recorded["recordedAt"], json!(server.app().now()));
    assert_eq!(recorded["id"], "018f0000-0000-7000-8000-00000000aaaa");
}

/// F7, M2: a parent reads it for the child; a stranger and another municipality do not.
#[tokio::test]
async fn who_represents_reads_it_and_nobody_else() {
    let server = Server::start().await;
    let (sem, anouk) = (server.sign_in("sem-kuipers").await, server.sign_in("anouk-kuipers").await);
    let lotte = server.sign_in(WORKER).await;
    let request = open_request(&sem).await;
    decide(&sem, &request, "no").await.expect(201);
    for parent in [&anouk, &server.sign_in("dirk-kuipers").await] {
        decide(parent, &request, "yes").await.expect(201);
    }
    let reply = lotte.post(OUTCOMES, &limited(&server, &request)).await;
    let (place, recorded) = (reply.header("location").to_owned(), reply.expect(201));
    assert_eq!(listed(&sem).await.len(), 1);
    assert_eq!(listed(&anouk).await, Vec::<Value>::new(), "hers are those about herself");
    let as_mother = anouk.call(Method::GET, OUTCOMES).header("Data-Subject", "sem-kuipers").send().await;
    assert_eq!(as_mother.expect(200)["items"][0]["id"], recorded["id"]);
    anouk.get(&place).await.expect(200);
    let noor = server.sign_in("noor-de-wit").await;
    noor.get(&place).await.problem(ProblemType::NotFound);
    noor.get(&format!("{place}/letter")).await.problem(ProblemType::NotFound);
    let stranger = noor.call(Method::GET, OUTCOMES).header("Data-Subject", "sem-kuipers").send().await;
    stranger.problem(ProblemType::NotFound);
    server.sign_in("petra-willems").await.get(&place).await.problem(ProblemType::NotFound);
}

// What follows a no, stored before everybody answered, as no route does.
async fn stored_early(server: &Server, request: &Value, new: Value) -> String {
    let app = server.app();
    let (controller, id) = ("roosendaal".into(), text(&request["id"]).parse().unwrap());
    let facts = app.store.request(&controller, id).await.unwrap().unwrap();
    let new: NewRefusalOutcome = serde_json::from_value(new).unwrap();
    let stamp = Stamp {
        id: RefusalOutcomeId(app.ids.next()),
        decided_by: Person { id: WORKER.into(), display_name: "Lotte Visser".into() },
        decided_at: app.now(),
        recorded_at: app.now(),
    };
    let place = format!("{OUTCOMES}/{}", stamp.id);
    let mut change = Change::new(controller);
    change.intake.outcomes = vec![outcome(&new, &facts, stamp)];
    app.store.apply(change).await.unwrap();
    place
}

/// F7: a parent who has not answered reads nothing of what follows the no of her son,
/// and neither does he: not in a list, not by its place, not as a letter. Staff are not
/// told of a no either, while they know who is waited for.
#[tokio::test]
async fn before_everybody_answered_nobody_reads_what_follows_a_no() {
    let server = Server::start().await;
    let (sem, anouk) = (server.sign_in("sem-kuipers").await, server.sign_in("anouk-kuipers").await);
    let (dirk, lotte) = (server.sign_in("dirk-kuipers").await, server.sign_in(WORKER).await);
    let request = open_request(&sem).await;
    decide(&sem, &request, "no").await.expect(201);
    let errors = lotte.post(OUTCOMES, &limited(&server, &request)).await.invalid();
    assert!(found(&errors, "/itemIds/0", "not-refused"), "{errors:?}");
    let as_staff = reread(&lotte, &request).await;
    assert_eq!(as_staff["items"][0]["standing"]["status"], "pending", "somebody answered, and no more");

    let place = stored_early(&server, &request, limited(&server, &request)).await;
    let mother_reads = async || {
        let call = anouk.call(Method::GET, OUTCOMES).header("Data-Subject", "sem-kuipers");
        call.send().await.expect(200)["items"].as_array().unwrap().len()
    };
    decide(&dirk, &request, "yes").await.expect(201);
    assert_eq!((listed(&sem).await.len(), mother_reads().await), (0, 0));
    for person in [&sem, &anouk] {
        person.get(&place).await.problem(ProblemType::NotFound);
        person.get(&format!("{place}/letter")).await.problem(ProblemType::NotFound);
    }
    lotte.get(&place).await.expect(200);

    decide(&anouk, &request, "yes").await.expect(201);
    assert_eq!((listed(&sem).await.len(), mother_reads().await), (1, 1));
    for person in [&sem, &anouk] {
        person.get(&place).await.expect(200);
        assert_eq!(person.get_as(&format!("{place}/letter"), "text/html").await.status, 200);
    }
    assert_eq!(reread(&lotte, &request).await["items"][0]["standing"]["status"], "refused");
}

/// G1, F7: one question is followed while she thinks about the other, and what is not to
/// be read yet is in no page and no cursor.
#[tokio::test]
async fn what_is_not_to_be_read_yet_leaves_no_trace() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in(WORKER).await);
    let request = open_request(&noor).await;
    let mut said = choices(&request, "no");
    for later in &mut said[1..] {
        (later["deferred"], later["answers"]) = (json!(true), json!({}));
    }
    let body = decision(&noor, &request, said).await;
    noor.post(&decisions_of(&request), &body).await.expect(201);
    let of = |items: &[Value]| {
        let mut new = limited(&server, &request);
        new["itemIds"] = json!(items);
        new
    };
    let asked = questions(&request);
    stored_early(&server, &request, of(&asked[1..])).await;
    let recorded = lotte.post(OUTCOMES, &of(&asked[..1])).await.expect(201);
    let page = noor.get(&format!("{OUTCOMES}?pageSize=1")).await.expect(200);
    assert_eq!((&page["items"][0]["id"], page.get("nextCursor")), (&recorded["id"], None));
}

/// F7: after the last day to answer nobody is waited for, and a no is followed.
#[tokio::test]
async fn after_the_last_day_a_no_is_followed_though_others_were_silent() {
    let server = Server::start().await;
    let sem = server.sign_in("sem-kuipers").await;
    let request = open_request(&sem).await;
    decide(&sem, &request, "no").await.expect(201);
    let last: chrono::NaiveDate = text(&request["answerBeforeDate"]).parse().unwrap();
    server.pass_days((last - server.today()).num_days() + 1);
    let (sem, lotte) = (server.sign_in("sem-kuipers").await, server.sign_in(WORKER).await);
    let recorded = lotte.post(OUTCOMES, &limited(&server, &request)).await.expect(201);
    assert_eq!(listed(&sem).await[0]["id"], recorded["id"]);
}

#[tokio::test]
async fn staff_ask_for_one_request_and_a_person_for_her_own() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in(WORKER).await);
    let request = refused(&noor).await;
    let errors = lotte.get(OUTCOMES).await.invalid();
    assert!(found(&errors, "consentRequestId", "missing"), "{errors:?}");
    let path = format!("{OUTCOMES}?consentRequestId={}", text(&request["id"]));
    let errors = noor.get(&path).await.invalid();
    assert!(found(&errors, "consentRequestId", "not-applicable"), "{errors:?}");
    let other = server.sign_in("petra-willems").await;
    other.get(&path).await.problem(ProblemType::NotFound);
    let auditor = server.somebody(Role::Auditor);
    assert_eq!(of_request(&auditor, &request).await["items"], json!([]));
}

/// G4: the decision and the rights as a letter, at B1, as a page and as a file.
#[tokio::test]
async fn the_letter_tells_the_decision_and_the_rights() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in(WORKER).await);
    let request = refused(&noor).await;
    let mut new = limited(&server, &request);
    new["type"] = json!("involuntary");
    new["groundId"] = json!("vital-interest");
    new["measure"] = json!({ "kind": "force", "courtReference": "C/02/1234" });
    new["stops"] = json!("");
    let recorded = lotte.post(OUTCOMES, &new).await.expect(201);
    let path = format!("{OUTCOMES}/{}/letter", text(&recorded["id"]));
    let page = noor.get_as(&path, "text/html").await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.header("content-security-policy").contains("default-src 'none'"));
    let page = page.text();
    for words in [
        "Beste Noor de Wit,",
        "Gemeente Roosendaal",
        "21 mei 2026",
        "Wat doorgaat",
        "De hulp bij het huishouden gaat door.",
        "Wat er nog meer kan",
        "<p>Wij delen ze dus niet.</p>",
        "Gevaar voor leven of gezondheid",
        "C/02/1234",
        "gedragswetenschapper",
        "Daarbij was niet te zien dat het over u ging.",
        "bezwaar maken of een klacht indienen",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(!page.contains("Wat stopt"), "no heading above nothing");
    assert!(!page.contains("Lotte Visser</") && !page.contains("Karim"), "no name of who decided or advised");
    let file = noor.get_as(&path, "application/pdf").await;
    assert_eq!((file.status.as_u16(), file.header("content-type")), (200, "application/pdf"));
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let file = squeezed(&pdf_extract::extract_text_from_mem(&file.body).unwrap());
    for line in page.lines().filter_map(|line| line.strip_prefix("<p>")?.strip_suffix("</p>")) {
        assert!(file.contains(&squeezed(line)), "{line} is not in the file");
    }
    noor.get_as(&path, "application/json").await.problem(ProblemType::NotAcceptable);
}

/// The letter is in the language in which the answer was given.
#[tokio::test]
async fn the_letter_speaks_the_language_of_the_answer() {
    let server = Server::start().await;
    let (noor, lotte) = (server.sign_in("noor-de-wit").await, server.sign_in(WORKER).await);
    let request = open_request(&noor).await;
    let mut answer = decision(&noor, &request, choices(&request, "no")).await;
    answer["presentationId"] = present(&noor, &request, "en").await;
    answer["noticeHash"] = request["noticeHashes"]["en"].clone();
    answer["language"] = json!("en");
    noor.post(&decisions_of(&request), &answer).await.expect(201);
    let recorded = lotte.post(OUTCOMES, &limited(&server, &request)).await.expect(201);
    let path = format!("{OUTCOMES}/{}/letter", text(&recorded["id"]));
    let page = noor.get_as(&path, "text/html").await;
    for words in ["Dear Noor de Wit,", "What goes on", "Your rights"] {
        assert!(page.text().contains(words), "{words}");
    }
}
