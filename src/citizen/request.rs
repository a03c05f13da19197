// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One request: the screen of each phase of its journey.

use crate::app::App;
use crate::citizen::overview::to_overview;
use crate::citizen::{checking, choosing, done, settled};
use crate::flow::place::{CitizenPlace, Place};
use crate::flow::request::Phase;
use crate::frame::stage::stage;
use crate::frame::standstill::{loading, not_loaded, session_ended, standstill};
use crate::journey::Journey;
use crate::parts::bits::{Weight, button};
use crate::parts::el::{El, effect, el};

/// The screen of one request.
pub fn screen(app: &App, id: &str) -> El {
    let journey = Journey::open(app, id);
    follow_the_browser(app, &journey);
    let inner = app.clone();
    let phases = stage(app, move || match journey.phase.get() {
        Phase::Loading => loading(&inner),
        Phase::NotLoaded => not_loaded(&inner, pressing(&journey)),
        Phase::Choosing => choosing::screen(&inner, &journey),
        Phase::Checking => checking::screen(&inner, &journey),
        Phase::Sending => checking::sending(&inner),
        Phase::Offline => still(&inner, &journey, "offline", "action.again"),
        Phase::Done => done::screen(&inner, &journey),
        Phase::Settled => settled::screen(&inner, &journey),
        Phase::Outdated => still(&inner, &journey, "outdated", "outdated.look"),
        Phase::AlreadyDecided => still(&inner, &journey, "already-decided", "already-decided.look"),
        Phase::Failed => still(&inner, &journey, "failed", "action.again"),
        Phase::Lapsed => standstill(&inner, "lapsed", Vec::new()),
        Phase::Missing => standstill(&inner, "missing", vec![to_overview(&inner)]),
        Phase::SessionEnded => session_ended(&inner),
    });
    el("div").child(phases)
}

fn pressing(journey: &Journey) -> impl Fn() + 'static {
    let journey = journey.clone();
    move || journey.try_again()
}

fn still(app: &App, journey: &Journey, key: &str, label: &str) -> El {
    standstill(app, key, vec![button(Weight::Main, &app.t(label), pressing(journey))])
}

// Back and forward of the browser, and a line that is there again.
fn follow_the_browser(app: &App, journey: &Journey) {
    let (place, travelling) = (app.place.clone(), journey.clone());
    effect(Box::new(move || {
        if let Some(CitizenPlace::Request { checking, .. }) = place.with(|word| CitizenPlace::parse(word)) {
            travelling.travelled(checking);
        }
    }));
    let (online, waiting) = (app.online.clone(), journey.clone());
    effect(Box::new(move || {
        if online.get() > 0 {
            waiting.came_online();
        }
    }));
}
