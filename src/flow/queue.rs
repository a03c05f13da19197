// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The queue of the desk: which of the filings are shown, how many there are of
//! each kind, and how many days are left.

use crate::wire::queue::Summary;

/// What the chips tell apart: the three tracks, with objections to processing
/// beside the other requests under the GDPR (J5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// An objection under the GDPR.
    Objection,
    /// An objection to a decision (Awb bezwaar).
    AdministrativeObjection,
    /// A complaint (Awb ch. 9).
    Complaint,
    /// Any other request under the GDPR.
    Request,
}

impl Group {
    /// All of them, in the order of the chips.
    pub const ALL: [Self; 4] =
        [Self::Objection, Self::AdministrativeObjection, Self::Complaint, Self::Request];

    /// The word that chooses its sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Objection => "objection",
            Self::AdministrativeObjection => "administrative-objection",
            Self::Complaint => "complaint",
            Self::Request => "request",
        }
    }

    /// The group of a kind of filing.
    pub fn of(kind: &str) -> Self {
        match kind {
            "objection" => Self::Objection,
            "administrative-objection" => Self::AdministrativeObjection,
            "complaint" => Self::Complaint,
            _ => Self::Request,
        }
    }
}

/// What asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressing {
    /// The day has passed.
    Missed,
    /// At most seven days are left.
    Approaching,
    /// The term stands still.
    Suspended,
}

impl Pressing {
    /// All of them, in the order of the chips.
    pub const ALL: [Self; 3] = [Self::Missed, Self::Approaching, Self::Suspended];

    /// Its code on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Approaching => "approaching",
            Self::Suspended => "suspended",
        }
    }
}

/// What the handler wants to see. It is kept in memory alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this group.
    pub group: Option<Group>,
    /// Only what is pressing in this way.
    pub pressing: Option<Pressing>,
    /// What is searched for.
    pub words: String,
}

/// What a filter lets through, and what each chip would let through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The places of the lines in the queue, in its order.
    pub lines: Vec<usize>,
    /// Lines for each group, under the rest of the filter.
    pub groups: [u32; Group::ALL.len()],
    /// The same for what is pressing.
    pub pressing: [u32; Pressing::ALL.len()],
    /// All lines for every group together, under the rest of the filter.
    pub any_group: u32,
    /// The same for what is pressing or not.
    pub any_pressing: u32,
}

/// Holds a filter against the queue.
pub fn shown(queue: &[Summary], filter: &Filter) -> Shown {
    let wanted = fold(&filter.words);
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    let mut shown = Shown::default();
    for (index, line) in queue.iter().enumerate() {
        if !wanted.iter().all(|word| line.searched.contains(word)) {
            continue;
        }
        let group = Group::of(&line.kind);
        let in_group = filter.group.is_none_or(|wanted| wanted == group);
        let in_pressing = filter.pressing.is_none_or(|wanted| wanted.word() == line.standing);
        if in_pressing {
            shown.any_group += 1;
            shown.groups[group as usize] += 1;
        }
        if in_group {
            shown.any_pressing += 1;
            for pressing in Pressing::ALL {
                shown.pressing[pressing as usize] += u32::from(pressing.word() == line.standing);
            }
        }
        if in_group && in_pressing {
            shown.lines.push(index);
        }
    }
    shown
}

/// How many lines are pressing in a way.
pub fn count(queue: &[Summary], pressing: Pressing) -> u32 {
    queue.iter().filter(|line| line.standing == pressing.word()).count() as u32
}

/// Words as a search compares them: without capitals, and without the marks that
/// people leave out when they are in a hurry.
pub fn fold(words: &str) -> String {
    words.chars().flat_map(char::to_lowercase).map(bare).collect()
}

fn bare(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ğ' => 'g',
        'ñ' => 'n',
        'ş' | 'š' => 's',
        'ž' => 'z',
        other => other,
    }
}

/// Days from one day to another (`2026-11-22`); negative when it lies before.
pub fn days_between(from: &str, to: &str) -> Option<i32> {
    Some(day_number(to)? - day_number(from)?)
}

