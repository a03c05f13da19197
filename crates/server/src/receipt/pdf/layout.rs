// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Breaks text into lines and pages, by measured widths. Sizes are in points.

use crate::receipt::paper::Paper;
use krilla::text::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// A4.
pub const WIDTH: f32 = 595.0;
/// A4.
pub const HEIGHT: f32 = 842.0;
/// White around the text.
pub const MARGIN: f32 = 56.0;

/// Where a line stands in the order of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The title of the paper.
    Title,
    /// The heading of a part.
    Heading,
    /// The label of a line.
    Label,
    /// What it says.
    Text,
    /// Running text.
    Paragraph,
}

impl Kind {
    fn size(self) -> f32 {
        match self {
            Self::Title => 20.0,
            Self::Heading => 13.0,
            Self::Label | Self::Text | Self::Paragraph => 9.5,
        }
    }

    // White above the block.
    fn gap(self) -> f32 {
        match self {
            Self::Title => 0.0,
            Self::Heading => 16.0,
            Self::Label => 5.0,
            Self::Text => 0.0,
            Self::Paragraph => 8.0,
        }
    }

    // Room for what has to stay with it on the page.
    fn keep(self) -> f32 {
        match self {
            Self::Title | Self::Heading => 60.0,
            Self::Label => 16.0,
            Self::Text | Self::Paragraph => 0.0,
        }
    }
}

/// A cut of the font: what draws it, and what measures it.
pub struct Face {
    /// What draws it.
    pub font: Font,
    measure: FontRef<'static>,
}

/// The two cuts on a paper.
pub struct Faces {
    regular: Face,
    bold: Face,
}

impl Faces {
    /// Reads the fonts inside the program.
    ///
    /// # Errors
    /// When one of them is no font.
    pub fn load() -> Result<Self, String> {
        let regular = Face::new(dejavu::sans::regular())?;
        Ok(Self { regular, bold: Face::new(dejavu::sans::bold())? })
    }

    /// The cut and the size of a kind of line.
    pub fn of(&self, kind: Kind) -> (&Face, f32) {
        let face = if matches!(kind, Kind::Text | Kind::Paragraph) { &self.regular } else { &self.bold };
        (face, kind.size())
    }
}

impl Face {
    fn new(bytes: &'static [u8]) -> Result<Self, String> {
        let font = Font::new(bytes.into(), 0).ok_or("the font cannot be read")?;
        let measure = FontRef::new(bytes).map_err(|error| error.to_string())?;
        Ok(Self { font, measure })
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let metrics = self.measure.glyph_metrics(Size::new(size), LocationRef::default());
        let glyphs = self.measure.charmap();
        text.chars().filter_map(|c| metrics.advance_width(glyphs.map(c)?)).sum()
    }

    // What the font cannot draw becomes the sign for an unknown character.
    fn drawable(&self, text: &str) -> String {
        let glyphs = self.measure.charmap();
        let known = |c: char| if glyphs.map(c).is_some() { c } else { char::REPLACEMENT_CHARACTER };
        text.chars().map(|c| if c.is_whitespace() { ' ' } else { known(c) }).collect()
    }

    // A word that fits on no line is cut where the line ends.
    fn lines(&self, text: &str, size: f32) -> Vec<String> {
        let fits = |line: &str| self.width(line, size) <= WIDTH - 2.0 * MARGIN;
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            if !line.is_empty() && !fits(&format!("{line} {word}")) {
                lines.push(std::mem::take(&mut line));
            } else if !line.is_empty() {
                line.push(' ');
            }
            for c in word.chars() {
                line.push(c);
                if !fits(&line) {
                    line.pop();
                    lines.push(std::mem::replace(&mut line, c.to_string()));
                }
            }
        }
        lines.push(line);
        lines
    }
}

/// One line in its place.
pub struct Line {
    /// What it says.
    pub text: String,
    /// Its kind.
    pub kind: Kind,
    /// Points from the top of the page.
    pub baseline: f32,
    /// The block it belongs to.
    pub block: usize,
}

/// What a person reads as one thing.
pub struct Block {
    /// Its kind.
    pub kind: Kind,
    /// All of its text.
    pub text: String,
}

/// A paper in lines and pages.
pub struct Typeset {
    /// Everything in reading order.
    pub blocks: Vec<Block>,
    /// The lines of each page.
    pub pages: Vec<Vec<Line>>,
}

/// Breaks a paper into lines and pages.
pub fn typeset(paper: &Paper, faces: &Faces) -> Typeset {
    let mut set = Typeset { blocks: Vec::new(), pages: vec![Vec::new()] };
    let mut at = MARGIN;
    let mut add = |kind: Kind, text: &str| add(&mut set, &mut at, faces, kind, text);
    add(Kind::Title, &paper.title);
    for part in &paper.parts {
        if !part.heading.is_empty() {
            add(Kind::Heading, &part.heading);
        }
        for (label, value) in &part.lines {
            if label.is_empty() {
                add(Kind::Paragraph, value);
            } else {
                add(Kind::Label, label);
                add(Kind::Text, value);
            }
        }
    }
    set
}

fn add(set: &mut Typeset, at: &mut f32, faces: &Faces, kind: Kind, text: &str) {
    let (face, size) = faces.of(kind);
    let text = face.drawable(text);
    let block = set.blocks.len();
    *at += kind.gap();
    for text in face.lines(&text, size).into_iter().filter(|line| !line.is_empty()) {
        if *at + size * 1.4 + kind.keep() > HEIGHT - MARGIN {
            set.pages.push(Vec::new());
            *at = MARGIN;
        }
        *at += size * 1.4;
        if let Some(page) = set.pages.last_mut() {
            page.push(Line { text, kind, baseline: *at, block });
        }
    }
    set.blocks.push(Block { kind, text });
}
