// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Stopping and extending: the state machine of [`crate::flow::stop`] with the
//! buttons that move it and the network behind it.

use crate::app::App;
use crate::change::{Change, renewal, withdrawal};
use crate::citizen::fetched::{Fetched, fetch};
use crate::citizen::record::STATUS;
use crate::citizen::stage::stage;
use crate::citizen::standstill;
use crate::client::Reply;
use crate::flow::history::stoppable;
use crate::flow::stop::{Event, News, Step, Want, meaning, months_later};
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, heading, paragraph};
use crate::parts::el::{Alive, El, State, effect, el};
use crate::parts::pair::names;
use crate::wire::record::Record;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// What may be done about one record, under way.
#[derive(Clone)]
pub struct Work(Rc<Inner>);

struct Inner {
    app: App,
    record: Rc<Record>,
    version: String,
    path: String,
    shown: Fetched,
    news: Rc<Cell<Option<News>>>,
    step: State<Step>,
    picked: RefCell<Vec<String>>,
    none_picked: State<bool>,
    change: RefCell<Change>,
    alive: Alive,
}

impl Work {
    /// For the record as it was fetched. A change from before that did not
    /// arrive is sent again at once.
    pub fn open(
        app: &App,
        record: Rc<Record>,
        version: &str,
        path: &str,
        shown: &Fetched,
        news: &Rc<Cell<Option<News>>>,
    ) -> Self {
        let person = app.person().map(|person| &*person.id).unwrap_or_default();
        let kept = Change::find(person, &record.id);
        let resumed = kept.is_some();
        let work = Self(Rc::new(Inner {
            app: app.clone(),
            version: version.to_owned(),
            path: path.to_owned(),
            shown: shown.clone(),
            news: news.clone(),
            step: State::new(Step::Looking),
            picked: RefCell::default(),
            none_picked: State::new(false),
            change: RefCell::new(kept.unwrap_or_default()),
            alive: Alive::here(),
            record,
        }));
        if resumed {
            work.fire(Event::Resumed);
            work.clone().send();
        }
        work.come_back_online();
        work
    }

    fn fire(&self, event: Event) -> bool {
        let next = self.0.step.peek().next(event);
        if let Some(next) = next {
            self.0.step.set(next);
        }
        next.is_some()
    }

    fn come_back_online(&self) {
        let (work, online) = (self.clone(), self.0.app.online.clone());
        effect(Box::new(move || {
            if online.get() > 0 && work.0.step.peek() == Step::Offline {
                work.try_again();
            }
        }));
    }

    fn try_again(&self) {
        if self.fire(Event::TriedAgain) {
            self.clone().send();
        }
    }

    fn confirm(&self, want: Want) {
        let Some(body) = self.body(want) else {
            return self.0.none_picked.set(true);
        };
        let app = &self.0.app;
        self.0.change.replace(Change {
            person: app.person().map(|person| person.id.clone()).unwrap_or_default(),
            record: self.0.record.id.clone(),
            key: app.host.uuid(),
            version: self.0.version.clone(),
            body,
        });
        if self.fire(Event::Confirmed) {
            self.clone().send();
        }
    }

    // Nothing when the person still has to pick.
    fn body(&self, want: Want) -> Option<String> {
        let language = &self.0.app.settings.language;
        match want {
            Want::Stop => Some(withdrawal(&[], language)),
            Want::Extend => self.latest().map(|day| renewal(&day, language)),
            Want::StopPart => {
                let picked = self.0.picked.borrow();
                let everything = picked.len() == stoppable(&self.0.record).len();
                let named: &[String] = if everything { &[] } else { &picked };
                (!picked.is_empty()).then(|| withdrawal(named, language))
            }
        }
    }

