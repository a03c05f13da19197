// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The reference backend of the Samenspraak contract.
//!
//! It proves that the contract works, and it can be used as it is. It stays
//! thin: a handler loads facts, asks the rules, and stores what they say.
//!
//! | module | what happens in it |
//! |---|---|
//! | [`access`] | who may call a route |
//! | [`app`] | what every handler works with |
//! | [`assets`] | the widget and its page, as files |
//! | [`catalogue`] | the catalogues, read from their files |
//! | [`demo`] | fictional people to sign in as, and their cases |
//! | [`health`] | whether the server lives and can work |
//! | [`input`] | what comes in, checked |
//! | [`openapi`] | the contract as a document |
//! | [`page`] | pages of a list |
//! | [`problem`] | problem documents |
//! | [`receipt`] | one receipt in four forms |
//! | [`router`] | all routes together |
//! | [`session`] | who is signed in |
//! | [`submit`] | a change is stored once |
//! | [`system`] | the random source and the clock of the machine |
//! | [`v1`] | the operations of the contract |

pub mod access;
pub mod app;
pub mod assets;
pub mod catalogue;
pub mod demo;
pub mod health;
pub mod input;
pub mod openapi;
pub mod page;
pub mod problem;
pub mod receipt;
pub mod router;
pub mod session;
pub mod submit;
pub mod system;
pub mod v1;
