// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What happens after a no (group G): which of three, what stops and what goes on,
//! the reasons, and the rights. It stands above the lines, because it tells what
//! comes and not only what was.

use crate::app::App;
use crate::flow::place::{CitizenPlace, FrontDoor, OriginKind, RightsPlace, Wanted};
use crate::parts::bits::{Weight, button, facts, heading, paragraph, press_for_more, quietly, words};
use crate::parts::el::{El, el};
use crate::rights::about::About;
use crate::rights::happened::moment::Clock;
use crate::rights::receipt::save;
use crate::wire::refusal::Refused;

/// What followed each no of this person, the newest first. A backend that keeps none
/// of it has nothing to tell.
pub async fn read(about: &About) -> Vec<Refused> {
    let reply = about.get("refusal-outcomes?pageSize=100").await;
    reply.map(|reply| reply.body.list("items", Refused::read)).unwrap_or_default()
}

/// The part of the screen that tells it, when there is something to tell.
pub fn outcomes(app: &App, about: &About, all: &[Refused]) -> Option<El> {
    if all.is_empty() {
        return None;
    }
    let clock = Clock::new(app);
    let rows = all.iter().map(|refused| outcome(app, &clock, refused));
    Some(
        el("section")
            .class("ss-group")
            .attr("aria-labelledby", "ss-refused")
            .child(heading(2, &about.t("refused.title")).id("ss-refused"))
            .child(el("ul").class("ss-plain-list").children(rows)),
    )
}

fn outcome(app: &App, clock: &Clock, refused: &Refused) -> El {
    let (day, title) = (clock.moment(&refused.at), app.texts.code("refused.type", &refused.kind));
    let told = refused.effects.iter().map(|(code, text)| (app.texts.code("refused", code), own_words(text)));
    let mut known: Vec<(String, El)> = told.collect();
    known.push((app.t("refused.why"), own_words(&refused.rationale)));
    let measure = refused.measure.as_ref().map(|code| paragraph(&app.texts.code("refused.measure", code)));
    el("li")
        .class("ss-card ss-refused")
        .child(quietly(&day.words))
        .child(heading(3, &title))
        .child(facts(known))
        .maybe(measure)
        .child(press_for_more(&app.t("refused.how"), vec![care(app, clock, refused)]))
        .child(paragraph(&app.t("refused.rights")))
        .child(doors(app, refused, &[&*title, ", ", &day.words].concat()))
}

// As staff wrote it, with its paragraphs.
fn own_words(text: &str) -> El {
    el("span").class("ss-own-words").text(text)
}

// The three rules of thumb: explained, weighed with somebody else, told.
fn care(app: &App, clock: &Clock, refused: &Refused) -> El {
    let day = |day: &str| clock.day_in_words(day);
    let key = if refused.anonymised { "refused.hidden" } else { "refused.known" };
    let advice = [&*refused.function, ", ", &*day(&refused.asked_on), ". ", &*app.t(key)].concat();
    facts(vec![
        (app.t("refused.explained"), words(&day(&refused.explained_on))),
        (app.t("refused.advice"), words(&advice)),
        (app.t("refused.told"), words(&day(&refused.told_on))),
    ])
}

// What the person may do about it; the front door asks what she wants, and knows
// already what it is about.
fn doors(app: &App, refused: &Refused, spoken: &str) -> El {
    let door = |wanted| match &refused.record {
        Some(record) => FrontDoor::about(OriginKind::ConsentRecord, record, wanted),
        None => FrontDoor { wanted, ..FrontDoor::default() },
    };
    let press = |key: &str, go: Box<dyn Fn(&App)>| {
        let (label, to) = (app.t(key), app.clone());
        let spoken = [&*label, ": ", spoken].concat();
        button(Weight::Quiet, &label, move || go(&to)).attr("aria-label", &spoken)
    };
    let (objects, complains) = (door(None), door(Some(Wanted::Complaint)));
    let request = refused.request.clone();
    let presses = el("div")
        .class("ss-event-doors")
        .child(press("happened.object", Box::new(move |app| app.go(RightsPlace::FrontDoor(objects.clone())))))
        .child(press(
            "refused.complain",
            Box::new(move |app| app.go(RightsPlace::FrontDoor(complains.clone()))),
        ))
        .child(press("refused.request", Box::new(move |app| app.go(CitizenPlace::request(&request)))));
    let path = ["refusal-outcomes/", &*refused.id, "/letter"].concat();
    let file = [&*app.t("filing.letter.file"), ".pdf"].concat();
    save(app, presses, &app.t("filing.letter"), path, file)
}
