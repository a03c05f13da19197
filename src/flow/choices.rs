// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What a person has chosen so far. Nothing is preset (principle 3).

use crate::json::{Json, Writer, array};
use crate::wire::request::{Item, Request};
pub use samenspraak_contract::decision::Answer;

/// Answers by data type, in the order they were given.
pub type Answers = Vec<(String, Answer)>;

/// Reads the word on the wire.
pub fn answer_of(word: &str) -> Option<Answer> {
    match word {
        "yes" => Some(Answer::Yes),
        "no" => Some(Answer::No),
        _ => None,
    }
}

/// The word on the wire.
pub fn word_of(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
    }
}

/// What is chosen for one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    item: String,
    deferred: bool,
    answers: Answers,
}

/// What is chosen for one datum, or not yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Yes or no.
    Answered(Answer),
    /// *Not now*: the person wants to think about it.
    Later,
    /// Nothing yet.
    Open,
}

/// How many data stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Shared.
    pub yes: u32,
    /// Not shared.
    pub no: u32,
    /// Put off.
    pub later: u32,
    /// Still to choose.
    pub open: u32,
}

/// Everything chosen in one request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices(Vec<Choice>);

impl Choices {
    /// What is chosen for one item, when anything was.
    pub fn of(&self, item: &str) -> Option<&Choice> {
        self.0.iter().find(|choice| choice.item == item)
    }

    fn edit(&mut self, item: &str) -> &mut Choice {
        let index = self.0.iter().position(|choice| choice.item == item).unwrap_or_else(|| {
            self.0.push(Choice { item: item.to_owned(), ..Choice::default() });
            self.0.len() - 1
        });
        &mut self.0[index]
    }

    /// Answers one datum; the item is then no longer put off.
    pub fn answer(&mut self, item: &str, datum: &str, answer: Answer) {
        let choice = self.edit(item);
        choice.deferred = false;
        choice.answers.retain(|(known, _)| known != datum);
        choice.answers.push((datum.to_owned(), answer));
    }

    /// Gives all data of an item one answer, where that is allowed (C2).
    pub fn answer_all(&mut self, item: &Item, answer: Answer) {
        if item.allows_bulk() {
            for datum in &item.data {
                self.answer(&item.id, &datum.id, answer);
            }
        }
    }

    /// Puts an item off, or takes that back. Answers given before go.
    pub fn defer(&mut self, item: &str, deferred: bool) {
        let choice = self.edit(item);
        choice.deferred = deferred;
        choice.answers.clear();
    }

    /// How one datum stands.
    pub fn stand(&self, item: &str, datum: &str) -> Stand {
        stand_in(self.of(item), datum)
    }

    /// Whether an item is put off.
    pub fn is_deferred(&self, item: &str) -> bool {
        self.of(item).is_some_and(|choice| choice.deferred)
    }

    /// Whether the person has chosen nothing yet.
    pub fn is_untouched(&self) -> bool {
        self.0.iter().all(|choice| !choice.deferred && choice.answers.is_empty())
    }

    /// The totals over everything that awaits an answer.
    pub fn totals(&self, request: &Request) -> Totals {
        let mut totals = Totals::default();
        for item in request.questions() {
            let choice = self.of(&item.id);
            for datum in &item.data {
                match stand_in(choice, &datum.id) {
                    Stand::Answered(Answer::Yes) => totals.yes += 1,
                    Stand::Answered(Answer::No) => totals.no += 1,
                    Stand::Later => totals.later += 1,
                    Stand::Open => totals.open += 1,
                }
            }
        }
        totals
    }

    /// The data without an answer, as item and datum, in the order of the screen.
    pub fn missing<'r>(&self, request: &'r Request) -> Vec<(&'r Item, usize)> {
        let mut missing = Vec::new();
        for item in request.questions() {
            for (index, datum) in item.data.iter().enumerate() {
                if self.stand(&item.id, &datum.id) == Stand::Open {
                    missing.push((item, index));
                }
            }
        }
        missing
    }

    /// The `choices` of a decision: one entry per item that awaits an answer.
    pub fn write(&self, request: &Request) -> String {
        let entries: Vec<String> = request
            .questions()
            .filter_map(|item| self.of(&item.id).map(|choice| choice.write(&item.fingerprint)))
            .collect();
        array(&entries)
    }

    /// Reads what [`Choices::write`] wrote. Only items and data that are still
    /// asked, in the same scope, keep their answer (principle 5).
    pub fn read(json: &Json, name: &str, request: &Request) -> Self {
        let mut choices = Self::default();
        for entry in json.list(name, Json::clone) {
            let scope = entry.text("scopeFingerprint");
            let Some(item) = request.questions().find(|item| item.fingerprint == scope) else { continue };
            if entry.flag("deferred") {
                choices.defer(&item.id, true);
            }
            for (datum, word) in entry.map("answers") {
                if let (Some(answer), true) = (answer_of(&word), item.data.iter().any(|it| it.id == datum)) {
                    choices.answer(&item.id, &datum, answer);
                }
            }
        }
        choices
    }
}

