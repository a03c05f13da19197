// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The conversation: with whom, what was answered so far, and what the rules say
//! about it. It is kept while another screen is shown; what outlives the widget is in
//! [`super::keeping`].

use crate::app::App;
use crate::client::{Reply, spawn};
use crate::flow::intake::{Asking, Draft, Piece, Sharing, Step, Walk, Wrong, assessment, sharings};
use crate::flow::place::StaffPlace;
use crate::frame::calendar::Calendar;
use crate::frame::fetched;
use crate::host::SharedHost;
use crate::intake::clients;
use crate::json::{Json, Writer};
use crate::parts::el::{El, State, el};
use crate::wire::intake::{Catalogue, Client, Verdict};
use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Deref;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

/// The conversation.
#[derive(Clone)]
pub struct Talk(Rc<Inner>);

/// What is behind [`Talk`].
#[derive(Default)]
pub struct Inner {
    host: OnceCell<SharedHost>,
    known: OnceCell<(Catalogue, Vec<Sharing>)>,
    /// Whether what the device kept was taken up.
    pub taken_up: Cell<bool>,
    /// With whom.
    pub client: RefCell<Option<Rc<Client>>>,
    /// What was answered so far.
    pub draft: RefCell<Draft>,
    /// How far it is.
    pub walk: Cell<Walk>,
    /// What was recorded a moment ago, to be told once.
    pub news: RefCell<String>,
    /// What was sent, with its key: the same once more gets the same key.
    pub sent: RefCell<Vec<(String, String)>>,
    /// Who the screen is turned to as soon as the request is made.
    pub turn_next: RefCell<Option<String>>,
    /// Goes up when an answer changes something else on the screen.
    pub shape: Follow<u32>,
    /// What is wrong or missing.
    pub wrongs: Follow<Vec<Wrong>>,
    /// Whether that is what is missing, and not what the rules said.
    pub gaps: Cell<bool>,
    /// What the rules say.
    pub verdict: Follow<Verdict>,
    /// Whether what was answered is on its way.
    pub busy: Follow<bool>,
}

/// A value that screens follow, empty to begin with.
pub struct Follow<T>(State<T>);

impl<T: Default> Default for Follow<T> {
    fn default() -> Self {
        Self(State::new(T::default()))
    }
}

impl<T> Deref for Follow<T> {
    type Target = State<T>;
    fn deref(&self) -> &State<T> {
        &self.0
    }
}

impl Deref for Talk {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// A screen of the conversation. Without a client, as after a reload, the clients: also by
/// address, or pressing one of them would lead to where one is already.
pub fn screen(app: &App, draw: impl Fn(&App, &Talk) -> El + 'static) -> El {
    let talk = Talk::of(app);
    if talk.client.borrow().is_none() {
        app.replace(StaffPlace::Clients);
        return el("div");
    }
    if talk.known.get().is_some() {
        return draw(app, &talk);
    }
    let inner = app.clone();
    fetched::screen(app, "catalogue".into(), State::new(None), clients::to_clients, move |reply| {
        talk.learn(&inner, reply);
        draw(&inner, &talk)
    })
}

impl Talk {
    /// The conversation of this widget.
    pub fn of(app: &App) -> Self {
        let mut kept = app.kept.borrow_mut();
        let known = kept.as_ref().and_then(|it| it.clone().downcast::<Inner>().ok());
        let inner = known.unwrap_or_default();
        *kept = Some(inner.clone());
        inner.host.get_or_init(|| app.host.clone());
        Self(inner)
    }

    /// The device.
    pub fn host(&self) -> &SharedHost {
        self.host.get().expect("a conversation is of a widget")
    }

    /// Learns what the steps go by.
    pub fn learn(&self, app: &App, reply: &Reply) {
        let catalogue = Catalogue::read(&reply.body, &app.settings.language);
        let all = sharings(&catalogue);
        let _ = self.known.set((catalogue, all));
    }

    /// What the steps go by. Screens of the conversation are drawn once it is there.
    pub fn catalogue(&self) -> &Catalogue {
        &self.known.get_or_init(Default::default).0
    }

    /// Everything that may be asked or told.
    pub fn all(&self) -> &[Sharing] {
        &self.known.get_or_init(Default::default).1
    }

    /// The client.
    pub fn with(&self) -> Rc<Client> {
        self.client.borrow().clone().unwrap_or_default()
    }

    /// Sits down with somebody else.
    pub fn sit_with(&self, client: &Rc<Client>) {
        self.client.replace(Some(client.clone()));
        self.clear();
    }

    /// Throws everything away that was answered.
    pub fn clear(&self) {
        self.draft.replace(Draft::default());
        self.walk.set(Walk::default());
        self.sent.borrow_mut().clear();
        self.wrongs.set(Vec::new());
        self.verdict.set(Verdict::default());
        let _ = self.keep();
    }

    /// Whether somebody is in the middle of it.
    pub fn is_begun(&self) -> bool {
        self.client.borrow().is_some() && self.draft.borrow().is_begun()
    }

    /// Stops before anything was begun: nothing is left but a count (E7).
    pub fn stop(&self, app: &App) {
        self.clear();
        self.client.replace(None);
        self.change(|_| ());
        abandoned(app);
    }

    /// Changes an answer that nothing else on the screen depends on.
    pub fn note(&self, change: impl FnOnce(&mut Draft)) {
        change(&mut self.draft.borrow_mut());
        let _ = self.keep();
    }

