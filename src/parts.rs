// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The pieces screens are made of, one file a piece. They know no screen.

pub mod alert;
pub mod bits;
pub mod changes;
pub mod checked;
pub mod contact;
pub mod datum;
pub mod el;
pub mod field;
pub mod file;
pub mod information;
pub mod layout;
pub mod long_table;
pub mod pair;
pub mod party;
pub mod picture;
pub mod question;
pub mod rows;
pub mod sentence;
pub mod steps;
pub mod table;
pub mod totals;
