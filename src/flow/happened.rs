// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the time line asks for, and what one line of it says.

use crate::wire::disclosure::Disclosure;
use crate::wire::party::Law;

/// Which kind of lines is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Everything that happened to the data.
    #[default]
    All,
    /// Shared or viewed with consent.
    WithConsent,
    /// Shared or viewed on another ground.
    WithoutConsent,
    /// Asked for and not shared (H10).
    NotShared,
    /// Who looked at the consents and filings themselves.
    Consultations,
}

impl Kind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::All, Self::WithConsent, Self::WithoutConsent, Self::NotShared, Self::Consultations];

    /// As it stands on the wire, and as it chooses its sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::WithConsent => "with-consent",
            Self::WithoutConsent => "without-consent",
            Self::NotShared => "not-shared",
            Self::Consultations => "consultations",
        }
    }
}

/// Which lines are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of which kind.
    pub kind: Kind,
    /// Of which party, by its id; empty for all.
    pub party: String,
    /// From this day on (`2026-11-22`); empty for always.
    pub from: String,
    /// Up to and including this day; empty for always.
    pub until: String,
}

impl Filter {
    /// Where to ask for a page of these lines.
    pub fn path(&self, cursor: Option<&str>) -> String {
        let disclosures = self.kind != Kind::Consultations;
        let kind = if disclosures && self.kind != Kind::All { self.kind.word() } else { "" };
        let mut path = (if disclosures { "disclosures" } else { "consultations" }).to_owned();
        let mut sign = '?';
        for (name, value) in [
            ("kind", kind),
            ("partyId", if disclosures { &self.party } else { "" }),
            ("from", if disclosures { &self.from } else { "" }),
            ("until", if disclosures { &self.until } else { "" }),
            ("cursor", cursor.unwrap_or_default()),
        ] {
            if !value.is_empty() {
                path.push(sign);
                path.push_str(name);
                path.push('=');
                path.push_str(value);
                sign = '&';
            }
        }
        path
    }

    /// Whether everything is shown.
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the last day comes before the first one.
    pub fn ends_before_it_begins(&self) -> bool {
        !self.until.is_empty() && self.until < self.from
    }
}

/// What a line says first, as it chooses its sentence: who gave, told, looked or
/// kept it. What this version does not know has a sentence without a verb.
pub fn said(line: &Disclosure) -> &'static str {
    match (&*line.action, &*line.channel) {
        ("shared", "oral") => "told",
        ("shared", _) => "shared",
        ("viewed", _) if line.sender.id == line.recipient.id => "viewed-own",
        ("viewed", _) => "viewed",
        ("not-shared", _) => "not-shared",
        _ => "other",
    }
}

/// Why it was allowed, as far as a person must know at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// With a consent that covers it.
    Consent,
    /// On consent, but no consent covers it.
    Uncovered,
    /// The law obliges.
    Duty,
    /// A task of the municipality itself.
    Task,
    /// Without consent, on another ground.
    Without,
    /// It was not shared.
    NotShared,
}

impl Standing {
    /// The word that chooses its sentences and its colour.
    pub fn word(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Uncovered => "uncovered",
            Self::Duty => "duty",
            Self::Task => "task",
            Self::Without => "without",
            Self::NotShared => "not-shared",
        }
    }
}

/// How a line stands. What was kept from the person for a while is never called
/// a duty or a task: that would hide that it was without consent (H6).
pub fn standing_of(line: &Disclosure) -> Standing {
    let by_the_municipality = matches!(&*line.recipient_kind, "municipal-unit" | "care-provider");
    match (&*line.action, &*line.ground_code) {
        ("not-shared", _) => Standing::NotShared,
        (_, "consent") if line.covered => Standing::Consent,
        (_, "consent") => Standing::Uncovered,
        _ if line.withheld.is_some() => Standing::Without,
        (_, "legal-obligation") => Standing::Duty,
        (_, "public-task") if by_the_municipality => Standing::Task,
        _ => Standing::Without,
    }
}

