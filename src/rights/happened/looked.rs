// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A line of who looked at the consents and filings of a person: the role, never a
//! name (I3).

use crate::flow::place::{CitizenPlace, FrontDoor, OriginKind, Place, RightsPlace, Wanted};
use crate::parts::bits::heading;
use crate::parts::el::{El, el};
use crate::rights::happened::line::{Pen, action};
use crate::wire::disclosure::Consultation;

impl Pen<'_> {
    /// The line. `number` is its place in the list.
    pub fn looked(&self, number: usize, seen: &Consultation) -> El {
        let app = self.app;
        let moment = self.clock.moment(&seen.at);
        let whose = if self.own { "" } else { "-other" };
        let who = match app.texts.code("happened.role", &seen.role) {
            unknown if unknown.is_empty() => app.t("happened.role.staff"),
            known => known,
        };
        let sentence = app.fill(&["happened.looked.", &seen.kind, whose].concat(), &[("who", &who)]);
        let spoken = [&*sentence, ", ", &moment.words].concat();
        let ask = FrontDoor {
            wanted: Some(Wanted::Access),
            ..match &*seen.kind {
                "consent-record" => FrontDoor::about(OriginKind::ConsentRecord, &seen.thing, None),
                _ => FrontDoor::default(),
            }
        };
        el("li")
            .class("ss-event")
            .attr("data-line", &number.to_string())
            .attr("data-tone", "looked")
            .child(
                el("p").class("ss-quietly").child(el("time").attr("datetime", &seen.at).text(&moment.words)),
            )
            .child(heading(3, &sentence).attr("tabindex", "-1"))
            .child(
                el("div")
                    .class("ss-event-doors")
                    .child(action(
                        &app.t("happened.ask"),
                        &spoken,
                        "data-go",
                        &RightsPlace::FrontDoor(ask).word(),
                    ))
                    .maybe(
                        place_of(seen)
                            .map(|place| action(&app.t("happened.look-at-it"), &spoken, "data-go", &place)),
                    ),
            )
    }
}

fn place_of(seen: &Consultation) -> Option<String> {
    let thing = seen.thing.clone();
    match &*seen.kind {
        "consent-request" => Some(CitizenPlace::request(&thing).word()),
        "consent-record" => Some(CitizenPlace::Record(thing).word()),
        "filing" => Some(RightsPlace::Filing(thing).word()),
        _ => None,
    }
}
