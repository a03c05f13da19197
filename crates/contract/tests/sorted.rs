// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A sorted list is the map, and the set, of the standard library.

use proptest::prelude::*;
use samenspraak_contract::sorted::{SortedMap, SortedSet};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Whatever one does to a map.
#[derive(Clone, Debug)]
enum Act {
    Insert(u8, i32),
    Remove(u8),
    Double(u8),
    KeepAbove(i32),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0..20u8, any::<i32>()).prop_map(|(key, value)| Act::Insert(key, value)),
        2 => (0..20u8).prop_map(Act::Remove),
        1 => (0..20u8).prop_map(Act::Double),
        1 => any::<i32>().prop_map(Act::KeepAbove),
    ]
}

proptest! {
    #[test]
    fn a_sorted_map_is_a_map(acts in prop::collection::vec(act(), 0..60)) {
        let (mut ours, mut known) = (SortedMap::new(), BTreeMap::new());
        for act in acts {
            match act {
                Act::Insert(key, value) => prop_assert_eq!(ours.insert(key, value), known.insert(key, value)),
                Act::Remove(key) => prop_assert_eq!(ours.remove(&key), known.remove(&key)),
                Act::Double(key) => {
                    ours.get_mut(&key).into_iter().for_each(|value| *value = value.wrapping_mul(2));
                    known.get_mut(&key).into_iter().for_each(|value| *value = value.wrapping_mul(2));
                }
                Act::KeepAbove(least) => {
                    ours.retain(|_, value| *value > least);
                    known.retain(|_, value| *value > least);
                }
            }
            prop_assert!(ours.iter().eq(known.iter()));
            prop_assert!(ours.keys().eq(known.keys()) && ours.values().eq(known.values()));
            prop_assert_eq!((ours.len(), ours.is_empty()), (known.len(), known.is_empty()));
            for key in 0..20 {
                prop_assert_eq!(ours.get(&key), known.get(&key));
                prop_assert_eq!(ours.contains_key(&key), known.contains_key(&key));
            }
        }
        prop_assert_eq!(format!("{ours:?}"), format!("{known:?}"));
        prop_assert!(ours.into_iter().eq(known));
    }

    #[test]
    fn a_sorted_set_is_a_set(some in prop::collection::vec(0..12u8, 0..12), other: Vec<u8>) {
        let known: BTreeSet<u8> = some.iter().copied().collect();
        let mut ours = SortedSet::new();
        let mut seen = BTreeSet::new();
        for entry in &some {
            prop_assert_eq!(ours.insert(*entry), seen.insert(*entry));
        }
        prop_assert!(ours.iter().eq(&known));
        let (other, all): (SortedSet<u8>, BTreeSet<u8>) = (other.iter().copied().collect(), other.into_iter().collect());
        prop_assert_eq!(ours.is_subset(&other), known.is_subset(&all));
        prop_assert!((0..12).all(|entry| ours.contains(&entry) == known.contains(&entry)));
        prop_assert_eq!(json!(ours), json!(known));
    }

    #[test]
    fn it_is_on_the_wire_what_a_map_is(entries: BTreeMap<String, bool>) {
        let ours: SortedMap<String, bool> = entries.clone().into_iter().collect();
        prop_assert_eq!(json!(ours), json!(entries));
        prop_assert_eq!(serde_json::from_value::<SortedMap<String, bool>>(json!(entries)).ok(), Some(ours));
    }
}
