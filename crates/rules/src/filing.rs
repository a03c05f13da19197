// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Requests, objections and complaints: one front door, three clocks (groups J
//! and K). What a filing is follows from its events, like everything else.
//!
//! | module | what it decides |
//! |---|---|
//! | [`check`] | whether a filing can be taken; all errors at once |
//! | [`clock`] | by which day it is answered, and how close that day is |
//! | [`committee`] | the question whether the committee may see the file |
//! | [`event`] | who may add what, and when |
//! | [`facts`] | what is stored |
//! | [`reference`] | the number a person can say on the telephone |
//! | [`state`] | what the events add up to |
//! | [`view`] | what the person and what staff may see |

pub mod check;
pub mod clock;
pub mod committee;
pub mod event;
pub mod facts;
pub mod reference;
pub mod state;
pub mod view;

pub use facts::FilingFacts;
