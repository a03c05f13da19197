// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A new decision: to share, with everything that law and policy ask of it; or not to
//! share, which is a professional's right (H9, H10).

use super::rows::{options, rows};
use super::to_list;
use crate::app::App;
use crate::client::Reply;
use crate::flow::place::StaffPlace;
use crate::flow::sharing::{begin, body, is_refusal, parts, pointer, refusal};
use crate::flow::sheet::{Asked, Sheet};
use crate::frame::fetched;
use crate::frame::stage::stage;
use crate::intake::clients::read;
use crate::intake::sheet::{Changes, Filling, Form, Post, part};
use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, heading, lead, paragraph, quietly, title};
use crate::parts::el::{El, State, el};
use crate::wire::intake::Client;
use crate::wire::sharing::Options;
use std::rc::Rc;

/// What a new decision is made of.
pub struct New {
    pub(super) app: App,
    pub(super) known: Options,
    pub(super) clients: Vec<Rc<Client>>,
    done: State<String>,
}

/// The screen.
pub fn screen(app: &App) -> El {
    let inner = app.clone();
    fetched::screen(app, "catalogue".into(), State::new(None), to_list, move |reply| {
        let (drawn, known) = (inner.clone(), Options::read(&reply.body, &inner.settings.language));
        fetched::screen(&inner, "clients".into(), State::new(None), to_list, move |clients| {
            let new = New {
                app: drawn.clone(),
                known: known.clone(),
                clients: read(clients),
                done: State::new(String::new()),
            };
            Rc::new(new).begin()
        })
    })
}

impl New {
    fn begin(self: Rc<Self>) -> El {
        let (app, choosing, within) = (self.app.clone(), self.clone(), self.known.review_within);
        let form = Form {
            ask: "sharing.ask",
            hint: "sharing.hint",
            fields: Box::new(move |sheet| {
                parts(sheet, within).into_iter().flat_map(|(_, fields)| fields).collect()
            }),
            options: Box::new(move |sheet, field| options(&choosing, sheet, field)),
            pointer,
        };
        let filling = Filling::begin(&app, form, begin());
        stage(&app, move || match &*self.done.get() {
            "" => {
                let (new, inner) = (self.clone(), filling.clone());
                filling.draw(move || new.draw(&inner))
            }
            key => self.recorded(key),
        })
    }

    fn draw(self: &Rc<Self>, filling: &Filling) -> El {
        let (app, new, inner, following) = (&self.app, self.clone(), filling.clone(), filling.clone());
        let asked = filling.live(move |sheet| new.parts(&inner, sheet));
        let (new, press) = (self.clone(), filling.clone());
        let label = {
            let (app, follow) = (app.clone(), filling.clone());
            move || app.t(if is_refusal(&follow.follow()) { "sharing.record-not" } else { "sharing.record" })
        };
        let record = button(Weight::Main, "", move || new.send(&press)).live_text(label);
        // H9: the decision is theirs alone, and they answer for it.
        let me = app.person().map(|person| person.name.clone()).unwrap_or_default();
        let own = app.fill("sharing.own", &[("name", &me)]);
        let own = el("p").class("ss-own").text(&own).shown(move || {
            let sheet = following.follow();
            !is_refusal(&sheet) && !sheet.get("/kind").is_empty()
        });
        el("div")
            .class("ss-narrow")
            .child(to_list(app))
            .child(title(&app.t("sharing.new")))
            .child(lead(&app.t("sharing.new.lead")))
            .child(filling.summary())
            .child(asked)
            .child(own)
            .child(el("div").class("ss-actions").child(record))
            .child(quietly(&app.t("sheet.not-kept")))
    }

    fn parts(self: &Rc<Self>, filling: &Filling, sheet: &Sheet) -> Vec<El> {
        let app = &self.app;
        let section = |(word, fields): (&'static str, Vec<Asked>)| {
            let content = match word {
                "what" | "what-not" => rows(self, filling, sheet, &fields),
                _ => fields.iter().map(|it| filling.field(it)).collect(),
            };
            part(&app.texts.code("sharing.part", word), &app.texts.code("sharing.about", word), content)
        };
        parts(sheet, self.known.review_within).into_iter().map(section).collect()
    }

    fn send(self: &Rc<Self>, filling: &Filling) {
        if !filling.check() {
            return;
        }
        let (app, sheet, new) = (&self.app, filling.sheet(), self.clone());
        let id = sheet.get("/subject/id");
        let name = self.clients.iter().find(|it| it.id == id).map_or("", |it| &*it.name);
        let (path, sent, key) = if is_refusal(&sheet) {
            let basis = self.known.ground(sheet.get("/groundId")).map_or("", |ground| &*ground.basis);
            let now = String::from(js_sys::Date::new_0().to_iso_string());
            ("disclosures", refusal(&sheet, name, basis, &now), "sharing.did-not")
        } else {
            let afterwards = sheet.is("/notification/timing", "afterwards");
            let key = if afterwards { "sharing.did-later" } else { "sharing.did" };
            ("disclosure-decisions", body(&sheet, &app.host.uuid(), name), key)
        };
        let post = Post::new(app, path.into(), Changes::Nothing, sent);
        filling.send(vec![post], Rc::new(move |_: Rc<Reply>| new.done.set(key.into())));
    }

    fn recorded(&self, key: &str) -> El {
        let (app, to) = (&self.app, self.app.clone());
        let press = move || to.go(StaffPlace::Sharing);
        let told = vec![heading(2, &app.t("sharing.what-next")), paragraph(&app.t(key))];
        el("div")
            .class("ss-narrow")
            .child(title(&app.t("sharing.done")))
            .child(alert("ok", told))
            .child(el("div").class("ss-actions").child(button(Weight::Main, &app.t("sharing.back"), press)))
    }
}
