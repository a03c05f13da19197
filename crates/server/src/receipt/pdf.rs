// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A tagged PDF (PDF/UA-1): a screen reader reads it in order, heading by heading.
//!
//! | module | what it does |
//! |---|---|
//! | [`layout`] | breaks text into lines and pages |

pub mod layout;

use crate::receipt::paper::Paper;
use chrono::{DateTime, Datelike, Timelike, Utc};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime as PdfTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{ContentTag, Identifier, Node, SpanTag, Tag, TagGroup, TagKind, TagTree};
use krilla::text::TextDirection;
use krilla::{Document, SerializeSettings};
use layout::{Faces, HEIGHT, Kind, Line, MARGIN, Typeset, WIDTH, typeset};
use std::num::NonZeroU16;

/// The paper as a PDF. The same paper always gives the same bytes.
///
/// # Errors
/// What the library says when the document does not conform to PDF/UA-1.
pub fn render(paper: &Paper, created: DateTime<Utc>) -> Result<Vec<u8>, String> {
    let faces = Faces::load()?;
    let set = typeset(paper, &faces);
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(paper, created));
    let mut tagged = vec![Vec::new(); set.blocks.len()];
    for lines in &set.pages {
        draw(&mut document, lines, &faces, &mut tagged)?;
    }
    document.set_outline(outline(&set));
    document.set_tag_tree(tags(paper, &set, tagged));
    document.finish().map_err(|error| format!("{error:?}"))
}

fn metadata(paper: &Paper, created: DateTime<Utc>) -> Metadata {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let time = PdfTime::new(u16::try_from(created.year()).unwrap_or_default())
        .month(small(created.month()))
        .day(small(created.day()))
        .hour(small(created.hour()))
        .minute(small(created.minute()))
        .second(small(created.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(paper.title.clone())
        .language(paper.language.to_owned())
        .creator("Samenspraak".to_owned())
        .creation_date(time)
}

fn draw(
    document: &mut Document,
    lines: &[Line],
    faces: &Faces,
    tagged: &mut [Vec<Identifier>],
) -> Result<(), String> {
    let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or("a page has a size")?;
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    for line in lines {
        tagged[line.block].push(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
        let (face, size) = faces.of(line.kind);
        let at = Point::from_xy(MARGIN, line.baseline);
        surface.draw_text(at, face.font.clone(), size, &line.text, false, TextDirection::LeftToRight);
        surface.end_tagged();
    }
    surface.finish();
    page.finish();
    Ok(())
}

fn headings(set: &Typeset) -> impl Iterator<Item = (usize, &layout::Block)> {
    set.blocks.iter().enumerate().filter(|(_, block)| matches!(block.kind, Kind::Title | Kind::Heading))
}

fn outline(set: &Typeset) -> Outline {
    let mut outline = Outline::new();
    for (index, block) in headings(set) {
        let place = set.pages.iter().enumerate().find_map(|(page, lines)| {
            let line = lines.iter().find(|line| line.block == index)?;
            Some(XyzDestination::new(page, Point::from_xy(0.0, line.baseline - 2.0 * MARGIN / 3.0)))
        });
        if let Some(place) = place {
            outline.push_child(OutlineNode::new(block.text.clone(), place));
        }
    }
    outline
}

fn tags(paper: &Paper, set: &Typeset, tagged: Vec<Vec<Identifier>>) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(paper.language.to_owned()));
    for (block, lines) in set.blocks.iter().zip(tagged) {
        let children = lines.into_iter().map(Node::Leaf).collect();
        tree.push(TagGroup::with_children(tag(block), children));
    }
    tree
}

fn tag(block: &layout::Block) -> TagKind {
    let level = match block.kind {
        Kind::Title => NonZeroU16::MIN,
        Kind::Heading => NonZeroU16::MIN.saturating_add(1),
        Kind::Label | Kind::Text | Kind::Paragraph => return Tag::P.into(),
    };
    Tag::Hn(level, Some(block.text.clone())).into()
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::receipt::paper::{Paper, Part};
    use chrono::DateTime;

    fn paper(value: &str) -> Paper {
        let lines = vec![("Naam".to_owned(), value.to_owned()); 60];
        let parts = vec![Part { heading: "Kop".to_owned(), lines }];
        Paper { language: "nl", title: "Bewijs".to_owned(), parts }
    }

    #[test]
    fn every_word_of_it_is_in_the_file_over_more_than_one_page() {
        let long = "x".repeat(300);
        let text = format!("Zoë ging naar het gemeentehuis {long}");
        let pdf = render(&paper(&text), DateTime::UNIX_EPOCH).expect("a conforming file");
        let read = pdf_extract::extract_text_from_mem(&pdf).expect("a readable file");
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(squeezed(&read).matches(&squeezed(&text)).count(), 60);
    }

    #[test]
    fn a_character_that_the_font_lacks_does_not_stop_it() {
        assert!(render(&paper("龍 \u{1F409} \u{7} ok"), DateTime::UNIX_EPOCH).is_ok());
    }

    #[test]
    fn the_same_paper_is_the_same_file() {
        let once = render(&paper("a"), DateTime::UNIX_EPOCH);
        assert_eq!(once, render(&paper("a"), DateTime::UNIX_EPOCH));
    }
}
