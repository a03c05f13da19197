// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The citizen's screens, one file a screen, and the shell around them.

mod checking;
mod choosing;
mod consents;
mod done;
mod fetched;
mod information;
mod overview;
mod question;
mod receipt;
mod record;
mod request;
mod settled;
mod sharing;
mod shell;
mod stage;
mod standstill;

pub use shell::Shell;
