// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What can be written, as data: what is expected, and what is added.

use crate::disclosure::DisclosureChange;
use crate::facts::{DecisionFacts, PresentationFacts, Replay, StoredResponse};
use crate::filing::FilingChange;
use crate::intake::IntakeChange;
use crate::tally::Count;
use samenspraak_contract::id::{ConsentRecordId, ConsentRequestId, ControllerId};
use samenspraak_contract::record::ConsentEvent;
use samenspraak_rules::facts::{RecordFacts, RequestFacts};

/// One change of one controller. A store takes all of it or nothing.
#[derive(Clone, Debug)]
pub struct Change {
    /// The controller whose store it changes.
    pub controller: ControllerId,
    /// Expected: this request was not replaced by a newer one.
    pub still_current: Option<ConsentRequestId>,
    /// A new request. When it names one in `replaces`, that one is marked, and
    /// is expected not to have been replaced before.
    pub request: Option<RequestFacts>,
    /// New records.
    pub records: Vec<RecordFacts>,
    /// Events for records that are there.
    pub appends: Vec<Append>,
    /// A new presentation.
    pub presentation: Option<PresentationFacts>,
    /// A new decision.
    pub decision: Option<DecisionFacts>,
    /// What happened to data.
    pub disclosures: DisclosureChange,
    /// Requests, objections and complaints.
    pub filings: FilingChange,
    /// What goes before a question, and what follows a no.
    pub intake: IntakeChange,
    /// What is counted, without a person.
    pub counts: Vec<Count>,
    /// What to answer when the same is sent again.
    pub replay: Option<Replay>,
}

/// Events for one record.
#[derive(Clone, Debug)]
pub struct Append {
    /// The record.
    pub record_id: ConsentRecordId,
    /// Expected: it has exactly this many events.
    pub expected_version: u32,
    /// What to add, oldest first.
    pub events: Vec<ConsentEvent>,
}

/// What came of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It is stored, for good.
    Stored,
    /// The same was stored before, under the same key; nothing was added.
    Replayed(StoredResponse),
}

impl Change {
    /// A change that adds nothing yet.
    pub fn new(controller: ControllerId) -> Self {
        Self {
            controller,
            still_current: None,
            request: None,
            records: Vec::new(),
            appends: Vec::new(),
            presentation: None,
            decision: None,
            disclosures: DisclosureChange::default(),
            filings: FilingChange::default(),
            intake: IntakeChange::default(),
            counts: Vec::new(),
            replay: None,
        }
    }
}
