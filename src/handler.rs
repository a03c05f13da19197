// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The screens of a complaint handler, one file a screen; in the `staff` artefact.

mod case;
mod desk;
mod statistics;
mod withheld;

use crate::app::App;
use crate::flow::place::StaffPlace;
use crate::parts::el::El;

/// The screen of a place at the desk.
pub fn draw(app: &App, place: &StaffPlace) -> El {
    match place {
        StaffPlace::Statistics => statistics::screen(app),
        StaffPlace::Withheld => withheld::screen(app),
        _ => desk::screen(app),
    }
}
