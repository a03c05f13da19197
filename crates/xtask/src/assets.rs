// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Names that carry a digest of the content, so that a browser may keep a file for ever.
//!
//! Everything in `dist/assets/` is written through here. A file is known by its logical name
//! (`citizen.wasm`); on disk it is `assets/citizen-1a2b3c4d5e.wasm`. The two places that have to know
//! the names get them at build time: `element.js` through the constant `SAMENSPRAAK_ASSETS`, pages
//! through `{{logical.name}}`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::fresh::hex;

/// The digits of the digest in a name: 40 bits tell versions of one file apart.
const DIGITS: usize = 10;

/// The files of one build: logical name → path relative to `dist`.
#[derive(Default)]
pub struct Assets {
    paths: BTreeMap<String, String>,
}

impl Assets {
    /// Writes the content below `dist` under a name of its own.
    pub fn add(&mut self, dist: &Path, name: &str, content: &[u8]) -> Result<()> {
        let path = format!("assets/{}", hashed(name, content));
        let file = dist.join(&path);
        fs::create_dir_all(file.parent().expect("assets/ is a folder"))?;
        fs::write(&file, content).with_context(|| format!("cannot write {}", file.display()))?;
        self.paths.insert(name.to_owned(), path);
        Ok(())
    }

    /// Where the file is, relative to `dist`.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn path(&self, name: &str) -> Result<&str> {
        self.paths.get(name).map(String::as_str).with_context(|| {
            let known: Vec<_> = self.paths.keys().map(String::as_str).collect();
            format!("there is no file {name}; there are {}", known.join(", "))
        })
    }

    /// All but the named files, as a JSON object: logical name → path.
    pub fn manifest(&self, without: &[&str]) -> String {
        let kept: BTreeMap<_, _> =
            self.paths.iter().filter(|(name, _)| !without.contains(&name.as_str())).collect();
        serde_json::json!(kept).to_string()
    }

    /// The page with every `{{logical.name}}` replaced by its path.
    ///
    /// # Errors
    /// When the page names a file that does not exist, or a brace does not close.
    pub fn fill(&self, page: &str) -> Result<String> {
        let mut filled = String::with_capacity(page.len());
        let mut rest = page;
        while let Some((before, after)) = rest.split_once("{{") {
            let Some((name, after)) = after.split_once("}}") else {
                bail!("a {{{{ without }}}}");
            };
            filled.push_str(before);
            filled.push_str(self.path(name.trim())?);
            rest = after;
        }
        filled.push_str(rest);
        Ok(filled)
    }
}

/// `widget.css` → `widget-1a2b3c4d5e.css`.
fn hashed(name: &str, content: &[u8]) -> String {
    let digest = hex(&Sha256::digest(content));
    let digest = &digest[..DIGITS];
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{digest}.{extension}"),
        None => format!("{name}-{digest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets() -> Assets {
        let paths = [("theme.css", "assets/theme-1.css"), ("nl.json", "assets/nl-2.json")];
        Assets { paths: paths.map(|(name, path)| (name.to_owned(), path.to_owned())).into() }
    }

    #[test]
    fn another_content_is_another_name() {
        assert_eq!(hashed("a.css", b"x"), "a-2d711642b7.css");
        assert_ne!(hashed("a.css", b"x"), hashed("a.css", b"y"));
    }

    #[test]
    fn placeholders_become_paths() {
        let page = assets().fill(r#"<link href="{{theme.css}}"> {{ nl.json }}!"#).unwrap();
        assert_eq!(page, r#"<link href="assets/theme-1.css"> assets/nl-2.json!"#);
    }

    #[test]
    fn an_unknown_placeholder_says_what_there_is() {
        let error = assets().fill("{{them.css}}").unwrap_err().to_string();
        assert_eq!(error, "there is no file them.css; there are nl.json, theme.css");
    }

    #[test]
    fn an_open_brace_is_an_error() {
        assert!(assets().fill("a {{theme.css").is_err());
    }

    #[test]
    fn the_manifest_leaves_out_what_only_a_page_needs() {
        assert_eq!(assets().manifest(&["theme.css"]), r#"{"nl.json":"assets/nl-2.json"}"#);
    }
}
