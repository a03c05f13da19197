// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The wire types of the Samenspraak contract.
//!
//! Everything a widget and a backend say to each other is a type in this
//! crate, and nothing else is. The words are those of the GDPR, ISO/IEC TS
//! 27560 (consent records and receipts) and the W3C Data Privacy Vocabulary
//! (DPV); the Dutch term of law stands in each description.
//!
//! | module | what it names |
//! |---|---|
//! | [`assessment`] | the six steps that go before a question |
//! | [`attachment`] | documents that belong to a filing |
//! | [`catalogue`] | who may share what, for which purpose, on which ground |
//! | [`client`] | the people a worker sits with, and their households |
//! | [`configuration`] | what a widget must know before it asks anything |
//! | [`decision`] | the answers of one confirmation |
//! | [`desk`] | how a municipality deals with filings |
//! | [`disclosure`] | what really happened to the data, and who looked |
//! | [`disclosure_decision`] | the decision to share without consent |
//! | [`filing`] | requests, objections and complaints, and what follows on them |
//! | [`id`] | identifiers that cannot be mixed up |
//! | [`intake`] | what the catalogue says about intake |
//! | [`party`] | organisations, controllers and the people to call |
//! | [`person`] | the person the data are about, and who signs for them |
//! | [`presentation`] | what was shown, when and in which language |
//! | [`problem`] | everything that can go wrong, as a closed list |
//! | [`receipt`] | the proof a person takes home |
//! | [`record`] | what was expressed, as events; the status follows from them |
//! | [`refusal`] | what follows when the answer is no |
//! | [`request`] | the question, item by item |
//! | [`sorted`] | maps and sets, without the weight of a tree |
//! | [`statistics`] | figures for the council, never about a person |
//! | [`term`] | terms of law and the days they skip |
//! | [`text`] | sentences in several languages |

pub mod assessment;
pub mod attachment;
pub mod catalogue;
pub mod client;
pub mod configuration;
pub mod decision;
pub mod desk;
pub mod disclosure;
pub mod disclosure_decision;
pub mod filing;
pub mod id;
pub mod intake;
pub mod party;
pub mod person;
pub mod presentation;
pub mod problem;
pub mod receipt;
pub mod record;
pub mod refusal;
pub mod request;
pub mod sorted;
pub mod statistics;
pub mod term;
pub mod text;

/// Major version of the contract as it stands in every path.
pub const API_MAJOR: &str = "v1";

/// Full version of the contract, sent with every response as `API-Version`.
pub const API_VERSION: &str = "1.0.0";

/// One page of a list, newest first.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Page<T> {
    /// The entries of this page.
    pub items: Vec<T>,
    /// Opaque place to go on from; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}
