// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Ids of the device: UUID version 7. They are made of the idempotency key, which is
//! random, and the moment; so a replay makes the very same ones.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// The ids of one kind that one entry brings about. Those that stand in its body are
/// chosen once, those of what follows from it are made anew by a replay; so the two
/// are never counted together.
pub struct Ids {
    key: Uuid,
    kind: &'static str,
    millis: u64,
    made: u32,
}

impl Ids {
    /// Ids of one kind for what came under this key at this moment.
    pub fn new(key: Uuid, kind: &'static str, at: DateTime<Utc>) -> Self {
        Self { key, kind, millis: u64::try_from(at.timestamp_millis()).unwrap_or_default(), made: 0 }
    }

    /// The next id; none comes twice, and within one entry they rise.
    pub fn fresh(&mut self) -> Uuid {
        let digest = Sha256::new_with_prefix(self.key)
            .chain_update(self.kind)
            .chain_update(self.made.to_be_bytes())
            .finalize();
        let mut bytes = [0; 10];
        bytes.copy_from_slice(&digest[..10]);
        // Twelve bits that count, so that the order of making is the order of the ids.
        [bytes[0], bytes[1]] = (self.made as u16).to_be_bytes();
        self.made += 1;
        Builder::from_unix_timestamp_millis(self.millis, &bytes).into_uuid()
    }
}
