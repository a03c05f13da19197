// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Handling a filing: one small form for each thing a handler may do, what must
//! be in it, and the truth about what arrived.

use crate::flow::queue::days_between;
use crate::json::{Json, Writer};
use crate::wire::problem::ProblemType;

/// What a handler may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Take it up, and tell the person.
    Acknowledge,
    /// Ask the person for something.
    AskInformation,
    /// It is of another kind, or belongs in another track.
    Forward,
    /// Another authority must decide.
    SendOn,
    /// Take longer, once.
    Extend,
    /// Answer it.
    Decide,
    /// Tell a recipient of a correction or erasure.
    TellRecipient,
    /// That recipient has done it.
    RecipientHasDoneIt,
}

/// A field of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// How it is decided.
    Outcome,
    /// What it is from now on.
    Kind,
    /// To whom it goes.
    Authority,
    /// The reasons or the question.
    Text,
    /// The last day to answer a question.
    RespondBefore,
    /// The day the decision was made known.
    NotifiedOn,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is empty.
    Missing,
    /// It is longer than the contract takes.
    TooLong,
    /// The day lies too early.
    TooEarly,
    /// The day lies too late.
    TooLate,
}

/// What was typed and chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The values, by the word of their field.
    values: Vec<(Field, String)>,
    /// The recipient it is about.
    pub party: String,
}

/// Most characters of a text, and of the name of an authority.
const MOST_TEXT: u32 = 5_000;
const MOST_NAME: u32 = 200;
// A year is far beyond every term to repair an omission.
const MOST_DAYS: i32 = 366;

impl Action {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Acknowledge,
        Self::Decide,
        Self::AskInformation,
        Self::Extend,
        Self::Forward,
        Self::SendOn,
        Self::TellRecipient,
        Self::RecipientHasDoneIt,
    ];

    /// The event it adds, as a word of the contract.
    pub fn event(self) -> &'static str {
        match self {
            Self::Acknowledge => "acknowledged",
            Self::AskInformation => "information-requested",
            Self::Forward => "forwarded",
            Self::SendOn => "sent-on",
            Self::Extend => "extended",
            Self::Decide => "decided",
            Self::TellRecipient => "recipient-told",
            Self::RecipientHasDoneIt => "recipient-acknowledged",
        }
    }

    /// The action that adds an event.
    pub fn of(event: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.event() == event)
    }

    /// Its fields. The day a decision was made known is asked only where an
    /// objection to a decision is, or may come of it.
    pub fn fields(self, about_decision: bool) -> Vec<Field> {
        let mut fields = match self {
            Self::Acknowledge => vec![Field::Text],
            Self::AskInformation => vec![Field::Text, Field::RespondBefore],
            Self::Forward => vec![Field::Kind, Field::Text],
            Self::SendOn => vec![Field::Authority, Field::Text],
            Self::Extend => vec![Field::Text],
            Self::Decide => vec![Field::Outcome, Field::Text],
            Self::TellRecipient => vec![Field::Text],
            Self::RecipientHasDoneIt => Vec::new(),
        };
        if about_decision && matches!(self, Self::Acknowledge | Self::Forward) {
            fields.push(Field::NotifiedOn);
        }
        fields
    }

    /// Whether the person is owed words: whoever is answered, asked, sent
    /// elsewhere or made to wait reads why (K8).
    pub fn needs_text(self) -> bool {
        matches!(self, Self::AskInformation | Self::Forward | Self::SendOn | Self::Extend | Self::Decide)
    }
}

impl Field {
    const ALL: [Self; 6] =
        [Self::Outcome, Self::Kind, Self::Authority, Self::Text, Self::RespondBefore, Self::NotifiedOn];

    /// The word that chooses its sentences; also the end of its id.
    pub fn word(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Kind => "kind",
            Self::Authority => "authority",
            Self::Text => "text",
            Self::RespondBefore => "respond-before",
            Self::NotifiedOn => "notified-on",
        }
    }

    /// Most characters of it.
    pub fn most(self) -> u32 {
        if self == Self::Authority { MOST_NAME } else { MOST_TEXT }
    }

    fn on_the_wire(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Kind => "kind",
            Self::Authority => "authority",
            Self::Text => "text",
            Self::RespondBefore => "respondBefore",
            Self::NotifiedOn => "decisionNotifiedOn",
        }
    }
}

impl Wrong {
    /// The word that chooses its sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong => "too-long",
            Self::TooEarly => "too-early",
            Self::TooLate => "too-late",
        }
    }
}

impl Typed {
    /// The value of a field, or empty.
    pub fn get(&self, field: Field) -> &str {
        self.values.iter().find(|(known, _)| *known == field).map_or("", |(_, value)| value)
    }

    /// Puts a value in a field.
    pub fn set(&mut self, field: Field, value: String) {
        self.values.retain(|(known, _)| *known != field);
        self.values.push((field, value));
    }

    /// Writes it down, to be kept.
    pub fn write(&self) -> String {
        let start = Writer::new().text("party", &self.party);
        Field::ALL.into_iter().fold(start, |out, field| out.text(field.word(), self.get(field))).end()
    }

