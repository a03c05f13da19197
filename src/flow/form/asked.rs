// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which fields a form has, and what is still missing in them. The server has the
//! last word (`crates/rules/src/filing/check.rs`); this only spares a person the
//! way there and back.

use super::{Blank, Cell, Row, Spot, Typed};
use crate::flow::place::Wanted;
use crate::flow::queue::days_between;

/// A form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A new filing.
    New(Wanted),
    /// What a filing still lacks: an answer to a question, or grounds that follow.
    Answer,
}

/// What is known around a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Today, as `2026-11-22`.
    pub today: String,
    /// Whether it came from a line or a consent: then that says what it is about.
    pub has_origin: bool,
    /// Whether there is somebody to choose whom it is for.
    pub asks_whom: bool,
    /// Whether the server asked why it is late.
    pub asks_why_late: bool,
}

/// What is missing: where, and the code of why.
pub type Missing = (Spot, &'static str);

/// About how long somebody has to object (Awb 6:7). It only decides whether to ask
/// at once why it is late; the server decides whether it is.
const SIX_WEEKS: i32 = 42;

impl Form {
    /// Its fields, in the order in which they stand.
    pub fn blanks(self, around: &Around, typed: &Typed) -> Vec<Blank> {
        let has = |blank: &Blank| match (self, blank) {
            (Self::New(Wanted::Complaint), Blank::Subject) | (Self::Answer, Blank::Subject) => false,
            (_, Blank::Subject) => around.asks_whom,
            (_, Blank::Explanation) => {
                self != Self::New(Wanted::AdministrativeObjection) || typed.get(Blank::Grounds) == "now"
            }
            (Self::New(Wanted::AdministrativeObjection), blank) => match blank {
                Blank::LateReason => is_late(around, typed),
                blank => {
                    matches!(blank, Blank::Name | Blank::Address | Blank::Decision)
                        || matches!(blank, Blank::NotifiedOn | Blank::Grounds)
                }
            },
            (Self::New(Wanted::Complaint), blank) => {
                matches!(blank, Blank::Name | Blank::Telephone | Blank::Email | Blank::Address)
                    || matches!(blank, Blank::Matter | Blank::OccurredOn)
            }
            _ => false,
        };
        Blank::ALL.into_iter().filter(has).collect()
    }

    /// Whether a field may stay empty.
    pub fn is_optional(self, blank: Blank, around: &Around) -> bool {
        match (self, blank) {
            (_, Blank::NotifiedOn | Blank::OccurredOn) => true,
            (Self::New(Wanted::Access | Wanted::Portability | Wanted::Rectification), Blank::Explanation) => {
                true
            }
            (Self::New(wanted), Blank::Explanation) => around.has_origin && is_request(wanted),
            _ => false,
        }
    }

    /// Everything that is missing or cannot be, in the order of the form.
    pub fn missing(self, around: &Around, typed: &Typed) -> Vec<Missing> {
        let mut found: Vec<Missing> = Vec::new();
        if self == Self::New(Wanted::Rectification) {
            rows(typed, &mut found);
        }
        for blank in self.blanks(around, typed) {
            let text = typed.get(blank);
            let is_day = matches!(blank, Blank::NotifiedOn | Blank::OccurredOn);
            let is_way = matches!(blank, Blank::Telephone | Blank::Email)
                || (blank == Blank::Address && self == Self::New(Wanted::Complaint));
            if is_way {
                let ways = [Blank::Telephone, Blank::Email, Blank::Address];
                // Said once, at the first of the three.
                if blank == ways[0] && ways.iter().all(|way| typed.get(*way).is_empty()) {
                    found.push((Spot::At(blank), "missing"));
                }
            } else if text.is_empty() && !self.is_optional(blank, around) {
                let answered = self == Self::Answer && !typed.attached.is_empty();
                if !answered {
                    found.push((Spot::At(blank), "missing"));
                }
            } else if is_day && days_between(&around.today, text).is_some_and(|days| days > 0) {
                found.push((Spot::At(blank), "date-in-future"));
            }
        }
        found
    }
}

fn is_request(wanted: Wanted) -> bool {
    !matches!(wanted, Wanted::AdministrativeObjection | Wanted::Complaint)
}

fn is_late(around: &Around, typed: &Typed) -> bool {
    let since = days_between(typed.get(Blank::NotifiedOn), &around.today);
    around.asks_why_late || since.is_some_and(|days| days > SIX_WEEKS)
}

// Rows that say nothing count only when there is no other.
fn rows(typed: &Typed, found: &mut Vec<Missing>) {
    let empty = Row::default();
    let any = typed.filled_rows().next().is_some();
    let first = typed.rows.first().unwrap_or(&empty);
    let told = if any { typed.filled_rows().collect() } else { vec![first] };
    for row in told {
        for (cell, text) in [(Cell::Wrong, &row.wrong), (Cell::Right, &row.right)] {
            if text.trim().is_empty() {
                found.push((Spot::Row(row.number, cell), "missing"));
            }
        }
        if any && row.wrong.trim() == row.right.trim() {
            found.push((Spot::Row(row.number, Cell::Right), "duplicate"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around() -> Around {
        Around { today: "2026-11-22".into(), ..Around::default() }
    }

    fn typed(texts: &[(Blank, &str)]) -> Typed {
        let mut typed = Typed::default();
        texts.iter().for_each(|(blank, text)| typed.set(*blank, (*text).to_owned()));
        typed
    }

    fn spots(form: Form, around: &Around, typed: &Typed) -> Vec<&'static str> {
        form.missing(around, typed).into_iter().map(|(spot, _)| spot.word()).collect()
    }

    #[test]
    fn an_empty_form_names_everything_at_once() {
        let empty = Typed::default();
        let cases: [(Form, &[&str]); 9] = [
            (Form::New(Wanted::Access), &[]),
            (Form::New(Wanted::Portability), &[]),
            (Form::New(Wanted::Rectification), &["wrong", "right"]),
            (Form::New(Wanted::Erasure), &["explanation"]),
            (Form::New(Wanted::Restriction), &["explanation"]),
            (Form::New(Wanted::Objection), &["explanation"]),
            (Form::New(Wanted::AdministrativeObjection), &["name", "address", "decision", "grounds"]),
            (Form::New(Wanted::Complaint), &["name", "telephone", "matter", "explanation"]),
            (Form::Answer, &["explanation"]),
        ];
        for (form, expected) in cases {
            assert_eq!(spots(form, &around(), &empty), expected, "{form:?}");
        }
    }

    #[test]
    fn a_line_says_what_it_is_about() {
        let known = Around { has_origin: true, ..around() };
        for wanted in [Wanted::Erasure, Wanted::Restriction, Wanted::Objection] {
            assert!(spots(Form::New(wanted), &known, &Typed::default()).is_empty());
        }
        assert!(spots(Form::New(Wanted::Complaint), &known, &Typed::default()).contains(&"explanation"));
    }

    #[test]
    fn an_objection_asks_the_grounds_now_or_later() {
        let form = Form::New(Wanted::AdministrativeObjection);
        let who = [(Blank::Name, "Willem"), (Blank::Address, "Markt 1"), (Blank::Decision, "Minder hulp")];
        let later = typed(&[&who[..], &[(Blank::Grounds, "later")]].concat());
        assert!(spots(form, &around(), &later).is_empty());
        assert!(!form.blanks(&around(), &later).contains(&Blank::Explanation));
        let now = typed(&[&who[..], &[(Blank::Grounds, "now")]].concat());
        assert_eq!(spots(form, &around(), &now), ["explanation"]);
    }

    #[test]
    fn who_is_late_is_asked_why() {
        let form = Form::New(Wanted::AdministrativeObjection);
        let on = |day: &str| typed(&[(Blank::NotifiedOn, day)]);
        assert!(!spots(form, &around(), &on("2026-10-11")).contains(&"late-reason"), "six weeks");
        assert!(spots(form, &around(), &on("2026-10-10")).contains(&"late-reason"));
        let asked = Around { asks_why_late: true, ..around() };
        assert!(spots(form, &asked, &Typed::default()).contains(&"late-reason"));
    }

    #[test]
    fn one_way_to_answer_is_enough() {
        let form = Form::New(Wanted::Complaint);
        for way in [Blank::Telephone, Blank::Email, Blank::Address] {
            let missing = spots(form, &around(), &typed(&[(way, "x")]));
            assert!(!missing.contains(&"telephone") && !missing.contains(&way.word()), "{missing:?}");
        }
    }

    #[test]
    fn a_day_that_has_not_come_is_told() {
        let form = Form::New(Wanted::Complaint);
        let at = |day: &str| form.missing(&around(), &typed(&[(Blank::OccurredOn, day)]));
        let told = (Spot::At(Blank::OccurredOn), "date-in-future");
        assert!(at("2026-11-23").contains(&told) && !at("2026-11-22").contains(&told));
    }

    #[test]
    fn a_correction_names_what_is_wrong_and_what_it_should_be() {
        let form = Form::New(Wanted::Rectification);
        let mut typed = Typed::default();
        for _ in 0..3 {
            typed.add_row();
        }
        typed.set_cell(1, Cell::Wrong, "twee".into());
        assert_eq!(form.missing(&around(), &typed), [(Spot::Row(1, Cell::Right), "missing")]);
        typed.set_cell(1, Cell::Right, " twee ".into());
        assert_eq!(form.missing(&around(), &typed), [(Spot::Row(1, Cell::Right), "duplicate")]);
        typed.set_cell(1, Cell::Right, "drie".into());
        assert!(form.missing(&around(), &typed).is_empty());
    }

    #[test]
    fn an_answer_may_be_a_document_alone() {
        let mut typed = Typed::default();
        typed.attached.push(super::super::Attached::default());
        assert!(Form::Answer.missing(&around(), &typed).is_empty());
    }

    #[test]
    fn whom_it_is_for_is_asked_only_when_there_is_somebody() {
        let asks = Around { asks_whom: true, ..around() };
        assert_eq!(spots(Form::New(Wanted::Access), &asks, &Typed::default()), ["subject"]);
        assert!(!spots(Form::New(Wanted::Complaint), &asks, &Typed::default()).contains(&"subject"));
    }
}
