// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo xtask test`: every check there is, in order, the quickest to fail first.

use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs, thread};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::demo::Demo;
use crate::openapi::DOCUMENT;
use crate::provision::{self, Toolchain};
use crate::{build, fresh, house, shell, wasm};

/// How a step ended that did not fail.
enum Outcome {
    Passed,
    /// Why it could not be done, and how it can.
    LeftOut(String),
}

/// One check.
struct Step {
    name: &'static str,
    what: &'static str,
    check: fn(Toolchain) -> Result<Outcome>,
}

const STEPS: &[Step] = &[
    Step { name: "format", what: "the formatting of the Rust code", check: format },
    Step { name: "lints", what: "clippy, for the server and its crates", check: lints },
    Step { name: "lints-wasm", what: "clippy, for the widget in the browser", check: lints_wasm },
    Step { name: "unit", what: "unit, property, contract and storage tests", check: unit },
    Step { name: "licences", what: "every file says its licence (REUSE)", check: licences },
    Step { name: "api-rules", what: "the Dutch API Design Rules", check: api_rules },
    Step { name: "build", what: "the widget, within its budget", check: build_widget },
    Step { name: "e2e", what: "whole journeys in a real browser", check: e2e },
    Step { name: "api", what: "the running server against its document (schemathesis)", check: api },
];

/// Prints the steps.
pub fn list() {
    for step in STEPS {
        println!("{:12} {}", step.name, step.what);
    }
}

/// Runs all steps, or only the named ones, and stops at the first that fails.
pub fn test(toolchain: Toolchain, only: &[String]) -> Result<()> {
    if let Some(unknown) = only.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        bail!("there is no step {unknown}; `cargo xtask test --list` shows them");
    }
    let begin = Instant::now();
    if only.is_empty() {
        // Whoever needs one of them waits for it, and says what went wrong with it.
        thread::spawn(provision::fetch_ahead);
    }
    let mut passed = 0;
    let mut left_out = Vec::new();
    for step in STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|name| name == step.name)) {
        println!("\n== {}: {}", step.name, step.what);
        let start = Instant::now();
        let outcome = (step.check)(toolchain);
        let seconds = start.elapsed().as_secs_f64();
        match outcome {
            Ok(Outcome::Passed) => {
                passed += 1;
                println!("== {} passed in {seconds:.1} s", step.name);
            }
            Ok(Outcome::LeftOut(why)) => {
                println!("== {} left out: {why}", step.name);
                left_out.push(step.name);
            }
            Err(error) => {
                println!("== {} FAILED after {seconds:.1} s\n{passed} passed, 1 failed", step.name);
                return Err(
                    error.context(format!("the step {} failed; the steps after it did not run", step.name))
                );
            }
        }
    }
    println!("\nall in {:.0} s", begin.elapsed().as_secs_f64());
    if !left_out.is_empty() {
        println!("left out, see above: {}", left_out.join(", "));
    }
    println!("{passed} passed, 0 failed");
    Ok(())
}

fn format(_: Toolchain) -> Result<Outcome> {
    cargo(&["fmt", "--all", "--check"])
}

fn lints(_: Toolchain) -> Result<Outcome> {
    cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"])
}

/// The widget once more, as the browser gets it. Debian's Rust comes without clippy.
fn lints_wasm(_: Toolchain) -> Result<Outcome> {
    if !provision::ready_made() {
        let why = "clippy needs the WASM target of the Rust that runs this tool: rustup target add";
        return Ok(Outcome::LeftOut(why.into()));
    }
    for artefact in wasm::ARTEFACTS {
        let mut arguments = vec!["clippy", "--quiet", "--package", artefact.package, "--lib"];
        arguments.extend(["--target", "wasm32-unknown-unknown"]);
        arguments.extend(artefact.features);
        arguments.extend(["--", "--deny", "warnings"]);
        cargo(&arguments)?;
    }
    Ok(Outcome::Passed)
}

fn unit(_: Toolchain) -> Result<Outcome> {
    cargo(&["test", "--quiet", "--workspace"])
}

fn licences(_: Toolchain) -> Result<Outcome> {
    let reuse = provision::python_tool("reuse")?;
    shell::run(shell::program(reuse).args(["lint", "--lines"]))?;
    Ok(Outcome::Passed)
}

/// Spectral with the published ruleset of the API Design Rules, no rule switched off. The ruleset is
/// not part of this repository.
fn api_rules(_: Toolchain) -> Result<Outcome> {
    let chosen = env::var_os("SAMENSPRAAK_ADR_RULESET").map(PathBuf::from);
    let ruleset = chosen.unwrap_or_else(|| house::root().join("../shared/adr/linter.yaml"));
    if !ruleset.exists() {
        return Ok(Outcome::LeftOut(format!(
            "there is no ruleset at {}; take media/linter.yaml from the repository \
             Logius-standaarden/API-Design-Rules and set SAMENSPRAAK_ADR_RULESET to where it lies",
            ruleset.display()
        )));
    }
    provision::npm_packages()?;
    let mut spectral = shell::npm_tool("spectral");
    spectral.args(["lint", "--fail-severity", "warn", "--ruleset"]).arg(ruleset).arg(DOCUMENT);
    shell::run(&mut spectral)?;
    Ok(Outcome::Passed)
}

