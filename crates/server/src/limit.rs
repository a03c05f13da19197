// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! How often somebody who did not sign in may leave something here.

use chrono::{DateTime, TimeDelta, Utc};
use samenspraak_contract::id::ControllerId;
use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

/// Complaints without a session in one [`WINDOW`], per municipality. Far above
/// what any of them gets; low enough that a script cannot fill the disk.
const MOST: usize = 120;
/// The time that is looked back over.
const WINDOW: TimeDelta = TimeDelta::hours(1);

/// Counts what came in without a session. It knows nobody: whoever comes when
/// it is full waits, or signs in, calls or writes.
#[derive(Default)]
pub struct Limit(Mutex<HashMap<ControllerId, VecDeque<DateTime<Utc>>>>);

impl Limit {
    /// Whether one more fits in; if so, it is counted.
    pub fn takes(&self, controller: &ControllerId, now: DateTime<Utc>) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let moments = all.entry(controller.clone()).or_default();
        while moments.front().is_some_and(|first| now - *first >= WINDOW) {
            moments.pop_front();
        }
        let fits = moments.len() < MOST;
        if fits {
            moments.push_back(now);
        }
        fits
    }
}

#[cfg(test)]
mod tests {
    use super::{Limit, MOST, WINDOW};
    use chrono::DateTime;

    #[test]
    fn what_does_not_fit_fits_again_an_hour_later_and_elsewhere_at_once() {
        let (limit, now) = (Limit::default(), DateTime::from_timestamp(1_790_000_000, 0).expect("a moment"));
        let here = "here".into();
        assert!((0..MOST).all(|_| limit.takes(&here, now)));
        assert!(!limit.takes(&here, now));
        assert!(limit.takes(&"there".into(), now));
        assert!(limit.takes(&here, now + WINDOW));
    }
}
