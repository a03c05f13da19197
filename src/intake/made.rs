// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A request that was made: who still has to answer, and turning the screen to them.
//! What anybody answered is never here (F7).

use crate::app::App;
use crate::client::{Reply, spawn};
use crate::flow::entry::presentation;
use crate::flow::place::StaffPlace;
use crate::frame::fetched::{self, Fetched, fetch_again};
use crate::intake::basis::names;
use crate::intake::client::{after_no, signer};
use crate::intake::clients::{read, to_client, to_clients};
use crate::intake::household;
use crate::intake::keeping;
use crate::intake::notice::{key, paper};
use crate::intake::talk::Talk;
use crate::parts::bits::{Weight, badge, button, facts, heading, lead, paragraph, quietly, title, words};
use crate::parts::el::{Alive, El, State, el};
use crate::parts::pair::pair;
use crate::wire::intake::{Asked, Client, Signer};
use crate::wire::request::Request;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

// The last day to answer passed.
const LAPSED: &str = "lapsed";

// What the screen is made of, and how it comes anew.
#[derive(Clone)]
struct Made {
    app: App,
    id: Rc<str>,
    clients: Fetched,
    told: State<&'static str>,
    alive: Alive,
}

/// The screen.
pub fn screen(app: &App, id: &str) -> El {
    let made = Made {
        app: app.clone(),
        id: id.into(),
        clients: State::new(None),
        told: State::new(""),
        alive: Alive::here(),
    };
    let (path, inner) = (["consent-requests/", id].concat(), app.clone());
    // The clients first: only of a client it knows the visit takes a request.
    keeping::screen(app, made.clients.clone(), move |clients| {
        let (made, clients) = (made.clone(), clients.clone());
        fetched::screen(&inner, path.clone(), State::new(None), to_clients, move |reply| {
            let request = Rc::new(Request::read(&reply.body, &made.app.settings.language));
            made.page(&request, &clients)
        })
    })
}

impl Made {
    fn page(&self, request: &Rc<Request>, reply: &Reply) -> El {
        let app = &self.app;
        let clients = read(reply);
        let client = clients.iter().find(|client| client.requests.iter().any(|it| it.id == request.id));
        let client = client.cloned().unwrap_or_default();
        let asked = client.requests.iter().find(|it| it.id == request.id).cloned().unwrap_or_default();
        self.turn_at_once();
        let state = match &*asked.status {
            LAPSED => "intake.made.lapsed",
            _ if asked.awaits.is_empty() => "intake.made.answered",
            _ => "intake.made.lead",
        };
        let notice = asked.notice;
        let (told, words) = (self.told.clone(), app.clone());
        let news = el("p").class("ss-made-news").attr("role", "status").live_text(move || match told.get() {
            "" => String::new(),
            key => words.t(key),
        });
        let host = app.host.clone();
        el("div")
            .class("ss-narrow")
            .child(to_clients(app))
            .child(title(&app.fill(&key("intake.made.title", notice), &[("name", &request.subject.name)])))
            .child(lead(&app.t(&key(state, notice))))
            .child(news)
            .child(self.signers(request, &client, &asked))
            .child(if notice { paper(app, request, &client) } else { self.items(request) })
            .maybe(household::others(app, &clients, &client))
            .child(el("div").class("ss-actions").maybe(self.way_on(&client, &asked)).child(button(
                Weight::Quiet,
                &app.t("intake.print"),
                move || host.print(),
            )))
    }

    // What comes next once nobody has to answer any more: what follows a no (G1), or the client.
    fn way_on(&self, client: &Rc<Client>, asked: &Asked) -> Option<El> {
        match asked.outcome_missing {
            true => after_no(&self.app, Weight::Main, asked),
            // Of a client who is not known here there is no way on.
            false if client.id.is_empty() => None,
            false if asked.status == LAPSED || asked.awaits.is_empty() => to_client(&self.app, client),
            false => None,
        }
    }

    fn signers(&self, request: &Rc<Request>, client: &Client, asked: &Asked) -> El {
        let app = &self.app;
        let rows = client.signers.iter().enumerate();
        let rows = rows.map(|(place, it)| self.signer(request, it, place, asked));
        el("section")
            .class("ss-part")
            .attr("aria-labelledby", "ss-signers")
            .child(heading(2, &app.t(&key("intake.who-signs", asked.notice))).id("ss-signers"))
            .child(el("ul").class("ss-clients").children(rows))
    }