fn build_widget(toolchain: Toolchain) -> Result<Outcome> {
    build::build(toolchain, false)?;
    Ok(Outcome::Passed)
}

/// Every `tests/e2e/*.test.mjs`. They start a server of their own on a free port.
fn e2e(toolchain: Toolchain) -> Result<Outcome> {
    build::build(toolchain, false)?;
    compile_server()?;
    let mut files = Vec::new();
    fresh::collect(&house::root().join("tests/e2e"), &mut files)?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    if files.is_empty() {
        bail!("there are no journeys in tests/e2e");
    }
    let mut node = shell::program("node");
    // A journey also waits: one file more at a time than there are processors.
    let files_at_once = thread::available_parallelism().map_or(2, |processors| processors.get() + 1);
    node.args(["--test", "--test-reporter=spec"]).arg(format!("--test-concurrency={files_at_once}"));
    node.args(files);
    node.env("CHROMIUM", provision::chromium()?);
    node.env("SAMENSPRAAK_SERVER", house::server());
    node.env("SAMENSPRAAK_DIST", house::dist());
    // Pictures are for people: whoever wants them names a folder, or runs a file of journeys by hand.
    node.env("SAMENSPRAAK_PICTURES", env::var_os("SAMENSPRAAK_PICTURES").unwrap_or_default());
    shell::run(&mut node)?;
    Ok(Outcome::Passed)
}

/// Compiles the server with the libraries that the tests were compiled with. For the server alone they
/// have fewer features, and Cargo would compile some sixty of them a second time.
fn compile_server() -> Result<()> {
    println!("building the server");
    let server = ["--workspace", "--bin", "samenspraak-server", "--test", "openapi"];
    shell::run(shell::cargo().args(["build", "--quiet"]).args(server))
}

/// Between them these roles may do everything that the document describes.
const SIGNED_IN_AS: &[&str] = &["citizen", "intake-worker", "complaint-handler"];

/// Schemathesis asks the running server everything that the document allows, and much that it does
/// not: for each role a server of its own, all at once.
fn api(_: Toolchain) -> Result<Outcome> {
    compile_server()?;
    let schemathesis = &provision::python_tool("schemathesis")?;
    thread::scope(|scope| {
        let ask = |role| scope.spawn(move || ask_everything(schemathesis, role));
        let asking: Vec<_> = SIGNED_IN_AS.iter().copied().map(ask).collect();
        asking.into_iter().try_for_each(|run| run.join().expect("asking does not panic"))
    })?;
    Ok(Outcome::Passed)
}

/// Asks everything as the first person in the role.
fn ask_everything(schemathesis: &Path, role: &str) -> Result<()> {
    let folder = house::workshop().join("api").join(role);
    if folder.exists() {
        fs::remove_dir_all(&folder).context("cannot remove the database of the last run")?;
    }
    let demo = Demo::start(0, &folder.join("test.sqlite"))?;
    let persona = somebody(&demo.get("/demo/personas")?.body, role)?;
    let session = demo.post("/demo/session", &serde_json::json!({ "persona": persona }).to_string())?;
    let mut run = shell::program(schemathesis);
    run.args(["--config-file", "tests/schemathesis.toml", "run"]);
    run.arg(format!("http://{}/v1/openapi.json", demo.address));
    run.env("SAMENSPRAAK_SESSION", session.cookie().context("signing in gave no cookie")?);
    shell::run_aside(&format!("signed in as {persona}, {role}"), &mut run)
}

/// The first of the fictional people in the role.
fn somebody(json: &str, role: &str) -> Result<String> {
    let people: Vec<Value> = serde_json::from_str(json).context("the list of people is not a list")?;
    let found = people.iter().find(|person| person["role"] == role);
    let persona = found.and_then(|person| person["persona"].as_str());
    persona.map(str::to_owned).with_context(|| format!("there is no {role} to sign in as"))
}

fn cargo(arguments: &[&str]) -> Result<Outcome> {
    shell::run(shell::cargo().args(arguments))?;
    Ok(Outcome::Passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_in_the_role_signs_in() {
        let people = r#"[{"persona":"an","role":"citizen"},{"persona":"bo","role":"auditor"},
                         {"persona":"cas","role":"auditor"}]"#;
        assert_eq!(somebody(people, "auditor").unwrap(), "bo");
        assert!(somebody(people, "mayor").is_err());
    }

    #[test]
    fn no_two_steps_have_one_name() {
        let names: std::collections::BTreeSet<_> = STEPS.iter().map(|step| step.name).collect();
        assert_eq!(names.len(), STEPS.len());
    }
}
