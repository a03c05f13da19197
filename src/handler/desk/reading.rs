// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Fetches the queue: the first page at once, the rest in the background.

use crate::app::App;
use crate::client::Failure;
use crate::json::Json;
use crate::wire::queue::Summary;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

/// Lines of the first page: what fits on a screen, and some more.
const FIRST: usize = 100;
/// Lines of every page after that.
const PAGE: usize = 1_000;
/// The most that is fetched. Who has more searches by track, or in the file.
pub const MOST: usize = 10_000;
/// Lines read in one go. Between two the browser may do something else.
const BITE: usize = 100;

/// Where reading the queue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// There is nothing yet.
    Begun,
    /// There is something; more is coming.
    More,
    /// Everything is there.
    All,
    /// There is more than is fetched.
    TooMany,
    /// The rest did not come.
    Lost(Failure),
}

/// Reads everything that is open, or closed. `came` gets the lines as they come, and says
/// whether somebody still wants them.
pub async fn read(app: &App, closed: bool, came: impl Fn(Vec<Summary>) -> bool) -> Reading {
    let status = if closed { "closed" } else { "open" };
    let path = ["filings?status=", status, "&pageSize="].concat();
    let (mut size, mut count, mut cursor) = (FIRST, 0, None::<String>);
    loop {
        let at = cursor.take().map(|cursor| ["&cursor=", &cursor].concat()).unwrap_or_default();
        let reply = match app.client.get(&[&*path, &size.to_string(), &at].concat()).await {
            Ok(reply) => Rc::new(reply),
            Err(failure) => return Reading::Lost(failure),
        };
        let lines = reply.body.list("items", Json::clone);
        count += lines.len();
        for bite in lines.chunks(BITE) {
            let language = &app.settings.language;
            if !came(bite.iter().map(|line| Summary::read(line, language)).collect()) {
                return Reading::All;
            }
            let _ = JsFuture::from(app.host.wait(0)).await;
        }
        cursor = reply.body.optional("nextCursor");
        if cursor.is_none() {
            return Reading::All;
        }
        if count >= MOST {
            return Reading::TooMany;
        }
        size = PAGE.min(MOST - count);
    }
}
