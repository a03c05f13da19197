// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A visit: a backend of its own, in the browser of a worker at a kitchen table.
//!
//! It answers a slice of the contract with the same rules as the server, with or
//! without a network. What it takes it hands back as an [`entry::Entry`]: the log of
//! those is at once what is kept on the device and what is still to be sent, and
//! replaying it restores the visit. Nothing here knows a clock, a network or a
//! storage; `src/visit/` brings those.
//!
//! | module | what happens in it |
//! |---|---|
//! | [`answer`] | the documents and problems that go back |
//! | [`asking`] | the six steps, and the question they lead to |
//! | [`clients`] | the clients a worker may visit, with what was recorded and asked meanwhile |
//! | [`deciding`] | what was shown and what was answered |
//! | [`entry`] | one thing that was taken, and waits to be sent |
//! | [`following`] | what follows a no, and sharing without consent |
//! | [`ids`] | ids of the device |
//! | [`known`] | a question that was asked before, as the backend showed it |
//! | [`practice`] | fictional clients |
//! | [`reading`] | documents of the contract, read from JSON |
//! | [`turned`] | what the client may read on the turned screen |
//! | [`visit`] | the visit itself: one question in, one answer out |

pub mod answer;
mod asking;
#[cfg(target_arch = "wasm32")]
mod browser;
mod clients;
mod deciding;
pub mod entry;
mod following;
pub mod ids;
mod known;
pub mod practice;
pub mod reading;
mod turned;
pub mod visit;

pub use answer::Answer;
pub use entry::Entry;
pub use visit::{Moment, Question, Visit};
