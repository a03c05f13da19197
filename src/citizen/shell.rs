// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The frame around every screen: who is signed in, the two views, the live
//! region; and what stands there before and instead of a screen.

use crate::app::{App, Inner};
use crate::citizen::stage::stage;
use crate::citizen::{consents, overview, receipt, record, request, standstill};
use crate::client::{Client, Failure, spawn};
use crate::config::Settings;
use crate::draft;
use crate::flow::place::Place;
use crate::host::{Host, SharedHost};
use crate::parts::bits::{Weight, button, paragraph};
use crate::parts::el::{El, State, effect, el};
use crate::text::Texts;
use crate::wire::configuration::Configuration;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What stands in the widget.
#[derive(Clone)]
enum Standing {
    Opening,
    Unreachable,
    Open(App),
    Cleared,
}

/// The frame of one widget.
#[derive(Clone)]
pub struct Shell {
    // The app before the municipality and the person are known.
    bare: App,
    standing: State<Standing>,
    warned: State<bool>,
}

impl Shell {
    /// Draws the frame and starts to fetch what belongs in it.
    pub fn open(host: Host) -> Self {
        let bare = bare_app(Rc::new(host));
        let shell = Self { bare, standing: State::new(Standing::Opening), warned: State::new(false) };
        shell.draw();
        shell.clone().fetch();
        shell
    }

    /// The browser went to another entry of its history.
    pub fn travelled(&self, place: &str) {
        if let (Standing::Open(app), Some(place)) = (self.standing.peek(), Place::parse(place)) {
            app.touched.set(true);
            app.place.set(place);
        }
    }

    /// The browser is online again.
    pub fn online(&self) {
        match self.standing.peek() {
            Standing::Open(app) => app.came_online(),
            Standing::Unreachable => self.clone().fetch(),
            _ => {}
        }
    }

    /// The screen is about to be cleared, or somebody is there after all.
    pub fn idle(&self, warning: bool) {
        self.warned.set(warning);
    }

    /// Clears the screen and everything kept (shared computers, M5).
    pub fn clear(&self) {
        draft::wipe_all_but("");
        self.warned.set(false);
        self.standing.set(Standing::Cleared);
    }

    fn draw(&self) {
        let (app, shell) = (self.bare.clone(), self.clone());
        let root = El(app.host.root().into());
        let touch = |event: &str, root: El| {
            let touched = app.touched.clone();
            root.on(event, move |_| touched.set(true))
        };
        let root = touch("keydown", touch("pointerdown", root));
        let said = app.said.clone();
        let live = el("p").class("ss-unseen").attr("role", "status").live_text(move || said.get());
        let screen = stage(&app, move || shell.screen());
        let _ = root.child(live).child(self.warning()).child(screen);
    }

    fn screen(&self) -> El {
        match self.standing.get() {
            Standing::Opening => standstill::loading(&self.bare),
            Standing::Unreachable => {
                let shell = self.clone();
                standstill::not_loaded(&self.bare, move || shell.clone().fetch())
            }
            Standing::Cleared => standstill::cleared(&self.bare),
            Standing::Open(app) if app.person().is_none() => standstill::signed_out(&app),
            Standing::Open(app) => frame(&app),
        }
    }

    fn warning(&self) -> El {
        let (app, warned) = (self.bare.clone(), self.warned.clone());
        el("div").class("ss-idle").live(move || {
            let app = app.clone();
            warned.get().then(|| {
                let host = app.host.clone();
                el("div")
                    .attr("role", "alert")
                    .class("utrecht-alert utrecht-alert--warning ss-alert")
                    .child(paragraph(&app.t("idle.warning")))
                    .child(button(Weight::Main, &app.t("idle.stay"), move || host.stir()))
            })
        })
    }

    fn fetch(self) {
        self.standing.set(Standing::Opening);
        spawn(async move {
            let settings = &self.bare.settings;
            let result = self.bare.client.get(&settings.configuration_path()).await;
            match result {
                Ok(reply) => self.opened(Configuration::read(&reply.body, &settings.language)).await,
                Err(failure) => self.failed(failure),
            }
        });
    }

