// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What was answered so far. It never leaves the device, and goes with the conversation:
//! who stops before help is begun leaves nothing behind (E7). What outlives the battery
//! meanwhile is in `kept` (decision 16).

use super::{Piece, Sharing, Step, Wrong, asks};
use crate::wire::intake::{Advice, Catalogue};

/// Most characters of an answer in one's own words, as the contract has it.
pub const MOST_ANSWER: u32 = 500;
/// The same for why a source collected the data.
pub const MOST_ORIGIN: u32 = 300;
/// The same for words in the place of prepared ones.
pub const MOST_WORDS: u32 = 2_000;

/// The two things that are weighed for every sharing (E4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Why the amount fits the purpose.
    Proportionality,
    /// Why there is no lighter way.
    Subsidiarity,
}

/// Whether a new purpose fits the first (B12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is the same task.
    Same,
    /// Another purpose that fits the first.
    Compatible,
    /// It does not fit.
    NotCompatible,
}

impl Verdict {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Same, Self::Compatible, Self::NotCompatible];

    /// Its code on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same-purpose",
            Self::Compatible => "compatible",
            Self::NotCompatible => "not-compatible",
        }
    }
}

/// What was answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Step 1: ids of the purposes of the task.
    pub tasks: Vec<String>,
    /// Step 2: the question for help, in the person's own words.
    pub question: String,
    /// Step 2: ids of the fields of life.
    pub areas: Vec<String>,
    /// Step 3: why it cannot be done without data of others.
    pub why: String,
    /// Step 3: what the municipality holds already (E6).
    pub held: Vec<String>,
    /// Step 3: places of sharings with a datum that is needed.
    pub picked: Vec<(usize, String)>,
    /// Step 3: places of sharings that the law decides about, and whether they take place.
    pub told: Vec<(usize, bool)>,
    /// Step 3: words of one's own in place of the prepared ones.
    pub own_words: Vec<(usize, Half, String)>,
    /// Step 3: whether amount and lighter way were weighed.
    pub weighed: bool,
    /// Step 3: the level of triage above 1; zero is 1.
    pub level: u32,
    /// Step 3: why it is above 1.
    pub reason: String,
    /// Step 4: per criterion whether consent is free.
    pub free: Vec<(String, bool)>,
    /// Step 4: special categories, ticked one by one.
    pub special: Vec<String>,
    /// Step 5: per source the verdict.
    pub verdicts: Vec<(String, Verdict)>,
    /// Step 5: per source why it collected the data, in words of one's own.
    pub origins: Vec<(String, String)>,
    /// Step 6: parties whose secrecy was looked at.
    pub seen: Vec<String>,
    /// What the law says per sharing and datum, as far as the rules said it.
    pub advice: Vec<(usize, String, Advice)>,
}

/// Puts something in a list or takes it out.
pub(super) fn put<T: PartialEq>(list: &mut Vec<T>, it: T, on: bool) {
    list.retain(|known| *known != it);
    if on {
        list.push(it);
    }
}

impl Draft {
    /// Whether anything was answered: then stopping is asked twice.
    pub fn is_begun(&self) -> bool {
        let words = [&self.question, &self.why, &self.reason];
        !self.tasks.is_empty() || !self.areas.is_empty() || words.iter().any(|it| !it.trim().is_empty())
    }

    /// Chooses a task, or takes that back.
    pub fn choose_task(&mut self, id: &str, on: bool) {
        put(&mut self.tasks, id.to_owned(), on);
    }

    /// Chooses a field of life, or takes that back.
    pub fn choose_area(&mut self, id: &str, on: bool) {
        put(&mut self.areas, id.to_owned(), on);
    }

    /// Says that a datum is needed, or not. What changes must be weighed again.
    pub fn pick(&mut self, place: usize, datum: &str, on: bool) {
        put(&mut self.picked, (place, datum.to_owned()), on);
        self.weighed = false;
    }

    /// Says that a datum is known already: then it is not asked (E6).
    pub fn hold(&mut self, datum: &str, on: bool) {
        put(&mut self.held, datum.to_owned(), on);
        if on {
            self.picked.retain(|(_, known)| known != datum);
        }
    }

    /// Says whether a sharing that the law decides about takes place.
    pub fn tell(&mut self, place: usize, on: bool) {
        self.told.retain(|(known, _)| *known != place);
        self.told.push((place, on));
    }

    /// Whether a sharing that the law decides about takes place. When there is only one
    /// way for its words it does, until somebody says that it does not.
    pub fn tells(&self, place: usize, sharing: &Sharing) -> bool {
        let said = self.told.iter().find(|(known, _)| *known == place);
        sharing.law && said.map_or(sharing.only_one, |(_, on)| *on)
    }

    /// Words of one's own, when there are any.
    pub fn own(&self, place: usize, half: Half) -> Option<&str> {
        let own = self.own_words.iter().find(|(known, which, _)| (*known, *which) == (place, half));
        own.map(|(_, _, words)| &**words)
    }

    /// Writes words of one's own.
    pub fn write_own(&mut self, place: usize, half: Half, words: String) {
        self.own_words.retain(|(known, which, _)| (*known, *which) != (place, half));
        self.own_words.push((place, half, words));
    }

    /// Answers whether consent is free by one criterion.
    pub fn answer(&mut self, criterion: &str, answer: bool) {
        self.free.retain(|(known, _)| known != criterion);
        self.free.push((criterion.to_owned(), answer));
    }

    /// The answer to one criterion.
    pub fn answered(&self, criterion: &str) -> Option<bool> {
        self.free.iter().find(|(known, _)| known == criterion).map(|(_, answer)| *answer)
    }

    /// Ticks a special category, or takes that back.
    pub fn tick(&mut self, datum: &str, on: bool) {
        put(&mut self.special, datum.to_owned(), on);
    }

