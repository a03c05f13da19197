// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One filing on one page: what was filed, what the person had seen and decided,
//! what happened, and what must happen by when.

mod acting;
mod filed;
mod form;
mod head;
mod recipients;
mod seen;
mod timeline;

use crate::app::App;
use crate::client::spawn;
use crate::frame::calendar::Calendar;
use crate::frame::fetched;
use crate::handler::desk::to_desk;
use crate::parts::bits::{Weight, button};
use crate::parts::el::{El, State, el};
use crate::wire::case::Case;
use acting::Work;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

/// The screen; `changed` is called when something was recorded.
pub fn screen(app: &App, id: &str, changed: Rc<dyn Fn()>) -> El {
    let path = ["filings/", id].concat();
    let shown: fetched::Fetched = State::new(None);
    let calendar = Rc::new(Calendar::new(app));
    let work = Work::open(app, id, &path, &shown, calendar.clone(), changed);
    let inner = app.clone();
    fetched::screen(app, path, shown, to_desk, move |reply| {
        let case = Rc::new(Case::read(&reply.body, &inner.settings.language));
        work.came(&case, &reply.version);
        page(&inner, &calendar, &case, &work)
    })
}

fn page(app: &App, calendar: &Calendar, case: &Rc<Case>, work: &Work) -> El {
    let main = el("div")
        .class("ss-case-main")
        .child(work.draw())
        .child(filed::section(app, case))
        .maybe(seen::origin(app, case))
        .maybe(seen::consent(app, case))
        .maybe(recipients::section(app, case, work))
        .child(timeline::section(app, case));
    let beside = el("aside")
        .class("ss-case-beside")
        .attr("aria-label", &app.t("case.beside"))
        .child(head::clock(app, calendar, case))
        .child(head::known(app, calendar, case))
        .maybe(seen::committee(app, case))
        .maybe(head::alike(app, calendar, case));
    el("div")
        .class("ss-case")
        .child(to_desk(app))
        .child(head::top(app, case))
        .child(el("div").class("ss-case-columns").child(main).child(beside))
}

/// A button that saves what stands at a path as a file: never shown inside the page.
fn save(app: &App, label: &str, path: String, media_type: &'static str, name: String) -> El {
    let saver = app.clone();
    button(Weight::Quiet, label, move || {
        let app = saver.clone();
        let saving = app.host.save(&path, media_type, &name);
        spawn(async move {
            let saved = JsFuture::from(saving).await.is_ok();
            app.say(app.t(if saved { "receipt.saved" } else { "receipt.not-saved" }));
        });
    })
}
