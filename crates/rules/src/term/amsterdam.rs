// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which day it is in the Netherlands. On a server the time zone database says so. In
//! the browser that database would weigh more than all rules together: there the
//! directive on summer time does, which is the same from 1996 on.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// The date in Europe/Amsterdam. A day of law is a day on the clock of the
/// person who files: half past eleven at night still belongs to it.
pub fn local_date(instant: DateTime<Utc>) -> NaiveDate {
    let utc = instant.naive_utc();
    utc.checked_add_signed(offset(instant)).unwrap_or(utc).date()
}

#[cfg(not(target_arch = "wasm32"))]
fn offset(instant: DateTime<Utc>) -> TimeDelta {
    use chrono::{Offset, TimeZone};
    let offset = chrono_tz::Europe::Amsterdam.offset_from_utc_datetime(&instant.naive_utc()).fix();
    TimeDelta::seconds(offset.local_minus_utc().into())
}

#[cfg(target_arch = "wasm32")]
fn offset(instant: DateTime<Utc>) -> TimeDelta {
    by_directive(instant)
}

// Directive 2000/84/EC: summer time begins and ends at 01:00 UTC on the last Sunday of
// March and of October.
#[cfg(any(test, target_arch = "wasm32"))]
fn by_directive(instant: DateTime<Utc>) -> TimeDelta {
    use chrono::Datelike;
    let changes = |month| {
        let last = NaiveDate::from_ymd_opt(instant.year(), month, 31)?;
        let sunday = last - TimeDelta::days(last.weekday().num_days_from_sunday().into());
        Some(sunday.and_hms_opt(1, 0, 0)?.and_utc())
    };
    let summer = changes(3).zip(changes(10)).is_some_and(|(from, to)| (from..to).contains(&instant));
    TimeDelta::hours(if summer { 2 } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_and_the_server_live_on_the_same_day() {
        let first: DateTime<Utc> = "1996-01-01T00:00:00Z".parse().expect("an instant");
        for half_hours in 0..(104 * 366 * 48) {
            let instant = first + TimeDelta::minutes(30 * half_hours);
            assert_eq!(by_directive(instant), offset(instant), "{instant}");
        }
    }
}
