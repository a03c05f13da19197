// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Style sheets: bundling ours, and deriving two from the theme package.
//!
//! The *fallback* gives a page without an NL Design System theme the tokens that the widget's own
//! style sheet uses, and no other. The *theme* is the whole theme for the demonstration page.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{house, shell};

/// The theme of the demonstration and of the fallback: published under EUPL-1.2, and of no real
/// municipality.
const THEME: &str = "node_modules/@nl-design-system-community/ma-design-tokens/dist/theme.css";
const THEME_DARK: &str =
    "node_modules/@nl-design-system-community/ma-design-tokens/dist/color-scheme-dark/theme.css";

/// Where the fallback sets its tokens: on the shadow host, and on the element in light mode.
const HOST: &str = ":host,samenspraak-widget";

/// Custom properties by name, `--` included.
type Tokens = BTreeMap<String, String>;

/// What their licence asks of whoever hands on the components and the theme.
const NOTICE: &str = "/*! NL Design System Community, Frameless B.V., Gemeente Utrecht; EUPL-1.2 */\n";

/// The rooms of `src/` whose screens have a style sheet of their own beside the widget's.
const OTHER_ROOMS: &[&str] = &["rights", "handler"];

/// The widget's style sheet, with what the citizen's screens and what all share name of the
/// components it is made of.
pub fn widget() -> Result<String> {
    let mut bundler = bundler(&house::root().join("style/widget.css"));
    Ok(format!("{NOTICE}{}", shell::output(bundler.arg("src").args(OTHER_ROOMS))?))
}

/// What an artefact has beyond the widget's style sheet: `style/<artefact>.css`, with what any code
/// names of the components it imports.
pub fn artefact(name: &str) -> Result<String> {
    let entry = house::root().join("style").join(format!("{name}.css"));
    Ok(format!("{NOTICE}{}", shell::output(bundler(&entry).arg("src"))?))
}

/// The demonstration page's own style sheet.
pub fn page() -> Result<String> {
    bundle(&house::root().join("style/page.css"))
}

/// The style sheet with all that it imports, minified.
fn bundle(entry: &Path) -> Result<String> {
    shell::output(&mut bundler(entry))
}

fn bundler(entry: &Path) -> Command {
    let mut node = shell::program("node");
    node.arg("crates/xtask/node/css.mjs").arg(entry);
    node
}

/// A style sheet that was made here from the theme, minified.
fn minified(name: &str, css: &str) -> Result<String> {
    let file = house::workshop().join(name);
    fs::create_dir_all(house::workshop())?;
    fs::write(&file, css).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(format!("{NOTICE}{}", bundle(&file)?))
}

/// The tokens that these style sheets use, for pages that have none.
pub fn fallback(style_sheets: &str) -> Result<String> {
    let (light, dark) = (declarations(&read(THEME)?), declarations(&read(THEME_DARK)?));
    minified("fallback.css", &fallback_rules(style_sheets, &light, &dark)?)
}

/// The whole theme on `.ma-theme`; whoever's device prefers dark gets the dark scheme.
pub fn theme() -> Result<String> {
    let light = read(THEME)?;
    let dark = read(THEME_DARK)?.replace(".ma-theme--color-scheme-dark", ".ma-theme");
    let scheme = ".ma-theme{color-scheme:light dark}";
    minified("theme.css", &format!("{light}\n{scheme}\n@media (prefers-color-scheme:dark){{{dark}}}"))
}

