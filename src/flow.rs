// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The journeys as pure state machines: no screen, no network, no storage.

pub mod choices;
pub mod client;
pub mod door;
pub mod entry;
pub mod form;
pub mod handle;
pub mod happened;
pub mod history;
pub mod intake;
pub mod outcome;
pub mod place;
pub mod quarter;
pub mod queue;
pub mod request;
pub mod sending;
pub mod sharing;
pub mod sheet;
pub mod stop;
