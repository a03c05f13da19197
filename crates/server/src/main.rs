// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The reference backend as a program.

use clap::{Args, Parser, Subcommand};
use samenspraak_server::app::{App, Parts};
use samenspraak_server::catalogue;
use samenspraak_server::limit::Limit;
use samenspraak_server::session::Sessions;
use samenspraak_server::system::{ShiftedClock, SystemRandomness, kept_signing_key, new_signing_key};
use samenspraak_server::{demo, openapi, router};
use samenspraak_storage::ids::Ids;
use samenspraak_storage::memory::MemoryStore;
use samenspraak_storage::store::Store;
use samenspraak_storage_sqlite::SqliteStore;
use std::error::Error;
use std::io::{IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The reference backend of the Samenspraak contract.
#[derive(Parser)]
#[command(name = "samenspraak-server", version)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

#[derive(Subcommand)]
enum Command {
    /// Prints the contract as a document (OpenAPI 3.1), as api/openapi.json holds it.
    Openapi,
}

#[derive(Args)]
struct Serve {
    /// Where to listen; port 0 takes a free one and says which.
    #[arg(long, default_value = "127.0.0.1:8400")]
    listen: SocketAddr,
    /// Where to keep everything: `sqlite:PATH`, or `memory` to forget it at the end.
    #[arg(long, default_value = "memory", value_parser = database)]
    database: Database,
    /// Lets anybody sign in as a fictional person, and fills an empty database with their cases.
    #[arg(long)]
    demo: bool,
    /// The directory with the widget and its page.
    #[arg(long)]
    assets: Option<PathBuf>,
    /// Days that the clock of a demonstration is ahead.
    #[arg(long, hide = true, default_value_t = 0, requires = "demo", allow_negative_numbers = true)]
    clock_offset_days: i16,
}

#[derive(Clone)]
enum Database {
    Memory,
    Sqlite(PathBuf),
}

fn database(text: &str) -> std::result::Result<Database, String> {
    match text.strip_prefix("sqlite:") {
        Some(path) if !path.is_empty() => Ok(Database::Sqlite(path.into())),
        None if text == "memory" => Ok(Database::Memory),
        _ => Err("write sqlite:PATH, or memory".to_owned()),
    }
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Some(Command::Openapi) => print(&openapi::text()),
        None => serve(&cli.serve),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn print(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

/// Set on a machine where real people are asked: a demonstration does not start there.
const PRODUCTION: &str = "SAMENSPRAAK_PRODUCTION";

#[tokio::main]
async fn serve(options: &Serve) -> Result<()> {
    log();
    if options.demo && std::env::var_os(PRODUCTION).is_some() {
        return Err(format!("--demo lets anybody in, and {PRODUCTION} is set: choose one").into());
    }
    let app = assemble(options).await?;
    if !options.demo {
        tracing::warn!("nobody can sign in: this version knows the people of the demonstration only");
    }
    if options.demo {
        demo::seed(&app)
            .await
            .map_err(|failure| format!("the cases cannot be asked: {:?}", failure.problem()))?;
    }
    let listener = TcpListener::bind(options.listen).await?;
    print(&format!("listening on http://{}\n", listener.local_addr()?))?;
    axum::serve(listener, router::router(&app, options.assets.as_deref()))
        .with_graceful_shutdown(asked_to_stop()?)
        .await?;
    Ok(())
}

async fn assemble(options: &Serve) -> Result<App> {
    let randomness = Arc::new(SystemRandomness);
    let clock = Arc::new(ShiftedClock { days: options.clock_offset_days });
    let (store, signing_key): (Arc<dyn Store>, _) = match &options.database {
        Database::Memory => (Arc::new(MemoryStore::default()), new_signing_key(&*randomness)),
        Database::Sqlite(path) => {
            let key = kept_signing_key(&path.with_extension("signing-key.pem"), &*randomness)?;
            (Arc::new(SqliteStore::open(path).await?), key)
        }
    };
    let catalogue::Demonstration { catalogues, people, cases, clients, past, filings, figures } =
        catalogue::embedded()?;
    Ok(App::new(Parts {
        store,
        ids: Ids::new(clock, randomness.clone()),
        randomness,
        catalogues,
        sessions: Sessions::default(),
        without_session: Limit::default(),
        signing_key,
        demo: options.demo.then_some(demo::Demo { people, cases, clients, past, filings, figures }),
    }))
}

// To stderr: stdout says one thing only, where the server listens.
fn log() {
    let level = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(level).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() { log.compact().init() } else { log.json().init() }
}

fn asked_to_stop() -> Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping: what is under way is finished first");
    })
}
