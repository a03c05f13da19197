// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The number a person can say on the telephone: `2026-7K4M2-QXPA8`.

use chrono::{Datelike, NaiveDate};
use samenspraak_contract::id::FilingId;

/// The letters and digits of Crockford: no I, L, O or U, which sound or look
/// like others.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many of them stand behind the year: fifty bits.
const LENGTH: usize = 10;

/// The reference of a filing: the year it was received, and ten letters from the
/// random bits at the end of its id. It tells nothing, and it opens nothing.
pub fn reference(id: FilingId, received_on: NaiveDate) -> String {
    let bits = id.0.as_u128();
    let letter = |place: usize| {
        let index = usize::try_from((bits >> (5 * (LENGTH - 1 - place))) & 31).unwrap_or_default();
        char::from(ALPHABET[index])
    };
    let letters: String = (0..LENGTH).map(letter).collect();
    let (first, last) = letters.split_at(LENGTH / 2);
    format!("{}-{first}-{last}", received_on.year())
}

#[cfg(test)]
mod tests {
    use super::reference;
    use chrono::NaiveDate;
    use samenspraak_contract::id::FilingId;
    use uuid::Uuid;

    fn of(id: u128) -> String {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        reference(FilingId(Uuid::from_u128(id)), day)
    }

    #[test]
    fn it_is_the_year_and_ten_letters_of_the_last_fifty_bits() {
        assert_eq!(of(0), "2026-00000-00000");
        assert_eq!(of(31), "2026-00000-0000Z");
        assert_eq!(of(32), "2026-00000-00010");
        assert_eq!(of((1 << 50) - 1), "2026-ZZZZZ-ZZZZZ");
        assert_eq!(of(1 << 50), "2026-00000-00000", "the bits of the time stay out");
    }

    #[test]
    fn no_letter_looks_like_another() {
        let all: String = (0..32).map(|digit| of(digit).pop().expect("a letter")).collect();
        assert!(!all.contains(['I', 'L', 'O', 'U']));
    }
}
