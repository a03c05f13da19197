// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The configuration of the two policies, held against the notes and the rules.

#![allow(clippy::unwrap_used, reason = "a test that meets a surprise should stop right there")]

mod cases;
mod files;
mod law;

use chrono::NaiveDate;
use samenspraak_server::catalogue::{Demonstration, embedded};

fn demonstration() -> Demonstration {
    embedded().unwrap()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}
