// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo xtask run`: the whole product on loopback, with the demonstration municipality.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::demo::{self, Demo};
use crate::provision::Toolchain;
use crate::{build, house};

/// Where a developer looks when nothing else is asked for.
pub const DEFAULT_PORT: u16 = 8400;

/// Builds what is missing, serves it until Ctrl-C, and says where to look and as whom to sign in.
pub fn run(toolchain: Toolchain, port: u16) -> Result<()> {
    build::build(toolchain, false)?;
    demo::compile()?;
    let mut demo = Demo::start(port, &house::target().join("demo/demo.sqlite"))?;
    let server = demo.id();
    ctrlc::set_handler(move || demo::terminate(server)).context("cannot listen for Ctrl-C")?;
    println!("\n  Samenspraak is at http://{}/\n", demo.address);
    println!("{}", people(&demo.get("/demo/personas")?.body)?);
    println!("  Ctrl-C stops it; what was decided is kept in target/demo/.\n");
    demo.wait()
}

/// The fictional people, each with whom they are and why they are there.
fn people(json: &str) -> Result<String> {
    let people: Vec<Value> = serde_json::from_str(json).context("the list of people is not a list")?;
    if people.is_empty() {
        bail!("there are no people to sign in as");
    }
    let mut lines = vec!["  Sign in, on the page itself, as one of these fictional people:".to_owned()];
    for person in &people {
        let said = |path: &str| person.pointer(path).and_then(Value::as_str).unwrap_or("?");
        let who = format!("{} ({}, {})", said("/displayName"), said("/role"), said("/controllerName"));
        lines.push(format!("    - {who}: {}", said("/description/en")));
    }
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_listed_with_their_story() {
        let json = r#"[{"persona":"an","displayName":"An de Wit","role":"citizen",
                        "controllerName":"Halderberge","description":{"nl":"x","en":"Her GP asks."}}]"#;
        let listed = people(json).unwrap();
        assert!(listed.contains("    - An de Wit (citizen, Halderberge): Her GP asks.\n"), "{listed}");
    }

    #[test]
    fn no_people_is_an_error() {
        assert!(people("[]").is_err());
    }
}
