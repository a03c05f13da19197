// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Step 3: it is recorded, and what comes next.

use crate::app::App;
use crate::flow::place::{CitizenPlace, ReceiptOf};
use crate::journey::Journey;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, heading, lead, paragraph, title};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, el};
use crate::parts::steps::steps;

/// The screen.
pub fn screen(app: &App, journey: &Journey) -> El {
    let (request, decision) = (journey.request(), journey.decision());
    let when = app.fill("done.when", &[("moment", &app.host.moment(&decision.recorded_at))]);
    let next = if decision.awaits_others() { "done.awaits" } else { "done.next" };
    let to = |place: CitizenPlace| {
        let app = app.clone();
        move || app.go(place.clone())
    };
    let receipt = CitizenPlace::Receipt(ReceiptOf::Decision(decision.id.clone()));
    el("div")
        .class("ss-narrow")
        .child(steps(app, 3))
        .child(title(&app.t("done.title")))
        .child(lead(&when))
        .child(alert("ok", vec![heading(2, &app.t("done.what-next")), paragraph(&app.t(next))]))
        .child(
            el("div")
                .class("ss-actions ss-elsewhere")
                .child(button(Weight::Main, &app.t("done.receipt"), to(receipt)))
                .child(button(Weight::Other, &app.t("done.consents"), to(CitizenPlace::Consents))),
        )
        .child(contact_block(app, &request.contact))
}
