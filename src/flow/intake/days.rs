// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Days after a day, as the contract counts them (`2026-11-22`).

/// The same day so many months later; the last day of a shorter month.
pub fn after_months(day: &str, months: u32) -> String {
    let Some((year, month, date)) = parts(day) else { return day.to_owned() };
    let all = year * 12 + (month - 1) + months;
    let (year, month) = (all / 12, all % 12 + 1);
    written(year, month, date.min(length(year, month)))
}

/// So many days later.
pub fn after_days(day: &str, days: u32) -> String {
    let Some((mut year, mut month, date)) = parts(day) else { return day.to_owned() };
    let mut date = date + days;
    while date > length(year, month) {
        date -= length(year, month);
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    written(year, month, date)
}

fn parts(day: &str) -> Option<(u32, u32, u32)> {
    let mut parts = day.split('-').map(|part| part.parse().ok());
    let (year, month, date): (u32, u32, u32) = (parts.next()??, parts.next()??, parts.next()??);
    ((1..=12).contains(&month) && date > 0).then_some((year, month, date))
}

fn length(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn written(year: u32, month: u32, date: u32) -> String {
    let two =
        |number: u32| if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() };
    [&*year.to_string(), "-", &two(month), "-", &two(date)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::queue::days_between;

    #[test]
    fn months_end_on_the_same_day_or_the_last_of_the_month() {
        assert_eq!(after_months("2026-11-22", 6), "2027-05-22");
        assert_eq!(after_months("2026-11-30", 3), "2027-02-28");
        assert_eq!(after_months("2027-11-30", 3), "2028-02-29");
        assert_eq!(after_months("2026-12-31", 12), "2027-12-31");
        assert_eq!(after_months("no day", 12), "no day");
    }

    #[test]
    fn days_after_are_as_many_as_the_days_between() {
        for start in ["2026-11-22", "2027-12-31", "2028-02-28", "2100-02-28"] {
            for days in 0..800 {
                let after = after_days(start, days);
                assert_eq!(days_between(start, &after), Some(days as i32), "{start} and {days}");
            }
        }
    }
}
