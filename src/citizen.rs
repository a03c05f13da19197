// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The screens of the `citizen` artefact, one file a screen.

mod checking;
mod choosing;
mod consents;
mod done;
mod overview;
mod receipt;
mod record;
mod request;
mod settled;
mod sharing;
mod untold;

use crate::app::App;
use crate::flow::place::CitizenPlace;
use crate::frame::{Navigation, OF_A_CITIZEN, Room};
use crate::parts::el::{El, el};

/// Questions, consents and receipts.
#[derive(Clone)]
pub struct Citizen;

impl Room for Citizen {
    type Place = CitizenPlace;
    const NAVIGATION: Navigation = OF_A_CITIZEN;

    fn draw(app: &App, place: CitizenPlace) -> El {
        let screen = match place {
            CitizenPlace::Requests => overview::screen(app),
            CitizenPlace::Request { id, .. } => request::screen(app, &id),
            CitizenPlace::Consents => consents::screen(app),
            CitizenPlace::Record(id) => record::screen(app, &id),
            CitizenPlace::Receipt(of) => receipt::screen(app, &of),
        };
        // Above every screen: who is led straight to a question must be told as well.
        el("div").maybe(untold::notice(app)).child(screen)
    }

    // With one open question the person is led straight to it.
    async fn welcome(app: &App) {
        if let Some(only) = overview::only_open(app).await {
            app.replace(CitizenPlace::request(&only));
        }
    }
}
