// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The screens of the `rights` artefact, one file a screen: what happened, who
//! has what, and what a person asks, objects to or complains about.

mod about;
mod door;
mod fields;
mod files;
mod filing;
mod filings;
mod happened;
mod holdings;
mod receipt;
mod rows;
mod sending;

use crate::app::App;
use crate::flow::place::RightsPlace;
use crate::frame::{Navigation, OF_A_CITIZEN, Room};
use crate::parts::el::El;

/// Looking back, and filing.
#[derive(Clone)]
pub struct Rights;

impl Room for Rights {
    type Place = RightsPlace;
    const NAVIGATION: Navigation = OF_A_CITIZEN;

    fn draw(app: &App, place: RightsPlace) -> El {
        match place {
            RightsPlace::Happened => happened::screen(app, None),
            RightsPlace::HappenedWith(party) => happened::screen(app, Some(&party)),
            RightsPlace::Holdings => holdings::screen(app),
            RightsPlace::FrontDoor(door) => door::screen(app, &door),
            RightsPlace::Filings => filings::screen(app),
            RightsPlace::Filing(id) => filing::screen(app, &id),
            RightsPlace::FilingReceipt(id) => filing::receipt(app, &id),
        }
    }
}