    fn send(self) {
        spawn_local(async move {
            let change = self.0.change.borrow().clone();
            let result = change.deliver(&self.0.app.client).await;
            match result {
                Ok(reply) => self.recorded(&change, reply),
                Err(failure) => match meaning(failure.problem()) {
                    Ok(event) => {
                        self.fire(event);
                    }
                    Err(news) => self.refused(news),
                },
            }
        });
    }

    fn recorded(&self, change: &Change, reply: Reply) {
        let news = change.news();
        if matches!(news, News::Stopped | News::PartStopped) {
            self.0.app.host.emit("withdrawn", "");
        }
        self.tell(news);
        if self.0.alive.is_so() {
            self.0.shown.set(Some(Ok(Rc::new(reply))));
        }
    }

    // Nothing was recorded: the person sees how it stands now.
    fn refused(&self, news: News) {
        self.tell(news);
        if self.0.alive.is_so() {
            fetch(&self.0.app, &self.0.path, &self.0.shown);
        }
    }

    fn tell(&self, news: News) {
        let app = &self.0.app;
        self.0.news.set(Some(news));
        app.focus_next.replace(Some(STATUS.into()));
        app.say(app.t(&["record.news.", news.word()].concat()));
    }

    // The last day an extension may reach; nothing when that is no gain. The
    // date in UTC is never later than that of the municipality.
    fn latest(&self) -> Option<String> {
        let record = &self.0.record;
        let today = String::from(js_sys::Date::new_0().to_iso_string());
        let latest = months_later(&today, record.item.extendable_months)?;
        let now = record.end_date.clone()?;
        (record.allows("renewed") && latest > now).then_some(latest)
    }
}

// What the person sees.
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
        let buttons = wants.into_iter().filter(|(.., possible)| *possible).map(|(want, key, _)| {
            let work = self.clone();
            button(Weight::Other, &self.0.app.t(key), move || {
                work.fire(Event::Wanted(want));
            })
            .id(want_id(want))
            .attr("aria-label", &self.spoken(key))
        });
        el("div").class("ss-actions").children(buttons)
    }

    fn spoken(&self, key: &str) -> String {
        let (app, item) = (&self.0.app, &self.0.record.item);
        app.fill("consents.spoken", &[
            ("what", &app.t(key)),
            ("source", &item.source.in_sentence),
            ("recipient", &item.recipient.in_sentence),
            ("purpose", &item.purpose),
        ])
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
        let is_stopping = |id: &str| stopping.iter().any(|index| item.data[*index].id == id);
        let day = |iso: Option<&str>| iso.map(|iso| app.host.day(iso)).unwrap_or_default();
        let text = app.fill(&part(".text"), &[
            ("source", &item.source.in_sentence),
            ("recipient", &item.recipient.in_sentence),
            ("data", &names(app, item, is_stopping)),
            ("old", &day(self.0.record.end_date.as_deref())),
            ("new", &day(self.latest().as_deref())),
        ]);
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
    fn boxes(&self, stopping: &[usize]) -> El {
        let (app, item) = (&self.0.app, &self.0.record.item);
        let boxes = stopping.iter().map(|index| {
            let (work, id) = (self.clone(), item.data[*index].id.clone());
            let tick = el("input").attr("type", "checkbox").attr("aria-describedby", "ss-pick").on("change", move |_| {
                let mut picked = work.0.picked.borrow_mut();
                match picked.iter().position(|known| *known == id) {
                    Some(at) => drop(picked.remove(at)),
                    None => picked.push(id.clone()),
                }
            });
            el("label").class("ss-tick").child(tick).child(el("span").text(&item.data[*index].name))
        });
        let missing = self.0.none_picked.clone();
        let wrong = app.clone();
        el("fieldset")
            .class("ss-ticks")
            .child(el("legend").text(&self.spoken("record.ask.which")))
            .children(boxes)
            .child(el("p").class("ss-wrong").id("ss-pick").attr("role", "alert").live_text(move || match missing.get() {
                true => wrong.t("record.ask.pick"),
                false => String::new(),
            }))
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
