// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The clients of a worker. Who live together stand together, and nobody reads of
//! one what belongs to another (F5).

use crate::app::App;
use crate::client::Reply;
use crate::flow::place::StaffPlace;
use crate::flow::queue::fold;
use crate::frame::fetched::Fetched;
use crate::intake::keeping::{self, fetch_clients};
use crate::intake::standing::{is_practice, practise};
use crate::intake::talk::Talk;
use crate::intake::{conflicts, recording, walk};
use crate::parts::bits::{Weight, badge, button, lead, quietly, title};
use crate::parts::el::{El, State, effect, el};
use crate::parts::field::value_of;
use crate::wire::intake::Client;
use std::cell::Cell;
use std::rc::Rc;

/// The screen.
pub fn screen(app: &App) -> El {
    let (inner, shown): (App, Fetched) = (app.clone(), State::new(None));
    // Practice has other clients.
    let (practising, into, was) = (app.clone(), shown.clone(), Cell::new(None));
    effect(Box::new(move || {
        let now = is_practice(&practising);
        if was.replace(Some(now)).is_some_and(|was| was != now) {
            fetch_clients(&practising, &into);
        }
    }));
    keeping::screen(app, shown, move |reply| list(&inner, reply))
}

/// The way back to the clients.
pub fn to_clients(app: &App) -> El {
    let to = app.clone();
    button(Weight::Quiet, &app.t("intake.to-clients"), move || to.go(StaffPlace::Clients))
        .class("nl-link ss-quiet ss-back")
}

/// The way to a client; none in the middle of a conversation with somebody else.
pub fn to_client(app: &App, client: &Rc<Client>) -> Option<El> {
    let talk = Talk::of(app);
    let may = !talk.is_begun() || talk.with().id == client.id;
    let (to, chosen) = (app.clone(), client.clone());
    let label = app.fill("intake.to-client", &[("name", &client.name)]);
    may.then(|| button(Weight::Main, &label, move || sit_down(&to, &chosen)))
}

// Somebody in the middle of a conversation goes on with it, or stops it first.
fn sit_down(app: &App, client: &Rc<Client>) {
    let talk = Talk::of(app);
    if !talk.is_begun() {
        talk.sit_with(client);
    }
    app.go(StaffPlace::Client);
}

/// The clients in a document.
pub fn read(reply: &Reply) -> Vec<Rc<Client>> {
    reply.body.list("items", |it| Rc::new(Client::read(it)))
}

fn list(app: &App, reply: &Reply) -> El {
    let clients = read(reply);
    let wanted: State<String> = State::new(String::new());
    let told = match clients.is_empty() {
        true => app.t("intake.clients.none"),
        false => app.t("intake.clients.lead"),
    };
    let to = app.clone();
    let new = button(Weight::Other, &app.t("recording.new"), move || to.go(StaffPlace::ClientNew));
    let top = el("div").class("ss-clients-top").child(search(app, &wanted, &clients)).child(new);
    let together = clients.iter().any(|it| !it.household.is_empty());
    let homes = together.then(|| quietly(&app.t("intake.household.text")));
    let groups = households(&clients).into_iter().map(|group| household(app, &wanted, &group));
    let (watched, all) = (wanted.clone(), clients.clone());
    let nobody = quietly(&app.count("intake.found", 0))
        .shown(move || watched.with(|words| !all.is_empty() && !all.iter().any(|it| found(it, words))));
    el("div")
        .child(title(&app.t("intake.clients")))
        .maybe(recording::news(app))
        .child(conflicts::draw(app, &clients))
        .child(running(app))
        .child(lead(&told))
        .child(top)
        .maybe(homes)
        .child(el("ul").class("ss-clients").children(groups))
        .child(nobody)
        .child(practice(app))
}

// To learn it; not in the middle of a conversation.
fn practice(app: &App) -> El {
    let (inner, talk) = (app.clone(), Talk::of(app));
    el("p").class("ss-desk-foot").live(move || {
        talk.follow(|_| ());
        let app = inner.clone();
        let begin = move || practise(&app, true);
        (!talk.is_begun() && !is_practice(&inner))
            .then(|| button(Weight::Quiet, &inner.t("intake.practice.begin"), begin))
    })
}

// In the order in which the first of each household comes.
fn households(clients: &[Rc<Client>]) -> Vec<Vec<Rc<Client>>> {
    let mut groups: Vec<Vec<Rc<Client>>> = Vec::new();
    for client in clients {
        let home = groups
            .iter_mut()
            .find(|group| !client.household.is_empty() && group[0].household == client.household);
        match home {
            Some(group) => group.push(client.clone()),
            None => groups.push(vec![client.clone()]),
        }
    }
    groups
}

