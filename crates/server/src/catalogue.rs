// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The catalogues and the demonstration, read from `configuration/`.
//!
//! The law and the policies are files with citations, never code. Everything
//! is checked when it is read, so that a mistake stops the start and not a
//! citizen.
//!
//! | module | what happens in it |
//! |---|---|
//! | [`case`] | a worked case, with dates that count from today |
//! | [`client`] | the clients of a worker |
//! | [`controller`] | a municipality with its policy and parties, as one catalogue |
//! | [`disclosure`] | what happened to data before today |
//! | [`error`] | which file and which key is wrong |
//! | [`figures`] | what was counted before this quarter |
//! | [`filing`] | what people filed before today |
//! | [`files`] | the files, from a directory or from inside the program |
//! | [`intake`] | what intake goes by: steps, words, grounds to share without consent |
//! | [`integrity`] | what must hold between the entries |
//! | [`people`] | fictional people |
//! | [`terms`] | the terms of law and the days they skip |

pub mod case;
pub mod client;
mod controller;
pub mod disclosure;
pub mod error;
pub mod figures;
mod files;
pub mod filing;
mod intake;
mod integrity;
pub mod people;
mod terms;

pub use case::Case;
pub use client::PastClient;
pub use disclosure::PastDisclosure;
pub use error::CatalogueError;
pub use figures::PastFigures;
pub use filing::PastFiling;
pub use people::Persona;

use files::Files;
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::id::{ControllerId, PersonId};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// One catalogue per controller, in the order of their ids. Never empty; copies share it.
#[derive(Clone, Debug)]
pub struct Catalogues(Arc<BTreeMap<ControllerId, Catalogue>>);

impl Catalogues {
    /// The catalogue of a controller.
    pub fn get(&self, id: &ControllerId) -> Option<&Catalogue> {
        self.0.get(id)
    }

    /// The catalogue of the first controller.
    pub fn first(&self) -> &Catalogue {
        self.0.values().next().expect("loading refuses a configuration without a controller")
    }

    /// All catalogues, in a fixed order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Catalogue> {
        self.0.values()
    }
}

/// Everything that `configuration/` holds.
#[derive(Clone, Debug)]
pub struct Demonstration {
    /// One catalogue per controller (N2).
    pub catalogues: Catalogues,
    /// The fictional people to sign in as.
    pub people: Vec<Persona>,
    /// The worked cases.
    pub cases: Vec<Case>,
    /// The clients of a worker.
    pub clients: Vec<PastClient>,
    /// What happened to data before today.
    pub past: Vec<PastDisclosure>,
    /// What people filed before today.
    pub filings: Vec<PastFiling>,
    /// What was counted before this quarter.
    pub figures: Vec<PastFigures>,
}

impl Demonstration {
    /// The fictional person with this id.
    pub fn persona(&self, id: &PersonId) -> Option<&Persona> {
        self.people.iter().find(|persona| persona.person.id == *id)
    }
}

/// Reads and checks a configuration directory.
///
/// # Errors
/// The first file and key that is not right.
pub fn load(dir: &Path) -> Result<Demonstration, CatalogueError> {
    read(&Files::from_directory(dir)?)
}

/// Reads and checks the configuration inside the program, so that it runs from
/// anywhere.
///
/// # Errors
/// The first file and key that is not right; a test proves that there is none.
pub fn embedded() -> Result<Demonstration, CatalogueError> {
    read(&Files::embedded()?)
}

fn read(files: &Files) -> Result<Demonstration, CatalogueError> {
    let catalogues = controller::read(files)?;
    let people = people::read(files)?;
    let cases = case::read(files, &people)?;
    let clients = client::read(files, &people)?;
    let past = disclosure::read(files, &people, &cases)?;
    let filings = filing::read(files, &people)?;
    let figures = figures::read(files)?;
    integrity::check_demonstration(&catalogues, &people, &cases)?;
    Ok(Demonstration {
        catalogues: Catalogues(Arc::new(catalogues)),
        people,
        cases,
        clients,
        past,
        filings,
        figures,
    })
}
