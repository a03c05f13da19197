// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One record of my consents: how it stands, what may be done about it, what
//! was agreed and what happened since.

mod asking;
mod history;
mod work;

use crate::app::App;
use crate::citizen::consents::{people, reason, to_consents};
use crate::flow::history::{Group, Stand, group_of, stand_of};
use crate::flow::place::{CitizenPlace, ReceiptOf};
use crate::flow::stop::News;
use crate::frame::fetched;
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, badge, button, facts, heading, paragraph, title, words};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, State, el};
use crate::parts::pair::{marked_line, pair};
use crate::parts::question::{more, question};
use crate::wire::record::Record;
use std::cell::Cell;
use std::rc::Rc;
use work::Work;

/// The id of the heading that says how it stands: where the focus goes when
/// something changed.
const STATUS: &str = "ss-status";

/// The screen.
pub fn screen(app: &App, id: &str) -> El {
    let path = ["consent-records/", id].concat();
    let (record, news): (fetched::Fetched, _) = (State::new(None), Rc::new(Cell::new(None)));
    let (inner, again) = (app.clone(), path.clone());
    fetched::screen(app, path, record.clone(), to_consents, move |reply| {
        let read = Rc::new(Record::read(&reply.body, &inner.settings.language));
        let work = Work::open(&inner, read.clone(), &reply.version, &again, &record, &news);
        page(&inner, &read, work, news.take())
    })
}

fn page(app: &App, record: &Record, work: Work, news: Option<News>) -> El {
    el("div")
        .class("ss-narrow")
        .child(to_consents(app))
        .child(title(&app.t("record.title")))
        .child(pair(app, el("p").class("nl-paragraph nl-paragraph--lead ss-lead"), &record.item))
        .child(status(app, record, work, news))
        .child(card(app, record))
        .child(history::section(app, record))
        .child(el("div").class("ss-actions").maybe(receipt(app, record)).child(objection(app, record)))
        .child(contact_block(app, &record.request.contact))
}

fn status(app: &App, record: &Record, work: Work, news: Option<News>) -> El {
    let tone = if group_of(record) == Group::Shared { " ss-state--shared" } else { "" };
    let news = news.map(|news| {
        let words = app.t(&["record.news.", news.word()].concat());
        alert(if news.is_recorded() { "ok" } else { "warning" }, vec![paragraph(&words)])
    });
    el("section")
        .class(&["ss-state", tone].concat())
        .attr("aria-labelledby", STATUS)
        .maybe(news)
        .child(heading(2, &app.texts.code("status", &record.status)).id(STATUS).attr("tabindex", "-1"))
        .child(paragraph(&reason(app, record)))
        .child(people(app, record))
        .child(work.draw())
}

fn card(app: &App, record: &Record) -> El {
    let item = &record.item;
    let mut lines = el("ul").class("ss-check");
    for datum in &item.data {
        let stand = stand_of(record, &datum.id);
        let tone = match stand {
            Stand::Shared | Stand::Allowed => "yes",
            Stand::Refused | Stand::Stopped => "no",
            Stand::Open => "later",
        };
        let special = datum.special.is_some().then(|| badge("special", &app.t("badge.special")));
        let name = el("p").class("ss-datum-name").text(&datum.name).text(" ").maybe(special);
        let stand = app.t(&["record.stand.", stand.word()].concat());
        lines = lines.child(marked_line(tone, name, &stand));
    }
    let last = record.end_date.as_deref().unwrap_or(&item.end_date);
    let (from, until) = (app.host.day(&item.start_date), app.host.day(last));
    el("article")
        .class("ss-card")
        .child(question(app, &record.request, item))
        .child(lines)
        .child(facts(vec![
            (app.t("ground.why"), words(&item.ground)),
            (app.t("period"), words(&app.fill("period.from-to", &[("from", &from), ("to", &until)]))),
        ]))
        .child(more(app, item))
}

// Disagreeing starts at what it is about (J1).
fn objection(app: &App, record: &Record) -> El {
    let (to, door) = (app.clone(), ["door/consent-record/", &record.id, "/objection"].concat());
    button(Weight::Quiet, &app.t("record.object"), move || to.go_to(door.clone()))
}

// Who said nothing yet has nothing to take home.
fn receipt(app: &App, record: &Record) -> Option<El> {
    let mut mine = record.events.iter().filter_map(|event| event.by.as_ref());
    mine.any(|by| app.is_me(by)).then(|| {
        let (to, place) = (app.clone(), CitizenPlace::Receipt(ReceiptOf::Record(record.id.clone())));
        button(Weight::Other, &app.t("record.receipt"), move || to.go(place.clone()))
    })
}
