// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Quarters of a year, of which the figures may be shown once they have ended.

/// The last quarters that have ended, the newest first, as `2026-Q3`; `today` is
/// as `2026-11-22`.
pub fn ended(today: &str, count: usize) -> Vec<String> {
    let year = today.get(..4).and_then(|year| year.parse::<usize>().ok());
    let month = today.get(5..7).and_then(|month| month.parse::<usize>().ok());
    let (Some(year), Some(month)) = (year, month) else { return Vec::new() };
    let running = year * 4 + month.saturating_sub(1) / 3;
    (1..=count.min(running))
        .map(|back| running - back)
        .map(|quarter| [&*(quarter / 4).to_string(), "-Q", &(quarter % 4 + 1).to_string()].concat())
        .collect()
}

/// The year and the number of a quarter.
pub fn parts(quarter: &str) -> (&str, &str) {
    quarter.split_once("-Q").unwrap_or((quarter, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_running_quarter_is_not_among_them() {
        assert_eq!(ended("2026-11-22", 3), ["2026-Q3", "2026-Q2", "2026-Q1"]);
        assert_eq!(ended("2026-10-01", 1), ["2026-Q3"]);
        assert_eq!(ended("2026-09-30", 1), ["2026-Q2"]);
        assert_eq!(ended("2027-01-01", 2), ["2026-Q4", "2026-Q3"]);
        assert!(ended("", 3).is_empty());
    }

    #[test]
    fn a_quarter_falls_apart_in_year_and_number() {
        assert_eq!(parts("2026-Q3"), ("2026", "3"));
        assert_eq!(parts("nonsense"), ("nonsense", ""));
    }
}
