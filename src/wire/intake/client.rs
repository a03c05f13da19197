// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The people a worker sits with.

use crate::flow::queue::fold;
use crate::json::{Json, Writer};

/// Somebody who signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signer {
    /// Pseudonym of the login.
    pub id: String,
    /// Name as the person is addressed.
    pub name: String,
    /// Code of the capacity.
    pub capacity: String,
}

/// Somebody who represents a client, with where that was read (F6).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Representative {
    /// Pseudonym of the login.
    pub id: String,
    /// Name as the person is addressed.
    pub name: String,
    /// Code of the capacity.
    pub capacity: String,
    /// Where it was read.
    pub source: String,
    /// First day it counts.
    pub start: String,
    /// Last day it counts; empty when there is none.
    pub end: String,
}

impl Representative {
    fn read(json: &Json) -> Self {
        let (person, proof) = (json.field("person"), json.field("representation"));
        Self {
            id: person.text("id"),
            name: person.text("displayName"),
            capacity: json.text("capacity"),
            source: proof.text("source"),
            start: proof.text("startDate"),
            end: proof.text("endDate"),
        }
    }
}

/// One request of a client, never with what anybody answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Its id.
    pub id: String,
    /// Code of its status.
    pub status: String,
    /// When it was asked, in UTC.
    pub at: String,
    /// Who still has to answer, or to be told.
    pub awaits: Vec<String>,
    /// Whether it only tells.
    pub notice: bool,
    /// Whether somebody said no, and nothing was recorded about what follows (G1).
    pub outcome_missing: bool,
}

/// A client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Client {
    /// Pseudonym of the login.
    pub id: String,
    /// Name as the person is addressed.
    pub name: String,
    /// Date of birth: decides who signs, and is shown only to who changes it (F2).
    pub birth_date: String,
    /// Id of the household; empty when it is not known.
    pub household: String,
    /// Code of the role in it.
    pub role: String,
    /// Reference of the case.
    pub case_reference: Option<String>,
    /// Who represents them, also who does not sign today.
    pub representatives: Vec<Representative>,
    /// Who signs today.
    pub signers: Vec<Signer>,
    /// Last day on which they do, as `2026-12-11`, when a birthday brings others (F2).
    pub signs_until: Option<String>,
    /// Whether nobody can sign today (F6).
    pub signatory_missing: bool,
    /// Their requests, newest first.
    pub requests: Vec<Asked>,
    /// Everything a search looks at, in small letters.
    pub searched: String,
    // As they go out: who it is about, and who signs.
    person: String,
    signatories: String,
}

impl Client {
    /// Reads a client.
    pub fn read(json: &Json) -> Self {
        let (person, household) = (json.field("person"), json.field("household"));
        let (name, case_reference) = (person.text("displayName"), json.optional("caseReference"));
        let searched = fold(&[&*name, " ", case_reference.as_deref().unwrap_or_default()].concat());
        Self {
            id: person.text("id"),
            name,
            birth_date: json.text("birthDate"),
            household: household.text("id"),
            role: household.text("role"),
            case_reference,
            representatives: json.list("representatives", Representative::read),
            signers: json.list("signatories", |it| {
                let person = it.field("person");
                Signer {
                    id: person.text("id"),
                    name: person.text("displayName"),
                    capacity: it.text("capacity"),
                }
            }),
            signs_until: json.optional("signatoriesUntil"),
            signatory_missing: json.flag("signatoryMissing"),
            requests: json.list("requests", |it| Asked {
                id: it.text("id"),
                status: it.text("status"),
                at: it.text("requestedAt"),
                awaits: it.texts("awaits"),
                notice: it.flag("notice"),
                outcome_missing: it.flag("outcomeMissing"),
            }),
            searched,
            person: person.written(),
            signatories: json.field("signatories").written(),
        }
    }

    /// Whose help it is about, as it goes out.
    pub fn subject(&self) -> String {
        Writer::new().json("person", &self.person).text("birthDate", &self.birth_date).end()
    }

    /// Everybody whose yes is needed, as it goes out.
    pub fn signatories(&self) -> &str {
        &self.signatories
    }

    /// How many of the requests stand like this; see [`Asked::stand`].
    pub fn standing(&self, stand: &str) -> usize {
        self.requests.iter().filter(|it| it.stand() == stand).count()
    }
}

impl Asked {
    /// The code of where it is: its status, and of a notice whether it was told.
    pub fn stand(&self) -> &str {
        match &*self.status {
            "open" if self.notice => "untold",
            "decided" if self.notice => "told",
            status => status,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use samenspraak_contract::client::Client as Contract;
    use samenspraak_contract::person::Signatory;
    use samenspraak_contract::request::NewSubject;

    #[test]
    fn a_client_is_read_as_the_contract_writes_one() {
        let contract: Contract = serde_json::from_str(
            r#"{"person": {"id": "sem", "displayName": "Sem Kuipers"}, "birthDate": "2012-05-01",
            "representatives": [], "household": {"id": "019a0000-0000-7000-8000-000000000001", "role": "child"},
            "caseReference": "DEMO-2", "signatoryMissing": false, "signatoriesUntil": "2028-04-30", "recordedAt": "2026-11-22T10:00:00Z",
            "signatories": [{"person": {"id": "sem", "displayName": "Sem Kuipers"}, "capacity": "data-subject"}],
            "requests": [{"id": "019a0000-0000-7000-8000-000000000002", "status": "open",
                "requestedAt": "2026-11-22T10:00:00Z", "awaits": ["sem"], "outcomeMissing": false},
                {"id": "019a0000-0000-7000-8000-000000000003", "status": "open", "notice": true,
                "requestedAt": "2026-11-22T10:00:00Z", "awaits": ["sem"], "outcomeMissing": false},
                {"id": "019a0000-0000-7000-8000-000000000004", "status": "decided", "notice": true,
                "requestedAt": "2026-11-22T10:00:00Z", "awaits": [], "outcomeMissing": false}]}"#,
        )
        .expect("a document of the contract");
        let read =
            Client::read(&Json::parse(&serde_json::to_string(&contract).expect("JSON")).expect("JSON"));
        assert_eq!(
            (&*read.name, &*read.role, &*read.signers[0].capacity),
            ("Sem Kuipers", "child", "data-subject")
        );
        assert_eq!(["open", "untold", "told", "decided"].map(|it| read.standing(it)), [1, 1, 1, 0]);
        assert!(read.searched.contains("demo-2"));
        assert_eq!(read.signs_until.as_deref(), Some("2028-04-30"));
        let subject: NewSubject = serde_json::from_str(&read.subject()).expect("a subject of the contract");
        assert_eq!(subject.birth_date, contract.birth_date);
        let signers: Vec<Signatory> = serde_json::from_str(read.signatories()).expect("signatories");
        assert_eq!(signers, contract.signatories);
    }
}
