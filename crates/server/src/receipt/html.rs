// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A page to print: no script, nothing loaded, one style sheet inside the page
//! that the policy names by its hash.

use crate::receipt::paper::{Paper, Part};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 system-ui,sans-serif;max-inline-size:45rem;margin:2rem auto;padding-inline:1rem}\
h1,h2{line-height:1.2}h2{margin-block-start:2rem;break-after:avoid}\
dl{display:grid;gap:.25rem 1rem;grid-template-columns:minmax(9rem,1fr) 2fr}\
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}p{overflow-wrap:anywhere}\
@media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-block-end:.5rem}}\
@media print{body{margin:0;font-size:10pt}}";

/// The hash of the style sheet, as a content security policy names it.
pub fn style_hash() -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(STYLE.as_bytes())))
}

/// The page.
pub fn render(paper: &Paper) -> String {
    let title = escape(&paper.title);
    let parts: String = paper.parts.iter().map(part).collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         {parts}</main>\n</body>\n</html>\n",
        paper.language
    )
}

fn part(part: &Part) -> String {
    let mut html = String::from("<section>\n");
    if !part.heading.is_empty() {
        // Writing into a string cannot fail.
        let _ = writeln!(html, "<h2>{}</h2>", escape(&part.heading));
    }
    for lines in part.lines.chunk_by(|a, b| a.0.is_empty() == b.0.is_empty()) {
        html.push_str(&if lines[0].0.is_empty() { paragraphs(lines) } else { list(lines) });
    }
    html + "</section>\n"
}

fn paragraphs(lines: &[(String, String)]) -> String {
    lines.iter().map(|(_, value)| format!("<p>{}</p>\n", escape(value))).collect()
}

fn list(lines: &[(String, String)]) -> String {
    let lines = lines.iter().map(|(label, value)| (escape(label), escape(value)));
    let lines: String = lines.map(|(label, value)| format!("<dt>{label}</dt><dd>{value}</dd>\n")).collect();
    format!("<dl>\n{lines}</dl>\n")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::receipt::paper::{Paper, Part};

    #[test]
    fn what_people_wrote_stays_text() {
        let lines = vec![("a\"b".to_owned(), "<script>alert(1)</script> & more".to_owned())];
        let parts = vec![Part { heading: "<h1>".to_owned(), lines }];
        let page = render(&Paper { language: "nl", title: "</title>".to_owned(), parts });
        assert!(!page.contains("<script>") && !page.contains("</title><") && !page.contains("<h1></h2>"));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"));
    }
}
