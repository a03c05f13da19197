// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The contract as a document (OpenAPI 3.1), made from the handlers themselves.
//!
//! | module | what it does |
//! |---|---|
//! | [`complete`] | adds what follows from the declarations: errors, headers, security |

pub mod complete;

use crate::access::Access;
use crate::v1;
use jsonschema::{Registry, RegistryBuilder, Validator};
use samenspraak_contract::problem::{Problem, ProblemType};
use samenspraak_contract::{API_MAJOR, API_VERSION};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::LazyLock;
use utoipa::OpenApi;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::path::Paths;

#[derive(OpenApi)]
#[openapi(components(schemas(Problem, ProblemType)))]
pub(crate) struct Base;

const DESCRIPTION: &str = "\
Consent, decided piece by piece, with proof. Any backend that answers like this \
works with the Samenspraak widget.\n\n\
The words are those of the GDPR, ISO/IEC TS 27560 (consent records and receipts) \
and the W3C Data Privacy Vocabulary; each description holds the Dutch term of law. \
Types of data travel here, never the data themselves, and never a citizen service \
number (BSN).\n\n\
Every POST carries an `Idempotency-Key`: the same key with the same body is \
answered the same and stored once. `x-access` says which roles may call an \
operation. Every error is a problem document (RFC 9457) with all its errors at once.";

/// What each tag is about.
const TAGS: &[(&str, &str)] = &[
    ("configuration", "What a widget must know before it asks anything (instellingen)."),
    ("catalogue", "Who may share what, for which purpose, on which ground (verwerkingen)."),
    ("clients", "The people a worker sits with (cliënten)."),
    ("assessments", "The six steps that go before a question (afwegingen)."),
    ("consent-requests", "The questions (toestemmingsvragen)."),
    ("notice-presentations", "What was shown, when, in which language (tonen van de tekst)."),
    ("decisions", "The answers of one confirmation (bevestigingen)."),
    ("consent-records", "What was expressed, as events (toestemmingsregistraties)."),
    ("disclosures", "What really happened to data (verstrekkingen en inzage)."),
    (
        "disclosure-decisions",
        "Decisions to share without consent (besluiten tot verstrekken zonder toestemming).",
    ),
    ("refusal-outcomes", "What follows a no (uitkomsten na een nee)."),
    ("data-flows", "Who has what about a person (gegevensstromen)."),
    ("consultations", "When staff looked (raadplegingen)."),
    ("representations", "Whom somebody may look for (vertegenwoordigingen)."),
    ("filings", "Requests, objections and complaints (verzoeken, bezwaren en klachten)."),
    ("attachments", "Documents that belong to a filing, and scans of signed forms (bijlagen)."),
    ("signing-keys", "The keys that receipts are signed with (sleutels)."),
];

/// Writes a declaration of access into the document of a route.
pub fn declare(paths: &mut Paths, access: Access) {
    let declared = match access {
        Access::Public => json!("public"),
        Access::Roles(roles) => json!(roles),
    };
    for item in paths.paths.values_mut() {
        for operation in [&mut item.get, &mut item.post].into_iter().flatten() {
            let extension = Extensions::builder().add("x-access", declared.clone()).build();
            operation.extensions.get_or_insert_default().merge(extension);
        }
    }
}

/// The whole document. The same code always gives the same document.
pub fn document() -> &'static Value {
    &DOCUMENT
}

/// The document as the file `api/openapi.json` holds it.
pub fn text() -> String {
    let text = serde_json::to_string_pretty(document()).expect("a JSON value has a text");
    text + "\n"
}

/// The validator of one schema of the document.
pub fn validator(schema: &str) -> &'static Validator {
    VALIDATORS.get(schema).expect("every body has its schema in the document")
}

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let generated = v1::document();
    let mut document = serde_json::to_value(generated).expect("an OpenAPI document is JSON");
    document["openapi"] = json!("3.1.0");
    document["info"] = json!({
        "title": "Samenspraak",
        "version": API_VERSION,
        "description": DESCRIPTION,
        "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        "contact": {
            "name": "Samenspraak contributors",
            "email": "samenspraak@example.org",
            "url": "https://example.org/samenspraak",
        },
    });
    document["servers"] = json!([{ "url": format!("/{API_MAJOR}"), "description": "This server" }]);
    document["tags"] =
        TAGS.iter().map(|(name, description)| json!({ "name": name, "description": description })).collect();
    complete::complete(&mut document);
    document.sort_all_objects();
    document
});

/// What the document is called inside this program; it is fetched nowhere.
const NAME: &str = "urn:samenspraak:contract";

// The whole document is read once for all its schemas.
static SCHEMAS: LazyLock<Registry<'static>> = LazyLock::new(|| {
    let registry = Registry::new().add(NAME, document()).and_then(RegistryBuilder::prepare);
    registry.expect("the references of the document lead to its own schemas")
});

static VALIDATORS: LazyLock<HashMap<&'static str, Validator>> = LazyLock::new(|| {
    let schemas = document()["components"]["schemas"].as_object().into_iter().flatten();
    schemas.map(|(name, _)| (name.as_str(), compile(name))).collect()
});

fn compile(name: &str) -> Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .with_registry(&SCHEMAS)
        .build(&json!({ "$ref": format!("{NAME}#/components/schemas/{name}") }))
        .expect("the schemas of the document are valid schemas")
}
