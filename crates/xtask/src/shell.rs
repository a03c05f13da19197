// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Runs other programs, and says in one line which one failed.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::house;

/// A program that will run in the root of the checkout.
pub fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(house::root());
    command
}

/// The cargo that started this tool, or the one on the path.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A tool from the npm packages of the checkout.
pub fn npm_tool(name: &str) -> Command {
    program(house::root().join("node_modules/.bin").join(name))
}

/// Runs the program with its output on the developer's screen.
///
/// # Errors
/// When it cannot start or ends with another code than 0.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start `{}`", line(command)))?;
    if status.success() { Ok(()) } else { bail!("`{}` failed ({status})", line(command)) }
}

/// Runs the program and gives what it wrote to its standard output; what it has to complain goes to
/// the screen.
///
/// # Errors
/// When it cannot start, ends with another code than 0, or writes something that is not UTF-8.
pub fn output(command: &mut Command) -> Result<String> {
    let result = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("could not start `{}`", line(command)))?;
    if !result.status.success() {
        bail!("`{}` failed ({})", line(command), result.status);
    }
    String::from_utf8(result.stdout).with_context(|| format!("`{}` did not write text", line(command)))
}

/// Runs the program beside others: what it writes comes to the screen in one piece, under a title, when
/// it has ended.
///
/// # Errors
/// When it cannot start or ends with another code than 0.
pub fn run_aside(title: &str, command: &mut Command) -> Result<()> {
    let result = command.output().with_context(|| format!("could not start `{}`", line(command)))?;
    let [said, complained] = [&result.stdout, &result.stderr].map(|text| String::from_utf8_lossy(text));
    println!("{title}\n{said}{complained}");
    if result.status.success() { Ok(()) } else { bail!("`{}` failed ({})", line(command), result.status) }
}

/// Whether the program runs and ends well; what it writes is of no interest.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The command as a developer would type it.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command() {
        let error = run(program("sh").args(["-c", "exit 3"])).unwrap_err();
        assert!(error.to_string().contains("`sh -c exit 3` failed"), "{error}");
    }

    #[test]
    fn a_failure_aside_names_the_command_too() {
        assert!(run_aside("nothing", &mut program("true")).is_ok());
        let error = run_aside("nothing", program("sh").args(["-c", "exit 3"])).unwrap_err();
        assert!(error.to_string().contains("`sh -c exit 3` failed"), "{error}");
    }

    #[test]
    fn output_is_what_was_written() {
        assert_eq!(output(program("echo").arg("goed")).unwrap(), "goed\n");
    }

    #[test]
    fn an_unknown_program_is_no_success() {
        assert!(!succeeds(&mut program("no-such-program-anywhere")));
    }
}
