// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Packages of Debian and its relatives.

use anyhow::{Result, bail};

use super::{APT, alone_with, on_path, say};
use crate::shell;

/// Installs what is missing of the packages.
///
/// # Errors
/// With what to type when this is not Debian, when it needs rights that this account does not have,
/// or when apt fails.
pub fn install(packages: &[&str], why: &str) -> Result<()> {
    let _alone = alone_with(&APT);
    let missing: Vec<_> = packages.iter().copied().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let Some(apt) = on_path("apt-get") else {
        bail!(
            "this needs {list} ({why}), and this is not a Debian system; install them in your system's way"
        );
    };
    say(&format!("{list} from Debian"), why);
    let root = shell::output(shell::program("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let words: Vec<std::ffi::OsString> =
        if root { vec![apt.into()] } else { vec!["sudo".into(), apt.into()] };
    let apt = |arguments: &[&str]| {
        let mut command = shell::program(&words[0]);
        command.args(&words[1..]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        shell::run(&mut command)
    };
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(&missing);
    // A fresh machine has no list of packages, or an old one: then the list comes first.
    if apt(&arguments).is_ok() || (apt(&["update"]).is_ok() && apt(&arguments).is_ok()) {
        return Ok(());
    }
    bail!("apt could not install {list} ({why}); try: sudo apt-get install {list}")
}

fn installed(package: &str) -> bool {
    let mut query = shell::program("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    query.output().is_ok_and(|output| output.status.success() && output.stdout == b"installed")
}
