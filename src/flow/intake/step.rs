// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The steps and their order: none can be skipped, going back is free.

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// 1: for which task (taak).
    Task,
    /// 2: what the person asks for (doel en hulpvraag).
    Purpose,
    /// 3: which data are necessary (nodige gegevens).
    Data,
    /// 4: what they rest on (grondslag).
    Basis,
    /// 5: why they were collected (doelbinding).
    Limitation,
    /// 6: which secrecy binds whom (geheimhouding).
    Secrecy,
}

impl Step {
    /// All of them, in their order (B2).
    pub const ALL: [Self; 6] =
        [Self::Task, Self::Purpose, Self::Data, Self::Basis, Self::Limitation, Self::Secrecy];

    /// The word that chooses its sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Purpose => "purpose",
            Self::Data => "data",
            Self::Basis => "basis",
            Self::Limitation => "limitation",
            Self::Secrecy => "secrecy",
        }
    }

    /// 1 to 6.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The step of a number.
    pub fn of(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.number() == number)
    }

    /// The one after it; none after the last.
    pub fn next(self) -> Option<Self> {
        Self::of(self.number() + 1)
    }

    /// The one before it; none before the first.
    pub fn before(self) -> Option<Self> {
        Self::of(self.number() - 1)
    }

    /// The step that an error of the rules belongs to, by its JSON pointer.
    pub fn of_pointer(pointer: &str) -> Self {
        const OF_THE_BASIS: [&str; 6] = [
            "kind",
            "consentKind",
            "legalBasisId",
            "retentionId",
            "consequencesIfGiven",
            "consequencesIfRefused",
        ];
        let mut parts = pointer.split('/').skip(1);
        match parts.next() {
            Some("purpose") => Self::Purpose,
            Some("data" | "triage") => Self::Data,
            Some("items") if parts.nth(1).is_some_and(|field| OF_THE_BASIS.contains(&field)) => Self::Basis,
            Some("items") => Self::Data,
            Some("basis") => Self::Basis,
            Some("purposeLimitation") => Self::Limitation,
            Some("secrecy") => Self::Secrecy,
            _ => Self::Task,
        }
    }
}

/// How far somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// How many steps were answered and left by going on.
    passed: u8,
}

impl Walk {
    /// How many steps were answered and left by going on.
    pub fn passed(self) -> u8 {
        self.passed
    }

    /// So many steps were.
    pub fn after(passed: u32) -> Self {
        Self { passed: passed.min(u32::from(Step::Secrecy.number())) as u8 }
    }

    /// Whether a step may be opened: every step before it was left by going on, and
    /// `first_gap` is the first step in which something is missing now.
    pub fn may_open(self, step: Step, first_gap: Option<Step>) -> bool {
        step.number() <= self.passed + 1 && first_gap.is_none_or(|gap| step <= gap)
    }

    /// Whether all six are behind.
    pub fn is_done(self, first_gap: Option<Step>) -> bool {
        self.passed == Step::Secrecy.number() && first_gap.is_none()
    }

    /// Whether a step is answered and behind.
    pub fn is_behind(self, step: Step, first_gap: Option<Step>) -> bool {
        step.number() <= self.passed && first_gap.is_none_or(|gap| step < gap)
    }

    /// A step was answered and left by going on. One that was not open is not left.
    pub fn pass(&mut self, step: Step) {
        if step.number() == self.passed + 1 {
            self.passed += 1;
        }
    }
}
