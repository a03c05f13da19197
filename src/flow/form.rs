// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a person fills in: which fields there are, what is missing, what is sent,
//! and at which field an objection of the server belongs. What the law asks and
//! nothing more (J6, L12).

mod asked;
mod body;

pub use asked::{Around, Form, Missing};
pub use body::Along;

use crate::json::{Json, Writer, array};

/// A field that stands once in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// Whose data.
    Subject,
    /// Name of who files.
    Name,
    /// Where they live.
    Address,
    /// Telephone number.
    Telephone,
    /// E-mail address.
    Email,
    /// What a complaint is about.
    Matter,
    /// The day it happened.
    OccurredOn,
    /// Which decision.
    Decision,
    /// The day of the letter.
    NotifiedOn,
    /// Whether the grounds come now or later.
    Grounds,
    /// In the person's own words.
    Explanation,
    /// Why it comes late.
    LateReason,
}

impl Blank {
    /// All of them, in the order in which they stand.
    pub const ALL: [Self; 12] = [
        Self::Subject,
        Self::Name,
        Self::Telephone,
        Self::Email,
        Self::Address,
        Self::Decision,
        Self::NotifiedOn,
        Self::LateReason,
        Self::Matter,
        Self::OccurredOn,
        Self::Grounds,
        Self::Explanation,
    ];

    /// As it is kept, and in the keys of its sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Name => "name",
            Self::Address => "address",
            Self::Telephone => "telephone",
            Self::Email => "email",
            Self::Matter => "matter",
            Self::OccurredOn => "occurred-on",
            Self::Decision => "decision",
            Self::NotifiedOn => "notified-on",
            Self::Grounds => "grounds",
            Self::Explanation => "explanation",
            Self::LateReason => "late-reason",
        }
    }

    /// Most characters it takes, as the contract has it.
    pub fn most(self) -> u32 {
        match self {
            Self::Name => 120,
            Self::Address => 300,
            Self::Telephone => 40,
            Self::Email => 200,
            Self::Decision | Self::LateReason => 1_000,
            _ => 5_000,
        }
    }
}

/// Where something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// At a field.
    At(Blank),
    /// At what a row says now, and the like: the row, and which of its fields.
    Row(u32, Cell),
    /// At the documents.
    Attachments,
    /// Nowhere in particular.
    Whole,
}

/// A field of a row of a correction (K7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Which datum.
    Datum,
    /// What it says now.
    Wrong,
    /// What it should say.
    Right,
}

impl Cell {
    /// As it stands in ids and in the keys of its sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Datum => "datum",
            Self::Wrong => "wrong",
            Self::Right => "right",
        }
    }
}

impl Spot {
    /// The word that chooses its sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::At(blank) => blank.word(),
            Self::Row(_, cell) => cell.word(),
            Self::Attachments => "attachments",
            Self::Whole => "whole",
        }
    }

    /// The id of its control on the screen.
    pub fn id(self) -> String {
        match self {
            Self::Row(row, cell) => ["ss-f-", cell.word(), "-", &row.to_string()].concat(),
            spot => ["ss-f-", spot.word()].concat(),
        }
    }
}

/// One fact that is wrong, and what it should be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number on the screen: it stays when another row goes.
    pub number: u32,
    /// Id of the type of data; empty when the person does not know.
    pub datum: String,
    /// What it says now.
    pub wrong: String,
    /// What it should say.
    pub right: String,
}

impl Row {
    /// What stands in one of its fields.
    pub fn cell(&mut self, cell: Cell) -> &mut String {
        match cell {
            Cell::Datum => &mut self.datum,
            Cell::Wrong => &mut self.wrong,
            Cell::Right => &mut self.right,
        }
    }

    fn is_empty(&self) -> bool {
        self.wrong.trim().is_empty() && self.right.trim().is_empty()
    }
}

/// A document that was uploaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attached {
    /// Its id.
    pub id: String,
    /// The name of the file.
    pub title: String,
    /// Its size in bytes.
    pub size: u32,
}

/// What was typed so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    texts: Vec<(String, String)>,
    /// The rows of a correction.
    pub rows: Vec<Row>,
    /// The documents.
    pub attached: Vec<Attached>,
}

