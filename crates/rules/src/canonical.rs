// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One way to hash a value: SHA-256 over canonical JSON (RFC 8785).
//!
//! What is hashed here are texts, whole numbers and words, under names in plain letters.
//! Of those `serde_json` writes the canonical form by itself: its objects are in order,
//! and it escapes what has to be and no more. A test holds it to that for any of them. A
//! library for all of JSON weighs 12 kB in a browser, for fractions that do not occur.

use samenspraak_contract::id::Sha256Hex;
use serde_json::Value;
use sha2::{Digest, Sha256};

pub(crate) fn sha256(value: &Value) -> Sha256Hex {
    Sha256Hex(Sha256::digest(canonical(value)).iter().map(|byte| format!("{byte:02x}")).collect())
}

fn canonical(value: &Value) -> Vec<u8> {
    serde_json::to_vec(value).expect("a JSON value can always be written")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    // Any text, also with controls, quotes and signs beyond the first plane.
    fn value() -> impl Strategy<Value = Value> {
        let plain = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            "[\u{0}-\u{7f}]{0,8}".prop_map(Value::from),
        ];
        plain.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map("[a-zA-Z0-9-]{0,6}", inner, 0..6)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_hashed_is_written_canonically(value in value()) {
            let known = serde_json_canonicalizer::to_vec(&value).ok();
            prop_assert_eq!(Some(super::canonical(&value)), known);
        }
    }
}