    /// Reads what [`Typed::write`] wrote.
    pub fn read(json: &Json) -> Self {
        let mut typed = Self { values: Vec::new(), party: json.text("party") };
        for field in Field::ALL {
            if let Some(value) = json.optional(field.word()).filter(|value| !value.is_empty()) {
                typed.set(field, value);
            }
        }
        typed
    }

    /// Everything that is wrong, in the order of the fields; `today` is as
    /// `2026-11-22`.
    pub fn wrongs(&self, action: Action, about_decision: bool, today: &str) -> Vec<(Field, Wrong)> {
        let wrong = |field: Field| Some((field, self.wrong(action, field, today)?));
        action.fields(about_decision).into_iter().filter_map(wrong).collect()
    }

    fn wrong(&self, action: Action, field: Field, today: &str) -> Option<Wrong> {
        let value = self.get(field).trim();
        let optional = matches!(field, Field::NotifiedOn) || field == Field::Text && !action.needs_text();
        if value.is_empty() {
            return (!optional).then_some(Wrong::Missing);
        }
        let days = || days_between(today, value);
        match field {
            Field::Text | Field::Authority if value.chars().count() > field.most() as usize => {
                Some(Wrong::TooLong)
            }
            Field::RespondBefore if days().is_none_or(|days| days < 1) => Some(Wrong::TooEarly),
            Field::RespondBefore if days().is_none_or(|days| days > MOST_DAYS) => Some(Wrong::TooLate),
            Field::NotifiedOn if days().is_none_or(|days| days > 0) => Some(Wrong::TooLate),
            _ => None,
        }
    }

    /// The event as it is sent, every time.
    pub fn body(&self, action: Action, about_decision: bool) -> String {
        let mut out = Writer::new().text("type", action.event());
        let goes_elsewhere = action == Action::Forward && self.get(Field::Kind) != "administrative-objection";
        for field in action.fields(about_decision) {
            let value = self.get(field).trim();
            let left_out = field == Field::NotifiedOn && goes_elsewhere;
            if !value.is_empty() && !left_out {
                out = out.text(field.on_the_wire(), value);
            }
        }
        if !self.party.is_empty() {
            out = out.text("partyId", &self.party);
        }
        out.end()
    }
}

/// Where handling is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The handler reads the case.
    Looking,
    /// The handler fills in a form.
    Filling(Action),
    /// It is on its way.
    Sending(Action),
    /// It did not arrive, or the answer did not come back. It is kept.
    Offline(Action),
    /// Nobody is signed in any more. It is kept.
    SignedOut(Action),
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The handler chooses what to do.
    Chosen(Action),
    /// The handler goes back.
    WentBack,
    /// The handler sends it.
    Confirmed,
    /// Something from before is still to be sent.
    Resumed(Action),
    /// The server was not reached, or could not answer now.
    NotReached,
    /// Nobody is signed in.
    SignedOut,
    /// The server recorded it.
    Recorded,
    /// The server recorded nothing; what was typed stays.
    Refused,
    /// The handler, or the browser coming back online, tries again.
    TriedAgain,
}

impl Step {
    /// The next step, or nothing when the event has no meaning here.
    pub fn next(self, event: Event) -> Option<Self> {
        Some(match (self, event) {
            (Self::Looking | Self::Filling(_), Event::Chosen(action)) => Self::Filling(action),
            (Self::Filling(_), Event::WentBack) => Self::Looking,
            (Self::Filling(action), Event::Confirmed) => Self::Sending(action),
            (Self::Looking, Event::Resumed(action)) => Self::Sending(action),
            (Self::Sending(action), Event::NotReached) => Self::Offline(action),
            (Self::Sending(action), Event::SignedOut) => Self::SignedOut(action),
            (Self::Sending(_), Event::Recorded) => Self::Looking,
            (Self::Sending(action), Event::Refused) => Self::Filling(action),
            (Self::Offline(action) | Self::SignedOut(action), Event::TriedAgain) => Self::Sending(action),
            _ => return None,
        })
    }
}

/// What the handler is told about what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// It is recorded.
    Recorded(Action),
    /// A colleague was first; nothing was recorded.
    Changed,
    /// It is not possible any more; nothing was recorded.
    NotPossible,
    /// The server did not accept it; nothing was recorded.
    Failed,
}

impl News {
    /// The word that chooses its sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Recorded(action) => action.event(),
            Self::Changed => "changed",
            Self::NotPossible => "not-possible",
            Self::Failed => "failed",
        }
    }
}

/// What a problem means: it is kept and comes again, or it is over.
pub fn meaning(problem: ProblemType) -> Result<Event, News> {
    Err(match problem {
        ProblemType::NotSignedIn => return Ok(Event::SignedOut),
        ProblemType::TooManyRequests | ProblemType::Unavailable | ProblemType::Internal => {
            return Ok(Event::NotReached);
        }
        ProblemType::PreconditionFailed => News::Changed,
        ProblemType::TransitionNotAllowed | ProblemType::NotAllowed => News::NotPossible,
        _ => News::Failed,
    })
}

#[cfg(test)]
#[path = "handle_tests.rs"]
mod tests;