    /// Gives the verdict on a source.
    pub fn judge(&mut self, source: &str, verdict: Verdict) {
        self.verdicts.retain(|(known, _)| known != source);
        self.verdicts.push((source.to_owned(), verdict));
    }

    /// The verdict on a source.
    pub fn verdict(&self, source: &str) -> Option<Verdict> {
        self.verdicts.iter().find(|(known, _)| known == source).map(|(_, verdict)| *verdict)
    }

    /// The level of triage.
    pub fn level(&self) -> u32 {
        self.level.max(1)
    }

    /// What the law says about a datum; *ask* as long as the rules said nothing.
    pub fn advice(&self, place: usize, datum: &str) -> Advice {
        let known = self.advice.iter().find(|(at, id, _)| *at == place && id == datum);
        known.map_or(Advice::Ask, |(_, _, advice)| advice.clone())
    }

    /// The sharings of the chosen tasks, with their places.
    pub fn offered<'a>(&self, all: &'a [Sharing]) -> Vec<(usize, &'a Sharing)> {
        all.iter().enumerate().filter(|(_, it)| self.tasks.contains(&it.purpose)).collect()
    }

    /// The items that follow from the answers, in the order of the catalogue.
    pub fn pieces(&self, catalogue: &Catalogue, all: &[Sharing]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (place, sharing) in self.offered(all) {
            let wording = &catalogue.wordings[sharing.wording];
            let is_in = |id: &String| match sharing.law {
                true => self.tells(place, sharing),
                false => self.picked.contains(&(place, id.clone())),
            };
            let wanted = wording.data.iter().filter(|(id, _)| is_in(id));
            let data: Vec<_> = wanted.map(|(id, _)| (id.clone(), self.advice(place, id))).collect();
            pieces.extend(Piece::of(place, wording, &data));
        }
        pieces
    }

    /// What is missing in a step, in the order of its screen.
    pub fn missing(&self, step: Step, catalogue: &Catalogue, all: &[Sharing]) -> Vec<Wrong> {
        let pieces = self.pieces(catalogue, all);
        let gap = |id: &str, why: &str, what: &str| Wrong::new(step, id, why, what);
        let blank = |words: &str| words.trim().is_empty();
        let mut gaps = Vec::new();
        match step {
            Step::Task if self.tasks.is_empty() => gaps.push(gap("ss-task", "no-task", "")),
            Step::Task => {}
            Step::Purpose => {
                if blank(&self.question) {
                    gaps.push(gap("ss-question", "no-question", ""));
                }
                if self.areas.is_empty() {
                    gaps.push(gap("ss-areas", "no-area", ""));
                }
            }
            Step::Data => {
                if blank(&self.why) {
                    gaps.push(gap("ss-why", "no-why", ""));
                }
                if pieces.is_empty() {
                    gaps.push(gap("ss-data", "no-data", ""));
                }
                if self.level() > 1 && blank(&self.reason) {
                    gaps.push(gap("ss-reason", "no-reason", ""));
                }
                if !self.weighed && asks(&pieces) {
                    gaps.push(gap("ss-weighed", "not-weighed", ""));
                }
            }
            Step::Basis => self.without_basis(&pieces, catalogue, &mut gaps),
            Step::Limitation => {
                for source in sources(&pieces, all) {
                    if self.verdict(&source).is_none() {
                        gaps.push(gap(&["ss-origin-", &source].concat(), "no-verdict", &source));
                    }
                }
            }
            Step::Secrecy => {
                for party in parties(&pieces, all) {
                    if !self.seen.contains(&party) {
                        gaps.push(gap(&["ss-seen-", &party].concat(), "not-seen", &party));
                    }
                }
            }
        }
        gaps
    }

    fn without_basis(&self, pieces: &[Piece], catalogue: &Catalogue, gaps: &mut Vec<Wrong>) {
        for datum in specials(pieces, catalogue) {
            if !self.special.contains(&datum) {
                let id = ["ss-special-", &datum].concat();
                gaps.push(Wrong::new(Step::Basis, &id, "not-ticked", &datum));
            }
        }
        if !asks(pieces) {
            return;
        }
        for criterion in &catalogue.criteria {
            let why = match self.answered(&criterion.id) {
                Some(answer) if answer == criterion.needed => continue,
                Some(_) => "consent-not-free",
                None => "not-answered",
            };
            let id = ["ss-free-", &criterion.id].concat();
            gaps.push(Wrong::new(Step::Basis, &id, why, &criterion.question));
        }
    }

    /// The first step in which something is missing.
    pub fn first_gap(&self, catalogue: &Catalogue, all: &[Sharing]) -> Option<Step> {
        Step::ALL.into_iter().find(|step| !self.missing(*step, catalogue, all).is_empty())
    }
}

fn once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut all = Vec::new();
    for name in names {
        put(&mut all, name, true);
    }
    all
}

/// Special categories among what is asked (C1).
pub fn specials(pieces: &[Piece], catalogue: &Catalogue) -> Vec<String> {
    let asked = pieces.iter().filter(|piece| !piece.information);
    once(asked.flat_map(|piece| piece.data.clone()).filter(|id| catalogue.is_special(id)))
}

/// Everybody who gives.
pub fn sources(pieces: &[Piece], all: &[Sharing]) -> Vec<String> {
    once(pieces.iter().map(|piece| all[piece.sharing].source.clone()))
}

/// Everybody who gives or gets.
pub fn parties(pieces: &[Piece], all: &[Sharing]) -> Vec<String> {
    let both = |piece: &Piece| [all[piece.sharing].source.clone(), all[piece.sharing].recipient.clone()];
    once(pieces.iter().flat_map(both))
}
