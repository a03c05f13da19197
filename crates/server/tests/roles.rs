// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Every role at every route: who gets in, and who does not.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use axum::http::Method;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::problem::ProblemType;
use samenspraak_server::openapi::document;
use serde_json::json;
use std::collections::BTreeSet;
use support::{Client, Reply, Server};

const ROLES: [Role; 8] = [
    Role::Citizen,
    Role::IntakeWorker,
    Role::Coordinator,
    Role::ComplaintHandler,
    Role::CommitteeSecretary,
    Role::DataProtectionOfficer,
    Role::Auditor,
    Role::System,
];

/// One row per operation, one mark per role in the order of [`ROLES`]. `+` gets
/// in, `-` does not. `public` lets everybody in, signed in or not.
const MATRIX: &[(&str, &str)] = &[
    ("readConfiguration", "public"),
    ("readOpenApi", "public"),
    ("readCatalogue", "public"),
    ("listSigningKeys", "public"),
    //                            citizen, intake, coordinator, complaints, committee, dpo, auditor, system
    ("listClients", "- + + - - - - -"),
    ("createClient", "- + + - - - - +"),
    ("createAssessment", "- + + - - - - -"),
    ("readAssessment", "- + + - - + + -"),
    ("listConsentRequests", "+ + + - - + + -"),
    ("createConsentRequest", "- + + - - - - -"),
    ("readConsentRequest", "+ + + - - + + -"),
    ("createNoticePresentation", "+ + + - - - - -"),
    ("createDecision", "+ + + - - - - -"),
    ("readDecision", "+ + + - - - - -"),
    ("readDecisionReceipt", "+ + + - - - - -"),
    ("listConsentRecords", "+ + + - - + + -"),
    ("readConsentRecord", "+ + + - - + + -"),
    ("createConsentRecordEvent", "+ + + - - - - -"),
    ("readConsentRecordReceipt", "+ - - - - - - -"),
    ("listDisclosures", "+ + + - - + - -"),
    ("createDisclosure", "- + + - - - - +"),
    ("readDisclosure", "+ + + - - + - -"),
    ("createDisclosureEvent", "+ - + - - + - -"),
    ("listDisclosureDecisions", "- + + - - + - -"),
    ("createDisclosureDecision", "- + + - - - - -"),
    ("readDisclosureDecision", "- + + - - + - -"),
    ("createDisclosureDecisionEvent", "- + + - - + - -"),
    ("listRefusalOutcomes", "+ + + - - + + -"),
    ("createRefusalOutcome", "- + + - - - - -"),
    ("readRefusalOutcome", "+ + + - - + + -"),
    ("readRefusalOutcomeLetter", "+ + + - - + + -"),
    ("readDataFlows", "+ - - - - - - -"),
    ("listConsultations", "+ - - - - - - -"),
    ("listRepresentations", "+ - - - - - - -"),
    ("createRightsRequest", "+ - - - - - - -"),
    ("createAdministrativeObjection", "+ - - - - - - -"),
    ("createComplaint", "public"),
    ("listFilings", "+ - - + + + - -"),
    ("readFiling", "+ - - + + + - +"),
    ("createFilingEvent", "+ - - + - - - +"),
    ("readFilingReceipt", "+ - - + + + - -"),
    ("readFilingLetter", "+ - - + + + - -"),
    ("createAttachment", "+ + + + - - - -"),
    ("readAttachment", "+ + + + - - - -"),
    ("createIntakeCount", "- + + - - - - -"),
    ("readStatistics", "public"),
];

/// An id that stands for nothing.
const NOBODYS: &str = "018f0000-0000-7000-8000-000000000000";

fn operations() -> Vec<(String, Method, String)> {
    let mut found = Vec::new();
    for (path, item) in document()["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let method = method.to_uppercase().parse().unwrap();
            let path = path.replace("{id}", NOBODYS).replace("{eventId}", NOBODYS);
            found.push((operation["operationId"].as_str().unwrap().to_owned(), method, format!("/v1{path}")));
        }
    }
    found
}

async fn knock(client: &Client<'_>, method: &Method, path: &str) -> Reply {
    let call = client.call(method.clone(), path);
    if method == Method::POST {
        let key = "018f0000-0000-7000-8000-000000000001";
        call.header("Idempotency-Key", key).header("If-Match", "\"1\"").json(&json!({})).send().await
    } else {
        call.send().await
    }
}

#[test]
fn the_matrix_knows_every_operation() {
    let operations = operations();
    let known: BTreeSet<_> = MATRIX.iter().map(|(name, _)| *name).collect();
    let there: BTreeSet<_> = operations.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(known, there);
}

#[tokio::test]
async fn each_role_gets_in_where_the_matrix_says_and_nowhere_else() {
    let server = Server::start().await;
    for (name, method, path) in operations() {
        let (_, row) = MATRIX.iter().find(|(row, _)| *row == name).unwrap();
        let anonymous = knock(&server.nobody(), &method, &path).await;
        if *row == "public" {
            assert!([200, 400].contains(&anonymous.status.as_u16()), "{name}");
            continue;
        }
        anonymous.problem(ProblemType::NotSignedIn);
        let marks: Vec<&str> = row.split(' ').collect();
        assert_eq!(marks.len(), ROLES.len(), "{name}");
        for (role, mark) in ROLES.into_iter().zip(marks) {
            let reply = knock(&server.somebody(role), &method, &path).await;
            if mark == "+" {
                assert!(
                    [200, 400, 404, 415].contains(&reply.status.as_u16()),
                    "{name} {role:?}: {}",
                    reply.status
                );
            } else {
                reply.problem(ProblemType::NotAllowed);
            }
        }
    }
}

#[tokio::test]
async fn a_change_that_another_site_could_have_sent_is_refused() {
    let server = Server::start().await;
    for (name, method, path) in operations().into_iter().filter(|(_, method, _)| method == Method::POST) {
        let role = if ["createConsentRequest", "createDisclosure"].contains(&name.as_str()) {
            Role::IntakeWorker
        } else {
            Role::Citizen
        };
        let call = server.somebody(role).call(method, &path).without("X-CSRF-Protection");
        call.json(&json!({})).send().await.problem(ProblemType::NotAllowed);
    }
}

#[tokio::test]
async fn a_session_that_ended_is_nobody() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    ria.get("/v1/consent-requests").await.expect(200);
    assert_eq!(ria.call(Method::DELETE, "/demo/session").send().await.status, 204);
    ria.get("/v1/consent-requests").await.problem(ProblemType::NotSignedIn);
    let ria = server.sign_in("ria-bakker").await;
    server.pass_days(1);
    ria.get("/v1/consent-requests").await.problem(ProblemType::NotSignedIn);
    let configuration = ria.get("/v1/configuration").await.expect(200);
    assert!(configuration.get("signedIn").is_none());
}
