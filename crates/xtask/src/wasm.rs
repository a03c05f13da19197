// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Rust to WebAssembly: compile, bind, optimise.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::provision::Toolchain;
use crate::{house, shell};

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

/// A WASM module and the JavaScript that it needs.
pub struct Module {
    /// Optimised, ready to be served.
    pub wasm: PathBuf,
    /// An ES module, minified.
    pub glue: PathBuf,
}

/// Builds the widget with one of its features: `citizen` or `staff`.
pub fn module(toolchain: Toolchain, feature: &str) -> Result<Module> {
    let compiled = compile(toolchain, feature)?;
    let folder = house::workshop().join(feature);
    bind(&compiled, &folder, feature)?;
    let module = Module {
        wasm: folder.join(format!("{feature}.wasm")),
        glue: folder.join(format!("{feature}.min.js")),
    };
    optimise(&folder.join(format!("{feature}_bg.wasm")), &module.wasm)?;
    minify(&folder.join(format!("{feature}.js")), &module.glue)?;
    Ok(module)
}

fn compile(toolchain: Toolchain, feature: &str) -> Result<PathBuf> {
    let mut cargo = toolchain.cargo_build();
    cargo.args(["--package", "samenspraak", "--lib", "--profile", "wasm"]);
    shell::run(cargo.args(["--no-default-features", "--features", feature]))?;
    Ok(house::target().join("wasm32-unknown-unknown/wasm/samenspraak.wasm"))
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
