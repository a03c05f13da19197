// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo xtask bench NAME`: runs `bench/NAME.mjs` against what a visitor would get.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::provision::{self, Toolchain};
use crate::{build, house, shell};

/// Builds everything for real use and runs the benchmark, which prints what it found.
pub fn bench(toolchain: Toolchain, name: &str) -> Result<()> {
    let known = names()?;
    if !known.iter().any(|one| one == name) {
        bail!("there is no benchmark {name}; there are: {}", known.join(", "));
    }
    build::build(toolchain, false)?;
    println!("building the server for real use");
    shell::run(shell::cargo().args(["build", "--quiet", "--release", "--package", "samenspraak-server"]))?;
    let mut node = shell::program("node");
    node.arg(format!("bench/{name}.mjs"));
    node.env("CHROMIUM", provision::chromium()?);
    node.env("SAMENSPRAAK_SERVER", house::target().join("release/samenspraak-server"));
    node.env("SAMENSPRAAK_DIST", house::dist());
    shell::run(&mut node)
}

/// Every `.mjs` directly in `bench/`.
fn names() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(house::root().join("bench")).context("cannot list bench/")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "mjs") {
            names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}
