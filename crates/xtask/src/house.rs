// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Where things lie in the checkout.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the checkout: where cargo runs this tool, or else where it was compiled.
pub fn root() -> PathBuf {
    let crate_folder = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&crate_folder).join("../..").canonicalize().expect("the checkout that holds this crate")
}

/// Cargo's target directory, also when the developer moved it.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(moved) => root().join(moved),
        None => root().join("target"),
    }
}

/// Where the tool keeps its own intermediate files.
pub fn workshop() -> PathBuf {
    target().join("xtask")
}

/// What a web server serves: the widget and the demonstration page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The reference backend as `cargo build` leaves it.
pub fn server() -> PathBuf {
    target().join("debug/samenspraak-server")
}
