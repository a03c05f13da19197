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
//! | [`claimed`] | when something happened without a network |
//! | [`clients`] | a client with their requests, as a worker sees them |
//! | [`consultations`] | that staff looked is written down |
//! | [`counts`] | what is counted, without a person |
//! | [`demo`] | fictional people to sign in as, and their cases |
//! | [`filings`] | what the operations on requests, objections and complaints share |
//! | [`health`] | whether the server lives and can work |
//! | [`input`] | what comes in, checked |
//! | [`limit`] | how much may come in without a session |
//! | [`naming`] | what an id of the catalogue stands for |
//! | [`openapi`] | the contract as a document |
//! | [`outcome_letter`] | what the municipality writes after a no |
//! | [`page`] | pages of a list |
//! | [`problem`] | problem documents |
//! | [`receipt`] | one receipt in four forms |
//! | [`representations`] | whom the caller may look for |
//! | [`router`] | all routes together |
//! | [`session`] | who is signed in |
//! | [`submit`] | a change is stored once |
//! | [`system`] | the random source and the clock of the machine |
//! | [`v1`] | the operations of the contract |

pub mod access;
pub mod app;
pub mod assets;
pub mod catalogue;
pub mod claimed;
pub mod clients;
pub mod consultations;
pub mod counts;
pub mod demo;
pub mod filings;
pub mod health;
pub mod input;
pub mod limit;
pub mod naming;
pub mod openapi;
pub mod outcome_letter;
pub mod page;
pub mod problem;
pub mod receipt;
pub mod representations;
pub mod router;
pub mod session;
pub mod submit;
pub mod system;
pub mod v1;