/// The name of the act alone: `Wmo 2015` of `Wmo 2015, art. 5.2.1`.
pub fn act(law: &Law) -> &str {
    law.name.split(',').next().unwrap_or_default()
}

/// Most data named in the sentence of a line; the others stand behind a press.
const MOST_NAMED: usize = 3;

/// The names that the sentence has room for, and how many more there are.
pub fn named(line: &Disclosure) -> (Vec<String>, usize) {
    let room = if line.data.len() > MOST_NAMED { MOST_NAMED - 1 } else { MOST_NAMED };
    let names: Vec<String> = line.data.iter().take(room).map(|datum| inside(&datum.name)).collect();
    let more = line.data.len() - names.len();
    (names, more)
}

/// A name as it stands inside a sentence: with a small letter, unless it begins
/// with an abbreviation. ASCII is enough, as in [`crate::text::capital`].
pub fn inside(name: &str) -> String {
    let mut name = name.to_owned();
    if name.as_bytes().get(1).is_some_and(|second| second.is_ascii_lowercase() || *second == b' ')
        && let Some(first) = name.get_mut(0..1)
    {
        first.make_ascii_lowercase();
    }
    name
}

/// How near a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// The day it is now.
    Today,
    /// The day before.
    Yesterday,
    /// This year: the year need not be said.
    ThisYear,
    /// Any other day.
    Other,
}

/// How near a day is. All days as `2026-11-22`.
pub fn near(day: &str, today: &str, yesterday: &str) -> Near {
    match day {
        day if day == today => Near::Today,
        day if day == yesterday => Near::Yesterday,
        day if day.get(..4) == today.get(..4) => Near::ThisYear,
        _ => Near::Other,
    }
}

