// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo xtask`: the developer's one tool.
//!
//! Every command is a module of its own; `house` knows where things lie, `shell` runs other
//! programs, `provision` sees to it that what a command needs is there.

mod assets;
mod bench;
mod build;
mod css;
mod demo;
mod fresh;
mod house;
mod openapi;
mod provision;
mod run;
mod shell;
mod test;
mod wasm;
mod weigh;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

const HELP: &str = "\
cargo xtask <command>

  run [--port 8400]      build what is missing and serve the whole product with a demo municipality
  test [--only STEP]...  every check, in order; --only runs the named steps (--list names them)
  build [--force]        the widget as a municipality's site gets it, in dist/, with its weight
  bench NAME             a benchmark of bench/
  openapi                write api/openapi.json anew from the server's own code

  --toolchain own|ready-made|debian
                         which Rust compiles the widget; SAMENSPRAAK_TOOLCHAIN does the same
";

/// What the command line asks for, before a command looks at it.
#[derive(Default)]
struct Arguments {
    command: Option<String>,
    names: Vec<String>,
    only: Vec<String>,
    port: Option<u16>,
    toolchain: Option<String>,
    force: bool,
    list: bool,
    help: bool,
}

fn main() -> ExitCode {
    match parse().and_then(|arguments| dispatch(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn parse() -> Result<Arguments> {
    let mut arguments = Arguments::default();
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("only") => arguments.only.push(parser.value()?.string()?),
            Long("port") => arguments.port = Some(parser.value()?.parse()?),
            Long("toolchain") => arguments.toolchain = Some(parser.value()?.string()?),
            Long("force") => arguments.force = true,
            Long("list") => arguments.list = true,
            Long("help") | Short('h') => arguments.help = true,
            Value(name) if arguments.command.is_none() => arguments.command = Some(name.string()?),
            Value(name) => arguments.names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(arguments)
}

fn dispatch(arguments: &Arguments) -> Result<()> {
    let command = arguments.command.as_deref().unwrap_or("help");
    if arguments.help || command == "help" {
        println!("{HELP}");
        return Ok(());
    }
    let toolchain = provision::Toolchain::asked_for(arguments.toolchain.as_deref())?;
    match (command, arguments.names.as_slice()) {
        ("build", []) => build::build(toolchain, arguments.force),
        ("run", []) => run::run(toolchain, arguments.port.unwrap_or(run::DEFAULT_PORT)),
        ("test", []) if arguments.list => {
            test::list();
            Ok(())
        }
        ("test", []) => test::test(toolchain, &arguments.only),
        ("bench", [name]) => bench::bench(toolchain, name),
        ("openapi", []) => openapi::write(),
        (_, []) => bail!("there is no command named {command}; `cargo xtask help` lists them"),
        (_, names) => bail!("{command} does not understand {}", names.join(" ")),
    }
}