    fn signer(&self, request: &Rc<Request>, who: &Signer, place: usize, asked: &Asked) -> El {
        let app = &self.app;
        let name = el("p").child(el("b").text(&signer(app, &who.name, &who.capacity)));
        let row = el("li").class("ss-client");
        if asked.status == LAPSED {
            return row.child(name);
        }
        if !asked.awaits.contains(&who.id) {
            return row.child(name).child(badge("plain", &app.t(&key("intake.has-answered", asked.notice))));
        }
        let (turning, person, notice) = (self.clone(), who.id.clone(), asked.notice);
        let (to, id) = (app.clone(), self.id.clone());
        let label = |key: &str| app.fill(key, &[("name", &who.name)]);
        let enter = move || to.go(StaffPlace::Entry(id.to_string(), place as u8));
        let (giving, what, whom) = (self.clone(), request.clone(), who.id.clone());
        let other = match notice {
            true => button(Weight::Quiet, &label("intake.given"), move || giving.given(&what, &whom)),
            false => button(Weight::Quiet, &label("intake.enter"), enter),
        };
        row.child(name).child(
            el("div")
                .class("ss-running-actions")
                .child(button(Weight::Main, &label("intake.turn"), move || turning.turn(&person, notice)))
                .child(other),
        )
    }

    fn items(&self, request: &Request) -> El {
        let app = &self.app;
        let rows = request.items.iter().map(|item| {
            let kind = match item.information {
                true => badge("plain", &app.t("intake.kind.information")),
                false => badge("yes", &app.t("intake.kind.consent")),
            };
            let purpose = app.fill("consents.purpose", &[("purpose", &item.purpose)]);
            el("li")
                .class("ss-ground")
                .child(pair(app, el("p").class("ss-ground-way"), item).text(" ").child(kind))
                .child(names(item.data.iter().map(|datum| datum.name.clone())))
                .child(quietly(&purpose))
        });
        let contact = [Some(&*request.contact.name), request.contact.telephone.as_deref()];
        let contact: Vec<String> = contact.into_iter().flatten().map(str::to_owned).collect();
        el("section")
            .class("ss-part")
            .attr("aria-labelledby", "ss-items")
            .child(heading(2, &app.t("intake.made.items")).id("ss-items"))
            .child(paragraph(&request.introduction))
            .child(el("ul").class("ss-needed").children(rows))
            .child(facts(vec![
                (app.t("intake.contact"), words(&contact.join(" · "))),
                (app.t("intake.last-day"), words(&app.host.day(&request.answer_before))),
            ]))
    }

    // On paper: that it was told is recorded, as when it is shown on a screen.
    fn given(&self, request: &Request, person: &str) {
        let (made, app) = (self.clone(), &self.app);
        let (key, body) = (app.host.uuid(), presentation(request, &app.host.uuid(), person));
        spawn(async move {
            let result = made.app.client.post("notice-presentations", &key, "", &body).await;
            if made.alive.is_so() {
                made.told.set(if result.is_ok() { "intake.given.done" } else { "intake.given.not" });
                fetch_again(&made.app, "clients", &made.clients);
            }
        });
    }

    // Who pressed one button for both comes here on the way to the client; a notice has no such button.
    fn turn_at_once(&self) {
        let next = Talk::of(&self.app).turn_next.take();
        if let Some(person) = next {
            self.turn(&person, false);
        }
    }

    // Nothing is confirmed in a notice: that it was told stands with the person.
    fn turn(&self, person: &str, notice: bool) {
        let made = self.clone();
        made.told.set("");
        let turned = self.app.host.turn(&self.id, person);
        spawn(async move {
            let given_back = JsFuture::from(turned).await;
            if !made.alive.is_so() {
                return;
            }
            made.told.set(match given_back {
                Ok(confirmed) if confirmed.is_truthy() => "intake.turned.confirmed",
                Ok(_) if notice => "intake.turned.back.notice",
                Ok(_) => "intake.turned.back",
                Err(_) => "intake.turned.not",
            });
            fetch_again(&made.app, "clients", &made.clients);
        });
    }
}
