// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What may be asked or told for a task: one source, one recipient, one purpose
//! (principle 2), with the words that are prepared for it.

use crate::wire::intake::{Advice, Catalogue, Wording};

/// One sharing that may be asked or told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// Place of its words in the catalogue.
    pub wording: usize,
    /// The purpose.
    pub purpose: String,
    /// Who gives.
    pub source: String,
    /// Who gets.
    pub recipient: String,
    /// Whether the law decides about all of it.
    pub law: bool,
    /// Whether the words name no other source and recipient.
    pub only_one: bool,
}

/// All of them, in the order of the catalogue. The same place is the same sharing.
pub fn sharings(catalogue: &Catalogue) -> Vec<Sharing> {
    let mut all = Vec::new();
    for (place, wording) in catalogue.wordings.iter().enumerate() {
        let only_one = wording.sources.len() == 1 && wording.recipients.len() == 1;
        for source in &wording.sources {
            for recipient in wording.recipients.iter().filter(|it| *it != source) {
                all.push(Sharing {
                    wording: place,
                    purpose: wording.purpose.clone(),
                    source: source.clone(),
                    recipient: recipient.clone(),
                    law: wording.information,
                    only_one,
                });
            }
        }
    }
    all
}

/// One item that the steps produce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Place of its sharing.
    pub sharing: usize,
    /// Whether the person is told, and not asked.
    pub information: bool,
    /// Which data.
    pub data: Vec<String>,
    /// The ground.
    pub basis: String,
    /// How long it is kept.
    pub retention: String,
}

/// Whether anything is asked; otherwise it is a notice, that nobody has to answer (F4).
pub fn asks(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| !piece.information)
}

impl Piece {
    /// The items of one sharing: what is asked, and what of it the law decides about.
    pub fn of(place: usize, wording: &Wording, data: &[(String, Advice)]) -> Vec<Self> {
        let mut pieces: Vec<Self> = Vec::new();
        for (id, advice) in data {
            let (information, basis, retention) = match advice {
                Advice::Never(_) => continue,
                Advice::Tell(basis, retention) if !wording.information => (true, basis, retention),
                _ => (wording.information, &wording.basis, &wording.retention),
            };
            match pieces.iter_mut().find(|it| it.information == information) {
                Some(piece) => piece.data.push(id.clone()),
                None => pieces.push(Self {
                    sharing: place,
                    information,
                    data: vec![id.clone()],
                    basis: basis.clone(),
                    retention: retention.clone(),
                }),
            }
        }
        pieces
    }
}