// Days since 1 March of the year 0, counted in years that begin in March: so the
// leap day comes last.
fn day_number(day: &str) -> Option<i32> {
    let mut parts = day.split('-').map(|part| part.parse::<i32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(kind: &str, standing: &str, words: &str) -> Summary {
        Summary { kind: kind.into(), standing: standing.into(), searched: fold(words), ..Summary::default() }
    }

    fn queue() -> Vec<Summary> {
        vec![
            line("objection", "missed", "2026-K7M42-QXPA8 Huisarts Noor de Wit"),
            line("complaint", "approaching", "2026-1111-22222 Intakegesprek Mehmet Yılmaz"),
            line("objection", "approaching", "2026-3333-44444 Wijkteam José Núñez"),
            line("erasure", "on-time", "2026-5555-66666 Verslag Noor de Wit"),
            line("administrative-objection", "suspended", "2026-7777-88888 Besluit Ria Bakker"),
        ]
    }

    fn lines(filter: &Filter) -> Vec<usize> {
        shown(&queue(), filter).lines
    }

    #[test]
    fn without_a_filter_everything_is_shown_in_its_order() {
        let shown = shown(&queue(), &Filter::default());
        assert_eq!(shown.lines, [0, 1, 2, 3, 4]);
        assert_eq!(shown.groups, [2, 1, 1, 1]);
        assert_eq!(shown.pressing, [1, 2, 1]);
        assert_eq!((shown.any_group, shown.any_pressing), (5, 5));
    }

    #[test]
    fn every_kind_of_the_contract_has_a_group() {
        use samenspraak_contract::filing::FilingKind;
        let groups = FilingKind::ALL.map(|kind| {
            let word = serde_json::to_value(kind).expect("a kind is a word");
            Group::of(word.as_str().unwrap_or_default())
        });
        use Group::{AdministrativeObjection, Complaint, Objection, Request};
        let expected =
            [Request, Request, Request, Request, Request, Objection, AdministrativeObjection, Complaint];
        assert_eq!(groups, expected);
    }

    #[test]
    fn what_is_pressing_goes_by_the_words_of_the_contract() {
        use samenspraak_contract::filing::DeadlineStanding;
        let words = [DeadlineStanding::Missed, DeadlineStanding::Approaching, DeadlineStanding::Suspended];
        let words = words.map(|word| serde_json::to_value(word).expect("a word"));
        assert_eq!(
            words.map(|word| word.as_str().map(str::to_owned)),
            Pressing::ALL.map(|it| Some(it.word().into()))
        );
    }

    #[test]
    fn a_chip_says_exactly_how_many_lines_it_shows() {
        let words = "de wit";
        for group in Group::ALL {
            for pressing in Pressing::ALL {
                let only = |group, pressing| Filter { group, pressing, words: words.into() };
                let with_group = shown(&queue(), &only(Some(group), None));
                let with_both = lines(&only(Some(group), Some(pressing)));
                assert_eq!(with_group.pressing[pressing as usize] as usize, with_both.len());
                let with_pressing = shown(&queue(), &only(None, Some(pressing)));
                assert_eq!(with_pressing.groups[group as usize] as usize, with_both.len());
            }
        }
    }

    #[test]
    fn a_search_finds_numbers_topics_and_names_however_they_are_typed() {
        let find = |words: &str| lines(&Filter { words: words.into(), ..Filter::default() });
        assert_eq!(find("noor"), [0, 3]);
        assert_eq!(find("NOOR verslag"), [3]);
        assert_eq!(find("k7m4"), [0]);
        assert_eq!(find("jose nunez"), [2]);
        assert_eq!(find("  "), [0, 1, 2, 3, 4]);
        assert!(find("niemand").is_empty());
    }

    #[test]
    fn the_headline_counts_what_is_pressing() {
        assert_eq!(count(&queue(), Pressing::Missed), 1);
        assert_eq!(count(&queue(), Pressing::Approaching), 2);
    }

    #[test]
    fn days_are_counted_over_months_years_and_leap_days() {
        let days = |from, to| days_between(from, to).expect("both are days");
        assert_eq!(days("2026-11-22", "2026-11-22"), 0);
        assert_eq!(days("2026-11-22", "2026-11-27"), 5);
        assert_eq!(days("2026-11-22", "2026-11-19"), -3);
        assert_eq!(days("2026-12-31", "2027-01-01"), 1);
        assert_eq!(days("2028-02-28", "2028-03-01"), 2);
        assert_eq!(days("2026-02-28", "2026-03-01"), 1);
        assert_eq!(days("2026-01-01", "2027-01-01"), 365);
        assert_eq!(days("2100-02-28", "2100-03-01"), 1, "1900, 2100: no leap years");
        assert_eq!(days_between("2026-11", "2026-11-22"), None);
    }
}
