// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! For who works for the municipality: the complaint handler's desk, in the artefact
//! `staff`, and the intake worker's table, in the artefact `intake`. The attribute
//! `view` says at which of the two somebody begins; the navigation leads to both.

use crate::app::App;
use crate::flow::place::StaffPlace;
use crate::frame::{Navigation, Room};
#[cfg(feature = "desk")]
use crate::handler;
#[cfg(feature = "table")]
use crate::intake;
use crate::parts::el::El;

/// Who releases what was withheld (H4), and who only sees that it is.
const COORDINATOR: &str = "coordinator";
const OFFICER: &str = "data-protection-officer";

/// Everything for who works for the municipality.
#[derive(Clone)]
pub struct Staff;

impl Room for Staff {
    type Place = StaffPlace;
    const NAVIGATION: Navigation = Navigation {
        label: "desk.views",
        views: &[
            ("desk", "desk.title"),
            ("clients", "intake.clients"),
            ("sharing", "sharing.title"),
            ("withheld", "withheld.view"),
            ("statistics", "statistics.title"),
        ],
    };
    const SIGNED_OUT: &'static str = "desk.signed-out";
    const TAKES_COMPLAINTS: bool = false;

    // The server decides; this only spares people doors that stay shut.
    fn offers(app: &App, word: &str) -> bool {
        let (role, table) = (&*app.configuration.role, is_table(app));
        match word {
            "desk" => !table && role != COORDINATOR,
            "clients" | "sharing" => table,
            "withheld" => matches!(role, COORDINATOR | OFFICER),
            _ => !table || role == COORDINATOR,
        }
    }

    #[cfg(feature = "table")]
    fn waiting(app: &App, word: &str) -> Option<(crate::parts::el::State<u32>, &'static str)> {
        (word == "sharing" && is_table(app)).then(|| (intake::due(app), "sharing.number"))
    }

    #[cfg(feature = "table")]
    fn standing(app: &App) -> Option<El> {
        is_table(app).then(|| intake::standing(app))
    }

    #[cfg(feature = "table")]
    fn banner(app: &App) -> Option<El> {
        is_table(app).then(|| intake::banner(app))
    }

    fn draw(app: &App, place: StaffPlace) -> El {
        #[cfg(feature = "desk")]
        if place.is_desk() {
            return handler::draw(app, &place);
        }
        at_table(app, place)
    }

    // Who has no part in filings begins with what is withheld.
    async fn welcome(app: &App) {
        if is_table(app) {
            app.replace(StaffPlace::Clients);
        } else if !Self::offers(app, "desk") {
            app.replace(StaffPlace::Withheld);
        }
    }
}

#[cfg(feature = "table")]
fn at_table(app: &App, place: StaffPlace) -> El {
    intake::draw(app, place)
}

// Where there is no table every place is one of the desk.
#[cfg(not(feature = "table"))]
fn at_table(app: &App, place: StaffPlace) -> El {
    handler::draw(app, &place)
}

// Whether this page is for intake: then the visit is there.
fn is_table(app: &App) -> bool {
    app.host.attribute("view").as_deref() == Some("intake")
}
