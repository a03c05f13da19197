// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Where the person is. The page's address belongs to the municipality, so a
//! place is kept in the state of the browser's history, as one short word.

/// Which receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceiptOf {
    /// Of one confirmation.
    Decision(String),
    /// Of one record as it stands.
    Record(String),
}

/// A place in the widget.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
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

impl Place {
    /// One request, at its first step.
    pub fn request(id: &str) -> Self {
        Self::Request { id: id.to_owned(), checking: false }
    }

    /// The place as one word.
    pub fn word(&self) -> String {
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

    /// Reads what [`Place::word`] wrote.
    pub fn parse(word: &str) -> Option<Self> {
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

    /// Whether both are drawn by one screen.
    pub fn same_screen(&self, other: &Self) -> bool {
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
            Place::Requests,
            Place::Request { id: id(), checking: false },
            Place::Request { id: id(), checking: true },
            Place::Consents,
            Place::Record(id()),
            Place::Receipt(ReceiptOf::Decision(id())),
            Place::Receipt(ReceiptOf::Record(id())),
        ];
        for place in places {
            assert_eq!(Place::parse(&place.word()), Some(place));
        }
    }

    #[test]
    fn an_unknown_word_is_no_place() {
        for word in ["", "request", "requests/1", "request/1/send", "somewhere/1"] {
            assert_eq!(Place::parse(word), None, "{word}");
        }
    }

    #[test]
    fn choosing_and_checking_are_one_screen() {
        let choosing = Place::request("1");
        assert!(choosing.same_screen(&Place::Request { id: "1".into(), checking: true }));
        assert!(!choosing.same_screen(&Place::request("2")));
        assert!(!choosing.same_screen(&Place::Requests));
    }
}
