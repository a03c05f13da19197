// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One record of my consents, with its history.

use crate::app::App;
use crate::parts::bits::title;
use crate::parts::el::{El, el};

/// The screen.
pub fn screen(app: &App, _id: &str) -> El {
    el("div").child(title(&app.t("record.title")))
}
