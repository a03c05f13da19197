// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the artefacts share: the frame around every screen, the stage on which
//! one makes way for the next, and what stands there while there is nothing to show.

#[cfg(feature = "staff")]
pub mod calendar;
pub mod fetched;
mod leaving;
pub mod shell;
pub mod stage;
pub mod standstill;
mod views;

pub use views::{Navigation, OF_A_CITIZEN};

use crate::app::App;
use crate::flow::place::Place;
use crate::parts::el::El;

/// The screens of one artefact: the places it has, and what is drawn at each.
pub trait Room: Clone + 'static {
    /// The places.
    type Place: Place;
    /// What stands at the top of every screen.
    const NAVIGATION: Navigation;
    /// The family of sentences for who is not signed in.
    const SIGNED_OUT: &'static str = "signed-out";
    /// Whether below every screen stands the way to a complaint (J3).
    const TAKES_COMPLAINTS: bool = true;

    /// Whether an entry of the navigation is there for the role of who is signed in.
    fn offers(_app: &App, _word: &str) -> bool {
        true
    }

    /// How much waits behind an entry of the navigation, followed; with the key of
    /// what that number says.
    #[cfg(feature = "staff")]
    fn waiting(_app: &App, _word: &str) -> Option<(crate::parts::el::State<u32>, &'static str)> {
        None
    }

    /// What stands at the top beside the navigation, instead of who is signed in alone.
    fn standing(_app: &App) -> Option<El> {
        None
    }

    /// What stands above every screen, as long as it is true.
    fn banner(_app: &App) -> Option<El> {
        None
    }

    /// The screen of a place.
    fn draw(app: &App, place: Self::Place) -> El;

    /// Leads a person on who opens the widget and has been nowhere yet.
    fn welcome(_app: &App) -> impl Future<Output = ()> {
        std::future::ready(())
    }
}
