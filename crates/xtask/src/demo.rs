// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The reference backend as a demonstration on loopback, stopped by whoever started it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

use anyhow::{Context, Result, bail};

use crate::{house, shell};

/// How long an answer on loopback may take before something is wrong.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running server with the demonstration municipality. It stops when this value goes.
pub struct Demo {
    server: Child,
    /// `127.0.0.1:8400`
    pub address: String,
}

/// An answer of the server, as far as the tool reads it.
pub struct Answer {
    /// The lines before the body.
    pub head: String,
    /// The body as text.
    pub body: String,
}

/// Compiles the server. Cargo does nothing when nothing changed.
pub fn compile() -> Result<()> {
    println!("building the server");
    shell::run(shell::cargo().args(["build", "--quiet", "--package", "samenspraak-server"]))
}

impl Demo {
    /// Starts the server on a loopback port (0: a free one) and waits until it says where it listens.
    pub fn start(port: u16, database: &Path) -> Result<Self> {
        let folder = database.parent().context("a database lies in a folder")?;
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut command = shell::program(house::server());
        command.arg("--listen").arg(format!("127.0.0.1:{port}"));
        command.arg("--database").arg(format!("sqlite:{}", database.display()));
        command.arg("--demo").arg("--assets").arg(house::dist());
        // A line per request is for operators, not for whoever tries it out or tests it.
        command.env("RUST_LOG", env::var_os("RUST_LOG").unwrap_or_else(|| "warn".into()));
        let mut server = command.stdout(Stdio::piped()).spawn().context("cannot start samenspraak-server")?;
        let mut lines = BufReader::new(server.stdout.take().context("the server has no output")?).lines();
        let said = lines.by_ref().map_while(Result::ok).find_map(|line| listening(&line));
        let Some(address) = said else {
            let status = server.wait()?;
            bail!("the server stopped before it listened ({status}); is port {port} in use?");
        };
        // What else it says is for the developer; a full pipe would stop it.
        thread::spawn(move || lines.map_while(Result::ok).for_each(|line| println!("{line}")));
        Ok(Self { server, address })
    }

    /// The server's process.
    pub fn id(&self) -> u32 {
        self.server.id()
    }

    /// Waits until the server stops by itself.
    pub fn wait(&mut self) -> Result<()> {
        self.server.wait().context("cannot wait for the server")?;
        Ok(())
    }

    /// Asks for a path.
    pub fn get(&self, path: &str) -> Result<Answer> {
        self.request(&format!("GET {path} HTTP/1.0\r\nHost: {}\r\n\r\n", self.address))
    }

    /// Sends JSON to a path.
    pub fn post(&self, path: &str, json: &str) -> Result<Answer> {
        self.request(&format!(
            "POST {path} HTTP/1.0\r\nHost: {}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{json}",
            self.address,
            json.len()
        ))
    }

    fn request(&self, text: &str) -> Result<Answer> {
        let mut stream = TcpStream::connect(&self.address).context("the server does not answer")?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(text.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).context("the server's answer broke off")?;
        let (head, body) = answer.split_once("\r\n\r\n").context("the server's answer has no body")?;
        if !head.lines().next().is_some_and(|line| line.contains(" 20")) {
            bail!("the server answers {}", head.lines().next().unwrap_or_default());
        }
        Ok(Answer { head: head.to_owned(), body: body.to_owned() })
    }
}

impl Answer {
    /// The value of the cookie that the answer sets.
    pub fn cookie(&self) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            let cookie = value.split(';').next()?;
            name.eq_ignore_ascii_case("set-cookie").then(|| cookie.split_once('='))?.map(|(_, value)| value)
        })
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        if matches!(self.server.try_wait(), Ok(None)) {
            terminate(self.server.id());
        }
        if let Err(error) = self.server.wait() {
            eprintln!("the server did not stop: {error}");
        }
    }
}

/// Asks a process to stop in its own time.
pub fn terminate(process: u32) {
    shell::succeeds(shell::program("kill").arg("-TERM").arg(process.to_string()));
}

/// The address in the line with which the server says that it is ready.
fn listening(line: &str) -> Option<String> {
    let (_, address) = line.split_once("http://")?;
    let end = address.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ':').unwrap_or(address.len());
    Some(address[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_read_from_what_the_server_says() {
        assert_eq!(listening("listening on http://127.0.0.1:43211").as_deref(), Some("127.0.0.1:43211"));
        assert_eq!(listening("see http://127.0.0.1:80/ now").as_deref(), Some("127.0.0.1:80"));
        assert_eq!(listening("opening the database"), None);
    }

    #[test]
    fn a_cookie_is_read_without_its_name_and_attributes() {
        let answer = |head: &str| Answer { head: head.to_owned(), body: String::new() };
        let head = "HTTP/1.0 204\r\nset-cookie: session=a1=; Path=/; HttpOnly";
        assert_eq!(answer(head).cookie(), Some("a1="));
        assert_eq!(answer("HTTP/1.0 204\r\nX-Cookie: session=a").cookie(), None);
    }
}
