// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Stopping and extending: the state machine of [`crate::flow::stop`] with the
//! network behind it. What the person sees of it is in `asking.rs`.

use crate::app::App;
use crate::change::{Change, renewal, withdrawal};
use crate::citizen::record::STATUS;
use crate::client::{Reply, spawn};
use crate::flow::history::stoppable;
use crate::flow::stop::{Event, News, Step, Want, meaning, months_later};
use crate::frame::fetched::{Fetched, fetch_again};
use crate::parts::el::{Alive, State, effect};
use crate::wire::record::Record;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What may be done about one record, under way.
#[derive(Clone)]
pub struct Work(pub(super) Rc<Inner>);

/// What is behind [`Work`].
pub(super) struct Inner {
    pub(super) app: App,
    pub(super) record: Rc<Record>,
    version: String,
    path: String,
    shown: Fetched,
    news: Rc<Cell<Option<News>>>,
    pub(super) step: State<Step>,
    pub(super) picked: RefCell<Vec<String>>,
    pub(super) none_picked: State<bool>,
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
        } else if let Some(want) = app.want_next.take().filter(|_| work.0.record.allows("withdrawn")) {
            work.fire(Event::Wanted(want));
        }
        work.come_back_online();
        work
    }

    pub(super) fn fire(&self, event: Event) -> bool {
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

    pub(super) fn try_again(&self) {
        if self.fire(Event::TriedAgain) {
            self.clone().send();
        }
    }

    pub(super) fn confirm(&self, want: Want) {
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
        spawn(async move {
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
            fetch_again(&self.0.app, &self.0.path, &self.0.shown);
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
    pub(super) fn latest(&self) -> Option<String> {
        let record = &self.0.record;
        let today = String::from(js_sys::Date::new_0().to_iso_string());
        let latest = months_later(&today, record.item.extendable_months)?;
        let now = record.end_date.clone()?;
        (record.allows("renewed") && latest > now).then_some(latest)
    }
}
