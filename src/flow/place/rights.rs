// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The places of the `rights` artefact: what happened, who has what, and what a
//! person asks or objects to.

use super::Place;
use crate::flow::door::Question;

/// A place of a citizen who looks back, or who wants something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RightsPlace {
    /// What happened with my data: the time line.
    #[default]
    Happened,
    /// Only what happened with one party, by its id.
    HappenedWith(String),
    /// Who has which data of mine.
    Holdings,
    /// The one front door to a request, an objection or a complaint.
    FrontDoor(FrontDoor),
    /// My requests, objections and complaints.
    Filings,
    /// One of them.
    Filing(String),
    /// The proof that it was filed.
    FilingReceipt(String),
}

/// Why somebody is at the front door, as far as that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontDoor {
    /// What it is about.
    pub origin: Option<Origin>,
    /// What the person said to want already.
    pub wanted: Option<Wanted>,
    /// How far the person is.
    pub step: DoorStep,
}

/// How far somebody at the front door is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DoorStep {
    /// At the first question; or, for who wants something, where it says what that is.
    #[default]
    Begin,
    /// At another question.
    Asked(Question),
    /// At the form.
    Form,
    /// At the check before it is sent.
    Check,
}

/// What a filing is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What it is.
    pub kind: OriginKind,
    /// Its id.
    pub id: String,
}

/// What a filing can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OriginKind {
    /// A sharing that took place.
    Disclosure,
    /// A consent.
    ConsentRecord,
}

/// What a person may want: a right of the GDPR, an objection to a decision
/// (Awb bezwaar) or a complaint (Awb ch. 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// To see (GDPR art. 15).
    Access,
    /// To have it corrected (art. 16).
    Rectification,
    /// To have it deleted (art. 17).
    Erasure,
    /// To have it left alone for the time being (art. 18).
    Restriction,
    /// To take it elsewhere (art. 20).
    Portability,
    /// To object to the processing (art. 21).
    Objection,
    /// To object to a decision (Awb art. 6:4).
    AdministrativeObjection,
    /// To complain (Awb art. 9:1).
    Complaint,
}

impl OriginKind {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Disclosure, Self::ConsentRecord];

    /// As it stands in a place.
    pub fn word(self) -> &'static str {
        match self {
            Self::Disclosure => "disclosure",
            Self::ConsentRecord => "consent-record",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl Origin {
    fn parse(kind: &str, id: &str) -> Option<Self> {
        let kind = OriginKind::parse(kind)?;
        (!id.is_empty()).then(|| Self { kind, id: id.to_owned() })
    }
}

impl Wanted {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Access,
        Self::Rectification,
        Self::Erasure,
        Self::Restriction,
        Self::Portability,
        Self::Objection,
        Self::AdministrativeObjection,
        Self::Complaint,
    ];

    /// As it stands in a place, and on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Rectification => "rectification",
            Self::Erasure => "erasure",
            Self::Restriction => "restriction",
            Self::Portability => "portability",
            Self::Objection => "objection",
            Self::AdministrativeObjection => "administrative-objection",
            Self::Complaint => "complaint",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wanted| wanted.word() == word)
    }
}

impl FrontDoor {
    /// The door for one thing.
    pub fn about(kind: OriginKind, id: &str, wanted: Option<Wanted>) -> Self {
        Self { origin: Some(Origin { kind, id: id.to_owned() }), wanted, step: DoorStep::Begin }
    }

    /// The same door at another step.
    pub fn at(&self, wanted: Option<Wanted>, step: DoorStep) -> Self {
        Self { origin: self.origin.clone(), wanted, step }
    }

    // Anybody may complain (Awb art. 9:1), at every step of it.
    fn is_public(&self) -> bool {
        self.origin.is_none() && self.wanted == Some(Wanted::Complaint)
    }

    // `door`, `door/<wanted>`, `door/<kind>/<id>`, `door/<kind>/<id>/<wanted>`; then
    // `ask/<question>` while nothing is wanted, or else `form` or `check`.
    fn word(&self) -> String {
        let mut word = "door".to_owned();
        let origin = self.origin.as_ref().map(|origin| [origin.kind.word(), &origin.id]);
        for part in origin.into_iter().flatten().chain(self.wanted.map(Wanted::word)) {
            word.push('/');
            word.push_str(part);
        }
        match self.step {
            DoorStep::Begin => word,
            DoorStep::Asked(question) => [&word, "/ask/", question.word()].concat(),
            DoorStep::Form => [&word, "/form"].concat(),
            DoorStep::Check => [&word, "/check"].concat(),
        }
    }

    fn parse(rest: &[&str]) -> Option<Self> {
        let (rest, step) = match *rest {
            [ref rest @ .., "ask", question] => (rest, DoorStep::Asked(Question::parse(question)?)),
            [ref rest @ .., "form"] => (rest, DoorStep::Form),
            [ref rest @ .., "check"] => (rest, DoorStep::Check),
            _ => (rest, DoorStep::Begin),
        };
        let (origin, wanted) = match *rest {
            [] => (None, None),
            [wanted] => (None, Some(Wanted::parse(wanted)?)),
            [kind, id] => (Some(Origin::parse(kind, id)?), None),
            [kind, id, wanted] => (Some(Origin::parse(kind, id)?), Some(Wanted::parse(wanted)?)),
            _ => return None,
        };
        let fits = match step {
            DoorStep::Begin => true,
            DoorStep::Asked(_) => wanted.is_none(),
            DoorStep::Form | DoorStep::Check => wanted.is_some(),
        };
        fits.then_some(Self { origin, wanted, step })
    }
}

