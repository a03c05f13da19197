// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One decision with what happened since, and two things to do while the person was
//! not told: tell now, or look again later with a reason (H4, H6).

use super::{status, to_list};
use crate::app::App;
use crate::client::Reply;
use crate::flow::sharing::{event, later};
use crate::flow::sheet::Sheet;
use crate::frame::calendar::Calendar;
use crate::frame::fetched::{self, Fetched};
use crate::frame::stage::stage;
use crate::intake::sheet::{Changes, Filling, Form, Post, part};
use crate::parts::bits::{Weight, button, facts, heading, lead, paragraph, quietly, title, words};
use crate::parts::el::{El, State, el};
use crate::text::capital;
use crate::wire::sharing::{Decision, Options, Sharing};
use std::rc::Rc;

// What somebody does about it.
#[derive(Clone, Copy, PartialEq)]
enum Want {
    Nothing,
    Tell,
    Wait,
}

#[derive(Clone)]
struct Shown {
    app: App,
    known: Options,
    decision: Rc<Decision>,
    version: String,
    path: String,
    into: Fetched,
    want: State<Want>,
}

/// The screen of a decision.
pub fn screen(app: &App, id: &str) -> El {
    let (inner, path) = (app.clone(), ["disclosure-decisions/", id].concat());
    fetched::screen(app, "catalogue".into(), State::new(None), to_list, move |reply| {
        let (app, known) = (inner.clone(), Options::read(&reply.body, &inner.settings.language));
        let (path, into): (_, Fetched) = (path.clone(), State::new(None));
        let again = into.clone();
        fetched::screen(&inner, path.clone(), into, to_list, move |reply| {
            let shown = Shown {
                app: app.clone(),
                known: known.clone(),
                decision: Rc::new(Decision::read(&reply.body)),
                version: reply.version.clone(),
                path: path.clone(),
                into: again.clone(),
                want: State::new(Want::Nothing),
            };
            shown.page()
        })
    })
}

impl Shown {
    fn page(&self) -> El {
        let (app, decision) = (&self.app, &self.decision);
        let about = app.fill("sharing.about-whom", &[("name", &decision.subject.name)]);
        let head = el("div").class("ss-row-head").child(status(app, &Calendar::new(app), decision));
        let acting = decision.is_withheld().then(|| self.acting());
        let section = |key: &str, content: El| part(&app.t(key), "", vec![content]);
        let sharings = decision.sharings.iter().map(|it| self.sharing(it));
        el("div")
            .class("ss-narrow")
            .child(to_list(app))
            .child(head)
            .child(title(&app.texts.code("sharing.kind", &decision.kind)))
            .child(lead(&about))
            .maybe(acting)
            .child(section("sharing.part.what", el("ul").class("ss-rows").children(sharings)))
            .child(section("sharing.why", facts(self.known_of())))
            .child(section("sharing.history", el("ul").class("ss-rows").children(self.history())))
    }

    fn sharing(&self, it: &Sharing) -> El {
        let app = &self.app;
        let (from, to) = (self.known.party(&it.sender), self.known.party(&it.recipient));
        let parties = [("source", &*from.short_name), ("recipient", &to.short_name)];
        let way = app.texts.code("sharing.channel", &it.channel);
        let purpose = app.fill("sharing.purpose", &[("purpose", &self.known.purpose(&it.purpose))]);
        el("li")
            .class("ss-row")
            .child(heading(3, &app.fill("check.pair", &parties)))
            .child(paragraph(&capital(&app.host.list(self.known.names(&it.data)))))
            .child(quietly(&[&*purpose, ". ", &*way, "."].concat()))
    }

    fn known_of(&self) -> Vec<(String, El)> {
        let (app, it) = (&self.app, &self.decision);
        let day = |iso: &str| if iso.is_empty() { String::new() } else { app.host.day(iso) };
        let ground =
            self.known.ground(&it.ground).map(|ground| [&*ground.name, ". ", &*ground.told()].concat());
        let measure = app.texts.code("outcome.measure", &it.measure);
        let (name, function, date, anonymised) = &it.second;
        let told = app.texts.code("sheet.consulted", if *anonymised { "unnamed" } else { "named" });
        let second = [&**name, ", ", &**function, ", ", &*day(date), ". ", &*told].concat();
        let reason = app.texts.code("withheld.reason", &it.reason);
        let lines = [
            ("sharing.ask.danger", it.danger.clone()),
            ("sharing.ask.groundId", ground.unwrap_or_else(|| it.ground.clone())),
            ("sharing.ask.measure-kind", [&*measure, " ", &*it.court_reference].concat().trim().to_owned()),
            ("sharing.ask.rationale", it.rationale.clone()),
            ("sharing.part.second", second),
            ("sharing.informed", day(&it.informed_on)),
            ("sharing.ask.notification-reason", reason),
            ("sharing.ask.notification-reviewDate", day(&it.review_date)),
        ];
        let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
        let mut known: Vec<_> = lines.map(|(key, text)| (app.t(key), words(&text))).collect();
        if it.human_dignity {
            known.insert(0, (app.t("sharing.ask.humanDignity"), words(&app.t("sharing.dignity.yes"))));
        }
        known
    }

