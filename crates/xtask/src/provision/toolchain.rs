// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The Rust that makes WebAssembly, and the standard library in it.
//!
//! The library is built from its source, for size and without the texts of panics, which nobody in a
//! browser reads: that takes a fifth off what a citizen downloads. Two routes lead there:
//!
//! 1. the Rust that runs this tool, with the source of its library, which rustup adds when it is
//!    missing. Where that is not to be had, the ready-made library of its WASM target does too;
//! 2. Debian's Rust for the web, which has no such target, with LLVM's linker. For machines that
//!    cannot reach rustup's servers.

use std::env;
use std::fmt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{debian, on_path, say};
use crate::shell;

const TARGET: &str = "wasm32-unknown-unknown";

/// The environment variable that forces a route; `--toolchain` does the same.
const SWITCH: &str = "SAMENSPRAAK_TOOLCHAIN";

/// Debian's packages of the second route.
const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// Building the standard library, small.
const SMALL_LIBRARY: &[&str] =
    &["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"];
const SMALL_PANIC: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// Which Rust compiles the widget, with which standard library.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Toolchain {
    /// The one that runs this tool, with a library built on the spot.
    Own,
    /// The one that runs this tool, with its ready-made library: works, and is larger.
    ReadyMade,
    /// Debian's, with a library built on the spot.
    Debian,
}

impl Toolchain {
    /// What the command line asks for, or else the environment.
    pub fn asked_for(flag: Option<&str>) -> Result<Self> {
        let name = flag.map(str::to_owned).or_else(|| env::var(SWITCH).ok());
        match name.as_deref() {
            None | Some("" | "own") => Ok(Self::Own),
            Some("ready-made") => Ok(Self::ReadyMade),
            Some("debian") => Ok(Self::Debian),
            Some(other) => bail!("there is no toolchain {other}; there are own, ready-made and debian"),
        }
    }

    /// `cargo build` for the WASM target.
    pub fn cargo_build(self) -> Command {
        let mut cargo = if self == Self::Debian { debian_cargo() } else { shell::cargo() };
        cargo.args(["build", "--target", TARGET]);
        if self != Self::ReadyMade {
            // These switches are unstable; this is how a stable compiler accepts them.
            cargo.env("RUSTC_BOOTSTRAP", "1");
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", SMALL_PANIC);
            cargo.args(SMALL_LIBRARY);
        }
        cargo
    }
}

impl fmt::Display for Toolchain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Own => "the Rust that runs this tool",
            Self::ReadyMade => "the Rust that runs this tool and its ready-made library",
            Self::Debian => "Debian's Rust for the web",
        })
    }
}

/// Debian's cargo, with nothing in its environment of the toolchain that runs this tool.
fn debian_cargo() -> Command {
    let mut cargo = shell::program("/usr/bin/cargo");
    for name in ["CARGO", "RUSTDOC", "RUSTUP_TOOLCHAIN", "RUSTUP_HOME", "RUSTC_WRAPPER"] {
        cargo.env_remove(name);
    }
    cargo.env("RUSTC", "/usr/bin/rustc");
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22");
    cargo
}

/// Sees to it that the widget can be compiled, and says with what.
pub fn wasm_target(asked: Toolchain) -> Result<Toolchain> {
    if asked == Toolchain::Own && library_source() {
        return Ok(Toolchain::Own);
    }
    if asked != Toolchain::Debian && ready_made() {
        println!("without the source of the standard library, the widget gets a quarter larger");
        return Ok(Toolchain::ReadyMade);
    }
    let advice = format!("try `rustup component add rust-src`, or {SWITCH}=debian on a Debian system");
    debian::install(PACKAGES, "they compile the widget to WebAssembly").context(advice)?;
    Ok(Toolchain::Debian)
}

/// Whether the compiler that runs this tool has the source of its standard library, by now.
fn library_source() -> bool {
    let there =
        || folder(&["sysroot"]).is_some_and(|root| root.join("lib/rustlib/src/rust/library").is_dir());
    there()
        || (rustup(&["component", "add", "rust-src"], "the widget's standard library is built small")
            && there())
}

/// Whether the compiler that runs this tool has the target's library, by now.
pub fn ready_made() -> bool {
    // The compiler names a folder for it either way.
    let there = || folder(&["target-libdir", "--target", TARGET]).is_some_and(|folder| folder.is_dir());
    there() || (rustup(&["target", "add", TARGET], "the widget is WebAssembly") && there())
}

fn rustup(arguments: &[&str], why: &str) -> bool {
    if on_path("rustup").is_none() {
        return false;
    }
    say(&format!("{} through rustup", arguments.last().unwrap_or(&"")), why);
    shell::run(shell::program("rustup").args(arguments)).is_ok()
}

/// A folder that the compiler tells of.
fn folder(print: &[&str]) -> Option<PathBuf> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let folder = shell::output(shell::program(rustc).arg("--print").args(print)).ok()?;
    Some(PathBuf::from(folder.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_chooses_the_route() {
        assert_eq!(Toolchain::asked_for(Some("debian")).unwrap(), Toolchain::Debian);
        assert_eq!(Toolchain::asked_for(Some("own")).unwrap(), Toolchain::Own);
        assert!(Toolchain::asked_for(Some("gentoo")).is_err());
    }

    #[test]
    fn only_the_ready_made_library_is_not_built() {
        let builds =
            |toolchain: Toolchain| toolchain.cargo_build().get_args().any(|word| word == SMALL_LIBRARY[1]);
        assert!(builds(Toolchain::Own) && builds(Toolchain::Debian) && !builds(Toolchain::ReadyMade));
    }

    #[test]
    fn debian_links_with_its_own_linker() {
        let cargo = Toolchain::Debian.cargo_build();
        assert_eq!(cargo.get_program(), "/usr/bin/cargo");
        assert!(cargo.get_envs().any(|(_, value)| value.is_some_and(|value| value == "wasm-ld-22")));
    }
}
