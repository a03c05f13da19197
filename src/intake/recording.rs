// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Recording a client, or what changed about one: who it is, with whom they live, and
//! who represents them with which proof (F2, F4, F6). Online, in a visit without a
//! network and in practice it is the same: the visit's rules judge it.

mod drawn;

use crate::app::App;
use crate::client::{Reply, spawn};
use crate::flow::client::{Around, LIVING, ROLES, SAME, WITH, fields, has_no_login, pointer, wrongs};
use crate::flow::place::StaffPlace;
use crate::flow::sheet::{Sheet, word};
use crate::frame::calendar::Calendar;
use crate::frame::fetched;
use crate::intake::clients::{read, to_clients};
use crate::intake::keeping;
use crate::intake::sheet::{Changes, Filling, Form, Post, choices};
use crate::intake::talk::Talk;
use crate::parts::alert::alert;
use crate::parts::bits::paragraph;
use crate::parts::el::{El, State};
use crate::parts::field::Choice;
use crate::text::capital;
use crate::wire::intake::Client;
use std::rc::Rc;

const PATH: &str = "clients";

/// What is recorded, and what is known around it.
struct Recording {
    app: App,
    around: Around,
}

/// The screen of a new client.
pub fn new(app: &App) -> El {
    screen(app, String::new())
}

/// The screen of what changed about the client that was chosen.
pub fn changed(app: &App, talk: &Talk) -> El {
    screen(app, talk.with().id.clone())
}

fn screen(app: &App, id: String) -> El {
    let inner = app.clone();
    fetched::screen(app, "catalogue".into(), State::new(None), to_clients, move |catalogue| {
        let adult_from = catalogue.body.field("ageRule").number("adultFrom");
        let (app, id) = (inner.clone(), id.clone());
        keeping::screen(&inner, State::new(None), move |reply| {
            let mut others = read(reply);
            let client = others.iter().position(|it| it.id == id).map(|place| others.remove(place));
            // Somebody who is not there any more is not made anew.
            if client.is_none() && !id.is_empty() {
                return to_clients(&app);
            }
            let today = Calendar::new(&app).today;
            let around = Around { today, adult_from, client, others };
            Rc::new(Recording { app: app.clone(), around }).begin()
        })
    })
}

impl Recording {
    fn begin(self: Rc<Self>) -> El {
        let (asking, choosing) = (self.clone(), self.clone());
        let form = Form {
            ask: "recording.ask",
            hint: "recording.hint",
            fields: Box::new(move |sheet| fields(sheet, &asking.around)),
            options: Box::new(move |sheet, field| choosing.options(sheet, field)),
            pointer,
        };
        let filling = Filling::begin(&self.app, form, self.around.begin());
        let inner = filling.clone();
        filling.draw(move || self.draw(&inner))
    }

    fn options(&self, sheet: &Sheet, field: &str) -> Vec<Choice> {
        let app = &self.app;
        let named = |value: &str, label: String| Choice { value: value.into(), label, hint: String::new() };
        if field == WITH {
            let same = self.around.keeps_home().then(|| named(SAME, app.t("recording.same")));
            let others = self.around.others.iter().map(|it| named(&it.id, it.name.clone()));
            return same.into_iter().chain(others).collect();
        }
        match &*word(field) {
            "living" => choices(app, "recording.living", &LIVING),
            "representatives-capacity" => {
                let code = |it: &&str| named(it, capital(&app.texts.code("intake.capacity", it)));
                self.around.capacities(sheet).iter().map(code).collect()
            }
            _ => choices(app, "intake.role", &ROLES),
        }
    }

    fn send(self: &Rc<Self>, filling: &Filling) {
        if !filling.check() {
            return;
        }
        let sheet = filling.sheet();
        let wrong = wrongs(&sheet, &fields(&sheet, &self.around));
        if !wrong.is_empty() {
            return filling.point_out(wrong);
        }
        let app = &self.app;
        let (own, other) = self.around.bodies(&sheet, &|| app.host.uuid());
        let name = self.around.other(&sheet).map(|it| it.name.clone()).unwrap_or_default();
        let (post, recording) = (Post::new(app, PATH.into(), Changes::Nothing, own), self.clone());
        let done = move |reply: Rc<Reply>| recording.clone().taken(&reply, other.clone(), name.clone());
        filling.send(vec![post], Rc::new(done));
    }

    // Who they live with from now on is in the same household too. When the rules do
    // not take that, as when a proof of theirs has ended, the worker hears it.
    fn taken(self: Rc<Self>, reply: &Reply, other: Option<String>, name: String) {
        let client = Rc::new(Client::read(&reply.body));
        spawn(async move {
            let app = &self.app;
            let mut news = said(app, &client);
            if let Some(other) = other {
                let sent = app.client.post(PATH, &app.host.uuid(), "", &other).await;
                if sent.is_err() {
                    news = [&*news, " ", &*app.fill("recording.other-not", &[("name", &name)])].concat();
                }
            }
            go_on(app, &client, news);
        });
    }
}

// A conversation that is going on is never lost for it.
fn go_on(app: &App, client: &Rc<Client>, news: String) {
    let talk = Talk::of(app);
    let place = match talk.is_begun() {
        true if talk.with().id == client.id => {
            talk.client.replace(Some(client.clone()));
            StaffPlace::Client
        }
        true => StaffPlace::Clients,
        false => {
            talk.sit_with(client);
            StaffPlace::Client
        }
    };
    app.say(news.clone());
    talk.news.replace(news);
    app.replace(place);
}

// Who signs today, in plain words.
fn said(app: &App, client: &Client) -> String {
    let names = client.signers.iter().map(|it| it.name.clone()).collect();
    let key = match client.signers.first() {
        _ if client.signatory_missing => "recording.nobody-signs",
        Some(signer) if client.signers.len() == 1 && signer.id == client.id => "recording.signs-self",
        _ => "recording.signs",
    };
    let signs = app.fill(key, &[("name", &client.name), ("names", &app.host.list(names))]);
    [&*app.fill("recording.done", &[("name", &client.name)]), " ", &*signs].concat()
}

/// What was recorded a moment ago; told once.
pub fn news(app: &App) -> Option<El> {
    let news = Talk::of(app).news.take();
    (!news.is_empty()).then(|| alert("ok", vec![paragraph(&news)]))
}

/// That somebody cannot sign in, when nobody can with this key.
pub fn no_login(app: &App, client: &Client) -> Option<El> {
    has_no_login(&client.id).then(|| paragraph(&app.fill("recording.no-login", &[("name", &client.name)])))
}
