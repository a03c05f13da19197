// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! My consents: everything this person was asked and answered, what is shared
//! now first.

use crate::app::App;
use crate::change::Change;
use crate::client::{Reply, spawn};
use crate::flow::history::{Group, group_of, last_word, stoppable};
use crate::flow::place::CitizenPlace;
use crate::flow::stop::Want;
use crate::frame::fetched;
use crate::parts::bits::{Weight, badge, button, heading, lead, paragraph, quietly, title};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, State, el, focus, inside};
use crate::parts::pair::{names, pair, spoken};
use crate::wire::record::Record;
use std::rc::Rc;

const PATH: &str = "consent-records";

type Pages = State<Vec<Rc<Reply>>>;

/// What is shown: everything, or one group.
const FILTERS: [(Option<Group>, &str); 3] = [
    (None, "consents.filter.all"),
    (Some(Group::Shared), "consents.filter.shared"),
    (Some(Group::Ended), "consents.filter.ended"),
];

/// The screen.
pub fn screen(app: &App) -> El {
    let inner = app.clone();
    fetched::screen(app, PATH.into(), State::new(None), to_consents, move |reply| {
        let pages = State::new(vec![reply.clone()]);
        let filter = State::new(None);
        el("div")
            .child(title(&inner.t("consents.title")))
            .child(lead(&inner.t("consents.lead")))
            .child(filters(&inner, &filter))
            .child(groups(&inner, &pages, filter))
            .child(contact_block(&inner, &inner.configuration.controller.contact))
    })
}

fn filters(app: &App, filter: &State<Option<Group>>) -> El {
    let mut group =
        el("div").class("ss-filters").attr("role", "group").attr("aria-label", &app.t("consents.filter"));
    for (which, key) in FILTERS {
        group = group.child(filter_button(app, filter, which, app.t(key)));
    }
    group
}

fn filter_button(app: &App, filter: &State<Option<Group>>, which: Option<Group>, words: String) -> El {
    let (app, chosen, now, label) = (app.clone(), filter.clone(), filter.clone(), words.clone());
    button(Weight::Quiet, &label, move || {
        chosen.set(which);
        app.say(app.fill("consents.filter.said", &[("which", &words)]));
    })
    .class("ss-filter")
    .watch(move |it| {
        let _ = it.0.set_attribute("aria-pressed", if now.get() == which { "true" } else { "false" });
    })
}

fn read(app: &App, pages: &[Rc<Reply>]) -> Vec<Record> {
    let language = &app.settings.language;
    let mut records = Vec::new();
    for page in pages {
        records.append(&mut page.body.list("items", |json| Record::read(json, language)));
    }
    records
}

fn groups(app: &App, pages: &Pages, filter: State<Option<Group>>) -> El {
    let (app, pages) = (app.clone(), pages.clone());
    el("div").live(move || {
        let records = pages.with(|pages| read(&app, pages));
        let only = filter.get();
        let mut shown = el("div");
        for group in Group::ALL {
            if only.is_none_or(|only| only == group) {
                shown = shown.maybe(section(&app, group, &records));
            }
        }
        if shown.0.first_child().is_none() {
            let key = if records.is_empty() { "consents.none" } else { "consents.none-here" };
            shown = shown.child(el("div").class("ss-card ss-card--law").child(paragraph(&app.t(key))));
        }
        Some(shown.maybe(more(&app, &pages, records.len())))
    })
}

fn section(app: &App, group: Group, records: &[Record]) -> Option<El> {
    let mut rows = el("ul").class("ss-rows");
    for record in records {
        if group_of(record) == group {
            rows = rows.child(row(app, group, record));
        }
    }
    rows.0.first_child()?;
    let key = ["consents.group.", group.word()].concat();
    Some(el("section").class("ss-group").child(heading(2, &app.t(&key))).child(rows))
}

fn row_id(record: &Record) -> String {
    ["ss-r-", &record.id].concat()
}

