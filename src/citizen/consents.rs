// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! My consents: everything this person was asked and answered.

use crate::app::App;
use crate::parts::bits::title;
use crate::parts::el::{El, el};

/// The screen.
pub fn screen(app: &App) -> El {
    el("div").child(title(&app.t("consents.title")))
}
