// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Storage of consent: what every store must do, whatever it is built on.
//!
//! A change is data. It says what it expects and what it adds, and a store
//! takes all of it or nothing. Nothing that was expressed is ever edited or
//! removed (principle 6), and every controller sees only its own (N2).
//!
//! | module | what it holds |
//! |---|---|
//! | [`change`] | what can be written, and what is expected to hold at that moment |
//! | [`clock`] | the time, as a thing that is handed in |
//! | [`disclosure`], [`filing`], [`intake`], [`tally`] | the parts of a store beside consent itself |
//! | [`facts`] | what is stored beside requests and records |
//! | [`ids`] | new ids (UUID version 7) from the clock and a random source |
//! | [`memory`] | the store in memory: the model that others are held against |
//! | [`store`] | the trait itself |
//! | `suite` | the tests that every store passes (feature `suite`) |

pub mod change;
pub mod clock;
pub mod disclosure;
pub mod facts;
pub mod filing;
pub mod ids;
pub mod intake;
pub mod memory;
pub mod store;
#[cfg(feature = "suite")]
pub mod suite;
pub mod tally;
