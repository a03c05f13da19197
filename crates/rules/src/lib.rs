// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The rules of consent, as pure functions over the contract.
//!
//! No clock, no network, no storage: today is an argument. The same code runs
//! in the browser and on the server, so a rule lives once.
//!
//! | module | what it decides |
//! |---|---|
//! | [`facts`] | what is stored, and nothing that can be derived from it |
//! | [`signatories`] | who must sign, at which age |
//! | [`request`] | whether a question may be asked |
//! | [`scope`] | when two questions are the same question |
//! | [`notice`] | which exact words were shown |
//! | [`presentation`] | whether it can be recorded that they were shown |
//! | [`decision`] | whether an answer can be taken |
//! | [`record`] | what a record's events add up to, and what may follow |
//! | [`intake`] | what goes before a question: six steps; and what follows a no |
//! | [`filing`] | requests, objections and complaints: what they are, may become, and by when |
//! | [`statistics`] | what may be counted and shown, without a person |
//! | [`term`] | by which day a filing must be answered |
//! | [`disclosure`] | what really happened to data, and who may see the line |
//! | [`representation`] | whom somebody may look for |
//! | [`view`] | what each person may see of it |
//! | [`receipt`] | what a person takes home |

pub mod decision;
pub mod disclosure;
pub mod facts;
pub mod filing;
pub mod intake;
pub mod notice;
pub mod presentation;
pub mod receipt;
pub mod record;
pub mod representation;
pub mod request;
pub mod scope;
pub mod signatories;
pub mod statistics;
pub mod term;
pub mod view;

mod canonical;
