// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The receipt of a confirmation or a record.

use crate::app::App;
use crate::flow::place::ReceiptOf;
use crate::parts::bits::title;
use crate::parts::el::{El, el};

/// The screen.
pub fn screen(app: &App, _of: &ReceiptOf) -> El {
    el("div").child(title(&app.t("receipt.title")))
}
