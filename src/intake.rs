// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The intake worker's table, one file a screen; in the `intake` artefact. What is
//! answered there stays on the device, until the client says that help may begin (E7).

mod basis;
mod client;
mod clients;
mod conflicts;
mod data;
mod entry;
mod household;
mod keeping;
mod limitation;
mod made;
mod notice;
mod outcome;
mod overview;
mod purpose;
mod recording;
mod secrecy;
mod sharing;
mod sheet;
mod standing;
mod starting;
mod talk;
mod task;
mod walk;

pub use sharing::due;
pub use standing::{banner, standing};

use crate::app::App;
use crate::flow::place::StaffPlace;
use crate::parts::el::El;

/// The screen of a place at the table.
pub fn draw(app: &App, place: StaffPlace) -> El {
    match place {
        StaffPlace::ClientNew => recording::new(app),
        StaffPlace::Client => talk::screen(app, client::screen),
        StaffPlace::ClientChanged => talk::screen(app, recording::changed),
        StaffPlace::Step(step) => talk::screen(app, move |app, talk| walk::screen(app, talk, step)),
        StaffPlace::Overview => talk::screen(app, overview::screen),
        StaffPlace::Made(id) => made::screen(app, &id),
        StaffPlace::Entry(id, who) => entry::screen(app, &id, usize::from(who)),
        StaffPlace::Outcome(id) => outcome::screen(app, &id),
        StaffPlace::Sharing => sharing::screen(app),
        StaffPlace::SharingNew => sharing::new(app),
        StaffPlace::Shared(id) => sharing::decided(app, &id),
        _ => clients::screen(app),
    }
}
