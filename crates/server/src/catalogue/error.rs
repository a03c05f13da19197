// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which file and which key is wrong.

use std::path::PathBuf;

/// Why a configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// A file or directory cannot be read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// What was to be read.
        path: PathBuf,
        /// Why it was not.
        source: std::io::Error,
    },
    /// A file is not TOML, or has a key too many, too few or of another type.
    #[error("{file}: {key}: {message}")]
    Malformed {
        /// The file, inside the configuration directory.
        file: String,
        /// The entry, or empty for the whole file.
        key: String,
        /// What is wrong with it.
        message: String,
    },
    /// An entry contradicts another, or lacks what the law asks of it.
    #[error("{file}: {key}: {reason}")]
    Invalid {
        /// The file, inside the configuration directory.
        file: String,
        /// The entry.
        key: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl CatalogueError {
    pub(super) fn invalid(file: &str, key: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Invalid { file: file.to_owned(), key: key.into(), reason: reason.into() }
    }
}
