// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! That something was shared which could not be told before, and may be now (H6).

use crate::app::App;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, paragraph};
use crate::parts::el::El;

/// The notice, when there is something to tell.
pub fn notice(app: &App) -> Option<El> {
    (app.configuration.untold > 0).then(|| {
        let to = app.clone();
        let look = button(Weight::Other, &app.t("untold.look"), move || to.go_to("happened".into()));
        alert("warning", vec![paragraph(&app.t("untold")), look])
    })
}
