// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Compact JSON Web Signatures (RFC 7515) with ES256, and nothing else: no
//! other algorithm is ever accepted, whatever the header says.

use crate::jwk::PublicJwk;
use crate::key::SigningKey;
use crate::{decode, encode};
use p256::ecdsa::Signature;
use p256::ecdsa::signature::{Signer, Verifier};
use serde::{Deserialize, Serialize};

/// Longest signed text that is looked at, in bytes.
pub const MAX_COMPACT: usize = 4 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct Header {
    alg: String,
    kid: String,
    typ: String,
}

/// Why a signed text does not prove anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// It is not a compact JWS, or larger than [`MAX_COMPACT`].
    #[error("not a compact JSON Web Signature")]
    Malformed,
    /// It is signed with another algorithm than ES256.
    #[error("not signed with ES256")]
    Algorithm,
    /// None of the keys at hand has its key id.
    #[error("signed with an unknown key")]
    UnknownKey,
    /// The text or the signature was changed.
    #[error("the signature does not fit the text")]
    Signature,
}

/// Signs `payload`. `media_type` says what it is, without `application/`
/// (RFC 7515 §4.1.9). The same payload and key always give the same bytes.
pub fn sign(key: &SigningKey, media_type: &str, payload: &[u8]) -> String {
    let header = Header { alg: "ES256".into(), kid: key.public().kid, typ: media_type.into() };
    let header = serde_json::to_vec(&header).expect("a header is three strings");
    let signed = format!("{}.{}", encode(&header), encode(payload));
    let signature: Signature = key.key().sign(signed.as_bytes());
    format!("{signed}.{}", encode(&signature.to_bytes()))
}

/// The payload of `compact`, when one of `keys` signed exactly that.
pub fn verify(compact: &str, keys: &[PublicJwk]) -> Result<Vec<u8>, VerifyError> {
    if compact.len() > MAX_COMPACT {
        return Err(VerifyError::Malformed);
    }
    let (signed, signature) = compact.rsplit_once('.').ok_or(VerifyError::Malformed)?;
    let (header, payload) = signed.split_once('.').ok_or(VerifyError::Malformed)?;
    let part = |text| decode(text).ok_or(VerifyError::Malformed);
    let header: Header = serde_json::from_slice(&part(header)?).map_err(|_| VerifyError::Malformed)?;
    let (payload, signature) = (part(payload)?, part(signature)?);
    if header.alg != "ES256" {
        return Err(VerifyError::Algorithm);
    }
    let key = keys.iter().find(|key| key.kid == header.kid).and_then(PublicJwk::key);
    let signature = Signature::from_slice(&signature).map_err(|_| VerifyError::Signature)?;
    key.ok_or(VerifyError::UnknownKey)?
        .verify(signed.as_bytes(), &signature)
        .map_err(|_| VerifyError::Signature)?;
    Ok(payload)
}

#[cfg(test)]
mod tests {
    use super::{VerifyError, sign, verify};
    use crate::encode;
    use crate::key::SigningKey;
    use proptest::prelude::*;

    #[test]
    fn the_same_text_and_key_give_the_same_signature() {
        assert_eq!(sign(&key(1), "receipt+json", b"{}"), sign(&key(1), "receipt+json", b"{}"));
    }

    #[test]
    fn another_key_is_unknown_and_a_key_under_a_false_id_does_not_fit() {
        let compact = sign(&key(1), "receipt+json", b"{}");
        let mut other = key(2).public();
        assert_eq!(verify(&compact, &[other.clone()]), Err(VerifyError::UnknownKey));
        other.kid = key(1).public().kid;
        assert_eq!(verify(&compact, &[other]), Err(VerifyError::Signature));
    }

    #[test]
    fn no_other_algorithm_is_accepted() {
        let kid = key(1).public().kid;
        for alg in ["none", "HS256", "es256"] {
            let header = format!(r#"{{"alg":"{alg}","kid":"{kid}","typ":"x"}}"#);
            let compact = format!("{}.{}.", encode(header.as_bytes()), encode(b"{}"));
            assert_eq!(verify(&compact, &[key(1).public()]), Err(VerifyError::Algorithm), "{alg}");
        }
    }

    proptest! {
        #[test]
        fn what_was_signed_comes_back(payload in prop::collection::vec(any::<u8>(), 0..400)) {
            let compact = sign(&key(1), "receipt+json", &payload);
            prop_assert_eq!(verify(&compact, &[key(2).public(), key(1).public()]), Ok(payload));
        }

        #[test]
        fn one_changed_byte_proves_nothing(at in any::<prop::sample::Index>(), to in "[A-Za-z0-9_.-]") {
            let compact = sign(&key(1), "receipt+json", br#"{"receiptId":"1","records":[]}"#);
            let at = at.index(compact.len());
            prop_assume!(compact[at..=at] != to);
            let mut changed = compact.clone();
            changed.replace_range(at..=at, &to);
            prop_assert!(verify(&changed, &[key(1).public()]).is_err(), "{} -> {}", compact, changed);
        }

        #[test]
        fn noise_never_panics(noise in ".{0,200}") {
            prop_assert!(verify(&noise, &[key(1).public()]).is_err());
        }
    }

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_bytes(&[seed; 32]).expect("a valid scalar")
    }
}
