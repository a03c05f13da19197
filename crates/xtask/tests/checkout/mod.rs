// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Reads the checkout for the tests about how it is built up.

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file of the checkout as text.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The package's name and the names of all it depends on, development included.
pub struct Manifest {
    /// `samenspraak-rules`
    pub package: String,
    /// As written in the manifest, each once.
    pub dependencies: Vec<String>,
}

/// The manifests of the widget and of every crate.
pub fn manifests() -> Vec<Manifest> {
    let mut folders = vec![root()];
    let crates = fs::read_dir(root().join("crates")).expect("the crates folder");
    folders.extend(crates.map(|entry| entry.expect("an entry of the crates folder").path()));
    let files = folders.iter().map(|folder| folder.join("Cargo.toml")).filter(|file| file.exists());
    let mut manifests: Vec<_> = files.map(|file| manifest(&read(&file))).collect();
    manifests.sort_by(|a, b| a.package.cmp(&b.package));
    manifests
}

/// Reads one manifest.
pub fn manifest(text: &str) -> Manifest {
    let manifest: toml::Table = text.parse().expect("a manifest");
    let package = manifest["package"]["name"].as_str().expect("a package has a name").to_owned();
    let mut dependencies = Vec::new();
    collect(&manifest, &mut dependencies);
    dependencies.sort();
    dependencies.dedup();
    Manifest { package, dependencies }
}

/// Dependencies stand at the top of a manifest and below each `target`.
fn collect(table: &toml::Table, names: &mut Vec<String>) {
    for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
        let listed = table.get(kind).and_then(toml::Value::as_table);
        names.extend(listed.into_iter().flat_map(|listed| listed.keys().cloned()));
    }
    let targets = table.get("target").and_then(toml::Value::as_table);
    for target in targets.into_iter().flat_map(|targets| targets.values()) {
        collect(target.as_table().expect("a target is a table"), names);
    }
}
