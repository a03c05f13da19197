// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A screen that is drawn from one document, and what stands there until it comes.

use crate::app::App;
use crate::client::{Failure, Reply, spawn};
use crate::frame::stage::stage;
use crate::frame::standstill;
use crate::parts::el::{El, State};
use crate::wire::problem::ProblemType;
use std::rc::Rc;

/// The document, once it came.
pub type Fetched = State<Option<Result<Rc<Reply>, Failure>>>;

/// Fetches a document.
pub fn fetch(app: &App, path: &str, into: &Fetched) {
    into.set(None);
    fetch_again(app, path, into);
}

/// Fetches it anew; what is shown stays until it comes.
pub fn fetch_again(app: &App, path: &str, into: &Fetched) {
    let (app, path, into) = (app.clone(), path.to_owned(), into.clone());
    spawn(async move {
        let result = app.client.get(&path).await.map(Rc::new);
        into.set(Some(result));
    });
}

/// The screen of what stands at a path; `back` leads on from what is not there.
pub fn screen(
    app: &App,
    path: String,
    from: Fetched,
    back: fn(&App) -> El,
    draw: impl Fn(&Rc<Reply>) -> El + 'static,
) -> El {
    boxed_screen(app, path, from, back, Box::new(draw))
}

// What a generic function does itself is compiled anew for every caller.
fn boxed_screen(app: &App, path: String, from: Fetched, back: fn(&App) -> El, draw: Draw) -> El {
    fetch(app, &path, &from);
    let (again, into) = (app.clone(), from.clone());
    boxed(app, from, back, Rc::new(move || fetch(&again, &path, &into)), draw)
}

/// The same for who fetches it otherwise; `again` is what a person presses when
/// it did not come.
pub fn shown(
    app: &App,
    from: Fetched,
    back: fn(&App) -> El,
    again: impl Fn() + 'static,
    draw: impl Fn(&Rc<Reply>) -> El + 'static,
) -> El {
    boxed(app, from, back, Rc::new(again), Box::new(draw))
}

type Draw = Box<dyn Fn(&Rc<Reply>) -> El>;

fn boxed(app: &App, from: Fetched, back: fn(&App) -> El, again: Rc<dyn Fn()>, draw: Draw) -> El {
    let app = app.clone();
    stage(&app.clone(), move || match from.get() {
        None => standstill::loading(&app),
        Some(Ok(reply)) => draw(&reply),
        Some(Err(Failure::Problem(ProblemType::NotSignedIn))) => standstill::session_ended(&app),
        Some(Err(Failure::Problem(ProblemType::NotFound))) => {
            standstill::standstill(&app, "record.missing", vec![back(&app)])
        }
        Some(Err(_)) => {
            let again = again.clone();
            standstill::not_loaded(&app, move || again())
        }
    })
}
