// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The six steps at the kitchen table (stappenplan, E1): in which order they are
//! taken, what is answered, and what follows from it. What may be asked is judged
//! by the rules; here is only what is missing on the way there.

mod assessment;
mod days;
mod draft;
mod kept;
mod sharing;
mod step;
mod wrong;

pub use assessment::{Asking, assessment, items, last_day, origin, request};
pub use days::{after_days, after_months};
pub use draft::{Draft, Half, MOST_ANSWER, MOST_ORIGIN, MOST_WORDS, Verdict, parties, sources, specials};
pub use kept::{Kept, keep};
pub use sharing::{Piece, Sharing, asks, sharings};
pub use step::{Step, Walk};
pub use wrong::{Wrong, card_id};

#[cfg(test)]
mod example;
#[cfg(test)]
mod tests;
