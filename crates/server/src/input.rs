// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What comes in, checked before a handler sees it.
//!
//! | module | what it reads |
//! |---|---|
//! | [`body`] | a JSON body, against the document's own schema and with all errors at once |
//! | [`header`] | `Idempotency-Key`, `If-Match`, `Data-Subject`, `Device-Time` |
//! | [`path`] | the id in a path |
//! | [`query`] | the parameters behind the question mark |
//! | [`strict_json`] | JSON without a key that stands twice |

pub mod body;
pub mod header;
pub mod path;
pub mod query;
pub mod strict_json;
