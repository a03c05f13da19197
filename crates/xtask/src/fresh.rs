// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Whether something has to be built again: a stamp holds a digest of all that went in.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// A digest of the content and the names of the files, and of all files below the folders, given
/// relative to `root`. What does not exist counts as empty.
pub fn digest(root: &Path, inputs: &[&str]) -> Result<String> {
    let mut files = Vec::new();
    for input in inputs {
        collect(&root.join(input), &mut files)?;
    }
    files.sort();
    let mut hasher = Sha256::new();
    for file in &files {
        let name = file.strip_prefix(root).unwrap_or(file).to_string_lossy();
        let content = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        for part in [name.as_bytes(), &content] {
            hasher.update(part.len().to_le_bytes());
            hasher.update(part);
        }
    }
    Ok(hex(&hasher.finalize()))
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// All files at or below `path`.
pub fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
    } else if path.is_dir() {
        for entry in fs::read_dir(path).with_context(|| format!("cannot list {}", path.display()))? {
            collect(&entry?.path(), files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("samenspraak-fresh-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("src/deep")).unwrap();
        fs::write(folder.join("src/a"), "one").unwrap();
        fs::write(folder.join("src/deep/b"), "two").unwrap();
        folder
    }

    #[test]
    fn unchanged_input_has_the_same_digest() {
        let root = folder("same");
        assert_eq!(digest(&root, &["src"]).unwrap(), digest(&root, &["src/deep", "src/a"]).unwrap());
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_changed_a_new_and_a_renamed_file_each_change_the_digest() {
        let root = folder("changed");
        let before = digest(&root, &["src"]).unwrap();
        fs::write(root.join("src/deep/b"), "three").unwrap();
        let changed = digest(&root, &["src"]).unwrap();
        fs::write(root.join("src/c"), "").unwrap();
        let added = digest(&root, &["src"]).unwrap();
        fs::rename(root.join("src/c"), root.join("src/d")).unwrap();
        let renamed = digest(&root, &["src"]).unwrap();
        let all = [before, changed, added, renamed];
        assert!((1..all.len()).all(|i| !all[..i].contains(&all[i])), "{all:?}");
        fs::remove_dir_all(root).unwrap();
    }
}
