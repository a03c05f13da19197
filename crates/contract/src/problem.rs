// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Everything that can go wrong, as a closed list (RFC 9457). A widget chooses
//! the sentence for the person from the type, never from the server's `detail`.

use serde::{Deserialize, Serialize};

macro_rules! problem_types {
    ($($(#[$doc:meta])* $name:ident = $slug:tt, $status:literal, $title:literal;)+) => {
        /// The type of a problem: a URI that never changes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum ProblemType {
            $($(#[$doc])* #[serde(rename = $slug)] $name,)+
        }

        impl ProblemType {
            /// Every problem type, for tests and tables.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The URI on the wire.
            pub fn uri(self) -> &'static str {
                match self { $(Self::$name => $slug),+ }
            }

            /// The HTTP status that goes with it.
            pub fn status(self) -> u16 {
                match self { $(Self::$name => $status),+ }
            }

            /// A short title for an operator, in English.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title),+ }
            }
        }
    };
}

problem_types! {
    /// One or more inputs are not accepted; `invalidParams` lists all of them.
    InvalidInput = "urn:samenspraak:problem:invalid-input", 400, "The input is not accepted";
    /// Nobody is signed in, or the session ended.
    NotSignedIn = "urn:samenspraak:problem:not-signed-in", 401, "Sign in first";
    /// The role of the person signed in may not do this.
    NotAllowed = "urn:samenspraak:problem:not-allowed", 403, "This role may not do this";
    /// The person signed in is not among those whose answer is needed.
    WrongSignatory = "urn:samenspraak:problem:wrong-signatory", 403, "This person's answer is not asked";
    /// There is nothing here, or nothing that this person may know of (M2).
    NotFound = "urn:samenspraak:problem:not-found", 404, "Not found";
    /// The path exists, the method does not.
    MethodNotAllowed = "urn:samenspraak:problem:method-not-allowed", 405, "Method not allowed";
    /// None of the forms asked for can be given.
    NotAcceptable = "urn:samenspraak:problem:not-acceptable", 406, "Form not available";
    /// The text or the scope changed since it was shown. Nothing was recorded.
    NoticeOutdated = "urn:samenspraak:problem:notice-outdated", 409, "The text that was shown is outdated";
    /// This person already answered this item. Nothing was recorded.
    AlreadyDecided = "urn:samenspraak:problem:already-decided", 409, "Already answered";
    /// The last day to answer passed.
    RequestLapsed = "urn:samenspraak:problem:request-lapsed", 409, "The last day to answer has passed";
    /// The record's status does not allow this event.
    TransitionNotAllowed = "urn:samenspraak:problem:transition-not-allowed", 409, "Not possible in this status";
    /// The same idempotency key came with another body.
    IdempotencyKeyReused = "urn:samenspraak:problem:idempotency-key-reused", 409, "Idempotency key used for another body";
    /// The record changed since it was read (`If-Match`).
    PreconditionFailed = "urn:samenspraak:problem:precondition-failed", 412, "Changed since it was read";
    /// The body is larger than the limit.
    PayloadTooLarge = "urn:samenspraak:problem:payload-too-large", 413, "The body is too large";
    /// The body is not `application/json`.
    UnsupportedMediaType = "urn:samenspraak:problem:unsupported-media-type", 415, "Media type not supported";
    /// A change came without `If-Match`.
    PreconditionRequired = "urn:samenspraak:problem:precondition-required", 428, "If-Match is required";
    /// Too many requests in a short time.
    TooManyRequests = "urn:samenspraak:problem:too-many-requests", 429, "Too many requests";
    /// The server failed. Nothing was recorded.
    Internal = "urn:samenspraak:problem:internal", 500, "Something went wrong";
    /// The server cannot answer now.
    Unavailable = "urn:samenspraak:problem:unavailable", 503, "Temporarily unavailable";
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $slug:tt;)+) => {
        /// Why one input is not accepted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum InvalidReason {
            $($(#[$doc])* #[serde(rename = $slug)] $name,)+
        }

        impl InvalidReason {
            /// Every reason, for tests and tables.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word on the wire.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $slug),+ }
            }
        }
    };
}

