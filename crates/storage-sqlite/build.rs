// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A new migration is a new build.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
