// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A question is a sentence in which the parties and the purpose are marked.

use crate::parts::el::{El, el};
use crate::text::{Piece, value_of};

/// Puts a sentence in an element. Who the data are about is not marked: that
/// is the reader, or a name already said.
pub fn sentence(element: El, pieces: Vec<Piece>, values: &[(&str, &str)]) -> El {
    pieces.into_iter().fold(element, |element, piece| match piece {
        Piece::Words(words) => element.text(&words),
        Piece::Slot(name) if name == "subject" => element.text(value_of(values, &name)),
        Piece::Slot(name) => element.child(el("span").class("ss-who").text(value_of(values, &name))),
    })
}
