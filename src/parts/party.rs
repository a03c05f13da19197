// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who an organisation is, behind a press; and the law, behind a press.

use crate::app::App;
use crate::parts::bits::{facts, link, press_for_more, words};
use crate::parts::contact::contact_lines;
use crate::parts::el::{El, el};
use crate::wire::party::{Law, Party};

/// An organisation: what it does, how to reach it, its duty of secrecy.
pub fn party(app: &App, party: &Party) -> El {
    let mut known = vec![
        (app.t("party.name"), words(&party.legal_name)),
        (app.t("party.function"), words(&party.function)),
        (app.t("party.contact"), contact_lines(&party.contact)),
    ];
    let secrecy = app.texts.code("secrecy", &party.secrecy);
    if !secrecy.is_empty() {
        known.push((app.t("party.secrecy"), words(&secrecy)));
    }
    if let Some(law) = &party.may_use_bsn {
        known.push((app.t("party.bsn"), law_name(law)));
    }
    press_for_more(&app.fill("party.who", &[("party", &party.in_sentence)]), vec![facts(known)])
}

/// The laws behind a ground.
pub fn laws(app: &App, laws: &[Law]) -> El {
    let lines = laws.iter().map(|law| el("li").child(law_name(law)));
    press_for_more(&app.t("ground.law"), vec![el("ul").class("ss-plain-list").children(lines)])
}

/// One law, with where to read it.
pub fn law_name(law: &Law) -> El {
    match &law.url {
        Some(url) => link(url, &law.name),
        None => words(&law.name),
    }
}
