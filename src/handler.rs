// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The screens of a complaint handler, one file a screen; in the `staff` artefact.

mod calendar;
mod case;
mod desk;
mod statistics;
mod withheld;

use crate::app::App;
use crate::flow::place::StaffPlace;
use crate::frame::{Navigation, Room};
use crate::parts::el::El;

/// Who releases what was withheld (H4).
const COORDINATOR: &str = "coordinator";
const OFFICER: &str = "data-protection-officer";

/// The desk.
#[derive(Clone)]
pub struct Handler;

impl Room for Handler {
    type Place = StaffPlace;
    const NAVIGATION: Navigation = Navigation {
        label: "desk.views",
        views: &[("desk", "desk.title"), ("withheld", "withheld.view"), ("statistics", "statistics.title")],
    };
    const SIGNED_OUT: &'static str = "desk.signed-out";
    const TAKES_COMPLAINTS: bool = false;

    // The server decides; this only spares people doors that stay shut.
    fn offers(app: &App, word: &str) -> bool {
        let role = &*app.configuration.role;
        match word {
            "desk" => role != COORDINATOR,
            "withheld" => matches!(role, COORDINATOR | OFFICER),
            _ => true,
        }
    }

    fn draw(app: &App, place: StaffPlace) -> El {
        match place {
            StaffPlace::Desk | StaffPlace::Case(_) => desk::screen(app),
            StaffPlace::Statistics => statistics::screen(app),
            StaffPlace::Withheld => withheld::screen(app),
        }
    }

    // Who has no part in filings begins with what is withheld.
    async fn welcome(app: &App) {
        if !Self::offers(app, "desk") {
            app.replace(StaffPlace::Withheld);
        }
    }
}