    fn history(&self) -> Vec<El> {
        let (app, it) = (&self.app, &self.decision);
        let line = |at: &str, told: String, reason: &str| {
            let why = (!reason.is_empty()).then(|| el("p").class("ss-quote").text(reason));
            el("li").class("ss-row").child(quietly(&app.host.moment(at))).child(paragraph(&told)).maybe(why)
        };
        let decided = app.fill("sharing.event.decided", &[("who", &it.decided_by.name), ("date", "")]);
        let mut lines = vec![line(&it.decided_at, decided, "")];
        for event in &it.events {
            let date =
                if event.review_date.is_empty() { String::new() } else { app.host.day(&event.review_date) };
            let key = ["sharing.event.", &event.what].concat();
            let told = app.fill(&key, &[("who", &event.by.name), ("date", &date)]);
            lines.push(line(&event.at, told, &event.reason));
        }
        lines.reverse();
        lines
    }

    // The two doors, and what stands behind each.
    fn acting(&self) -> El {
        let (app, shown) = (&self.app, self.clone());
        let filling = Filling::begin(app, form(self.known.review_within), Sheet::default());
        el("section").class("ss-act").attr("aria-label", &app.t("sharing.act")).child(stage(app, move || {
            match shown.want.get() {
                Want::Nothing => shown.doors(),
                want => {
                    let (shown, inner) = (shown.clone(), filling.clone());
                    filling.draw(move || shown.ask(&inner, want))
                }
            }
        }))
    }

    fn doors(&self) -> El {
        let app = &self.app;
        let (tell, wait) = (self.want.clone(), self.want.clone());
        el("div").child(heading(2, &app.t("sharing.act"))).child(
            el("div")
                .class("ss-acts")
                .child(button(Weight::Main, &app.t("sharing.tell"), move || tell.set(Want::Tell)))
                .child(button(Weight::Other, &app.t("sharing.wait"), move || wait.set(Want::Wait))),
        )
    }

    fn ask(&self, filling: &Filling, want: Want) -> El {
        let (app, no, yes) = (&self.app, self.clone(), (self.clone(), filling.clone()));
        let (key, fields) = if want == Want::Tell {
            ("sharing.tell", Vec::new())
        } else {
            ("sharing.wait", later(self.known.review_within))
        };
        let part = |end: &str| app.fill(&[key, end].concat(), &[("name", &self.decision.subject.name)]);
        el("div")
            .class("ss-form")
            .child(filling.summary())
            .child(heading(2, &part(".title")).attr("tabindex", "-1"))
            .child(paragraph(&part(".text")))
            .children(fields.iter().map(|it| filling.field(it)))
            .child(
                el("div")
                    .class("ss-actions")
                    .child(button(Weight::Other, &app.t("act.back"), move || no.want.set(Want::Nothing)))
                    .child(button(Weight::Main, &part(".yes"), move || yes.0.send(&yes.1, want))),
            )
    }

    fn send(&self, filling: &Filling, want: Want) {
        if want == Want::Wait && !filling.check() {
            return;
        }
        let sheet = filling.sheet();
        let body = event((want == Want::Wait).then_some(&sheet));
        let path = [&*self.path, "/events"].concat();
        let post = Post::new(&self.app, path, Changes::Seen(self.version.clone()), body);
        let (app, into) = (self.app.clone(), self.into.clone());
        let key = if want == Want::Tell { "sharing.tell.done" } else { "sharing.wait.done" };
        filling.send(
            vec![post],
            Rc::new(move |reply: Rc<Reply>| {
                app.say(app.t(key));
                into.set(Some(Ok(reply)));
            }),
        );
    }
}

fn form(within: u32) -> Form {
    Form {
        ask: "sharing.ask",
        hint: "sharing.hint",
        fields: Box::new(move |_| later(within)),
        options: Box::new(|_, _| Vec::new()),
        pointer: |_, sent| sent.to_owned(),
    }
}
