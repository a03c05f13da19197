// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The random source and the clock of the machine.

use chrono::{DateTime, TimeDelta, Utc};
use samenspraak_ledger::key::SigningKey;
use samenspraak_storage::clock::{Clock, SystemClock};
use samenspraak_storage::ids::Randomness;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// The random source of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&self, bytes: &mut [u8]) {
        // A machine without randomness can neither sign nor let anybody in.
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// The clock of the machine, some whole days ahead or behind: a demonstration
/// can show what next month looks like.
#[derive(Clone, Copy, Debug)]
pub struct ShiftedClock {
    /// Days ahead; negative is behind.
    pub days: i16,
}

impl Clock for ShiftedClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + TimeDelta::days(self.days.into())
    }
}

/// A new key from the random source.
pub fn new_signing_key(randomness: &dyn Randomness) -> SigningKey {
    loop {
        let mut bytes = [0; 32];
        randomness.fill(&mut bytes);
        if let Ok(key) = SigningKey::from_bytes(&bytes) {
            return key;
        }
    }
}

/// The key in this file; a new one, kept there for the owner alone, when there is none.
///
/// # Errors
/// When the file cannot be read or written, or holds something else.
pub fn kept_signing_key(path: &Path, randomness: &dyn Randomness) -> io::Result<SigningKey> {
    match fs::read_to_string(path) {
        Ok(pem) => SigningKey::from_pem(&pem).map_err(io::Error::other),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let key = new_signing_key(randomness);
            // Written beside and moved into place: never half a key.
            let half = path.with_extension("new");
            let mut options = OpenOptions::new();
            let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(&half)?;
            file.write_all(key.to_pem().as_bytes())?;
            file.sync_all()?;
            fs::rename(&half, path)?;
            Ok(key)
        }
        Err(error) => Err(error),
    }
}
