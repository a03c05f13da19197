// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The frame around every screen: who is signed in, the navigation, the live
//! region; and what stands there before and instead of a screen.

use crate::app::{App, Inner};
use crate::client::{Client, Failure, spawn};
use crate::config::Settings;
use crate::draft;
use crate::flow::place::{COMPLAINT, Place};
use crate::frame::leaving::{Notice, notices};
use crate::frame::stage::stage;
use crate::frame::views::views;
use crate::frame::{Room, standstill};
use crate::host::{Host, SharedHost};
use crate::parts::bits::{Weight, button};
use crate::parts::el::{El, State, effect, el};
use crate::text::Texts;
use crate::wire::configuration::Configuration;
use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
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
pub struct Shell<R> {
    // The app before the municipality and the person are known.
    bare: App,
    standing: State<Standing>,
    notice: State<Notice>,
    room: PhantomData<R>,
}

impl<R: Room> Shell<R> {
    /// Draws the frame and starts to fetch what belongs in it.
    pub fn open(host: Host) -> Self {
        let bare = bare_app::<R::Place>(Rc::new(host));
        let standing = State::new(Standing::Opening);
        let shell = Self { bare, standing, notice: State::new(Notice::None), room: PhantomData };
        shell.draw();
        shell.clone().fetch();
        shell
    }

    /// The browser went to another entry of its history.
    pub fn travelled(&self, place: &str) {
        if let Standing::Open(app) = self.standing.peek()
            && (app.has_place)(place)
        {
            app.touched.set(true);
            app.place.set(place.to_owned());
        }
    }

    /// The screens of this place are on their way, or did not come; with an empty
    /// word nobody is leaving any more.
    pub fn leaving(&self, place: &str, lost: bool) {
        self.notice.set(match (place, lost) {
            ("", _) => Notice::None,
            (_, false) => Notice::Coming,
            (place, true) => Notice::Lost(place.to_owned()),
        });
    }

    /// The browser is online again.
    pub fn online(&self) {
        match self.standing.peek() {
            Standing::Open(app) => app.came_online(),
            Standing::Unreachable => self.clone().fetch(),
            _ => {}
        }
    }

    /// The visit stands otherwise than before.
    #[cfg(feature = "staff")]
    pub fn visited(&self) {
        self.bare.visited.update(|times| *times += 1);
    }

    /// The screen is about to be cleared, or somebody is there after all.
    pub fn idle(&self, warning: bool) {
        self.notice.set(if warning { Notice::Idle } else { Notice::None });
    }

    /// Clears the screen and everything kept (shared computers, M5).
    pub fn clear(&self) {
        draft::wipe_all_but("");
        self.notice.set(Notice::None);
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
        let root = root.child(live).child(notices(&app, &self.notice)).child(screen);
        if R::TAKES_COMPLAINTS {
            let _ = root.child(self.complaint());
        }
    }

    fn screen(&self) -> El {
        match self.standing.get() {
            Standing::Opening => standstill::loading(&self.bare),
            Standing::Unreachable => {
                let shell = self.clone();
                standstill::not_loaded(&self.bare, move || shell.clone().fetch())
            }
            Standing::Cleared => standstill::cleared(&self.bare),
            Standing::Open(app) => frame::<R>(&app),
        }
    }

    // On every screen, once the page's own words have made room; but not where it
    // leads to.
    fn complaint(&self) -> El {
        let (app, to, standing) = (self.bare.clone(), self.bare.clone(), self.standing.clone());
        let ask = button(Weight::Quiet, &app.t("shell.complain"), move || to.go_to(COMPLAINT.into()));
        el("p").class("ss-complaint").child(ask).shown(move || {
            let stands = matches!(standing.get(), Standing::Open(_));
            stands && app.place.with(|place| !place.starts_with(COMPLAINT))
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
        // Somebody else's choices are never shown, and never sent (F7). Of a client who
        // has the screen they stay: the client's own screens see to it that only those do.
        if let Some(person) = app.person()
            && !is_turned()
        {
            draft::wipe_all_but(&person.id);
        }
        let known = |word: &String| (app.has_place)(word);
        let begin = app.host.remembered().filter(known).or_else(|| app.settings.start.clone().filter(known));
        match begin {
            Some(word) => app.place.set(word),
            None if app.person().is_some() => R::welcome(&app).await,
            None => {}
        }
        if !is_open::<R::Place>(&app, app.at().as_ref()) {
            app.host.emit("error", "not-signed-in");
        } else if app.configuration.idle_timeout_ms > 0 {
            app.host.watch_idle(app.configuration.idle_timeout_ms);
        }
        let host = app.host.clone();
        self.standing.set(Standing::Open(app));
        host.ready();
    }

    fn failed(&self, failure: Failure) {
        self.bare.host.fail(failure.problem().uri());
        self.standing.set(Standing::Unreachable);
    }
}

// Whether the page was loaded anew while a client had the screen: `visit/screen.js` says so.
fn is_turned() -> bool {
    cfg!(feature = "staff") && draft::is_kept("samenspraak-turned")
}

fn bare_app<P: Place>(host: SharedHost) -> App {
    let settings = Settings::read(|name| host.attribute(name));
    App::new(Inner {
        client: Client::new(host.clone()),
        texts: Texts::new(texts_of(&host)),
        configuration: Configuration::default(),
        place: State::new(P::default().word()),
        has_place: |word| P::parse(word).is_some(),
        said: State::new(String::new()),
        online: State::new(0),
        #[cfg(feature = "staff")]
        visited: State::new(0),
        #[cfg(feature = "staff")]
        kept: RefCell::new(None),
        // Who came from another artefact pressed something there.
        touched: Rc::new(Cell::new(host.came_from_elsewhere())),
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
        has_place: bare.has_place,
        said: bare.said.clone(),
        online: bare.online.clone(),
        #[cfg(feature = "staff")]
        visited: bare.visited.clone(),
        #[cfg(feature = "staff")]
        kept: RefCell::new(None),
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

fn frame<R: Room>(app: &App) -> El {
    let top = app.person().map(|person| {
        let who = app.fill("shell.signed-in", &[("name", &person.name)]);
        let who = R::standing(app).unwrap_or_else(|| el("p").class("ss-signed-in").text(&who));
        el("header").class("ss-top").child(views::<R>(app)).child(who)
    });
    el("div").class("ss-frame").maybe(R::banner(app)).maybe(top).child(places::<R>(app))
}

fn is_open<P: Place>(app: &App, place: Option<&P>) -> bool {
    app.person().is_some() || place.is_some_and(P::is_public)
}

fn places<R: Room>(app: &App) -> El {
    let (app, shown) = (app.clone(), State::new(app.at::<R::Place>()));
    let (place, now) = (app.place.clone(), shown.clone());
    effect(Box::new(move || {
        let next = place.with(|word| R::Place::parse(word));
        let is_other = match (&now.peek(), &next) {
            (Some(now), Some(next)) => !now.same_screen(next),
            _ => true,
        };
        if is_other {
            now.set(next);
        }
    }));
    stage(&app.clone(), move || match shown.get() {
        Some(place) if is_open(&app, Some(&place)) => R::draw(&app, place),
        _ => standstill::signed_out(&app, R::SIGNED_OUT),
    })
}
