// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Every dependency has a reason, in the README's section `## Dependencies`: a table whose first
//! column names one or more of them in code style, and whose last says why.

mod checkout;

use std::collections::BTreeSet;

use checkout::{manifests, read, root};

const SECTION: &str = "## Dependencies";

#[test]
fn every_dependency_has_a_reason() {
    let explained = explained(&read(&root().join("README.md")));
    let missing: Vec<_> = dependencies().difference(&explained).cloned().collect();
    assert!(missing.is_empty(), "the README gives no reason for: {}", missing.join(", "));
}

#[test]
fn every_reason_is_about_a_dependency() {
    let explained = explained(&read(&root().join("README.md")));
    let left: Vec<_> = explained.difference(&dependencies()).cloned().collect();
    assert!(left.is_empty(), "the README explains what is no dependency: {}", left.join(", "));
}

#[test]
fn a_row_without_a_reason_explains_nothing() {
    let readme = "`a`\n## Dependencies\n| for | why |\n|---|---|\n| `b`, `@c/d` | good |\n| `e` | |\n## Next\n| `f` | x |";
    assert_eq!(explained(readme), BTreeSet::from(["b".to_owned(), "@c/d".to_owned()]));
}

/// Crates, npm packages and Python packages; our own crates need no reason.
fn dependencies() -> BTreeSet<String> {
    let crates = manifests().into_iter().flat_map(|manifest| manifest.dependencies);
    let mut names: BTreeSet<String> = crates.filter(|name| !name.starts_with("samenspraak")).collect();
    let package: serde_json::Value =
        serde_json::from_str(&read(&root().join("package.json"))).expect("package.json is JSON");
    for kind in ["dependencies", "devDependencies"] {
        let listed = package[kind].as_object();
        names.extend(listed.into_iter().flat_map(|listed| listed.keys().cloned()));
    }
    let python = read(&root().join("crates/xtask/requirements.txt"));
    let lines = python.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    names.extend(lines.map(|line| line.split("==").next().unwrap_or(line).to_owned()));
    names
}

/// What the section's tables name in their first column and explain in their last.
fn explained(readme: &str) -> BTreeSet<String> {
    let section = readme.lines().skip_while(|line| line.trim() != SECTION).skip(1);
    let rows = section.take_while(|line| !line.starts_with("## ")).filter(|line| line.starts_with('|'));
    let mut names = BTreeSet::new();
    for row in rows {
        let cells: Vec<&str> = row.trim().trim_matches('|').split('|').map(str::trim).collect();
        if let [first, .., reason] = cells.as_slice()
            && !reason.is_empty()
        {
            names.extend(first.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    names
}
