// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! That a person read what could not be told before (H6).

use crate::app::App;
use crate::client::{Failure, Reply, spawn};
use crate::flow::happened::{Filter, Kind};
use crate::json::Writer;
use crate::parts::bits::paragraph;
use crate::parts::el::{El, focus, inside};
use crate::rights::about::About;
use crate::rights::happened::timeline::{Line, TimeLine};
use crate::wire::disclosure::Disclosure;
use std::rc::Rc;
use web_sys::Event;

/// Most pages of one kind that are searched for what was released.
const MOST_PAGES: u32 = 10;

/// Everything about this person that was released and not read yet. Only what had
/// no consent to rest on can have been withheld (H4).
pub async fn unread(app: &App, about: &About) -> Vec<Disclosure> {
    let mut found = Vec::new();
    for kind in [Kind::WithoutConsent, Kind::NotShared] {
        let filter = Filter { kind, ..Filter::default() };
        let mut cursor = None;
        for _ in 0..MOST_PAGES {
            let path = [&*filter.path(cursor.as_deref()), "&pageSize=100"].concat();
            let Ok(reply) = about.get(&path).await else { break };
            let lines = reply.body.list("items", |json| Disclosure::read(json, &app.settings.language));
            found.extend(lines.into_iter().filter(|line| line.is_news));
            cursor = reply.body.optional("nextCursor");
            if cursor.is_none() || found.len() >= app.configuration.untold as usize {
                break;
            }
        }
    }
    found
}

impl TimeLine {
    /// Records that the line that was pressed is read, and draws it anew.
    pub(super) fn confirm_read(&self, event: &Event) {
        let Some((row, Line::Happened(line))) = self.line_at(event) else { return };
        let list = self.clone();
        row.toggle("data-busy", true);
        spawn(async move {
            let result = list.send_read(&line.id).await;
            row.toggle("data-busy", false);
            if !list.0.alive.is_so() {
                return;
            }
            match result {
                Ok(reply) => {
                    list.draw_anew(&row, Disclosure::read(&reply.body, &list.0.app.settings.language))
                }
                Err(_) => list.not_recorded(&row),
            }
        });
    }

    // Whoever read it in another window finds it read here.
    async fn send_read(&self, id: &str) -> Result<Reply, Failure> {
        let (app, path) = (&self.0.app, ["disclosures/", id].concat());
        let now = app.client.get(&path).await?;
        if !Disclosure::read(&now.body, "").is_news {
            return Ok(now);
        }
        let body = Writer::new().text("type", "acknowledged").end();
        app.client.post(&[&*path, "/events"].concat(), &app.host.uuid(), &now.version, &body).await
    }

    fn draw_anew(&self, row: &El, line: Disclosure) {
        let number = row.0.get_attribute("data-line").and_then(|number| number.parse().ok());
        let Some(number) = number else { return };
        let line = Line::Happened(Rc::new(line));
        let new = self.draw_row(number, &line);
        if let Some(place) = self.0.lines.borrow_mut().get_mut(number) {
            *place = line;
        }
        let _ = row.0.replace_with_with_node_1(&new.0);
        self.0.app.say(self.0.app.t("happened.was-read"));
        if let Some(title) = inside(&new.0, "h3") {
            focus(&title);
        }
    }

    fn not_recorded(&self, row: &El) {
        if inside(&row.0, ".ss-wrong").is_none()
            && let Some(late) = inside(&row.0, ".ss-late")
        {
            let words = self.0.app.t("happened.not-recorded");
            let _ = El(late).child(paragraph(&words).class("ss-wrong").attr("role", "alert"));
        }
    }
}
