// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The receipt of a confirmation or a record: what was recorded, proof that
//! nobody changed it, and what to take home.

use crate::app::App;
use crate::citizen::consents::to_consents;
use crate::client::{Reply, spawn};
use crate::flow::place::ReceiptOf;
use crate::frame::fetched;
use crate::parts::bits::{Weight, button, facts, heading, lead, paragraph, title, words};
use crate::parts::contact::contact_block;
use crate::parts::el::{El, State, el};
use crate::parts::pair::{marked_line, names, pair};
use crate::wire::receipt::{Proven, Receipt};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The screen.
pub fn screen(app: &App, of: &ReceiptOf) -> El {
    let path = match of {
        ReceiptOf::Decision(id) => ["decisions/", id, "/receipt"].concat(),
        ReceiptOf::Record(id) => ["consent-records/", id, "/receipt"].concat(),
    };
    let (inner, at) = (app.clone(), path.clone());
    fetched::screen(app, path, State::new(None), to_consents, move |reply| {
        let receipt = Receipt::read(&reply.body, &inner.settings.language);
        page(&inner, &receipt, &at, reply)
    })
}

fn page(app: &App, receipt: &Receipt, path: &str, reply: &Reply) -> El {
    let moment = app.host.moment(&receipt.created_at);
    let next = app.t(&["receipt.next.", receipt.next()].concat());
    let mut page = el("div")
        .class("ss-narrow ss-receipt")
        .child(to_consents(app))
        .child(title(&app.t("receipt.title")))
        .child(lead(&app.fill("receipt.lead", &[("moment", &moment)])))
        .child(proof(app, receipt, path, reply))
        .child(actions(app, receipt, path))
        .child(heading(2, &receipt.title));
    for record in &receipt.records {
        page = page.child(pair(app, heading(3, ""), &record.item)).child(lines(app, record));
    }
    page.child(about(app, receipt))
        .child(heading(2, &app.t("done.what-next")))
        .child(paragraph(&next))
        .child(heading(2, &app.t("rights.title")))
        .child(paragraph(&receipt.rights))
        .child(contact_block(app, &receipt.contact))
}

// What the browser found out about the signature, in plain words.
fn proof(app: &App, receipt: &Receipt, path: &str, reply: &Reply) -> El {
    let verdict: State<String> = State::new("checking".into());
    let (coming, app2) = (verdict.clone(), app.clone());
    let promise = app.host.verify(path, &raw(reply));
    spawn(async move {
        let found = JsFuture::from(promise).await.ok().and_then(|found| found.as_string());
        coming.set(found.unwrap_or_else(|| "unreachable".into()));
    });
    let moment = app.host.moment(&receipt.created_at);
    el("section").class("ss-proof").attr("role", "status").attr("aria-label", &app.t("verify.title")).watch(
        move |it| {
            let found = verdict.get();
            it.0.set_text_content(None);
            let _ = it.0.set_attribute("data-verdict", &found);
            let sign = el("span").class("ss-proof-sign").attr("aria-hidden", "true");
            let said = app2.fill(&["verify.", &found].concat(), &[("date", &moment)]);
            let _ = it.clone().child(sign).child(el("p").text(&said));
        },
    )
}

#[cfg(target_arch = "wasm32")]
fn raw(reply: &Reply) -> JsValue {
    reply.body.0.clone()
}

// There is no browser to check anything outside the browser.
#[cfg(not(target_arch = "wasm32"))]
fn raw(_: &Reply) -> JsValue {
    JsValue::NULL
}

const FORMS: [(&str, &str, &str); 3] = [
    ("receipt.pdf", "application/pdf", "pdf"),
    ("receipt.json", "application/json", "json"),
    ("receipt.signed", "application/jose", "jws"),
];

fn actions(app: &App, receipt: &Receipt, path: &str) -> El {
    let failed: State<bool> = State::new(false);
    let (printer, words) = (app.host.clone(), app.clone());
    let mut actions = el("div").class("ss-actions ss-take-home").child(button(
        Weight::Main,
        &app.t("receipt.print"),
        move || printer.print(),
    ));
    for (key, media_type, ending) in FORMS {
        let name = [&*app.t("receipt.file"), "-", &receipt.id, ".", ending].concat();
        actions = actions.child(save(app, key, path, media_type, name, &failed));
    }
    actions.child(el("p").class("ss-wrong").attr("role", "alert").live_text(move || match failed.get() {
        true => words.t("receipt.not-saved"),
        false => String::new(),
    }))
}

fn save(
    app: &App,
    key: &str,
    path: &str,
    media_type: &'static str,
    name: String,
    failed: &State<bool>,
) -> El {
    let (saver, path, failed) = (app.clone(), path.to_owned(), failed.clone());
    button(Weight::Quiet, &app.t(key), move || {
        let (app, failed) = (saver.clone(), failed.clone());
        failed.set(false);
        let saving = app.host.save(&path, media_type, &name);
        spawn(async move {
            let saved = JsFuture::from(saving).await.is_ok();
            failed.set(!saved);
            if saved {
                app.say(app.t("receipt.saved"));
            }
        });
    })
}

fn lines(app: &App, record: &Proven) -> El {
    let item = &record.item;
    let in_list = |list: &[String], id: &str| list.iter().any(|known| known == id);
    let allowed = names(app, item, &|id| in_list(&record.allowed, id));
    let refused = names(app, item, &|id| in_list(&record.refused, id));
    let later = names(app, item, &|id| !in_list(&record.allowed, id) && !in_list(&record.refused, id));
    let no = if record.status == "withdrawn" { "receipt.stopped" } else { "check.no" };
    let values = [("purpose", &*item.purpose), ("date", &app.host.day(&item.end_date))];
    let mut lines = el("ul").class("ss-check");
    for (tone, key, data) in
        [("yes", "check.yes", allowed), ("no", no, refused), ("later", "check.later", later)]
    {
        if !data.is_empty() {
            let named = el("p").class("ss-check-data").text(&data);
            lines = lines.child(marked_line(tone, named, &app.fill(key, &values)));
        }
    }
    lines
}

fn about(app: &App, receipt: &Receipt) -> El {
    let capacity = app.texts.code("record.capacity", &receipt.capacity);
    let who = [&*receipt.issued_to.name, if capacity.is_empty() { "" } else { ", " }, &*capacity].concat();
    let mut known = vec![(app.t("receipt.who"), words(&who))];
    if receipt.subject.id != receipt.issued_to.id {
        known.push((app.t("receipt.about"), words(&receipt.subject.name)));
    }
    known.push((app.t("receipt.controller"), words(&receipt.controller.name)));
    known.push((app.t("receipt.number"), el("code").text(&receipt.id)));
    facts(known)
}
