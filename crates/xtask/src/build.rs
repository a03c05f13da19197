// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo xtask build`: the widget as a municipality's site gets it, in `dist/`.
//!
//! ```text
//! dist/index.html                      the demonstration page (from /index.html)
//! dist/samenspraak.js                  what a page embeds: small, and the only name that never changes
//! dist/assets/<artefact>-<digest>.wasm the widget: `citizen`, `rights` and `staff`, each with its own
//!                                      screens; and `visit`, the backend in a worker's browser
//! dist/assets/<artefact>-<digest>.js   the glue wasm-bindgen makes for it
//! dist/assets/widget-<digest>.css      style/widget.css with all it imports
//! dist/assets/{rights,staff}-<digest>.css   what those artefacts have beyond that
//! dist/assets/fallback-<digest>.css    design tokens for a page that has none
//! dist/assets/nl-<digest>.json         a file of texts for each language of src/text/
//! dist/assets/rights.nl-<digest>.json  and of each folder in it, for the artefact of that name
//! dist/assets/{page,theme}-<digest>.css   the look of the demonstration page itself
//! dist/assets/{demo,icon}-<digest>.*      its choice of fictional people, and its icon
//! ```
//!
//! Every file has a brotli sibling `<name>.br`. How the names get into `element.js` and into pages is
//! described in `assets`: the constant `SAMENSPRAAK_ASSETS` (logical name → path relative to
//! `samenspraak.js`) and the placeholder `{{logical.name}}`.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result};

use crate::assets::Assets;
use crate::provision::{self, Toolchain};
use crate::{css, fresh, house, shell, wasm, weigh};

/// Those with a style sheet of their own beside the widget's.
const STYLED: &[&str] = &["rights", "staff"];

/// What an artefact says beyond what all of them say: its name before the language, and the folders of
/// `src/text/` that go into it. The two rooms for staff share a few sentences, and fetch no others.
const SAYS: &[(&str, &[&str])] = &[
    ("", &[""]),
    ("rights.", &["rights"]),
    ("staff.", &["staff", "desk"]),
    ("intake.", &["staff", "intake"]),
];

/// The embedded script and the page: the two files with a name for ever.
const ENTRY: &str = "samenspraak.js";
const PAGE: &str = "index.html";

/// What only the demonstration page asks for, so that `element.js` need not know it.
const PAGE_ONLY: &[&str] = &["demo.js", "icon.svg", "page.css", "theme.css"];

/// Everything that decides what the build makes.
const INPUTS: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "crates/contract",
    "crates/ledger",
    "crates/rules",
    "crates/visit",
    "crates/xtask/node",
    "crates/xtask/src",
    "demo",
    "index.html",
    "package-lock.json",
    "src",
    "style",
];

/// Builds `dist/`, prints what it weighs and holds it against the budget. Does nothing when nothing
/// changed, unless it is told to.
pub fn build(toolchain: Toolchain, force: bool) -> Result<()> {
    provision::npm_packages()?;
    let stamp = house::workshop().join("dist.stamp");
    let inputs = format!("{} {toolchain:?}", fresh::digest(&house::root(), INPUTS)?);
    if !force && house::dist().exists() && fs::read_to_string(&stamp).is_ok_and(|old| old == inputs) {
        println!("dist/ is up to date");
        return Ok(());
    }
    let toolchain = provision::wasm_target(toolchain)?;
    println!("building the widget with {toolchain}");
    let next = house::workshop().join("dist");
    empty(&next)?;
    let assets = write_files(toolchain, &next)?;
    let weights = weigh::parse(&shell::output(
        shell::program("node").arg("crates/xtask/node/compress.mjs").arg(&next),
    )?)?;
    report(&assets, &weights)?;
    publish(&next, &house::dist())?;
    fs::write(stamp, inputs).context("cannot remember what was built")
}

/// All files of one build, in the order in which they need each other's names.
fn write_files(toolchain: Toolchain, dist: &Path) -> Result<Assets> {
    let mut assets = Assets::default();
    add_modules(toolchain, &mut assets, dist)?;
    add_styles(&mut assets, dist)?;
    assets.add(dist, "page.css", css::page()?.as_bytes())?;
    assets.add(dist, "theme.css", css::theme()?.as_bytes())?;
    for name in ["demo.js", "icon.svg"] {
        assets.add(dist, name, &read(&house::root().join("demo").join(name))?)?;
    }
    add_texts(&mut assets, dist)?;
    write_entry(&assets, dist)?;
    let page = fs::read_to_string(house::root().join(PAGE)).context("cannot read index.html")?;
    fs::write(dist.join(PAGE), assets.fill(&page).context("index.html")?)?;
    Ok(assets)
}

/// All artefacts. Cargo compiles one after the other; meanwhile what it compiled is optimised.
fn add_modules(toolchain: Toolchain, assets: &mut Assets, dist: &Path) -> Result<()> {
    let modules: Vec<Result<wasm::Module>> = thread::scope(|scope| {
        let finishing: Vec<_> = wasm::ARTEFACTS
            .iter()
            .map(|artefact| {
                wasm::compile(toolchain, artefact).map(|compiled| scope.spawn(move || compiled.finish()))
            })
            .collect();
        finishing.into_iter().map(|work| work?.join().expect("finishing does not panic")).collect()
    });
    for (artefact, module) in wasm::ARTEFACTS.iter().zip(modules) {
        let (module, name) = (module?, artefact.name);
        assets.add(dist, &format!("{name}.wasm"), &read(&module.wasm)?)?;
        assets.add(dist, &format!("{name}.js"), &read(&module.glue)?)?;
    }
    Ok(())
}