/// The month a day is in: lines of one month stand under one heading.
pub fn month(day: &str) -> &str {
    day.get(..7).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::party::Party;
    use crate::wire::request::Datum;

    fn line(action: &str, ground: &str) -> Disclosure {
        let party = |id: &str| Party { id: id.into(), ..Party::default() };
        Disclosure {
            action: action.into(),
            channel: "digital".into(),
            ground_code: ground.into(),
            sender: party("gp"),
            recipient: party("neighbourhood-team"),
            recipient_kind: "municipal-unit".into(),
            ..Disclosure::default()
        }
    }

    fn with_data(names: &[&str]) -> Disclosure {
        let datum = |name: &&str| Datum { name: (*name).into(), ..Datum::default() };
        Disclosure { data: names.iter().map(datum).collect(), ..Disclosure::default() }
    }

    #[test]
    fn a_page_is_asked_for_with_what_was_chosen_and_nothing_else() {
        assert_eq!(Filter::default().path(None), "disclosures");
        let chosen = Filter {
            kind: Kind::WithConsent,
            party: "gp".into(),
            from: "2026-11-01".into(),
            until: "2026-11-22".into(),
        };
        let path = "disclosures?kind=with-consent&partyId=gp&from=2026-11-01&until=2026-11-22&cursor=x";
        assert_eq!(chosen.path(Some("x")), path);
        let looked = Filter { kind: Kind::Consultations, ..chosen };
        assert_eq!(looked.path(None), "consultations");
        assert_eq!(looked.path(Some("x")), "consultations?cursor=x");
    }

    #[test]
    fn the_kinds_are_those_of_the_contract() {
        use samenspraak_contract::disclosure::DisclosureKind;
        for (ours, theirs) in [
            (Kind::WithConsent, DisclosureKind::WithConsent),
            (Kind::WithoutConsent, DisclosureKind::WithoutConsent),
            (Kind::NotShared, DisclosureKind::NotShared),
        ] {
            assert_eq!(serde_json::to_value(theirs).expect("a word"), ours.word());
        }
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_noticed() {
        let period =
            |from: &str, until: &str| Filter { from: from.into(), until: until.into(), ..Filter::default() };
        assert!(period("2026-11-22", "2026-11-21").ends_before_it_begins());
        for (from, until) in [("2026-11-22", "2026-11-22"), ("2026-11-22", ""), ("", "2026-11-22")] {
            assert!(!period(from, until).ends_before_it_begins());
        }
    }

    #[test]
    fn the_sentence_follows_what_was_done_and_how() {
        assert_eq!(said(&line("shared", "consent")), "shared");
        assert_eq!(said(&Disclosure { channel: "oral".into(), ..line("shared", "consent") }), "told");
        assert_eq!(said(&Disclosure { channel: "paper".into(), ..line("shared", "consent") }), "shared");
        assert_eq!(said(&line("viewed", "consent")), "viewed");
        let own = line("viewed", "public-task");
        assert_eq!(said(&Disclosure { sender: own.recipient.clone(), ..own }), "viewed-own");
        assert_eq!(said(&line("not-shared", "consent")), "not-shared");
        assert_eq!(said(&line("something-new", "consent")), "other");
    }

    #[test]
    fn only_a_consent_that_covers_it_is_called_consent() {
        assert_eq!(standing_of(&line("shared", "consent")), Standing::Uncovered);
        assert_eq!(
            standing_of(&Disclosure { covered: true, ..line("shared", "consent") }),
            Standing::Consent
        );
        assert_eq!(
            standing_of(&Disclosure { covered: true, ..line("shared", "contract") }),
            Standing::Without
        );
    }

    #[test]
    fn without_consent_is_said_unless_it_is_a_duty_or_a_task() {
        assert_eq!(standing_of(&line("shared", "legal-obligation")), Standing::Duty);
        assert_eq!(standing_of(&line("viewed", "public-task")), Standing::Task);
        assert_eq!(standing_of(&line("shared", "vital-interests")), Standing::Without);
        let elsewhere = Disclosure { recipient_kind: "public-body".into(), ..line("shared", "public-task") };
        assert_eq!(standing_of(&elsewhere), Standing::Without);
        assert_eq!(standing_of(&line("not-shared", "legal-obligation")), Standing::NotShared);
    }

    #[test]
    fn what_was_withheld_is_never_called_a_duty() {
        for ground in ["legal-obligation", "public-task", "vital-interests"] {
            let late = Disclosure { withheld: Some("safety-of-others".into()), ..line("shared", ground) };
            assert_eq!(standing_of(&late), Standing::Without);
        }
    }

    #[test]
    fn the_act_is_named_without_its_article() {
        let law = |name: &str| Law { name: name.into(), url: None };
        assert_eq!(act(&law("Wmo 2015, art. 5.2.1")), "Wmo 2015");
        assert_eq!(act(&law("Jeugdwet")), "Jeugdwet");
    }

    #[test]
    fn a_sentence_names_at_most_three_data() {
        let (names, more) = named(&with_data(&["Medicijnen", "Inkomen", "Schulden"]));
        assert_eq!((names.join("+"), more), ("medicijnen+inkomen+schulden".into(), 0));
        let (names, more) = named(&with_data(&["Medicijnen", "Inkomen", "Schulden", "Geloof"]));
        assert_eq!((names.join("+"), more), ("medicijnen+inkomen".into(), 2));
    }

    #[test]
    fn a_name_gets_a_small_letter_inside_a_sentence() {
        assert_eq!(inside("Dat er thuiszorg is"), "dat er thuiszorg is");
        assert_eq!(inside("GGZ"), "GGZ");
        assert_eq!(inside("A letter"), "a letter");
        assert_eq!(inside(""), "");
    }

    #[test]
    fn a_day_is_today_yesterday_this_year_or_another() {
        let near = |day: &str| near(day, "2026-01-01", "2025-12-31");
        assert_eq!(near("2026-01-01"), Near::Today);
        assert_eq!(near("2025-12-31"), Near::Yesterday);
        assert_eq!(near("2026-03-01"), Near::ThisYear);
        assert_eq!(near("2025-12-30"), Near::Other);
        assert_eq!(month("2026-11-22"), "2026-11");
    }
}
