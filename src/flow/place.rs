// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Where the person is. The page's address belongs to the municipality, so a
//! place is kept in the state of the browser's history, as one short word. Its
//! first segment tells `element.js` which artefact draws it.

mod citizen;
mod rights;
mod staff;

pub use citizen::{CitizenPlace, ReceiptOf};
pub use rights::{DoorStep, FrontDoor, Origin, OriginKind, RightsPlace, Wanted};
pub use staff::StaffPlace;

/// A place in one of the artefacts. The default is where a person begins.
pub trait Place: Clone + Default + PartialEq + 'static {
    /// The place as one word.
    fn word(&self) -> String;

    /// Reads what [`Place::word`] wrote.
    fn parse(word: &str) -> Option<Self>;

    /// The entry of the navigation it belongs to, as the word of that place.
    fn view(&self) -> &'static str;

    /// Whether both are drawn by one screen.
    fn same_screen(&self, other: &Self) -> bool {
        self == other
    }

    /// Whether it is there for who is not signed in.
    fn is_public(&self) -> bool {
        false
    }
}

/// Complaining: on every screen of a citizen, also without signing in (J3).
pub const COMPLAINT: &str = "door/complaint";
