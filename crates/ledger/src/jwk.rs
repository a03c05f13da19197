// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Public keys as anybody can fetch and check them.

use crate::{decode, encode};
use p256::ecdsa::VerifyingKey;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A public key on the curve P-256, for ES256 (RFC 7517, RFC 7518 §6.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicJwk {
    /// Key type: `EC`.
    pub kty: String,
    /// Curve: `P-256`.
    pub crv: String,
    /// Key id: the RFC 7638 thumbprint, so that it follows from the key itself.
    pub kid: String,
    /// Algorithm: `ES256`.
    pub alg: String,
    /// Use: `sig`.
    #[serde(rename = "use")]
    pub key_use: String,
    /// First coordinate, base64url without padding.
    pub x: String,
    /// Second coordinate, base64url without padding.
    pub y: String,
}

impl PublicJwk {
    /// Describes a verifying key.
    pub(crate) fn of(key: &VerifyingKey) -> Self {
        let point = key.to_sec1_point(false);
        let coordinate = |bytes: Option<&p256::FieldBytes>| bytes.map(|b| encode(b)).unwrap_or_default();
        let (x, y) = (coordinate(point.x()), coordinate(point.y()));
        Self {
            kty: "EC".into(),
            crv: "P-256".into(),
            kid: thumbprint(&x, &y),
            alg: "ES256".into(),
            key_use: "sig".into(),
            x,
            y,
        }
    }

    /// The key itself, or nothing when this is not a point on P-256 for ES256.
    pub(crate) fn key(&self) -> Option<VerifyingKey> {
        if (self.kty.as_str(), self.crv.as_str(), self.alg.as_str()) != ("EC", "P-256", "ES256") {
            return None;
        }
        let (x, y) = (decode(&self.x)?, decode(&self.y)?);
        if (x.len(), y.len()) != (32, 32) {
            return None;
        }
        let uncompressed: Vec<u8> = std::iter::once(4).chain(x).chain(y).collect();
        VerifyingKey::from_sec1_bytes(&uncompressed).ok()
    }
}

/// RFC 7638: the hash of the required members in alphabetical order.
fn thumbprint(x: &str, y: &str) -> String {
    let members = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
    encode(&Sha256::digest(members.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::PublicJwk;
    use crate::key::SigningKey;

    #[test]
    fn the_key_id_follows_from_the_key() {
        let (one, other) = (key(1).public(), key(2).public());
        assert_eq!(one.kid, key(1).public().kid);
        assert_ne!(one.kid, other.kid);
        assert_eq!(one.kid.len(), 43, "a SHA-256 in base64url without padding");
    }

    #[test]
    fn it_goes_through_json_and_comes_back_as_the_same_key() {
        let jwk = key(3).public();
        let json = serde_json::to_string(&jwk).expect("plain strings");
        let back: PublicJwk = serde_json::from_str(&json).expect("just written");
        assert_eq!(back.key(), jwk.key());
        assert!(json.contains(r#""use":"sig""#));
    }

    #[test]
    fn a_point_off_the_curve_or_another_algorithm_is_no_key() {
        let good = key(4).public();
        assert!(PublicJwk { y: good.x.clone(), ..good.clone() }.key().is_none());
        assert!(PublicJwk { x: "AA".into(), ..good.clone() }.key().is_none());
        assert!(PublicJwk { alg: "none".into(), ..good }.key().is_none());
    }

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_bytes(&[seed; 32]).expect("a valid scalar")
    }
}
