// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Adds to the document what follows from the declarations, so that no handler
//! writes it down a second time: security, the headers every call has, and the
//! errors every call can meet.

use crate::access::CSRF_HEADER;
use crate::input::header::IDEMPOTENCY_KEY;
use crate::problem::PROBLEM_JSON;
use crate::session::COOKIE_NAME;
use serde_json::{Map, Value, json};

/// Completes a generated document.
pub fn complete(document: &mut Value) {
    let components = &mut document["components"];
    components["securitySchemes"] = security_schemes();
    components["headers"] = json!({ "ApiVersion": api_version() });
    components["parameters"] = json!({ "IdempotencyKey": idempotency_key() });
    if let Some(paths) = document["paths"].as_object_mut() {
        for (path, item) in paths {
            for (method, operation) in item.as_object_mut().into_iter().flatten() {
                complete_operation(path, method, operation);
            }
        }
    }
    if let Some(schemas) = document["components"]["schemas"].as_object_mut() {
        schemas.values_mut().for_each(absent_instead_of_null);
        let pages: Vec<String> = schemas.keys().filter(|name| name.starts_with(PAGE)).cloned().collect();
        for name in pages {
            schemas.remove(&name).map(|schema| schemas.insert(page_name(&name), schema));
        }
    }
    page_references(document);
}

// A page of a generic type is generated under a name with an underscore.
const PAGE: &str = "Page_";

fn page_name(generated: &str) -> String {
    format!("{}Page", generated.trim_start_matches(PAGE))
}

fn page_references(value: &mut Value) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get_mut("$ref")
                && let Some((path, name)) = reference.rsplit_once('/')
                && name.starts_with(PAGE)
            {
                *reference = format!("{path}/{}", page_name(name));
            }
            members.values_mut().for_each(page_references);
        }
        Value::Array(list) => list.iter_mut().for_each(page_references),
        _ => {}
    }
}

fn security_schemes() -> Value {
    json!({
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": COOKIE_NAME,
            "description": "The session of who is signed in (sessie). HttpOnly, SameSite=Strict.",
        },
        "csrf": {
            "type": "apiKey",
            "in": "header",
            "name": CSRF_HEADER,
            "description": "Always `1`. A page of another site cannot send it, so a change was meant.",
        },
    })
}

fn complete_operation(path: &str, method: &str, operation: &mut Value) {
    // Who reads the description alone, reads the first line too.
    let lines = [operation["summary"].as_str(), operation["description"].as_str()];
    operation["description"] = lines.into_iter().flatten().collect::<Vec<_>>().join("\n\n").into();
    let public = operation["x-access"] == json!("public");
    let post = method == "post";
    operation["security"] = match (public, post) {
        (true, _) => json!([]),
        (false, true) => json!([{ "session": [], "csrf": [] }]),
        (false, false) => json!([{ "session": [] }]),
    };
    if post {
        let key = json!({ "$ref": "#/components/parameters/IdempotencyKey" });
        match operation["parameters"].as_array_mut() {
            Some(list) => list.push(key),
            None => operation["parameters"] = json!([key]),
        }
    }
    let name = operation["operationId"].as_str().unwrap_or_default().to_owned();
    let has_input = operation["parameters"].as_array().is_some_and(|list| !list.is_empty());
    let Some(responses) = operation["responses"].as_object_mut() else { return };
    let errors = [
        (has_input, "400", "The input is not accepted; `invalidParams` lists every error."),
        (!public, "401", "Nobody is signed in, or the session ended."),
        (!public, "403", "This role or this person may not do this."),
        (path.contains("{id}"), "404", "Not there, or not for this person."),
        (post, "409", "Not possible now; the problem type says why. Nothing was recorded."),
        (post, "413", "The body is larger than 256 kB."),
        (post, "415", "The body is not `application/json`."),
        (true, "500", "The server failed. Nothing was recorded."),
        (true, "503", "The server cannot answer now; send the same again later."),
    ];
    for (_, status, description) in errors.iter().filter(|(applies, ..)| *applies) {
        responses.entry(*status).or_insert_with(|| json!({ "description": description }));
    }
    for (status, response) in responses {
        complete_response(status, response);
        if status.starts_with('2') {
            add_links(&name, response);
        }
    }
}

/// The operations on one filing.
const FILING: &[&str] = &["readFiling", "createFilingEvent", "readFilingReceipt"];

/// Where the ids in an answer lead: the operation, where its id stands, and the
/// operations that take it.
const LINKS: &[(&str, &str, &[&str])] = &[
    ("createConsentRequest", "/id", &["readConsentRequest", "createDecision"]),
    ("createDecision", "/id", &["readDecision", "readDecisionReceipt"]),
    ("createDecision", "/records/0/id", &["readConsentRecord", "readConsentRecordReceipt"]),
    ("listConsentRequests", "/items/0/id", &["readConsentRequest", "createDecision"]),
    (
        "listConsentRecords",
        "/items/0/id",
        &["readConsentRecord", "readConsentRecordReceipt", "createConsentRecordEvent"],
    ),
    ("createRightsRequest", "/id", FILING),
    ("createAdministrativeObjection", "/id", FILING),
    ("listFilings", "/items/0/id", FILING),
    ("createAttachment", "/id", &["readAttachment"]),
    ("createDisclosure", "/id", &["readDisclosure", "createDisclosureEvent"]),
    ("listDisclosures", "/items/0/id", &["readDisclosure", "createDisclosureEvent"]),
];

fn add_links(operation: &str, response: &mut Value) {
    for (_, place, targets) in LINKS.iter().filter(|(from, ..)| *from == operation) {
        for target in *targets {
            let id = format!("$response.body#{place}");
            response["links"][target] = json!({ "operationId": target, "parameters": { "id": id } });
        }
    }
}

fn complete_response(status: &str, response: &mut Value) {
    response["headers"]["API-Version"] = json!({ "$ref": "#/components/headers/ApiVersion" });
    if status.starts_with(['4', '5']) {
        response["content"] =
            json!({ PROBLEM_JSON: { "schema": { "$ref": "#/components/schemas/Problem" } } });
    }
}

fn api_version() -> Value {
    json!({
        "description": "The full version of the contract (versie).",
        "required": true,
        "schema": { "type": "string", "pattern": r"^\d+\.\d+\.\d+$" },
    })
}

fn idempotency_key() -> Value {
    json!({
        "name": IDEMPOTENCY_KEY,
        "in": "header",
        "required": true,
        "description": "A UUID of the caller's own. The same key with the same body is stored once.",
        "schema": { "type": "string", "format": "uuid" },
    })
}

// What is not there is left out of the contract's JSON, and never `null`.
fn absent_instead_of_null(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            unwrap_nullable(members);
            members.values_mut().for_each(absent_instead_of_null);
        }
        Value::Array(list) => list.iter_mut().for_each(absent_instead_of_null),
        _ => {}
    }
}

fn unwrap_nullable(members: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = members.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            members.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = members.get_mut("oneOf") {
        choices.retain(|choice| choice != &json!({ "type": "null" }));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            members.remove("oneOf");
            members.extend(only);
        }
    }
}
