// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The files, from a directory or from inside the program.

use super::error::CatalogueError;
use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../configuration");

// configuration/demo/cases/x.toml is the deepest file.
const DEEPEST: usize = 3;

/// All TOML files of a configuration, by their path inside it.
pub(super) struct Files(BTreeMap<String, String>);

impl Files {
    pub(super) fn from_directory(root: &Path) -> Result<Self, CatalogueError> {
        let mut files = BTreeMap::new();
        walk(root, "", 0, &mut files)?;
        Ok(Self(files))
    }

    pub(super) fn embedded() -> Result<Self, CatalogueError> {
        let mut files = BTreeMap::new();
        collect(&EMBEDDED, &mut files)?;
        Ok(Self(files))
    }

    /// The files right inside one folder, by their whole path.
    pub(super) fn folder(&self, folder: &str) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).filter(move |path| {
            path.strip_prefix(folder)
                .and_then(|rest| rest.strip_prefix('/'))
                .is_some_and(|f| !f.contains('/'))
        })
    }

    pub(super) fn parse<T: DeserializeOwned>(&self, path: &str) -> Result<T, CatalogueError> {
        let malformed = |message: String| CatalogueError::Malformed {
            file: path.to_owned(),
            key: "whole file".to_owned(),
            message,
        };
        let text = self.0.get(path).ok_or_else(|| malformed("there is no such file".to_owned()))?;
        toml::from_str(text).map_err(|error| malformed(error.to_string()))
    }
}

fn walk(
    root: &Path,
    inside: &str,
    depth: usize,
    files: &mut BTreeMap<String, String>,
) -> Result<(), CatalogueError> {
    let dir = root.join(inside);
    let unreadable = |path: &Path, source| CatalogueError::Unreadable { path: path.to_owned(), source };
    for entry in fs::read_dir(&dir).map_err(|source| unreadable(&dir, source))? {
        let entry = entry.map_err(|source| unreadable(&dir, source))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if inside.is_empty() { name } else { format!("{inside}/{name}") };
        if entry.path().is_dir() && depth < DEEPEST {
            walk(root, &path, depth + 1, files)?;
        } else if path.ends_with(".toml") {
            let text =
                fs::read_to_string(entry.path()).map_err(|source| unreadable(&entry.path(), source))?;
            files.insert(path, text);
        }
    }
    Ok(())
}

fn collect(dir: &Dir<'_>, files: &mut BTreeMap<String, String>) -> Result<(), CatalogueError> {
    for file in dir.files().filter(|file| file.path().extension().is_some_and(|e| e == "toml")) {
        let path = file.path().to_string_lossy().into_owned();
        let text = file
            .contents_utf8()
            .ok_or_else(|| CatalogueError::invalid(&path, "whole file", "the text is not UTF-8"))?;
        files.insert(path, text.to_owned());
    }
    dir.dirs().try_for_each(|dir| collect(dir, files))
}
