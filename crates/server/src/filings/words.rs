// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The words on the copy of a filing, on a letter and in a spreadsheet, in Dutch
//! (B1) and English.

use crate::receipt::words::Words;
use samenspraak_contract::filing::{ComplaintMatter, DeadlineStanding, FilingKind, FilingStatus, Outcome};

impl Words {
    /// What is asked, as a noun with its article where Dutch has one.
    pub fn filing(self, kind: FilingKind) -> &'static str {
        self.pick(match kind {
            FilingKind::Access => ("verzoek om uw gegevens te zien", "request to see your data"),
            FilingKind::Rectification => ("verzoek om gegevens te verbeteren", "request to correct data"),
            FilingKind::Erasure => ("verzoek om gegevens weg te halen", "request to remove data"),
            FilingKind::Restriction => {
                ("verzoek om gegevens even niet te gebruiken", "request not to use data for now")
            }
            FilingKind::Portability => {
                ("verzoek om een kopie van uw gegevens", "request for a copy of your data")
            }
            FilingKind::Objection => {
                ("bezwaar tegen het gebruik van gegevens", "objection to the use of data")
            }
            FilingKind::AdministrativeObjection => ("bezwaar tegen een besluit", "objection to a decision"),
            FilingKind::Complaint => ("klacht", "complaint"),
        })
    }

    /// Where it is in its life.
    pub fn filing_status(self, status: FilingStatus) -> &'static str {
        self.pick(match status {
            FilingStatus::Received => ("ontvangen", "received"),
            FilingStatus::InProgress => ("in behandeling", "being dealt with"),
            FilingStatus::AwaitingInformation => ("wacht op informatie", "waiting for information"),
            FilingStatus::Decided => ("beantwoord", "answered"),
            FilingStatus::Withdrawn => ("ingetrokken", "taken back"),
            FilingStatus::SentOn => ("doorgestuurd", "sent on"),
        })
    }

    /// How it was decided. A complaint is right or not; a request is granted or not.
    pub fn outcome(self, kind: FilingKind, outcome: Outcome) -> &'static str {
        let complaint = kind == FilingKind::Complaint;
        self.pick(match outcome {
            Outcome::Granted if complaint => ("U heeft gelijk.", "You are right."),
            Outcome::PartlyGranted if complaint => ("U heeft voor een deel gelijk.", "You are partly right."),
            Outcome::Refused if complaint => ("U krijgt geen gelijk.", "You are not right."),
            Outcome::Granted => ("Wij zeggen ja.", "We say yes."),
            Outcome::PartlyGranted => ("Wij zeggen voor een deel ja.", "We partly say yes."),
            Outcome::Refused => ("Wij zeggen nee.", "We say no."),
        })
    }

    /// What a complaint is about.
    pub fn matter(self, matter: ComplaintMatter) -> &'static str {
        self.pick(match matter {
            ComplaintMatter::Conduct => ("hoe iemand met u omging", "how somebody treated you"),
            ComplaintMatter::DataExchange => ("hoe er met gegevens is omgegaan", "how data were handled"),
            ComplaintMatter::Other => ("iets anders", "something else"),
        })
    }

    /// How close the day is.
    pub fn deadline(self, standing: DeadlineStanding) -> &'static str {
        self.pick(match standing {
            DeadlineStanding::OnTime => ("op tijd", "on time"),
            DeadlineStanding::Approaching => ("bijna te laat", "almost late"),
            DeadlineStanding::Missed => ("te laat", "late"),
            DeadlineStanding::Suspended => ("staat stil", "stands still"),
            DeadlineStanding::Closed => ("klaar", "closed"),
        })
    }
}