fn row(app: &App, group: Group, record: &Record) -> El {
    let item = &record.item;
    let shown = |datum: &str| group != Group::Shared || record.is_shared(datum);
    let parties = heading(3, "").id(&row_id(record)).attr("tabindex", "-1");
    let tone = if group == Group::Shared { "yes" } else { "plain" };
    el("li")
        .class("ss-row")
        .child(
            el("div")
                .class("ss-row-head")
                .child(pair(app, parties, item))
                .child(badge(tone, &app.texts.code("status", &record.status))),
        )
        .child(el("p").text(&names(app, item, &shown)))
        .child(quietly(&app.fill("consents.purpose", &[("purpose", &item.purpose)])))
        .child(quietly(&reason(app, record)))
        .child(people(app, record))
        .maybe(on_its_way(app, record))
        .child(doors(app, group, record))
}

/// In one sentence, why it stands as it stands.
pub fn reason(app: &App, record: &Record) -> String {
    let day = record.end_date.as_deref().unwrap_or(&record.item.end_date);
    let together =
        record.status == "refused" && last_word(record).is_some_and(|event| event.kind != "refused");
    let code = if together { "not-everybody" } else { &record.status };
    app.fill(&["consents.reason.", code].concat(), &[("date", &app.host.day(day))])
}

/// Who it is about, and who acted, when that is somebody else (F6).
pub fn people(app: &App, record: &Record) -> El {
    let (mut people, subject) = (el("div"), &record.request.subject);
    if !app.is_me(subject) {
        people = people.child(quietly(&app.fill("consents.about", &[("name", &subject.name)])));
    }
    if let Some(event) = last_word(record)
        && let Some(by) = &event.by
        && !app.is_me(by)
    {
        let capacity = app.texts.code("record.capacity", &event.capacity);
        let acted = app.fill("consents.acted", &[("name", &by.name), ("capacity", &capacity)]);
        people = people.child(quietly(&acted));
    }
    people
}

fn on_its_way(app: &App, record: &Record) -> Option<El> {
    Change::find(&app.person()?.id, &record.id)?;
    Some(el("p").class("ss-later-note").text(&app.t("consents.on-its-way")))
}

fn doors(app: &App, group: Group, record: &Record) -> El {
    let (place, key) = match group {
        Group::Open => (CitizenPlace::request(&record.request.id), "consents.answer"),
        _ => (CitizenPlace::Record(record.id.clone()), "consents.look"),
    };
    let mut doors = el("div").class("ss-doors").child(door(app, record, place.clone(), key, None));
    // Stopping starts here, so that it takes no more presses than a yes (A10).
    let stops = record.allows("withdrawn");
    let several = stops && stoppable(record).len() > 1;
    for (want, key, possible) in
        [(Want::Stop, "consents.stop", stops), (Want::StopPart, "consents.stop-part", several)]
    {
        if possible {
            doors = doors.child(door(app, record, place.clone(), key, Some(want)));
        }
    }
    doors
}

fn door(app: &App, record: &Record, place: CitizenPlace, key: &str, want: Option<Want>) -> El {
    let to = app.clone();
    let label = spoken(app, key, &record.item);
    let press = move || {
        to.want_next.set(want);
        to.go(place.clone());
    };
    button(Weight::Quiet, &app.t(key), press).attr("aria-label", &label)
}

fn more(app: &App, pages: &Pages, known: usize) -> Option<El> {
    let cursor = pages.peek_with(|pages| pages.last()?.body.optional("nextCursor"))?;
    let (to, pages) = (app.clone(), pages.clone());
    Some(button(Weight::Other, &app.t("consents.more"), move || {
        let (app, pages, path) = (to.clone(), pages.clone(), [PATH, "?cursor=", &cursor].concat());
        spawn(async move {
            match app.client.get(&path).await {
                Ok(reply) => {
                    pages.update(|pages| pages.push(Rc::new(reply)));
                    go_on_reading(&app, &pages, known);
                }
                Err(_) => app.say(app.t("not-loaded.title")),
            }
        });
    }))
}

/// The way back to all consents.
pub fn to_consents(app: &App) -> El {
    let to = app.clone();
    button(Weight::Quiet, &app.t("consents.all"), move || to.go(CitizenPlace::Consents))
        .class("nl-link ss-quiet ss-back")
}

// Who pressed *more* goes on at the first of what came.
fn go_on_reading(app: &App, pages: &Pages, known: usize) {
    let records = pages.peek_with(|pages| read(app, pages));
    app.say(app.count("consents.came", (records.len() - known) as u32));
    let first =
        records.get(known).and_then(|record| inside(&app.host.root(), &["#", &row_id(record)].concat()));
    if let Some(first) = first {
        focus(&first);
    }
}