impl Place for RightsPlace {
    fn word(&self) -> String {
        match self {
            Self::Happened => "happened".into(),
            Self::HappenedWith(party) => ["happened/", party].concat(),
            Self::Holdings => "who-has-what".into(),
            Self::FrontDoor(door) => door.word(),
            Self::Filings => "filings".into(),
            Self::Filing(id) => ["filing/", id].concat(),
            Self::FilingReceipt(id) => ["filing-receipt/", id].concat(),
        }
    }

    fn parse(word: &str) -> Option<Self> {
        let parts: Vec<&str> = word.split('/').collect();
        Some(match *parts.as_slice() {
            ["happened"] => Self::Happened,
            ["happened", party] => Self::HappenedWith(party.to_owned()),
            ["who-has-what"] => Self::Holdings,
            ["door", ref rest @ ..] => Self::FrontDoor(FrontDoor::parse(rest)?),
            ["filings"] => Self::Filings,
            ["filing", id] => Self::Filing(id.to_owned()),
            ["filing-receipt", id] => Self::FilingReceipt(id.to_owned()),
            _ => return None,
        })
    }

    fn view(&self) -> &'static str {
        match self {
            Self::Happened | Self::HappenedWith(_) | Self::Holdings => "happened",
            _ => "filings",
        }
    }

    // One screen leads through the door; but not from what is for everybody to what
    // is for who is signed in.
    fn same_screen(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::FrontDoor(one), Self::FrontDoor(other)) => {
                one.origin == other.origin && one.is_public() == other.is_public()
            }
            _ => self == other,
        }
    }

    // All but complaining is about who is signed in.
    fn is_public(&self) -> bool {
        matches!(self, Self::FrontDoor(door) if door.is_public())
    }
}

#[cfg(test)]
mod tests {
    use super::super::COMPLAINT;
    use super::*;

    fn doors() -> Vec<FrontDoor> {
        let mut doors = Vec::new();
        for wanted in Wanted::ALL.map(Some).into_iter().chain([None]) {
            doors.push(FrontDoor { wanted, ..FrontDoor::default() });
            doors.extend(OriginKind::ALL.map(|kind| FrontDoor::about(kind, "019a", wanted)));
        }
        let further = doors.iter().flat_map(|door| match door.wanted {
            Some(_) => [DoorStep::Form, DoorStep::Check].map(|step| door.at(door.wanted, step)).to_vec(),
            None => Question::ALL.map(|question| door.at(None, DoorStep::Asked(question))).to_vec(),
        });
        let further: Vec<_> = further.collect();
        doors.extend(further);
        doors
    }

    #[test]
    fn every_place_comes_back_from_its_word() {
        use RightsPlace::{Filing, FilingReceipt, Filings, Happened, HappenedWith, Holdings};
        let places = [
            Happened,
            HappenedWith("gp".into()),
            Holdings,
            Filings,
            Filing("019a".into()),
            FilingReceipt("019a".into()),
        ];
        for place in doors().into_iter().map(RightsPlace::FrontDoor).chain(places) {
            assert_eq!(RightsPlace::parse(&place.word()), Some(place));
        }
    }

    #[test]
    fn a_door_says_in_its_word_what_it_is_about() {
        let about = FrontDoor::about(OriginKind::Disclosure, "019a", Some(Wanted::Rectification));
        assert_eq!(RightsPlace::FrontDoor(about).word(), "door/disclosure/019a/rectification");
        assert_eq!(RightsPlace::FrontDoor(FrontDoor::default()).word(), "door");
    }

    #[test]
    fn an_unknown_word_is_no_place() {
        let unknown =
            ["", "happened/gp/1", "door/1", "door/case/1", "door/disclosure/", "door/complaint/1/2/3"];
        for word in unknown.into_iter().chain(["door/disclosure/1/nonsense", "filing", "requests"]) {
            assert_eq!(RightsPlace::parse(word), None, "{word}");
        }
    }

    #[test]
    fn only_a_complaint_about_nothing_in_particular_needs_no_signing_in() {
        assert!(RightsPlace::parse(COMPLAINT).is_some_and(|place| place.is_public()));
        let open = doors().into_iter().filter(|door| RightsPlace::FrontDoor(door.clone()).is_public());
        assert_eq!(open.count(), 3, "what it is, the form and the check");
        assert!(!RightsPlace::Happened.is_public() && !RightsPlace::Filings.is_public());
    }

    #[test]
    fn one_screen_leads_through_the_door() {
        let place = |word: &str| RightsPlace::parse(word).expect("a place");
        assert!(place("door").same_screen(&place("door/ask/letter")));
        assert!(place("door/erasure").same_screen(&place("door/erasure/check")));
        assert!(!place("door").same_screen(&place("door/disclosure/1")));
        assert!(!place("door").same_screen(&place("door/complaint")), "that one is for everybody");
        assert!(!place("filing/1").same_screen(&place("filing/2")));
    }

    #[test]
    fn looking_back_is_one_view_and_asking_another() {
        assert_eq!(RightsPlace::Holdings.view(), RightsPlace::Happened.word());
        assert_eq!(RightsPlace::Filing("1".into()).view(), RightsPlace::Filings.word());
    }
}
