// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What goes around the operations: unknown paths and methods, headers, files.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod support;

use axum::http::Method;
use samenspraak_contract::problem::ProblemType;
use samenspraak_server::assets::PAGE_POLICY;
use std::fs;
use support::Server;
use tempfile::TempDir;

#[tokio::test]
async fn an_unknown_path_or_method_is_a_problem_too() {
    let server = Server::start().await;
    let ria = server.sign_in("ria-bakker").await;
    for path in ["/v1", "/v1/nothing", "/v1/consent-requests/", "/v2/configuration", "/"] {
        ria.get(path).await.problem(ProblemType::NotFound);
    }
    for (method, path) in [
        (Method::DELETE, "/v1/consent-requests"),
        (Method::PUT, "/v1/consent-records/018f0000-0000-7000-8000-000000000000"),
        (Method::POST, "/v1/configuration"),
        (Method::PATCH, "/v1/signing-keys"),
        (Method::TRACE, "/v1/catalogue"),
    ] {
        let reply = ria.call(method, path).send().await;
        reply.problem(ProblemType::MethodNotAllowed);
        assert!(reply.header("allow").contains("GET"), "{path}: {:?}", reply.headers);
    }
}

#[tokio::test]
async fn the_document_is_for_any_site_and_the_rest_is_not_kept() {
    let server = Server::start().await;
    let document = server.nobody().get("/v1/openapi.json").await;
    assert_eq!(document.header("access-control-allow-origin"), "*");
    let ria = server.sign_in("ria-bakker").await;
    let requests = ria.get("/v1/consent-requests").await;
    assert_eq!(requests.header("cache-control"), "no-store");
    assert!(!requests.headers.contains_key("access-control-allow-origin"));
    assert_eq!(requests.header("x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn each_controller_has_a_catalogue_of_its_own() {
    let server = Server::start().await;
    for catalogue in server.app().catalogues.iter() {
        let id = &catalogue.controller.id;
        let read = server.nobody().get(&format!("/v1/catalogue?controllerId={id}")).await.expect(200);
        assert_eq!(read["controller"]["id"], id.0);
        let settings = server.nobody().get(&format!("/v1/configuration?controllerId={id}")).await.expect(200);
        assert_eq!(settings["controller"], read["controller"]);
    }
    let mehmet = server.sign_in("mehmet-yilmaz").await;
    let own = mehmet.get("/v1/configuration").await.expect(200);
    assert_eq!(own["controller"]["id"], "enschede");
    assert_eq!(own["signedIn"]["person"]["id"], "mehmet-yilmaz");
    let other = mehmet.get("/v1/configuration?controllerId=roosendaal").await.expect(200);
    assert!(other.get("signedIn").is_none(), "nobody is signed in there");
}

#[tokio::test]
async fn health_says_whether_it_lives_and_can_store() {
    let server = Server::start().await;
    for path in ["/health/live", "/health/ready"] {
        assert_eq!(server.nobody().get(path).await.status, 204, "{path}");
    }
}

#[tokio::test]
async fn the_demonstration_lists_its_people_and_lets_nobody_else_in() {
    let server = Server::start().await;
    let people = server.nobody().get("/demo/personas").await.expect(200);
    assert!(people.as_array().unwrap().iter().any(|person| {
        person["persona"] == "ria-bakker"
            && person["role"] == "citizen"
            && person["controllerName"] == "Gemeente Bergen op Zoom"
    }));
    let unknown =
        server.nobody().call(Method::POST, "/demo/session").bytes("application/json", "{\"persona\":\"x\"}");
    unknown.send().await.problem(ProblemType::NotFound);
    let nonsense = server.nobody().call(Method::POST, "/demo/session").bytes("application/json", "{}");
    nonsense.send().await.invalid();
}

#[tokio::test]
async fn files_come_compressed_typed_and_under_a_strict_policy() {
    let directory = TempDir::new().unwrap();
    let root = directory.path();
    fs::create_dir(root.join("assets")).unwrap();
    for (name, content) in [
        ("index.html", "<!doctype html>"),
        ("index.html.br", "brotli"),
        ("samenspraak.js", "script"),
        ("assets/citizen-1a2b.wasm", "wasm"),
        ("assets/citizen-1a2b.wasm.br", "wasm in brotli"),
        ("assets/citizen-1a2b.wasm.gz", "wasm in gzip"),
    ] {
        fs::write(root.join(name), content).unwrap();
    }
    let server = Server::start_with(Some(root)).await;
    let nobody = server.nobody();
    let page = nobody.get("/").await;
    assert_eq!((page.status.as_u16(), page.text()), (200, "<!doctype html>"));
    assert_eq!(page.header("content-security-policy"), PAGE_POLICY);
    assert_eq!(page.header("cache-control"), "no-cache");

    for (accept, encoding, text) in
        [("br, gzip", "br", "wasm in brotli"), ("gzip", "gzip", "wasm in gzip"), ("identity", "", "wasm")]
    {
        let call = nobody.call(Method::GET, "/assets/citizen-1a2b.wasm").header("Accept-Encoding", accept);
        let file = call.send().await;
        assert_eq!((file.text(), file.header("content-encoding")), (text, encoding));
        assert_eq!(file.header("content-type"), "application/wasm");
        assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
        assert!(file.header("vary").contains("accept-encoding"), "{:?}", file.headers);
    }
    for path in ["/assets/none.js", "/../Cargo.toml", "/assets/%2e%2e/%2e%2e/etc/passwd"] {
        nobody.get(path).await.problem(ProblemType::NotFound);
    }
    assert_eq!(nobody.get("/v1/configuration").await.status, 200, "the contract goes first");
}
