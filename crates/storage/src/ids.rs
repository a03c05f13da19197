// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! New ids: UUID version 7, so that they sort by the time they were made.

use crate::clock::Clock;
use chrono::{DateTime, Utc};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// A source of random bytes.
pub trait Randomness: Send + Sync {
    /// Fills the whole of `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// Makes ids that never come twice and always rise, also within a millisecond.
pub struct Ids {
    clock: Arc<dyn Clock>,
    randomness: Arc<dyn Randomness>,
    // Milliseconds and the number of ids made in them: RFC 9562 §6.2 method 1.
    last: Mutex<(u64, u16)>,
}

/// A version 7 UUID has 12 bits beside the time for counting.
const MOST_PER_MILLISECOND: u16 = 1 << 12;

impl Ids {
    /// Makes ids from this clock and this randomness.
    pub fn new(clock: Arc<dyn Clock>, randomness: Arc<dyn Randomness>) -> Self {
        Self { clock, randomness, last: Mutex::new((0, 0)) }
    }

    /// The time of the clock behind the ids.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The next id.
    pub fn next(&self) -> Uuid {
        let (millis, count) = self.tick();
        let mut bytes = [0; 10];
        self.randomness.fill(&mut bytes);
        [bytes[0], bytes[1]] = count.to_be_bytes();
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }

    fn tick(&self) -> (u64, u16) {
        let now = u64::try_from(self.clock.now().timestamp_millis()).unwrap_or_default();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        *last = match *last {
            (millis, _) if now > millis => (now, 0),
            (millis, count) if count + 1 < MOST_PER_MILLISECOND => (millis, count + 1),
            (millis, _) => (millis + 1, 0),
        };
        *last
    }
}

#[cfg(test)]
mod tests {
    use super::{Ids, MOST_PER_MILLISECOND, Randomness};
    use crate::clock::Clock;
    use chrono::{DateTime, Utc};
    use std::sync::Arc;

    struct Stopped;
    impl Clock for Stopped {
        fn now(&self) -> DateTime<Utc> {
            DateTime::from_timestamp_millis(1_764_000_000_000).unwrap_or_default()
        }
    }
    struct Zeroes;
    impl Randomness for Zeroes {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(0);
        }
    }

    #[test]
    fn ids_rise_while_the_clock_stands_still() {
        let ids = Ids::new(Arc::new(Stopped), Arc::new(Zeroes));
        let many: Vec<_> = (0..usize::from(MOST_PER_MILLISECOND) * 2 + 1).map(|_| ids.next()).collect();
        assert!(many.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(many.iter().all(|id| id.get_version_num() == 7));
        let first = many[0].as_bytes();
        assert_eq!(first[..6], 1_764_000_000_000_u64.to_be_bytes()[2..], "it begins with the time");
    }
}
