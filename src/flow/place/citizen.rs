// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The places of the `citizen` artefact: questions, consents, receipts.

use super::Place;

/// Which receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceiptOf {
    /// Of one confirmation.
    Decision(String),
    /// Of one record as it stands.
    Record(String),
}

/// A place of a citizen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CitizenPlace {
    /// The open requests.
    #[default]
    Requests,
    /// One request: choosing, or checking what was chosen.
    Request {
        /// Its id.
        id: String,
        /// True on the check page.
        checking: bool,
    },
    /// My consents.
    Consents,
    /// One record of my consents.
    Record(String),
    /// A receipt.
    Receipt(ReceiptOf),
}

impl CitizenPlace {
    /// One request, at its first step.
    pub fn request(id: &str) -> Self {
        Self::Request { id: id.to_owned(), checking: false }
    }
}

impl Place for CitizenPlace {
    fn word(&self) -> String {
        let (kind, id, end) = match self {
            Self::Requests => return "requests".into(),
            Self::Consents => return "consents".into(),
            Self::Request { id, checking } => ("request/", id, if *checking { "/check" } else { "" }),
            Self::Record(id) => ("record/", id, ""),
            Self::Receipt(ReceiptOf::Decision(id)) => ("decision-receipt/", id, ""),
            Self::Receipt(ReceiptOf::Record(id)) => ("record-receipt/", id, ""),
        };
        [kind, id, end].concat()
    }

    fn parse(word: &str) -> Option<Self> {
        let mut parts = word.split('/');
        let (kind, id, end) = (parts.next()?, parts.next(), parts.next());
        let id = id.map(str::to_owned);
        Some(match (kind, id, end) {
            ("requests", None, None) => Self::Requests,
            ("consents", None, None) => Self::Consents,
            ("request", Some(id), None) => Self::Request { id, checking: false },
            ("request", Some(id), Some("check")) => Self::Request { id, checking: true },
            ("record", Some(id), None) => Self::Record(id),
            ("decision-receipt", Some(id), None) => Self::Receipt(ReceiptOf::Decision(id)),
            ("record-receipt", Some(id), None) => Self::Receipt(ReceiptOf::Record(id)),
            _ => return None,
        })
    }

    // A record and its receipt belong to the consents.
    fn view(&self) -> &'static str {
        match self {
            Self::Requests | Self::Request { .. } => "requests",
            _ => "consents",
        }
    }

    fn same_screen(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Request { id: one, .. }, Self::Request { id: two, .. }) => one == two,
            _ => self == other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_comes_back_from_its_word() {
        let id = || "019a".to_owned();
        let places = [
            CitizenPlace::Requests,
            CitizenPlace::Request { id: id(), checking: false },
            CitizenPlace::Request { id: id(), checking: true },
            CitizenPlace::Consents,
            CitizenPlace::Record(id()),
            CitizenPlace::Receipt(ReceiptOf::Decision(id())),
            CitizenPlace::Receipt(ReceiptOf::Record(id())),
        ];
        for place in places {
            assert_eq!(CitizenPlace::parse(&place.word()), Some(place));
        }
    }

    #[test]
    fn an_unknown_word_is_no_place() {
        for word in ["", "request", "requests/1", "request/1/send", "somewhere/1"] {
            assert_eq!(CitizenPlace::parse(word), None, "{word}");
        }
    }

    #[test]
    fn choosing_and_checking_are_one_screen() {
        let choosing = CitizenPlace::request("1");
        assert!(choosing.same_screen(&CitizenPlace::Request { id: "1".into(), checking: true }));
        assert!(!choosing.same_screen(&CitizenPlace::request("2")));
        assert!(!choosing.same_screen(&CitizenPlace::Requests));
    }
}
