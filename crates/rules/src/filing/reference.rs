// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The number a person can say on the telephone: `2026-K7M42-QXPA8`.

use chrono::{Datelike, NaiveDate};
use samenspraak_contract::id::FilingId;

/// The digits and letters of Crockford: no I, L, O or U, which sound or look
/// like others.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The letters a group begins with.
const LETTERS: &[u8; 16] = b"ABCDEFGHJKMNPQRS";
/// The bits of one group: a letter of four, and four of five.
const GROUP_BITS: u32 = 24;

/// The reference of a filing: the year it was received, and two groups from the
/// random bits at the end of its id. It tells nothing, and it opens nothing.
///
/// A group begins with a letter, so that no more than four digits ever stand in
/// a row: nine of them could be taken for a citizen service number (D1).
pub fn reference(id: FilingId, received_on: NaiveDate) -> String {
    let bits = id.0.as_u128();
    let (first, last) = (group(bits >> GROUP_BITS), group(bits));
    format!("{}-{first}-{last}", received_on.year())
}

fn group(bits: u128) -> String {
    let at = |place: u32, most: u128| usize::try_from((bits >> place) & most).unwrap_or_default();
    let letter = LETTERS[at(20, 15)];
    let rest = [15, 10, 5, 0].map(|place| ALPHABET[at(place, 31)]);
    std::iter::once(letter).chain(rest).map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::{GROUP_BITS, reference};
    use crate::request::holds_bsn;
    use chrono::NaiveDate;
    use proptest::prelude::*;
    use samenspraak_contract::id::FilingId;
    use uuid::Uuid;

    fn of(id: u128) -> String {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        reference(FilingId(Uuid::from_u128(id)), day)
    }

    #[test]
    fn it_is_the_year_and_two_groups_of_the_last_bits() {
        assert_eq!(of(0), "2026-A0000-A0000");
        assert_eq!(of(31), "2026-A0000-A000Z");
        assert_eq!(of(32), "2026-A0000-A0010");
        assert_eq!(of(1 << GROUP_BITS), "2026-A0001-A0000");
        assert_eq!(of((1 << (2 * GROUP_BITS)) - 1), "2026-SZZZZ-SZZZZ");
        assert_eq!(of(1 << (2 * GROUP_BITS)), "2026-A0000-A0000", "the bits of the time stay out");
    }

    #[test]
    fn no_letter_looks_like_another() {
        let all: String = (0..32).map(|digit| of(digit).pop().expect("a letter")).collect();
        assert!(!all.contains(['I', 'L', 'O', 'U']));
    }

    proptest! {
        #[test]
        fn none_is_taken_for_a_citizen_service_number(id: u128) {
            prop_assert!(!holds_bsn(&of(id)));
        }
    }
}
