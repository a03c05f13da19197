// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Proof that stands without trusting the municipality.
//!
//! It knows nothing of consent, storage or the network, so that the browser
//! runs the very same code that the server signed with.
//!
//! | module | what it holds |
//! |---|---|
//! | [`jwk`] | public keys as JSON Web Keys (RFC 7517) with their thumbprint (RFC 7638) |
//! | [`jws`] | signing and verifying a compact JSON Web Signature (RFC 7515), ES256 only |
//! | [`key`] | the private key: made, kept as PEM, read back |

pub mod jwk;
pub mod jws;
pub mod key;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn decode(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}