/// The widget's style sheet, those of the artefacts, and the tokens they need.
fn add_styles(assets: &mut Assets, dist: &Path) -> Result<()> {
    let widget = css::widget()?;
    assets.add(dist, "widget.css", widget.as_bytes())?;
    let mut all = widget;
    for artefact in STYLED {
        let own = css::artefact(artefact)?;
        assets.add(dist, &format!("{artefact}.css"), own.as_bytes())?;
        all.push_str(&own);
    }
    assets.add(dist, "fallback.css", css::fallback(&all)?.as_bytes())
}

/// One file of texts per language, and per language of an artefact, without the white space.
fn add_texts(assets: &mut Assets, dist: &Path) -> Result<()> {
    let folder = house::root().join("src/text");
    for language in languages(&folder)? {
        for (artefact, families) in SAYS {
            let mut texts = serde_json::Map::new();
            for family in *families {
                let file = folder.join(family).join(&language);
                let own: serde_json::Map<_, _> = serde_json::from_slice(&read(&file)?)
                    .with_context(|| format!("{} holds no texts", file.display()))?;
                texts.extend(own);
            }
            let texts = serde_json::to_vec(&texts).context("cannot write texts")?;
            assets.add(dist, &format!("{artefact}{language}"), &texts)?;
        }
    }
    Ok(())
}

/// The languages there are, as `nl.json`.
fn languages(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<std::io::Result<Vec<String>>>().context("cannot read the texts")?;
    names.retain(|name| name.ends_with(".json"));
    names.sort();
    Ok(names)
}

/// Bundles `element.js` with the names of what it starts.
fn write_entry(assets: &Assets, dist: &Path) -> Result<()> {
    let mut esbuild = shell::npm_tool("esbuild");
    esbuild.arg("src/element.js").args(["--bundle", "--minify", "--format=esm", "--target=es2022"]);
    esbuild.arg("--log-level=warning");
    esbuild.arg(format!("--define:SAMENSPRAAK_ASSETS={}", assets.manifest(PAGE_ONLY)));
    shell::run(esbuild.arg(format!("--outfile={}", dist.join(ENTRY).display())))
}

/// Prints the weights, the files of the first question marked, and holds them against the budgets.
fn report(assets: &Assets, weights: &[weigh::Weight]) -> Result<()> {
    let paths = |budget: &weigh::Budget| -> Result<Vec<String>> {
        let path = |name: &&str| if *name == ENTRY { Ok(ENTRY) } else { assets.path(name) };
        budget.files.iter().map(|name| path(name).map(str::to_owned)).collect()
    };
    println!("\n{}\n", weigh::table(weights, &paths(&weigh::BUDGETS[0])?));
    println!("  * is what a citizen downloads to the first question");
    let mut held = Ok(());
    for budget in weigh::BUDGETS {
        let sum = weigh::together(weights, &paths(budget)?)?;
        println!("    {}: {sum} bytes brotli, budget {}", budget.what, budget.most);
        held = held.and(budget.hold(sum));
    }
    println!();
    held
}

/// Brings the finished build to where it is served: the files with names of their own first, then the
/// two that point at them, and only then are the old ones removed. Whoever asks in between gets a
/// whole build.
fn publish(next: &Path, dist: &Path) -> Result<()> {
    let mut new = relative_files(next)?;
    new.sort_by_key(|file| !file.starts_with("assets"));
    for file in &new {
        let place = dist.join(file);
        fs::create_dir_all(place.parent().unwrap_or(dist))?;
        fs::copy(next.join(file), &place).with_context(|| format!("cannot write {}", place.display()))?;
    }
    for old in relative_files(dist)?.iter().filter(|file| !new.contains(file)) {
        fs::remove_file(dist.join(old)).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    Ok(())
}

fn relative_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    fresh::collect(folder, &mut files)?;
    Ok(files.iter().filter_map(|file| file.strip_prefix(folder).ok()).map(Path::to_owned).collect())
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_build_takes_the_place_of_the_old_one() {
        let folder = std::env::temp_dir().join(format!("samenspraak-publish-{}", std::process::id()));
        let (next, dist) = (folder.join("next"), folder.join("dist"));
        for (file, content) in
            [("next/assets/b", "new"), ("next/page", "new"), ("dist/assets/a", ""), ("dist/page", "old")]
        {
            let file = folder.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, content).unwrap();
        }
        publish(&next, &dist).unwrap();
        let mut files = relative_files(&dist).unwrap();
        files.sort();
        assert_eq!(files, [Path::new("assets/b"), Path::new("page")]);
        assert_eq!(fs::read_to_string(dist.join("page")).unwrap(), "new");
        fs::remove_dir_all(folder).unwrap();
    }
}
