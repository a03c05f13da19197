// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What goes before a question, and what follows a no.
//!
//! | module | what it decides |
//! |---|---|
//! | [`advice`] | ask, tell or neither, before a worker chooses |
//! | [`assessment`] | the six steps: what is missing, and what is kept |
//! | [`client`] | the people a worker sits with, and who signs for them today |
//! | [`facts`] | what is stored of it |
//! | [`refusal`] | what follows a no: exactly one of three outcomes |
//! | [`second`] | the second person, and the measure: what both decisions share |
//! | [`sharing`] | the decision to share without consent, and when the person is told |
//! | [`wording`] | prepared words, and the item that they make |

pub mod advice;
pub mod assessment;
pub mod client;
pub mod facts;
pub mod refusal;
mod second;
pub mod sharing;
pub mod wording;
