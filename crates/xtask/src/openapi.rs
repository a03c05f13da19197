// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo xtask openapi`: the contract as a document, from the server's own code.

use std::fs;

use anyhow::{Context, Result};

use crate::{demo, house, shell};

/// Where the document lies that other suppliers build against.
pub const DOCUMENT: &str = "api/openapi.json";

/// Writes the document anew.
pub fn write() -> Result<()> {
    demo::compile()?;
    let document = shell::output(shell::program(house::server()).arg("openapi"))?;
    fs::write(house::root().join(DOCUMENT), document).context("cannot write api/openapi.json")?;
    println!("{DOCUMENT} is written");
    Ok(())
}