    async fn opened(&self, configuration: Configuration) {
        let app = app_for(&self.bare, configuration);
        let Some(person) = app.person().map(|person| person.id.clone()) else {
            app.host.emit("error", "not-signed-in");
            return self.stand(app);
        };
        // Somebody else's choices are never shown, and never sent (F7).
        draft::wipe_all_but(&person);
        let remembered = app.host.remembered().and_then(|word| Place::parse(&word));
        match remembered.or_else(|| app.settings.start.clone()) {
            Some(place) => app.place.set(place),
            None => {
                // With one open question the person is led straight to it.
                if let Some(only) = overview::only_open(&app).await {
                    app.replace(Place::request(&only));
                }
            }
        }
        if app.configuration.idle_timeout_ms > 0 {
            app.host.watch_idle(app.configuration.idle_timeout_ms);
        }
        self.stand(app);
    }

    fn stand(&self, app: App) {
        let host = app.host.clone();
        self.standing.set(Standing::Open(app));
        host.ready();
    }

    fn failed(&self, failure: Failure) {
        self.bare.host.emit("error", failure.problem().uri());
        self.standing.set(Standing::Unreachable);
    }
}

fn bare_app(host: SharedHost) -> App {
    let settings = Settings::read(|name| host.attribute(name));
    App::new(Inner {
        client: Client::new(host.clone()),
        texts: Texts::new(texts_of(&host)),
        configuration: Configuration::default(),
        place: State::new(Place::default()),
        said: State::new(String::new()),
        online: State::new(0),
        touched: Rc::new(Cell::new(false)),
        focus_next: RefCell::new(None),
        want_next: Cell::new(None),
        settings,
        host,
    })
}

// The same signals, with the municipality's words and the person signed in.
fn app_for(bare: &App, mut configuration: Configuration) -> App {
    let texts = bare.texts.with_own_wording(std::mem::take(&mut configuration.texts));
    App::new(Inner {
        host: bare.host.clone(),
        settings: bare.settings.clone(),
        client: bare.client.clone(),
        texts,
        configuration,
        place: bare.place.clone(),
        said: bare.said.clone(),
        online: bare.online.clone(),
        touched: bare.touched.clone(),
        focus_next: RefCell::new(None),
        want_next: Cell::new(None),
    })
}

#[cfg(target_arch = "wasm32")]
fn texts_of(host: &Host) -> crate::json::Json {
    crate::json::Json(host.texts())
}

// There is no host outside the browser.
#[cfg(not(target_arch = "wasm32"))]
fn texts_of(_: &Host) -> crate::json::Json {
    crate::json::Json(Default::default())
}

fn frame(app: &App) -> El {
    let name = app.person().map(|person| person.name.clone()).unwrap_or_default();
    let who = app.fill("shell.signed-in", &[("name", &name)]);
    el("div")
        .class("ss-frame")
        .child(el("header").class("ss-top").child(views(app)).child(el("p").class("ss-signed-in").text(&who)))
        .child(places(app))
}

fn views(app: &App) -> El {
    let view = |place: Place, key: &str| {
        let (to, here, now) = (app.clone(), place.clone(), app.place.clone());
        el("button")
            .attr("type", "button")
            .class("ss-view")
            .text(&app.t(key))
            .watch(move |it| {
                let current = is_under(&now.get(), &here);
                let _ = if current {
                    it.0.set_attribute("aria-current", "page")
                } else {
                    it.0.remove_attribute("aria-current")
                };
            })
            .press(move || to.go(place.clone()))
    };
    el("nav")
        .class("ss-views")
        .attr("aria-label", &app.t("shell.views"))
        .child(view(Place::Requests, "shell.requests"))
        .child(view(Place::Consents, "shell.consents"))
}

// A request belongs to the requests; a record and its receipt to the consents.
fn is_under(place: &Place, view: &Place) -> bool {
    let asks = matches!(place, Place::Requests | Place::Request { .. });
    asks == (*view == Place::Requests)
}

fn places(app: &App) -> El {
    let (place, shown) = (app.place.clone(), State::new(app.place.peek()));
    let now = shown.clone();
    effect(Box::new(move || {
        let place = place.get();
        if !now.peek().same_screen(&place) {
            now.set(place);
        }
    }));
    let screens = app.clone();
    stage(app, move || match shown.get() {
        Place::Requests => overview::screen(&screens),
        Place::Request { id, .. } => request::screen(&screens, &id),
        Place::Consents => consents::screen(&screens),
        Place::Record(id) => record::screen(&screens, &id),
        Place::Receipt(of) => receipt::screen(&screens, &of),
    })
}