reasons! {
    /// It does not have the form the contract describes.
    Malformed = "malformed";
    /// The party is not in the catalogue (A11).
    UnknownParty = "unknown-party";
    /// The purpose is not in the catalogue.
    UnknownPurpose = "unknown-purpose";
    /// The data type is not in the catalogue, or not in this item.
    UnknownDatum = "unknown-datum";
    /// The ground is not in the catalogue (B1).
    UnknownLegalBasis = "unknown-legal-basis";
    /// The retention rule is not in the catalogue.
    UnknownRetention = "unknown-retention";
    /// The item is not in this request.
    UnknownItem = "unknown-item";
    /// A wildcard stands where a name must stand (A2).
    Wildcard = "wildcard";
    /// The same thing is named twice.
    Duplicate = "duplicate";
    /// A text is empty.
    EmptyText = "empty-text";
    /// The purpose is "for later use" (A8).
    FutureUse = "future-use";
    /// The consequences of yes or of no are missing (A5).
    MissingConsequences = "missing-consequences";
    /// Consent is asked for what the law already decides (principle 1).
    LawDecides = "law-decides";
    /// Information has consent as its ground, or what rests on the law has no activity
    /// behind it (B1).
    NoLegalGround = "no-legal-ground";
    /// A question has no kind of consent, or one that does not go with its ground; to
    /// agree with the help is no ground to share data.
    GroundIsNotConsent = "ground-is-not-consent";
    /// The party's agreement ended (N4).
    AgreementExpired = "agreement-expired";
    /// The recipient is outside the European Economic Area (B13).
    OutsideEea = "outside-eea";
    /// Data of a closed regime would leave it (B7, B14).
    ClosedRegime = "closed-regime";
    /// Content would go where only *that* is allowed: by a provider, or into the
    /// referral index (I7, H7).
    ContentFromProvider = "content-from-provider";
    /// The municipality already holds it (E6).
    AlreadyHeld = "already-held";
    /// The date is in the past.
    DateInPast = "date-in-past";
    /// The date is too late, or before the first one.
    DateOutOfRange = "date-out-of-range";
    /// The people named may not or need not sign at this age (F2).
    WrongSignatories = "wrong-signatories";
    /// Other people sign by the last day to answer: a birthday lies before it (F2).
    SignatoriesChange = "signatories-change";
    /// It is not what was recorded about this client (F2, F6).
    NotAsRecorded = "not-as-recorded";
    /// A representative without valid proof (F6).
    RepresentationMissing = "representation-missing";
    /// A text holds what looks like a BSN (D1).
    BsnInText = "bsn-in-text";
    /// An answer is given to an item that is information only.
    InformationItem = "information-item";
    /// An item that awaits an answer has none.
    MissingItem = "missing-item";
    /// A data type of the item has no answer.
    MissingAnswer = "missing-answer";
    /// Both *not now* and an answer.
    DeferredWithAnswers = "deferred-with-answers";
    /// It cannot be replaced: not there, of somebody else, or already replaced.
    NotReplaceable = "not-replaceable";
    /// The date is in the future.
    DateInFuture = "date-in-future";
    /// A member that this kind of thing needs is missing.
    Missing = "missing";
    /// A member that this kind of thing does not have.
    NotApplicable = "not-applicable";
    /// The line, consent or attachment is not there for this person, or the entry not
    /// in the catalogue.
    UnknownReference = "unknown-reference";
    /// The person is not represented by the caller (F6).
    NotRepresented = "not-represented";
    /// It was this kind before: forwarding would go in a circle.
    ForwardedInCircle = "forwarded-in-circle";
    /// Withholding, or withholding longer, without a day to look again (H4).
    ReviewDateMissing = "review-date-missing";
    /// A step of the assessment is not answered (E1).
    StepMissing = "step-missing";
    /// An item is not what the six steps produced (E1).
    NotAssessed = "not-assessed";
    /// Consent would not be free (GDPR recital 43).
    ConsentNotFree = "consent-not-free";
    /// More parties or data than the level of triage allows (E9, E10).
    OverTriageNorm = "over-triage-norm";
    /// A decision that needs a second person names none, or the one who decides (H2).
    SecondPersonMissing = "second-person-missing";
    /// The ground does not carry this kind of decision (H1, H11).
    GroundDoesNotFit = "ground-does-not-fit";
    /// Nobody said no to it, or somebody still has to answer it (F7).
    NotRefused = "not-refused";
    /// What was done without a network was on its way too long.
    TooLongAgo = "too-long-ago";
}

/// One input that is not accepted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct InvalidParam {
    /// JSON pointer (RFC 6901) into the body, or the name of a parameter or header.
    pub name: String,
    /// Why.
    pub reason: InvalidReason,
    /// A sentence for the developer or worker, in English, without personal data.
    pub detail: String,
}

/// A problem document (`application/problem+json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// What kind of problem.
    #[serde(rename = "type")]
    pub problem_type: ProblemType,
    /// A short title.
    pub title: String,
    /// The HTTP status.
    #[cfg_attr(feature = "openapi", schema(minimum = 400, maximum = 599))]
    pub status: u16,
    /// What happened, for an operator, without personal data.
    pub detail: String,
    /// All inputs that are not accepted, at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_params: Vec<InvalidParam>,
}

impl Problem {
    /// A problem of a type with a sentence for the operator.
    pub fn new(problem_type: ProblemType, detail: impl Into<String>) -> Self {
        Self {
            problem_type,
            title: problem_type.title().to_owned(),
            status: problem_type.status(),
            detail: detail.into(),
            invalid_params: Vec::new(),
        }
    }

    /// All invalid inputs at once, as one problem.
    pub fn invalid(invalid_params: Vec<InvalidParam>) -> Self {
        let mut problem = Self::new(ProblemType::InvalidInput, "See invalidParams; nothing was changed.");
        problem.invalid_params = invalid_params;
        problem
    }
}

#[cfg(feature = "openapi")]
mod schema {
    use super::{InvalidReason, ProblemType};
    use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

    // Written out, because a derive does not see a name that comes from a macro.
    fn words(description: &str, words: Vec<&'static str>) -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some(description))
            .enum_values(Some(words))
            .into()
    }

    impl utoipa::PartialSchema for ProblemType {
        fn schema() -> RefOr<Schema> {
            let uris = Self::ALL.iter().map(|problem| problem.uri()).collect();
            words("The type of a problem: a URI that never changes.", uris)
        }
    }

    impl utoipa::PartialSchema for InvalidReason {
        fn schema() -> RefOr<Schema> {
            words("Why one input is not accepted.", Self::ALL.iter().map(|reason| reason.code()).collect())
        }
    }

    impl utoipa::ToSchema for ProblemType {}
    impl utoipa::ToSchema for InvalidReason {}
}
