// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! When something happened that a device did without a network. Its clock may be
//! wrong: what counts is how long before sending it happened, by that same clock.

use crate::app::App;
use crate::input::header::DeviceTime;
use chrono::{DateTime, TimeDelta, Utc};
use samenspraak_contract::catalogue::Catalogue;
use samenspraak_contract::problem::{InvalidParam, InvalidReason};

/// The moment that a device claims in the member `name`, on the server's clock; now
/// when it claims none. What then lies in the future is taken for now.
///
/// # Errors
/// `too-long-ago` when it was on its way longer than the catalogue allows.
pub fn claimed(
    app: &App,
    catalogue: &Catalogue,
    device: DeviceTime,
    name: &str,
    claim: Option<DateTime<Utc>>,
) -> Result<DateTime<Utc>, InvalidParam> {
    let now = app.now();
    let Some(claim) = claim else { return Ok(now) };
    let longest = TimeDelta::days(catalogue.intake.longest_offline_days.into());
    on_our_clock(now, device, claim).filter(|moment| now - *moment <= longest).ok_or_else(|| InvalidParam {
        name: name.to_owned(),
        reason: InvalidReason::TooLongAgo,
        detail: format!("it was on its way for more than {} days", longest.num_days()),
    })
}

// `None` for a moment that no calendar has.
fn on_our_clock(
    now: DateTime<Utc>,
    DeviceTime(device): DeviceTime,
    claim: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let ahead = now - device.unwrap_or(now);
    Some(claim.checked_add_signed(ahead)?.min(now))
}

#[cfg(test)]
mod tests {
    use super::on_our_clock;
    use crate::input::header::DeviceTime;
    use chrono::{DateTime, TimeDelta, Utc};

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp_millis(1_764_000_000_000).expect("a moment")
    }

    fn sent_at(device: DateTime<Utc>, claim: DateTime<Utc>) -> TimeDelta {
        now() - on_our_clock(now(), DeviceTime(Some(device)), claim).expect("a moment")
    }

    const TWO_HOURS: TimeDelta = TimeDelta::hours(2);

    #[test]
    fn only_the_time_on_its_way_counts_however_wrong_the_clock() {
        for wrong in [
            TimeDelta::zero(),
            TimeDelta::minutes(-7),
            TimeDelta::minutes(7),
            TimeDelta::days(-20_000),
            TimeDelta::days(20_000),
        ] {
            let device = now() + wrong;
            assert_eq!(sent_at(device, device - TWO_HOURS), TWO_HOURS, "a clock that is {wrong} off");
        }
    }

    #[test]
    fn what_lies_in_the_future_is_now() {
        for wrong in [TimeDelta::minutes(-7), TimeDelta::zero(), TimeDelta::days(400)] {
            let device = now() + wrong;
            assert_eq!(sent_at(device, device + TimeDelta::seconds(1)), TimeDelta::zero());
        }
        // A clock that was put back between doing and sending.
        assert_eq!(sent_at(now() - TWO_HOURS, now()), TimeDelta::zero());
    }

    #[test]
    fn a_device_that_does_not_say_what_its_clock_says_has_the_right_one() {
        let claim = now() - TWO_HOURS;
        assert_eq!(on_our_clock(now(), DeviceTime(None), claim), Some(claim));
    }

    #[test]
    fn a_moment_that_no_calendar_has_is_none() {
        let device = DeviceTime(Some(now() - TimeDelta::days(365)));
        assert_eq!(on_our_clock(now(), device, DateTime::<Utc>::MAX_UTC), None);
    }
}
