// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Rust to WebAssembly: compile, bind, optimise.
//!
//! Cargo writes every artefact to one and the same path, so each is copied away at once. Binding and
//! optimising takes longest; it is left out for an artefact that compiled to the very same code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::provision::Toolchain;
use crate::{fresh, house, shell};

/// What Rust's WASM target switches on by itself. wasm-opt is told the same, no more: a browser that
/// starts the one starts the other.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Bytes on the line count, not bytes in memory: a function of one caller that stays a function looks
/// more like its neighbours, and brotli gains 1.6 kB on a citizen. Rust's stack stands first in memory,
/// so that no address below 1024 is ever one of data: another 0.4 kB.
const SMALLER: &[&str] = &["--one-caller-inline-max-function-size=15", "--low-memory-unused"];

/// The last thing done, before the names go: what is called alike is alike, and side by side brotli
/// makes it 0.3 kB less for a citizen, and 1.1 kB for a visit.
const IN_ORDER: &[&str] = &["--reorder-functions-by-name", "--strip-debug"];

/// A WASM module and the JavaScript that it needs.
pub struct Module {
    /// Optimised, ready to be served.
    pub wasm: PathBuf,
    /// An ES module, minified.
    pub glue: PathBuf,
}

/// What is compiled to one WASM module with its own JavaScript.
pub struct Artefact {
    /// What its files are called.
    pub name: &'static str,
    /// The package it is made of.
    pub package: &'static str,
    /// What Cargo is told beside the package.
    pub features: &'static [&'static str],
    /// The script that is served in the place of the bare glue, and imports it as `glue`.
    entry: Option<&'static str>,
}

const fn room(name: &'static str, features: &'static [&'static str]) -> Artefact {
    Artefact { name, package: "samenspraak", features, entry: None }
}

/// The rooms of the widget, each a feature of the root package: citizens never download staff code.
/// And the visit, which has the rules and no screens.
pub const ARTEFACTS: &[Artefact] = &[
    room("citizen", &["--no-default-features", "--features", "citizen"]),
    room("rights", &["--no-default-features", "--features", "rights"]),
    room("staff", &["--no-default-features", "--features", "desk"]),
    room("intake", &["--no-default-features", "--features", "table"]),
    Artefact {
        name: "visit",
        package: "samenspraak-visit",
        features: &[],
        entry: Some("src/visit/visit.js"),
    },
];

/// One artefact as the compiler left it.
pub struct Compiled {
    artefact: &'static Artefact,
    wasm: PathBuf,
}

/// Compiles an artefact.
pub fn compile(toolchain: Toolchain, artefact: &'static Artefact) -> Result<Compiled> {
    let mut cargo = toolchain.cargo_build();
    cargo.args(["--package", artefact.package, "--lib", "--profile", "wasm"]);
    shell::run(cargo.args(artefact.features))?;
    let file = format!("{}.wasm", artefact.package.replace('-', "_"));
    let shared = house::target().join("wasm32-unknown-unknown/wasm").join(file);
    let wasm = house::workshop().join(format!("{}.compiled.wasm", artefact.name));
    fs::create_dir_all(house::workshop())?;
    fs::copy(&shared, &wasm).with_context(|| format!("cannot copy {}", shared.display()))?;
    Ok(Compiled { artefact, wasm })
}

impl Compiled {
    /// Binds and optimises, unless that was done already for this very code by this very tool.
    pub fn finish(&self) -> Result<Module> {
        let Artefact { name, entry, .. } = self.artefact;
        let folder = house::workshop().join(name);
        let module =
            Module { wasm: folder.join(format!("{name}.wasm")), glue: folder.join(format!("{name}.min.js")) };
        let stamp = folder.join("stamp");
        let mut sources = vec!["Cargo.lock", "crates/xtask/src/wasm.rs", "package-lock.json"];
        sources.extend(entry.map(|_| "src/visit"));
        let inputs = [
            fresh::digest(&house::workshop(), &[&format!("{name}.compiled.wasm")])?,
            fresh::digest(&house::root(), &sources)?,
        ]
        .concat();
        if fs::read_to_string(&stamp).is_ok_and(|old| old == inputs) {
            return Ok(module);
        }
        bind(&self.wasm, &folder, name)?;
        optimise(&folder.join(format!("{name}_bg.wasm")), &module.wasm)?;
        minify(&folder.join(format!("{name}.js")), *entry, &module.glue)?;
        fs::write(stamp, inputs).context("cannot remember what was optimised")?;
        Ok(module)
    }
}

/// Writes the glue. The module's address is always passed in, because only the build knows its name.
fn bind(compiled: &Path, folder: &Path, name: &str) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    Bindgen::new()
        .input_path(compiled)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen could not write the glue")
}

fn optimise(input: &Path, output: &Path) -> Result<()> {
    let mut wasm_opt: Command = shell::npm_tool("wasm-opt");
    wasm_opt.args(["-Oz", "--converge", "--strip-producers", "--strip-target-features"]);
    wasm_opt.args(SMALLER).args(IN_ORDER);
    shell::run(wasm_opt.args(FEATURES).arg(input).arg("-o").arg(output))
}

/// Bundles the glue with the snippets that crates may bring along, and with the script that is to
/// stand in its place.
fn minify(glue: &Path, entry: Option<&str>, output: &Path) -> Result<()> {
    let mut esbuild = shell::npm_tool("esbuild");
    match entry {
        None => esbuild.arg(glue),
        Some(entry) => esbuild.arg(entry).arg(format!("--alias:glue={}", glue.display())),
    };
    esbuild.args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"]);
    shell::run(esbuild.arg(format!("--outfile={}", output.display())))
}
