// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The desk: everything that was filed, what is due first on top; and the case
//! that lies on it. While a case is open the queue stays behind it as it was.

mod filters;
mod queue;
mod reading;
mod row;

use crate::app::App;
use crate::flow::place::StaffPlace;
use crate::frame::standstill;
use crate::handler::case;
use crate::parts::bits::{Weight, button};
use crate::parts::el::{El, State, el, focus, inside};
use queue::Queue;
use std::cell::RefCell;
use std::rc::Rc;

/// The screen.
pub fn screen(app: &App) -> El {
    // Made when somebody first looks at it: a case may be opened by itself.
    let queue: Rc<RefCell<Option<Queue>>> = Rc::default();
    let asked = State::new(false);
    let (inner, made, drawn) = (app.clone(), queue.clone(), asked.clone());
    let list = el("div").live(move || {
        drawn.get().then(|| {
            let queue = Queue::open(&inner);
            let drawn = queue.draw();
            made.replace(Some(queue));
            drawn
        })
    });
    let (inner, behind) = (app.clone(), list.clone());
    let last: RefCell<Option<String>> = RefCell::default();
    let on_top = el("div").watch(move |it| {
        let place = inner.place.with(|word| <StaffPlace as crate::flow::place::Place>::parse(word));
        it.0.set_text_content(None);
        let open = match place {
            Some(StaffPlace::Case(id)) => Some(id),
            _ => None,
        };
        if let (Some(queue), true) = (&*queue.borrow(), open.is_some()) {
            queue.leave();
        }
        behind.toggle("hidden", open.is_some());
        match (&open, last.replace(open.clone())) {
            (Some(id), _) => lay(&inner, it, id, &queue),
            (None, Some(left)) if asked.peek() => come_back(&inner, &queue, &left),
            (None, _) => {
                if !asked.peek() {
                    asked.set(true);
                }
            }
        }
    });
    el("div").child(on_top).child(list)
}

// Lays a case on the desk.
fn lay(app: &App, on: &El, id: &str, queue: &Rc<RefCell<Option<Queue>>>) {
    let stale = queue.clone();
    let changed = move || {
        if let Some(queue) = &*stale.borrow() {
            queue.is_stale();
        }
    };
    let _ = on.0.append_child(&case::screen(app, id, Rc::new(changed)).0);
    if app.touched.get()
        && let Some(target) = inside(&on.0, "[tabindex='-1']")
    {
        focus(&target);
    }
}

fn come_back(app: &App, queue: &Rc<RefCell<Option<Queue>>>, left: &str) {
    if let Some(queue) = &*queue.borrow()
        && app.touched.get()
    {
        queue.come_back(left);
    }
}

/// The way back to the queue.
pub fn to_desk(app: &App) -> El {
    let to = app.clone();
    button(Weight::Quiet, &app.t("desk.back"), move || to.go(StaffPlace::Desk))
        .class("nl-link ss-quiet ss-back")
}

/// What somebody sees whose work is another.
pub fn not_allowed(app: &App) -> El {
    standstill::standstill(app, "desk.not-allowed", Vec::new())
}
