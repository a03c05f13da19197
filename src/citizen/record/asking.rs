// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the person sees of stopping and extending: the buttons, the calm
//! question before anything happens, and what did not arrive yet.

use crate::citizen::record::work::Work;
use crate::flow::history::stoppable;
use crate::flow::stop::{Event, Step, Want};
use crate::frame::stage::stage;
use crate::frame::standstill;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, heading, paragraph};
use crate::parts::el::{El, el};
use crate::parts::pair::{names, spoken};
use crate::wire::request::Datum;

impl Work {
    /// The buttons, or what came of them.
    pub fn draw(self) -> El {
        let app = self.0.app.clone();
        stage(&app, move || match self.0.step.get() {
            Step::Looking => self.buttons(),
            Step::Asking(want) => self.ask(want),
            Step::Sending => {
                let words = self.0.app.t("record.sending");
                el("p").class("ss-later-note").attr("tabindex", "-1").attr("role", "status").text(&words)
            }
            Step::Offline => self.waits("record.offline", false),
            Step::SignedOut => self.waits("record.signed-out", true),
        })
    }

    fn buttons(&self) -> El {
        let record = &self.0.record;
        let several = stoppable(record).len() > 1;
        let wants = [
            (Want::Stop, "record.stop", record.allows("withdrawn")),
            (Want::StopPart, "record.stop-part", several && record.allows("withdrawn")),
            (Want::Extend, "record.extend", self.latest().is_some()),
        ];
        let mut buttons = el("div").class("ss-actions");
        for (want, key, possible) in wants {
            if possible {
                buttons = buttons.child(self.button(want, key));
            }
        }
        buttons
    }

    fn button(&self, want: Want, key: &str) -> El {
        let (work, app) = (self.clone(), &self.0.app);
        button(Weight::Other, &app.t(key), move || {
            work.fire(Event::Wanted(want));
        })
        .id(want_id(want))
        .attr("aria-label", &spoken(app, key, &self.0.record.item))
    }

    fn ask(&self, want: Want) -> El {
        let key = match want {
            Want::Stop => "record.ask.stop",
            Want::StopPart => "record.ask.stop-part",
            Want::Extend => "record.ask.extend",
        };
        let part = |end: &str| [key, end].concat();
        let (app, item) = (&self.0.app, &self.0.record.item);
        let stopping = stoppable(&self.0.record);
        let is_stopping = |id: &str| stopping.iter().any(|datum| datum.id == id);
        let day = |iso: Option<&str>| iso.map(|iso| app.host.day(iso)).unwrap_or_default();
        let text = app.fill(
            &part(".text"),
            &[
                ("source", &item.source.in_sentence),
                ("recipient", &item.recipient.in_sentence),
                ("data", &names(app, item, &is_stopping)),
                ("old", &day(self.0.record.end_date.as_deref())),
                ("new", &day(self.latest().as_deref())),
            ],
        );
        let after = (want != Want::Extend).then(|| paragraph(&app.t("record.ask.shared-before")));
        let consequence = (want == Want::Stop).then(|| paragraph(&item.if_refused));
        let (yes, no) = (self.clone(), self.clone());
        el("div")
            .class("ss-ask")
            .attr("role", "group")
            .attr("aria-labelledby", "ss-ask")
            .child(heading(3, &app.t(&part(".title"))).id("ss-ask").attr("tabindex", "-1"))
            .child(paragraph(&text))
            .maybe(consequence)
            .maybe((want == Want::StopPart).then(|| self.boxes(&stopping)))
            .maybe(after)
            .child(
                el("div")
                    .class("ss-actions ss-actions--equal")
                    .child(button(Weight::Other, &app.t("record.ask.no"), move || no.went_back(want)))
                    .child(button(Weight::Main, &app.t(&part(".yes")), move || yes.confirm(want))),
            )
    }

    fn went_back(&self, want: Want) {
        self.0.picked.borrow_mut().clear();
        self.0.none_picked.set(false);
        self.0.app.focus_next.replace(Some(want_id(want).into()));
        self.fire(Event::WentBack);
    }

    // One box a datum, none of them ticked.
    fn boxes(&self, stopping: &[&Datum]) -> El {
        let (app, item) = (&self.0.app, &self.0.record.item);
        let mut boxes =
            el("fieldset").class("ss-ticks").child(el("legend").text(&spoken(app, "record.ask.which", item)));
        for datum in stopping {
            boxes = boxes.child(self.tick(datum));
        }
        let missing = self.0.none_picked.clone();
        let wrong = app.clone();
        boxes.child(el("p").class("ss-wrong").id("ss-pick").attr("role", "alert").live_text(move || {
            match missing.get() {
                true => wrong.t("record.ask.pick"),
                false => String::new(),
            }
        }))
    }

    fn tick(&self, datum: &Datum) -> El {
        let (work, id) = (self.clone(), datum.id.clone());
        let tick = el("input").attr("type", "checkbox").attr("aria-describedby", "ss-pick").on(
            "change",
            move |_| {
                let mut picked = work.0.picked.borrow_mut();
                match picked.iter().position(|known| *known == id) {
                    Some(at) => drop(picked.remove(at)),
                    None => picked.push(id.clone()),
                }
            },
        );
        el("label").class("ss-tick").child(tick).child(el("span").text(&datum.name))
    }

    // The change is kept and the person knows it.
    fn waits(&self, key: &str, signed_out: bool) -> El {
        let (app, again) = (&self.0.app, self.clone());
        let title = heading(3, &app.t(&[key, ".title"].concat())).attr("tabindex", "-1");
        let sign_in = if signed_out { standstill::sign_in(app) } else { None };
        let press = button(Weight::Main, &app.t("action.again"), move || again.try_again());
        let actions = el("div").class("ss-actions").maybe(sign_in).child(press);
        alert("warning", vec![title, paragraph(&app.t(&[key, ".text"].concat())), actions])
    }
}

fn want_id(want: Want) -> &'static str {
    match want {
        Want::Stop => "ss-stop",
        Want::StopPart => "ss-stop-part",
        Want::Extend => "ss-extend",
    }
}
