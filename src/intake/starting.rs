// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Begins the help: the assessment is kept, and after it the request with the same
//! items (E1). The same once more has the same keys, so it is never kept twice.

use crate::app::App;
use crate::client::{Failure, Reply, spawn};
use crate::flow::intake::{Step, Wrong, asks, items, request};
use crate::flow::place::StaffPlace;
use crate::frame::calendar::Calendar;
use crate::intake::talk::{Talk, asking};
use crate::wire::problem::invalid_params;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

/// Sends both. With a person the screen is turned to them as soon as it is made.
pub fn start(app: &App, talk: &Talk, turn: Option<String>) {
    if talk.busy.peek() {
        return;
    }
    talk.busy.set(true);
    talk.wrongs.set(Vec::new());
    let (app, talk) = (app.clone(), talk.clone());
    spawn(async move {
        let result = send(&app, &talk).await;
        talk.busy.set(false);
        match result {
            Ok(id) => {
                talk.turn_next.replace(turn);
                talk.clear();
                app.replace(StaffPlace::Made(id));
            }
            Err(wrongs) => stopped(&app, &talk, wrongs),
        }
    });
}

// What is wrong is shown at its own step, or here when it has none.
fn stopped(app: &App, talk: &Talk, wrongs: Vec<Wrong>) {
    let step = wrongs.iter().filter(|it| !it.id.is_empty()).map(|it| it.step).min();
    talk.wrongs.set(wrongs);
    if let Some(step) = step {
        app.go(StaffPlace::Step(step));
    }
}

async fn send(app: &App, talk: &Talk) -> Result<String, Vec<Wrong>> {
    let (client, today, pieces) = (talk.with(), Calendar::new(app).today, talk.pieces());
    let asking = asking(app, &client, &today);
    let assessment = talk.written(app, &pieces, &[]);
    let kept = post(app, talk, "assessments", &assessment).await?;
    let items = items(&talk.draft.borrow(), talk.catalogue(), talk.all(), &pieces, &today, &[]);
    let request = request(&kept.body.text("id"), &items, asks(&pieces), talk.catalogue(), &asking);
    Ok(post(app, talk, "consent-requests", &request).await?.body.text("id"))
}

async fn post(app: &App, talk: &Talk, path: &str, body: &str) -> Result<Reply, Vec<Wrong>> {
    let key = key_of(app, talk, body).await;
    let told: Rc<RefCell<Vec<Wrong>>> = Rc::default();
    let pieces = talk.pieces();
    let read = |problem: &crate::json::Json| {
        let wrongs = invalid_params(problem);
        told.replace(wrongs.iter().map(|(name, why)| Wrong::of(name, why, &pieces)).collect());
    };
    let result = app.client.post_form(path, &key, "", body, &read).await;
    result.map_err(|failure| {
        let mut wrongs = told.take();
        if wrongs.is_empty() {
            let why = if failure == Failure::NotReached { "not-reached" } else { "not-started" };
            wrongs.push(Wrong::new(Step::Task, "", why, ""));
        }
        wrongs
    })
}

// A fresh key is on the disk before it is used: a battery may die in between.
async fn key_of(app: &App, talk: &Talk, body: &str) -> String {
    let known = |sent: &[(String, String)]| sent.iter().find(|it| it.0 == body).map(|it| it.1.clone());
    if let Some(key) = known(&talk.sent.borrow()) {
        return key;
    }
    let key = app.host.uuid();
    talk.sent.borrow_mut().push((body.to_owned(), key.clone()));
    let _ = JsFuture::from(talk.keep()).await;
    key
}
