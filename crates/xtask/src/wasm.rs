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

/// A WASM module and the JavaScript that it needs.
pub struct Module {
    /// Optimised, ready to be served.
    pub wasm: PathBuf,
    /// An ES module, minified.
    pub glue: PathBuf,
}

/// One artefact as the compiler left it.
pub struct Compiled {
    feature: &'static str,
    wasm: PathBuf,
}

/// Compiles the widget with one of its features: `citizen`, `rights` or `staff`.
pub fn compile(toolchain: Toolchain, feature: &'static str) -> Result<Compiled> {
    let mut cargo = toolchain.cargo_build();
    cargo.args(["--package", "samenspraak", "--lib", "--profile", "wasm"]);
    shell::run(cargo.args(["--no-default-features", "--features", feature]))?;
    let shared = house::target().join("wasm32-unknown-unknown/wasm/samenspraak.wasm");
    let wasm = house::workshop().join(format!("{feature}.compiled.wasm"));
    fs::create_dir_all(house::workshop())?;
    fs::copy(&shared, &wasm).with_context(|| format!("cannot copy {}", shared.display()))?;
    Ok(Compiled { feature, wasm })
}

impl Compiled {
    /// Binds and optimises, unless that was done already for this very code by this very tool.
    pub fn finish(&self) -> Result<Module> {
        let folder = house::workshop().join(self.feature);
        let module = Module {
            wasm: folder.join(format!("{}.wasm", self.feature)),
            glue: folder.join(format!("{}.min.js", self.feature)),
        };
        let stamp = folder.join("stamp");
        let inputs = [
            fresh::digest(&house::workshop(), &[&format!("{}.compiled.wasm", self.feature)])?,
            fresh::digest(&house::root(), &["Cargo.lock", "crates/xtask/src/wasm.rs", "package-lock.json"])?,
        ]
        .concat();
        if fs::read_to_string(&stamp).is_ok_and(|old| old == inputs) {
            return Ok(module);
        }
        bind(&self.wasm, &folder, self.feature)?;
        optimise(&folder.join(format!("{}_bg.wasm", self.feature)), &module.wasm)?;
        minify(&folder.join(format!("{}.js", self.feature)), &module.glue)?;
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
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen could not write the glue")
}

fn optimise(input: &Path, output: &Path) -> Result<()> {
    let mut wasm_opt: Command = shell::npm_tool("wasm-opt");
    wasm_opt.args(["-Oz", "--converge", "--strip-debug", "--strip-producers", "--strip-target-features"]);
    wasm_opt.args(SMALLER);
    shell::run(wasm_opt.args(FEATURES).arg(input).arg("-o").arg(output))
}

/// Bundles the glue with the snippets that crates may bring along.
fn minify(glue: &Path, output: &Path) -> Result<()> {
    let mut esbuild = shell::npm_tool("esbuild");
    esbuild.arg(glue).args([
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--log-level=warning",
    ]);
    shell::run(esbuild.arg(format!("--outfile={}", output.display())))
}
