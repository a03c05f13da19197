// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One way to hash a value: SHA-256 over canonical JSON (RFC 8785).

use samenspraak_contract::id::Sha256Hex;
use serde_json::Value;
use sha2::{Digest, Sha256};

pub(crate) fn sha256(value: &Value) -> Sha256Hex {
    let bytes = serde_json_canonicalizer::to_vec(value).expect("a JSON value always has a canonical form");
    Sha256Hex(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}
