// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What the steps produce, before it is asked: what is asked and what is told, who
//! signs, whom to call, and until when. Only from here on anything is kept (E7).

use crate::app::App;
use crate::flow::intake::{Piece, Step, asks, last_day};
use crate::flow::place::StaffPlace;
use crate::frame::calendar::Calendar;
use crate::intake::basis::pair;
use crate::intake::client::signer;
use crate::intake::notice::key;
use crate::intake::starting::start;
use crate::intake::talk::{Talk, asking};
use crate::intake::walk;
use crate::parts::bits::{Weight, button, facts, heading, lead, quietly, title, words};
use crate::parts::el::{El, el};

/// The screen. Who comes too early is at the first step that is open.
pub fn screen(app: &App, talk: &Talk) -> El {
    let gap = talk.first_gap();
    if !talk.walk.get().is_done(gap) {
        return walk::screen(app, talk, gap.unwrap_or(Step::Secrecy));
    }
    let pieces = talk.pieces();
    let busy = talk.clone();
    let inner = app.clone();
    let sending =
        el("p").class("ss-quietly").attr("role", "status").live_text(move || match busy.busy.get() {
            true => inner.t("intake.starting"),
            false => String::new(),
        });
    let main = el("div")
        .class("ss-walk-main")
        .child(title(&app.t("intake.overview.title")))
        .child(lead(&app.t(&key("intake.overview.lead", !asks(&pieces)))))
        .child(walk::summary(app, talk))
        .maybe(list(app, talk, &pieces, false))
        .maybe(list(app, talk, &pieces, true))
        .child(arrangements(app, talk, !asks(&pieces)))
        .child(sending)
        .child(buttons(app, talk, &pieces));
    walk::around(app, talk, None, main)
}

fn list(app: &App, talk: &Talk, pieces: &[Piece], information: bool) -> Option<El> {
    let rows: Vec<El> = pieces
        .iter()
        .filter(|piece| piece.information == information)
        .map(|piece| {
            let (way, data) = pair(app, talk, piece);
            let purpose =
                talk.catalogue().task(&talk.all()[piece.sharing].purpose).map(|it| it.purpose.clone());
            let purpose = app.fill("consents.purpose", &[("purpose", &purpose.unwrap_or_default())]);
            el("li")
                .class("ss-ground")
                .child(el("p").child(el("b").text(&way)))
                .child(data)
                .child(quietly(&purpose))
        })
        .collect();
    let (id, key) = match information {
        true => ("ss-told", "intake.overview.told"),
        false => ("ss-asked", "intake.overview.asked"),
    };
    (!rows.is_empty()).then(|| {
        el("section")
            .class("ss-part")
            .attr("aria-labelledby", id)
            .child(heading(2, &app.t(key)).id(id))
            .child(el("ul").class("ss-needed").children(rows))
    })
}

fn arrangements(app: &App, talk: &Talk, notice: bool) -> El {
    let (client, calendar) = (talk.with(), Calendar::new(app));
    let asking = asking(app, &client, &calendar.today);
    let last = last_day(&client, talk.catalogue(), !notice, &calendar.today);
    let signers = client.signers.iter().map(|it| el("li").text(&signer(app, &it.name, &it.capacity)));
    let call = [Some(asking.contact), asking.telephone, asking.email];
    let call: Vec<String> = call.into_iter().flatten().map(str::to_owned).collect();
    el("section").class("ss-part").child(facts(vec![
        (app.t(&key("intake.who-signs", notice)), el("ul").class("ss-plain-list").children(signers)),
        (app.t("intake.contact"), words(&call.join(" · "))),
        (app.t(&key("intake.last-day", notice)), words(&app.host.day(&last))),
    ]))
}

fn buttons(app: &App, talk: &Talk, pieces: &[Piece]) -> El {
    let back = app.clone();
    let go_back = move || back.go(StaffPlace::Step(Step::Secrecy));
    let asks = asks(pieces);
    let client = talk.with();
    let alone = client.signers.first().filter(|_| asks && client.signers.len() == 1);
    let turn = alone.map(|signer| {
        let label = app.fill("intake.start-and-turn", &[("name", &signer.name)]);
        pressing(app, talk, Weight::Main, &label, Some(signer.id.clone()))
    });
    let weight = if turn.is_some() { Weight::Other } else { Weight::Main };
    el("div")
        .class("ss-actions")
        .child(button(Weight::Other, &app.t("act.back"), go_back))
        .maybe(turn)
        .child(pressing(app, talk, weight, &app.t(&key("intake.start", !asks)), None))
}

fn pressing(app: &App, talk: &Talk, weight: Weight, label: &str, turn: Option<String>) -> El {
    let (app, talk) = (app.clone(), talk.clone());
    button(weight, label, move || start(&app, &talk, turn.clone()))
}