fn found(client: &Client, wanted: &str) -> bool {
    fold(wanted).split_whitespace().all(|word| client.searched.contains(word))
}

fn search(app: &App, wanted: &State<String>, clients: &[Rc<Client>]) -> El {
    let (to, inner, all) = (wanted.clone(), app.clone(), clients.to_vec());
    let field = el("input")
        .attr("type", "search")
        .id("ss-search")
        .class("ss-search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("maxlength", "100")
        .on("input", move |event| {
            let words = value_of(&event);
            let count = all.iter().filter(|client| found(client, &words)).count();
            to.set(words);
            inner.say(inner.count("intake.found", count as u32));
        });
    el("div")
        .class("ss-searching")
        .child(el("label").attr("for", "ss-search").text(&app.t("intake.search")))
        .child(field)
}

fn household(app: &App, wanted: &State<String>, group: &[Rc<Client>]) -> El {
    let together = group.len() > 1;
    let (watched, all) = (wanted.clone(), group.to_vec());
    let note = together.then(|| quietly(&app.t("intake.household")));
    let rows = group.iter().map(|client| row(app, wanted, client));
    el("li")
        .class("ss-home")
        .shown(move || watched.with(|words| all.iter().any(|client| found(client, words))))
        .maybe(note)
        .child(el("ul").class("ss-clients").children(rows))
}

fn row(app: &App, wanted: &State<String>, client: &Rc<Client>) -> El {
    let (to, chosen, watched, of) = (app.clone(), client.clone(), wanted.clone(), client.clone());
    let press = move || sit_down(&to, &chosen);
    let (talk, id) = (Talk::of(app), client.id.clone());
    let name = button(Weight::Quiet, &client.name, press).class("nl-link ss-quiet ss-client-name").watch(
        move |it| {
            talk.follow(|_| ());
            it.toggle("disabled", talk.is_begun() && talk.with().id != id);
        },
    );
    el("li")
        .class("ss-client")
        .shown(move || watched.with(|words| found(&of, words)))
        .child(el("div").child(name).child(quietly(&who(app, client))))
        .child(el("div").class("ss-client-badges").children(standing(app, client)))
}

/// The role in the household, and who signs.
pub fn who(app: &App, client: &Client) -> String {
    let names = client.signers.iter().map(|it| it.name.clone()).collect();
    let signs = match client.signatory_missing {
        true => app.t("intake.nobody-signs"),
        false if client.signers.len() == 1 && client.signers[0].id == client.id => app.t("intake.signs-self"),
        false => app.fill("intake.signs", &[("names", &app.host.list(names))]),
    };
    let role = app.texts.code("intake.role", &client.role);
    if role.is_empty() { signs } else { [&*role, " · ", &signs].concat() }
}

/// What stands open, in badges.
pub fn standing(app: &App, client: &Client) -> Vec<El> {
    let mut badges = Vec::new();
    if client.signatory_missing {
        badges.push(badge("no", &app.t("intake.signatory-missing")));
    }
    let open = client.standing("open");
    if open > 0 {
        badges.push(badge("plain", &app.count("intake.open", open as u32)));
    }
    if client.requests.iter().any(|it| it.outcome_missing) {
        badges.push(badge("special", &app.t("intake.outcome-missing")));
    }
    if client.standing("untold") > 0 {
        badges.push(badge("special", &app.texts.code("intake.status", "untold")));
    }
    // Of who live together it is seen who was asked or told (F4).
    if !client.household.is_empty() {
        let has = ["told", "decided"].into_iter().filter(|it| client.standing(it) > 0);
        badges.extend(has.map(|it| badge("plain", &app.texts.code("intake.status", it))));
    }
    badges
}

// A conversation that is going on: on with it, or stop.
fn running(app: &App) -> El {
    let (app, talk) = (app.clone(), Talk::of(app));
    el("div").live(move || {
        talk.follow(|_| ());
        talk.is_begun().then(|| going_on(&app, &talk))
    })
}

fn going_on(app: &App, talk: &Talk) -> El {
    let name = talk.with().name.clone();
    let (to, of) = (app.clone(), talk.clone());
    let go_on = move || to.go(of.first_gap().map_or(StaffPlace::Overview, StaffPlace::Step));
    el("section")
        .class("ss-running")
        .attr("aria-label", &app.fill("intake.talking-with", &[("name", &name)]))
        .child(el("p").text(&app.fill("intake.running", &[("name", &name)])))
        .child(
            el("div")
                .class("ss-running-actions")
                .child(button(Weight::Main, &app.fill("intake.go-on", &[("name", &name)]), go_on))
                .child(walk::stopping(app, talk)),
        )
}