impl Choice {
    fn write(&self, fingerprint: &str) -> String {
        let mut answers = Writer::new();
        for (datum, answer) in &self.answers {
            answers = answers.text(datum, word_of(*answer));
        }
        Writer::new()
            .text("itemId", &self.item)
            .text("scopeFingerprint", fingerprint)
            .flag("deferred", self.deferred)
            .json("answers", &answers.end())
            .end()
    }
}

/// How one datum stands in what is chosen for its item.
pub fn stand_in(choice: Option<&Choice>, datum: &str) -> Stand {
    match choice {
        Some(choice) if choice.deferred => Stand::Later,
        Some(choice) => find(&choice.answers, datum).map_or(Stand::Open, Stand::Answered),
        None => Stand::Open,
    }
}

/// The answer to a datum.
pub fn find(answers: &Answers, datum: &str) -> Option<Answer> {
    answers.iter().find(|(known, _)| known == datum).map(|(_, answer)| *answer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::party::Law;
    use crate::wire::request::{Datum, Standing};

    fn item(id: &str, data: &[&str]) -> Item {
        let datum = |id: &&str| Datum { id: (*id).to_owned(), ..Datum::default() };
        Item {
            id: id.to_owned(),
            fingerprint: format!("scope of {id}"),
            data: data.iter().map(datum).collect(),
            standing: Some(Standing { awaits_answer: true, ..Standing::default() }),
            ..Item::default()
        }
    }

    fn request(items: Vec<Item>) -> Request {
        Request { status: "open".into(), items, ..Request::default() }
    }

    #[test]
    fn nothing_is_preset() {
        let request = request(vec![item("a", &["x", "y"])]);
        let choices = Choices::default();
        assert!(choices.is_untouched());
        assert_eq!(choices.totals(&request), Totals { open: 2, ..Totals::default() });
        assert_eq!(choices.missing(&request).len(), 2);
    }

    #[test]
    fn an_answer_can_be_changed_and_put_off_and_taken_up_again() {
        let request = request(vec![item("a", &["x", "y"])]);
        let mut choices = Choices::default();
        choices.answer("a", "x", Answer::Yes);
        choices.answer("a", "x", Answer::No);
        assert_eq!(choices.totals(&request), Totals { no: 1, open: 1, ..Totals::default() });
        choices.defer("a", true);
        assert_eq!(choices.totals(&request), Totals { later: 2, ..Totals::default() });
        assert!(choices.missing(&request).is_empty());
        choices.answer("a", "y", Answer::Yes);
        assert!(!choices.is_deferred("a"));
        assert_eq!(choices.totals(&request), Totals { yes: 1, open: 1, ..Totals::default() });
    }

    #[test]
    fn one_press_never_answers_for_special_data() {
        let mut special = item("a", &["x", "y", "z"]);
        special.data[1].special = Some(Law::default());
        let plain = item("b", &["x", "y", "z"]);
        let few = item("c", &["x", "y"]);
        let mut choices = Choices::default();
        for item in [&special, &plain, &few] {
            choices.answer_all(item, Answer::No);
        }
        let request = request(vec![special, plain, few]);
        assert_eq!(choices.totals(&request), Totals { no: 3, open: 5, ..Totals::default() });
    }

    #[test]
    fn what_is_kept_comes_back() {
        let request = request(vec![item("a", &["x", "y"]), item("b", &["z"])]);
        let mut choices = Choices::default();
        choices.answer("a", "x", Answer::Yes);
        choices.answer("a", "y", Answer::No);
        choices.defer("b", true);
        let kept = Writer::new().json("choices", &choices.write(&request)).end();
        let json = Json::parse(&kept).expect("valid JSON");
        assert_eq!(Choices::read(&json, "choices", &request), choices);
    }

    #[test]
    fn an_answer_to_another_scope_is_not_kept() {
        let old = request(vec![item("a", &["x"]), item("b", &["y"])]);
        let mut choices = Choices::default();
        choices.answer("a", "x", Answer::Yes);
        choices.answer("b", "y", Answer::No);
        let kept = Writer::new().json("choices", &choices.write(&old)).end();
        // The first item changed in scope; the second got a new id, in the same scope.
        let mut changed = item("a", &["x"]);
        changed.fingerprint = "another scope".into();
        let mut reworded = item("c", &["y"]);
        reworded.fingerprint = "scope of b".into();
        let new = request(vec![changed, reworded]);
        let read = Choices::read(&Json::parse(&kept).expect("valid JSON"), "choices", &new);
        assert_eq!(read.stand("a", "x"), Stand::Open);
        assert_eq!(read.stand("c", "y"), Stand::Answered(Answer::No));
    }

    #[test]
    fn only_what_awaits_an_answer_is_sent() {
        let mut settled = item("a", &["x"]);
        settled.standing = Some(Standing::default());
        let request = request(vec![settled, item("b", &["y"])]);
        let mut choices = Choices::default();
        choices.answer("a", "x", Answer::Yes);
        choices.answer("b", "y", Answer::No);
        let sent = Json::parse(&Writer::new().json("c", &choices.write(&request)).end()).expect("valid JSON");
        let items = sent.list("c", |entry| entry.text("itemId"));
        assert_eq!(items, ["b"]);
    }
}
