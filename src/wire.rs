// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a screen reads from the contract's documents, in one language.
//!
//! Codes that only choose a sentence (a status, a duty of secrecy, a ground)
//! stay words: a backend may know one that this version does not, and then the
//! sentence is left out.

pub mod case;
pub mod configuration;
pub mod disclosure;
pub mod filing;
pub mod intake;
pub mod outcome;
pub mod party;
pub mod problem;
pub mod queue;
pub mod receipt;
pub mod record;
pub mod refusal;
pub mod request;
pub mod sharing;
pub mod statistics;
