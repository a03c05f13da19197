// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Pages of a list whose entries are filtered after they are read, because a
//! status is derived and never stored.

use crate::input::query::cursor;
use crate::problem::{Later, Outcome};
use samenspraak_contract::Page;
use samenspraak_storage::store::Part;
use uuid::Uuid;

/// Most reads for one page. A page may come out short, or empty with a cursor,
/// so that one request never reads the whole store.
const MOST_READS: usize = 10;
/// Entries per read.
const READ: usize = 50;

/// Gathers one page. `read` gives the entries of a part, newest first: the id of
/// each, and the entry when it is wanted. A full page has a cursor when something wanted
/// follows: what a reader may not know of is in no cursor either.
pub async fn gather<'a, T>(
    asked: Part,
    read: impl Fn(Part) -> Later<'a, Vec<(Uuid, Option<T>)>>,
) -> Outcome<Page<T>> {
    let mut items = Vec::with_capacity(asked.limit);
    let mut before = asked.before;
    let mut last = None;
    for _ in 0..MOST_READS {
        let entries = read(Part { before, limit: READ }).await?;
        let last_read = entries.len() < READ;
        for (id, entry) in entries {
            before = Some(id);
            let Some(entry) = entry else { continue };
            if items.len() == asked.limit {
                return Ok(Page { items, next_cursor: last.map(cursor) });
            }
            items.push(entry);
            last = before;
        }
        if last_read {
            return Ok(Page { items, next_cursor: None });
        }
    }
    Ok(Page { items, next_cursor: before.map(cursor) })
}
