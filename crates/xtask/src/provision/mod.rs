// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the commands need besides Rust and Node: looked for first, installed through the ordinary
//! package managers when it is missing, and never silently.

mod debian;
mod toolchain;

use std::env;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result, bail};

use crate::{fresh, house, shell};

pub use toolchain::{Toolchain, ready_made, wasm_target};

/// The oldest Node that every npm package of the checkout runs on.
const NODE: u32 = 20;

/// Fetches what the later checks need while the first ones compile. What cannot be had is asked for again
/// by the check that needs it, and that one fails.
pub fn fetch_ahead() {
    let fetched = [npm_packages(), python_tool("reuse").map(drop), chromium().map(drop)];
    for error in fetched.into_iter().filter_map(Result::err) {
        println!("not fetched ahead: {error:#}");
    }
}

/// Each of these programs installs one thing at a time: who comes second finds it there.
static NPM: Mutex<()> = Mutex::new(());
static PIP: Mutex<()> = Mutex::new(());
static APT: Mutex<()> = Mutex::new(());

fn alone_with(installer: &'static Mutex<()>) -> MutexGuard<'static, ()> {
    installer.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The npm packages of `package-lock.json`: style sheets, the optimiser, the test browser's remote
/// control. Installed again when the lock file changed.
pub fn npm_packages() -> Result<()> {
    node()?;
    let wanted = fresh::digest(&house::root(), &["package-lock.json", ".npmrc"])?;
    let stamp = house::root().join("node_modules/.samenspraak-lock");
    let _alone = alone_with(&NPM);
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    say("the npm packages of package-lock.json", "style sheets, wasm-opt and the tools of the tests");
    shell::run(shell::program("npm").args(["ci", "--no-audit", "--no-fund"]))
        .context("npm could not install its packages; is the npm registry reachable from here?")?;
    fs::write(stamp, wanted).context("cannot remember which npm packages are installed")
}

fn node() -> Result<()> {
    let version = shell::output(shell::program("node").arg("--version")).unwrap_or_default();
    match major(&version) {
        Some(major) if major >= NODE => Ok(()),
        Some(_) => bail!("Node {} is too old; install Node {NODE} or newer", version.trim()),
        None => bail!("Node is not there; install Node {NODE} or newer, with npm"),
    }
}

/// `v20.11.1` → 20.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The browser of the end-to-end tests: `CHROMIUM` when it is set, one that is installed, or Debian's.
pub fn chromium() -> Result<PathBuf> {
    if let Some(chosen) = env::var_os("CHROMIUM") {
        let chosen = PathBuf::from(chosen);
        return if chosen.exists() {
            Ok(chosen)
        } else {
            bail!("CHROMIUM says {}, which is not there", chosen.display())
        };
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    if let Some(found) = names.iter().find_map(|name| on_path(name)) {
        return Ok(found);
    }
    debian::install(&["chromium"], "the end-to-end tests drive a real browser")
        .context("install Chromium, or set CHROMIUM to the path of a Chromium or Chrome")?;
    on_path("chromium").context("Debian's chromium is installed but not on the path")
}

/// A tool of `requirements.txt`, from a virtual environment in the target directory.
pub fn python_tool(name: &str) -> Result<PathBuf> {
    const REQUIREMENTS: &str = "crates/xtask/requirements.txt";
    let venv = house::target().join("venv");
    let wanted = fresh::digest(&house::root(), &[REQUIREMENTS])?;
    let stamp = venv.join("requirements.stamp");
    let _alone = alone_with(&PIP);
    if !fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        say("the Python packages of requirements.txt", "they test the interface and check the licences");
        virtual_environment(&venv)?;
        let mut pip = shell::program(venv.join("bin/python"));
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
            REQUIREMENTS,
        ]);
        shell::run(&mut pip)
            .context("pip could not install; is the Python package index reachable from here?")?;
        fs::write(stamp, wanted).context("cannot remember which Python packages are installed")?;
    }
    Ok(venv.join("bin").join(name))
}

fn virtual_environment(venv: &std::path::Path) -> Result<()> {
    let make = || shell::succeeds(shell::program("python3").args(["-m", "venv", "--clear"]).arg(venv));
    if make() {
        return Ok(());
    }
    debian::install(&["python3-venv"], "Python's tools get a virtual environment of their own")
        .context("install Python 3.10 or newer with its module venv")?;
    if make() { Ok(()) } else { bail!("python3 -m venv {} does not work", venv.display()) }
}

/// The program, when the path has it.
fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn say(what: &str, why: &str) {
    println!("installing {what}: {why}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.11.1\n"), Some(20));
        assert_eq!(major("20"), None);
        assert_eq!(major(""), None);
    }

    #[test]
    fn what_is_on_the_path_is_found() {
        assert!(on_path("sh").is_some());
        assert!(on_path("no-such-program-anywhere").is_none());
    }
}
