// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The words on paper, in Dutch (B1) and English. A code of the wire becomes a
//! word that a person knows.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use samenspraak_contract::catalogue::{ClosedRegime, DataLevel, Domain, Ground};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::party::{PartyKind, SecrecyRegime};
use samenspraak_contract::person::Capacity;
use samenspraak_contract::record::{EventType, ExpressionMethod, Present, RecordStatus};
use samenspraak_contract::request::{ConsentKind, ItemKind};

/// The language of one paper: Dutch, unless the notice was in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    english: bool,
}

/// Dutch and English, side by side.
type Pair = (&'static str, &'static str);

const MONTHS: [Pair; 12] = [
    ("januari", "January"),
    ("februari", "February"),
    ("maart", "March"),
    ("april", "April"),
    ("mei", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augustus", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];

impl Words {
    /// The words for a notice in this language.
    pub fn of(language: &str) -> Self {
        Self { english: language == "en" }
    }

    /// The language tag of the paper.
    pub fn tag(self) -> &'static str {
        self.pick(("nl", "en"))
    }

    /// One of the two.
    pub fn pick(self, (dutch, english): Pair) -> &'static str {
        if self.english { english } else { dutch }
    }

    /// A day: `3 mei 2026`.
    pub fn day(self, date: NaiveDate) -> String {
        let month = MONTHS.get(date.month0() as usize).copied().unwrap_or_default();
        format!("{} {} {}", date.day(), self.pick(month), date.year())
    }

    /// A moment, as the clock in the Netherlands shows it.
    pub fn moment(self, instant: DateTime<Utc>) -> String {
        let local = instant.with_timezone(&chrono_tz::Europe::Amsterdam);
        let at = self.pick(("om", "at"));
        format!("{} {at} {:02}:{:02}", self.day(local.date_naive()), local.hour(), local.minute())
    }

    /// Where a record is in its life.
    pub fn status(self, status: RecordStatus) -> &'static str {
        self.pick(match status {
            RecordStatus::Requested => ("gevraagd, nog geen antwoord", "asked, not answered yet"),
            RecordStatus::Deferred => ("u denkt er nog over na", "you are still thinking"),
            RecordStatus::Pending => ("wacht op een ander", "waiting for somebody else"),
            RecordStatus::Given => ("toestemming gegeven", "consent given"),
            RecordStatus::Refused => ("geen toestemming", "no consent"),
            RecordStatus::Withdrawn => ("gestopt", "stopped"),
            RecordStatus::Expired => ("voorbij", "ended"),
            RecordStatus::Revoked => ("gestopt door de gemeente", "stopped by the municipality"),
            RecordStatus::Invalidated => ("telt niet", "does not count"),
            RecordStatus::Superseded => ("er is een nieuwe vraag", "there is a newer question"),
            RecordStatus::Review => ("wordt opnieuw bekeken", "is being looked at again"),
            RecordStatus::Lapsed => ("niet op tijd beantwoord", "not answered in time"),
        })
    }

    /// What happened.
    pub fn event(self, event: EventType) -> &'static str {
        self.pick(match event {
            EventType::Requested => ("gevraagd", "asked"),
            EventType::Deferred => ("nog niet gekozen", "not now"),
            EventType::Given => ("ja gezegd", "said yes"),
            EventType::Refused => ("nee gezegd", "said no"),
            EventType::Withdrawn => ("gestopt", "stopped"),
            EventType::Expired => ("voorbij", "ended"),
            EventType::Revoked => ("gestopt door de gemeente", "stopped by the municipality"),
            EventType::Invalidated => ("telt niet", "does not count"),
            EventType::Renewed => ("verlengd", "extended"),
            EventType::Superseded => ("nieuwe vraag", "newer question"),
            EventType::SignatoryMissing => ("iemand is er niet", "somebody is missing"),
        })
    }

    /// How it was expressed.
    pub fn method(self, method: ExpressionMethod) -> &'static str {
        self.pick(match method {
            ExpressionMethod::Digital => ("op het scherm", "on the screen"),
            ExpressionMethod::OralInConversation => ("in een gesprek", "in a conversation"),
            ExpressionMethod::Paper => ("op papier", "on paper"),
            ExpressionMethod::Assisted => ("met hulp van een ander", "with somebody's help"),
        })
    }

    /// In which role staff act.
    pub fn role(self, role: Role) -> &'static str {
        self.pick(match role {
            Role::Citizen => ("inwoner", "resident"),
            Role::IntakeWorker => ("medewerker intake", "intake worker"),
            Role::Coordinator => ("regisseur", "coordinator"),
            Role::ComplaintHandler => ("behandelaar", "handler"),
            Role::CommitteeSecretary => ("secretaris van de commissie", "secretary of the committee"),
            Role::DataProtectionOfficer => ("toezichthouder op privacy", "data protection officer"),
            Role::Auditor => ("controleur", "auditor"),
            Role::System => ("systeem", "system"),
        })
    }

    /// Who else was there.
    pub fn present(self, present: Present) -> &'static str {
        self.pick(match present {
            Present::Family => ("familie", "family"),
            Present::InformalCarer => ("mantelzorger", "informal carer"),
            Present::ClientSupporter => ("cliëntondersteuner", "client supporter"),
            Present::Interpreter => ("tolk", "interpreter"),
            Present::Professional => {
                ("iemand van een andere organisatie", "somebody of another organisation")
            }
        })
    }

    /// In which capacity somebody acts.
    pub fn capacity(self, capacity: Capacity) -> &'static str {
        self.pick(match capacity {
            Capacity::DataSubject => ("het gaat over u zelf", "it is about yourself"),
            Capacity::ParentWithAuthority => ("ouder met gezag", "parent with authority"),
            Capacity::Guardian => ("voogd", "guardian"),
            Capacity::Curator => ("curator", "curator"),
            Capacity::Mentor => ("mentor", "mentor"),
            Capacity::Administrator => ("bewindvoerder", "administrator"),
            Capacity::AuthorisedPerson => ("gemachtigde", "authorised person"),
        })
    }

    /// Which of the six grounds.
    pub fn ground(self, ground: Ground) -> &'static str {
        self.pick(match ground {
            Ground::Consent => ("toestemming", "consent"),
            Ground::Contract => ("overeenkomst", "contract"),
            Ground::LegalObligation => ("wettelijke plicht", "legal obligation"),
            Ground::VitalInterests => ("vitaal belang", "vital interests"),
            Ground::PublicTask => ("publieke taak", "public task"),
            Ground::LegitimateInterests => ("gerechtvaardigd belang", "legitimate interest"),
        })
    }

    /// A question, and of which kind, or information.
    pub fn kind(self, kind: ItemKind, consent: Option<ConsentKind>) -> &'static str {
        self.pick(match (kind, consent) {
            (ItemKind::Information, _) => ("informatie", "information"),
            (ItemKind::Consent, Some(ConsentKind::LiftSecrecy)) => {
                ("toestemming om te delen wat geheim is", "consent to share what is secret")
            }
            (ItemKind::Consent, Some(ConsentKind::AgreementWithHelp)) => ("ja op de hulp", "yes to the help"),
            (ItemKind::Consent, _) => ("toestemming om gegevens te delen", "consent to share data"),
        })
    }

    /// What a party is.
    pub fn party(self, kind: PartyKind) -> &'static str {
        self.pick(match kind {
            PartyKind::MunicipalUnit => ("deel van de gemeente", "part of the municipality"),
            PartyKind::CareProvider => ("aanbieder van hulp", "provider of help"),
            PartyKind::MedicalProfessional => ("arts of apotheek", "doctor or pharmacy"),
            PartyKind::PublicBody => ("overheid", "public body"),
            PartyKind::YouthProtection => ("jeugdbescherming", "youth protection"),
            PartyKind::LawEnforcement => ("politie of justitie", "police or prosecution"),
            PartyKind::HealthInsurer => ("zorgverzekeraar", "health insurer"),
            PartyKind::Education => ("school", "school"),
            PartyKind::DebtHelp => ("hulp bij schulden", "help with debts"),
        })
    }

    /// Why a party has to keep silent.
    pub fn secrecy(self, regime: SecrecyRegime) -> &'static str {
        self.pick(match regime {
            SecrecyRegime::Medical => ("medisch geheim", "medical secrecy"),
            SecrecyRegime::YouthHelp => ("geheim van de jeugdhulp", "secrecy of youth help"),
            SecrecyRegime::Official => ("geheim van de overheid", "official secrecy"),
            SecrecyRegime::ParticipationAct => ("geheim bij werk en inkomen", "secrecy of work and income"),
            SecrecyRegime::ClosedRegime => {
                ("geheim van politie en justitie", "secrecy of police and justice")
            }
            SecrecyRegime::Contractual => ("afgesproken in een contract", "agreed in a contract"),
        })
    }

    /// How much a type of data tells.
    pub fn level(self, level: DataLevel) -> &'static str {
        self.pick(match level {
            DataLevel::That => ("alleen dat het er is", "only that it exists"),
            DataLevel::Content => ("ook wat erin staat", "also what it holds"),
        })
    }

    /// A regime that data may not leave.
    pub fn regime(self, regime: ClosedRegime) -> &'static str {
        self.pick(match regime {
            ClosedRegime::Suwi => ("alleen voor werk en inkomen", "for work and income only"),
            ClosedRegime::PoliceData => ("gegevens van de politie", "police data"),
            ClosedRegime::JudicialData => ("gegevens van justitie", "judicial data"),
        })
    }

    /// The field of an act.
    pub fn domain(self, domain: Domain) -> &'static str {
        self.pick(match domain {
            Domain::SocialSupport => ("hulp en ondersteuning", "social support"),
            Domain::Youth => ("jeugdhulp", "youth help"),
            Domain::WorkAndIncome => ("werk en inkomen", "work and income"),
            Domain::DebtHelp => ("hulp bij schulden", "debt help"),
            Domain::HealthCare => ("zorg", "health care"),
            Domain::Safety => ("veiligheid", "safety"),
        })
    }
}