impl Typed {
    /// What stands in a field, without spaces around it.
    pub fn get(&self, blank: Blank) -> &str {
        self.texts.iter().find(|(word, _)| word == blank.word()).map_or("", |(_, text)| text.trim())
    }

    /// The same as a text that is left out when there is none.
    fn some(&self, blank: Blank) -> Option<&str> {
        Some(self.get(blank)).filter(|text| !text.is_empty())
    }

    /// Puts something in a field.
    pub fn set(&mut self, blank: Blank, text: String) {
        match self.texts.iter_mut().find(|(word, _)| word == blank.word()) {
            Some((_, known)) => *known = text,
            None => self.texts.push((blank.word().to_owned(), text)),
        }
    }

    /// Puts something in a field of a row.
    pub fn set_cell(&mut self, number: u32, cell: Cell, text: String) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.number == number) {
            *row.cell(cell) = text;
        }
    }

    /// Adds an empty row; gives its number.
    pub fn add_row(&mut self) -> u32 {
        let number = self.rows.iter().map(|row| row.number + 1).max().unwrap_or(0);
        self.rows.push(Row { number, ..Row::default() });
        number
    }

    /// The rows that say something.
    pub fn filled_rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.is_empty())
    }

    /// As a document, to keep.
    pub fn write(&self) -> String {
        let texts = self.texts.iter().fold(Writer::new(), |out, (word, text)| out.text(word, text)).end();
        let row = |row: &Row| {
            Writer::new().text("datum", &row.datum).text("wrong", &row.wrong).text("right", &row.right).end()
        };
        let attached = |it: &Attached| {
            Writer::new().text("id", &it.id).text("title", &it.title).json("size", &it.size.to_string()).end()
        };
        Writer::new()
            .json("texts", &texts)
            .json("rows", &array(&self.rows.iter().map(row).collect::<Vec<_>>()))
            .json("attached", &array(&self.attached.iter().map(attached).collect::<Vec<_>>()))
            .end()
    }

    /// Reads what [`Typed::write`] wrote.
    pub fn read(json: &Json) -> Self {
        let mut rows = json.list("rows", |row| Row {
            number: 0,
            datum: row.text("datum"),
            wrong: row.text("wrong"),
            right: row.text("right"),
        });
        for (number, row) in (0..).zip(&mut rows) {
            row.number = number;
        }
        let attached =
            |it: &Json| Attached { id: it.text("id"), title: it.text("title"), size: it.number("size") };
        Self { texts: json.map("texts"), rows, attached: json.list("attached", attached) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back_as_it_was_kept() {
        let mut typed = Typed::default();
        typed.set(Blank::Explanation, "Zij zei: \"nee\"\nen ging weg".into());
        typed.set(Blank::Name, "Noor".into());
        typed.set(Blank::Name, "Noor de Wit".into());
        for _ in 0..2 {
            typed.add_row();
        }
        typed.set_cell(1, Cell::Right, "drie kinderen".into());
        typed.attached.push(Attached { id: "019a".into(), title: "Brief.pdf".into(), size: 1234 });
        let read = Typed::read(&Json::parse(&typed.write()).expect("valid JSON"));
        assert_eq!(read, typed);
        assert_eq!(read.get(Blank::Name), "Noor de Wit");
        assert_eq!(read.filled_rows().count(), 1);
    }

    #[test]
    fn a_row_keeps_its_number_when_another_goes() {
        let mut typed = Typed::default();
        let (first, second) = (typed.add_row(), typed.add_row());
        typed.rows.retain(|row| row.number != first);
        typed.set_cell(second, Cell::Wrong, "x".into());
        assert_eq!(typed.rows[0].wrong, "x");
        assert_ne!(typed.add_row(), second);
    }

    #[test]
    fn every_spot_has_an_id_of_its_own() {
        let mut ids: Vec<String> = Blank::ALL.into_iter().map(|blank| Spot::At(blank).id()).collect();
        ids.extend([Cell::Datum, Cell::Wrong, Cell::Right].map(|cell| Spot::Row(0, cell).id()));
        ids.extend([Spot::Attachments.id(), Spot::Row(1, Cell::Wrong).id()]);
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}
