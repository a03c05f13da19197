// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The private key that receipts are signed with.

use crate::jwk::PublicJwk;
use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey, LineEnding};
use std::fmt;

/// A private key on P-256. It is never printed.
#[derive(Clone)]
pub struct SigningKey(p256::ecdsa::SigningKey);

/// The bytes or the text do not hold a private key on P-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a private key on the curve P-256 (PKCS #8, PEM)")]
pub struct NotAKey;

impl SigningKey {
    /// A key from 32 bytes of a cryptographic random source. Fails for the one
    /// value in 2^32 or so that is no scalar of the curve: draw again then.
    pub fn from_bytes(random: &[u8; 32]) -> Result<Self, NotAKey> {
        p256::ecdsa::SigningKey::from_slice(random).map(Self).map_err(|_| NotAKey)
    }

    /// A key from its PEM file.
    pub fn from_pem(pem: &str) -> Result<Self, NotAKey> {
        p256::ecdsa::SigningKey::from_pkcs8_pem(pem).map(Self).map_err(|_| NotAKey)
    }

    /// The text to keep, readable for the server alone.
    pub fn to_pem(&self) -> String {
        p256::SecretKey::from(self.0.as_nonzero_scalar())
            .to_pkcs8_pem(LineEnding::LF)
            .expect("a key on P-256 always has a PKCS #8 form")
            .to_string()
    }

    /// The public half.
    pub fn public(&self) -> PublicJwk {
        PublicJwk::of(self.0.verifying_key())
    }

    pub(crate) fn key(&self) -> &p256::ecdsa::SigningKey {
        &self.0
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").field("kid", &self.public().kid).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::SigningKey;
    use crate::jws::{sign, verify};

    #[test]
    fn a_kept_key_signs_what_the_old_public_key_verifies() {
        let made = SigningKey::from_bytes(&[7; 32]).expect("a valid scalar");
        let kept = SigningKey::from_pem(&made.to_pem()).expect("just written");
        let compact = sign(&kept, "receipt+json", b"{}");
        assert_eq!(verify(&compact, &[made.public()]), Ok(b"{}".to_vec()));
    }

    #[test]
    fn what_is_no_key_is_refused_and_a_key_is_never_printed() {
        assert!(SigningKey::from_bytes(&[0; 32]).is_err());
        assert!(SigningKey::from_bytes(&[0xff; 32]).is_err());
        assert!(SigningKey::from_pem("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----").is_err());
        let key = SigningKey::from_bytes(&[7; 32]).expect("a valid scalar");
        let secret = "0707070707070707";
        assert!(!format!("{key:?}").contains(secret), "Debug shows the id only");
    }
}
