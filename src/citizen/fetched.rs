// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A screen that is drawn from one document, and what stands there until it comes.

use crate::app::App;
use crate::citizen::stage::stage;
use crate::citizen::standstill;
use crate::client::{Failure, Reply, spawn};
use crate::flow::place::Place;
use crate::parts::bits::{Weight, button};
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

/// The screen of what stands at a path.
pub fn screen(app: &App, path: String, from: Fetched, draw: impl Fn(&Rc<Reply>) -> El + 'static) -> El {
    fetch(app, &path, &from);
    let inner = app.clone();
    stage(app, move || match from.get() {
        None => standstill::loading(&inner),
        Some(Ok(reply)) => draw(&reply),
        Some(Err(Failure::Problem(ProblemType::NotSignedIn))) => standstill::session_ended(&inner),
        Some(Err(Failure::Problem(ProblemType::NotFound))) => {
            standstill::standstill(&inner, "record.missing", vec![to_consents(&inner)])
        }
        Some(Err(_)) => {
            let (app, path, from) = (inner.clone(), path.clone(), from.clone());
            standstill::not_loaded(&inner, move || fetch(&app, &path, &from))
        }
    })
}

/// The way back to all consents.
pub fn to_consents(app: &App) -> El {
    let to = app.clone();
    button(Weight::Quiet, &app.t("consents.all"), move || to.go(Place::Consents))
}