fn read(path: &str) -> Result<String> {
    let path: PathBuf = house::root().join(path);
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// Light values as they are; where a value differs in the dark, `light-dark()` follows the colour
/// scheme of the page the widget stands in. Browsers without that function get the light values.
fn fallback_rules(widget_css: &str, light: &Tokens, dark: &Tokens) -> Result<String> {
    let names = used(widget_css, light, dark)?;
    let mut plain = String::new();
    let mut schemes = String::new();
    for name in names {
        let Some(bright) = light.get(&name) else { continue };
        plain.push_str(&format!("{name}:{bright};"));
        if let Some(dim) = dark.get(&name).filter(|dim| *dim != bright) {
            schemes.push_str(&format!("{name}:light-dark({bright},{dim});"));
        }
    }
    Ok(format!("{HOST}{{{plain}}}\n@supports (color:light-dark(red,red)){{{HOST}{{{schemes}}}}}"))
}

/// The theme's tokens that the style sheet needs, directly or through another token.
///
/// # Errors
/// When it uses a basis token that the theme does not have, without a value to fall back to: a slip
/// of the pen that would show only on somebody's screen.
fn used(css: &str, light: &Tokens, dark: &Tokens) -> Result<BTreeSet<String>> {
    let own = declarations(css);
    let mut queue: VecDeque<Reference> = references(css).into();
    let mut names = BTreeSet::new();
    let mut unknown = BTreeSet::new();
    while let Some(Reference { name, has_default }) = queue.pop_front() {
        if !light.contains_key(&name) {
            if name.starts_with("--basis-") && !has_default && !own.contains_key(&name) {
                unknown.insert(name);
            }
        } else if names.insert(name.clone()) {
            for value in [light.get(&name), dark.get(&name)].into_iter().flatten() {
                queue.extend(references(value));
            }
        }
    }
    if !unknown.is_empty() {
        bail!("the theme has no {}", unknown.into_iter().collect::<Vec<_>>().join(", "));
    }
    Ok(names)
}

/// One `var(--name)` or `var(--name, default)`.
struct Reference {
    name: String,
    has_default: bool,
}

fn references(css: &str) -> Vec<Reference> {
    css.split("var(")
        .skip(1)
        .filter_map(|rest| {
            let rest = rest.trim_start();
            let end = rest.find(|c: char| c != '-' && c != '_' && !c.is_alphanumeric())?;
            let has_default = rest[end..].trim_start().starts_with(',');
            rest.starts_with("--").then(|| Reference { name: rest[..end].to_owned(), has_default })
        })
        .collect()
}

/// All `--name: value;` of the text; of two with one name, the last.
fn declarations(css: &str) -> Tokens {
    uncommented(css)
        .split(['{', '}', ';'])
        .filter_map(|part| part.trim().split_once(':'))
        .filter(|(name, _)| name.starts_with("--"))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

fn uncommented(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEME: &str = ".theme {
        --basis-text: var(--ma-black); /* [code-only] */
        --basis-gap: 4px; --basis-unused: 1px;
        --ma-black: #000; /* --ma-no: 1; */ --ma-white: #fff;
    }";

    fn rules(css: &str) -> Result<String> {
        let dark = declarations(".dark { --basis-text: var(--ma-white) }");
        fallback_rules(css, &declarations(THEME), &dark)
    }

    #[test]
    fn only_used_tokens_and_what_they_need_are_kept() {
        let css = rules("a{color:var(--basis-text)}").unwrap();
        assert!(css.contains("--ma-black:#000;") && css.contains("--ma-white:#fff;"), "{css}");
        assert!(!css.contains("--basis-gap") && !css.contains("--basis-unused"), "{css}");
    }

    #[test]
    fn what_differs_in_the_dark_follows_the_page() {
        let css = rules("a{color:var( --basis-text );gap:var(--basis-gap)}").unwrap();
        assert!(css.contains("--basis-text:light-dark(var(--ma-black),var(--ma-white));"), "{css}");
        assert!(!css.contains("--basis-gap:light-dark"), "{css}");
    }

    #[test]
    fn a_basis_token_that_does_not_exist_is_an_error() {
        let error = rules("a{color:var(--basis-txet)}").unwrap_err();
        assert_eq!(error.to_string(), "the theme has no --basis-txet");
    }

    #[test]
    fn a_default_an_own_declaration_or_another_family_is_no_error() {
        for css in ["a{b:var(--basis-x, 1px)}", "a{--basis-x:1px;b:var(--basis-x)}", "a{b:var(--utrecht-x)}"]
        {
            assert!(rules(css).is_ok(), "{css}");
        }
    }

    #[test]
    fn comments_hold_no_declarations() {
        assert!(!declarations(THEME).contains_key("--ma-no"));
        assert_eq!(declarations(THEME)["--basis-text"], "var(--ma-black)");
    }
}