    /// Changes an answer.
    pub fn change(&self, change: impl FnOnce(&mut Draft)) {
        self.note(change);
        self.shape.update(|times| *times += 1);
    }

    /// Reads the answers, and follows them.
    pub fn follow<T>(&self, read: impl FnOnce(&Draft) -> T) -> T {
        self.shape.with(|_| ());
        read(&self.draft.borrow())
    }

    /// The items that follow from the answers.
    pub fn pieces(&self) -> Vec<Piece> {
        self.draft.borrow().pieces(self.catalogue(), self.all())
    }

    /// The first step in which something is missing.
    pub fn first_gap(&self) -> Option<Step> {
        self.draft.borrow().first_gap(self.catalogue(), self.all())
    }

    /// Changes words; what was missing there is not called wrong any more.
    pub fn write(&self, change: impl FnOnce(&mut Draft)) {
        if self.gaps.get() { self.change(change) } else { self.note(change) }
    }

    /// What is wrong at a control.
    pub fn wrong_at(&self, app: &App, id: &str) -> Option<String> {
        let wrong = self.wrongs.with(|wrongs| wrongs.iter().find(|it| it.id == id).cloned())?;
        let mended = self.gaps.get() && {
            let missing = |draft: &Draft| draft.missing(wrong.step, self.catalogue(), self.all());
            !self.follow(missing).contains(&wrong)
        };
        (!mended).then(|| self.told(app, &wrong))
    }

    /// What is wrong, in words.
    pub fn told(&self, app: &App, wrong: &Wrong) -> String {
        let known = self.catalogue();
        let datum = known.datum(&wrong.what).map(|it| it.datum.name.clone());
        let party = known.parties.iter().find(|it| it.id == wrong.what).map(|it| it.in_sentence.clone());
        let what = datum.or(party).unwrap_or_else(|| wrong.what.clone());
        let key = ["intake.wrong.", &wrong.why].concat();
        match app.texts.find(&key) {
            Some(_) => app.fill(&key, &[("what", &what)]),
            None => app.t("intake.wrong.other"),
        }
    }

    /// The assessment as it stands.
    pub fn written(&self, app: &App, pieces: &[Piece], ids: &[String]) -> String {
        let (client, calendar) = (self.with(), Calendar::new(app));
        let asking = asking(app, &client, &calendar.today);
        assessment(&self.draft.borrow(), self.catalogue(), self.all(), pieces, &asking, ids)
    }

    /// Has the rules judge what is asked for these items. `told` gets nothing when
    /// they could not.
    pub fn judge(&self, app: &App, pieces: &[Piece], told: impl FnOnce(Option<Verdict>) + 'static) {
        let judging = app.host.judge(&self.written(app, pieces, &[]));
        spawn(async move {
            let verdict = JsFuture::from(judging).await.ok();
            told(verdict.map(|it| Verdict::read(&parsed(it))));
        });
    }

    /// Has the rules count what is asked (E10).
    pub fn count(&self, app: &App) {
        let talk = self.clone();
        self.judge(app, &self.pieces(), move |verdict| talk.verdict.set(verdict.unwrap_or_default()));
    }

    /// Leaves a step by going on, when nothing is missing in it or before it.
    pub fn go_on(&self, app: &App, step: Step) {
        let missing = self.draft.borrow().missing(step, self.catalogue(), self.all());
        self.gaps.set(!missing.is_empty());
        if !missing.is_empty() {
            return self.wrongs.set(missing);
        }
        let (talk, inner, pieces) = (self.clone(), app.clone(), self.pieces());
        self.judge(app, &self.pieces(), move |verdict| {
            let Some(verdict) = verdict else {
                return talk.wrongs.set(vec![Wrong::new(step, "", "not-judged", "")]);
            };
            let wrongs = verdict.errors.iter().map(|(name, why)| Wrong::of(name, why, &pieces));
            let wrongs: Vec<Wrong> = wrongs.filter(|it| it.step <= step).collect();
            talk.passed(&inner, step, wrongs);
        });
    }

    fn passed(&self, app: &App, step: Step, wrongs: Vec<Wrong>) {
        let back = wrongs.iter().map(|it| it.step).min();
        self.wrongs.set(wrongs);
        match back {
            Some(back) if back < step => app.go(StaffPlace::Step(back)),
            Some(_) => {}
            None => {
                let mut walk = self.walk.get();
                walk.pass(step);
                self.walk.set(walk);
                let _ = self.keep();
                app.go(step.next().map_or(StaffPlace::Overview, StaffPlace::Step));
            }
        }
    }
}

/// Who asks, and whom to call (E13).
pub fn asking<'a>(app: &'a App, client: &'a Client, today: &'a str) -> Asking<'a> {
    let contact = &app.configuration.controller.contact;
    Asking {
        client,
        today,
        contact: app.person().map_or("", |person| &*person.name),
        telephone: contact.telephone.as_deref(),
        email: contact.email.as_deref(),
    }
}

// A count without a person. Without a network it is not worth keeping anything.
fn abandoned(app: &App) {
    let (client, key) = (app.client.clone(), app.host.uuid());
    let body = Writer::new().text("outcome", "abandoned").end();
    spawn(async move {
        let _ = client.post("intake-counts", &key, "", &body).await;
    });
}

/// What the visit gave.
#[cfg(target_arch = "wasm32")]
pub fn parsed(value: wasm_bindgen::JsValue) -> Json {
    Json(value)
}

/// There is no visit outside the browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn parsed(_: wasm_bindgen::JsValue) -> Json {
    Json(Default::default())
}
