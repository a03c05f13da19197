// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A table of any length. Only the rows in view are in the page, so ten thousand
//! scroll as lightly as ten; who listens hears how many there are and which one
//! this is. The row with the focus is never taken away.

use crate::parts::el::{El, el, focus, inside};
use crate::parts::rows::{Heights, Piece};
use reactive_graph::owner::StoredValue;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget, HtmlElement, KeyboardEvent, Window};

// Until the first row was measured.
const USUAL: f32 = 81.0;

type DrawRow = Box<dyn Fn(usize) -> El>;

/// The table.
#[derive(Clone)]
pub struct LongTable(Rc<Inner>);

struct Inner {
    table: El,
    body: El,
    draw: DrawRow,
    heights: RefCell<Heights>,
    drawn: RefCell<BTreeMap<usize, El>>,
}

impl LongTable {
    /// A table without rows yet. `draw` draws a row by its place: a `tr` with one
    /// thing that can be pressed; `press` is called when a row is.
    pub fn new(
        head: El,
        label: &str,
        draw: impl Fn(usize) -> El + 'static,
        press: impl Fn(usize) + 'static,
    ) -> Self {
        // Drawn as cards, the browser would no longer take it for a table.
        let body = el("tbody").attr("role", "rowgroup").class("utrecht-table__body");
        let table = el("table")
            .attr("role", "table")
            .attr("aria-label", label)
            .class("utrecht-table ss-long")
            .child(head.attr("role", "rowgroup"))
            .child(body.clone());
        let it = Self(Rc::new(Inner {
            table,
            body,
            draw: Box::new(draw),
            heights: RefCell::new(Heights::new(0, USUAL)),
            drawn: RefCell::default(),
        }));
        it.listen(press);
        it
    }

    /// What stands in the page.
    pub fn el(&self) -> El {
        self.0.table.clone()
    }

    /// Other rows took the place of all of them.
    pub fn refill(&self, count: usize) {
        let usual = self.0.heights.borrow().usual();
        self.0.heights.replace(Heights::new(count, usual));
        self.0.drawn.borrow_mut().clear();
        self.0.body.0.set_text_content(None);
        self.counted();
        self.update(None);
    }

    /// Rows came at the end.
    pub fn grow(&self, count: usize) {
        self.0.heights.borrow_mut().grow(count);
        self.counted();
        self.update(None);
    }

    /// It came into the page, or into view: draws what is to be seen.
    pub fn appeared(&self) {
        self.update(None);
    }

    /// Goes to a row, wherever it is: the focus moves to what can be pressed in it.
    pub fn go(&self, index: usize) {
        self.update(Some(index));
        let drawn = self.0.drawn.borrow();
        let row = drawn.get(&index);
        if let Some(target) = row.and_then(|row| inside(&row.0, "button")) {
            // The scrolling that this causes draws anew.
            drop(drawn);
            focus(&target);
        }
    }

    fn counted(&self) {
        let rows = self.0.heights.borrow().count() + 1;
        let _ = self.0.table.0.set_attribute("aria-rowcount", &rows.to_string());
    }

    fn listen(&self, press: impl Fn(usize) + 'static) {
        let keys = self.clone();
        let body = self.0.body.clone();
        let body = body.on("click", move |event| {
            if let Some(index) = event.target().and_then(row_of) {
                press(index);
            }
        });
        let _ = body.on("keydown", move |event| keys.pressed(&event));
        let Some(window) = window(&self.0.body.0) else { return };
        let drawer = self.clone();
        let moved = Closure::<dyn Fn()>::new(move || drawer.update(None));
        for event in MOVES {
            // Whatever it is that scrolls, the window hears of it on the way down.
            let act = moved.as_ref().unchecked_ref();
            let _ = window.add_event_listener_with_callback_and_bool(event, act, true);
        }
        StoredValue::new_local(Listening { window, moved });
    }

    // With the arrows from row to row, also to one that is not drawn yet.
    fn pressed(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let Some(now) = event.target().and_then(row_of) else { return };
        let last = self.0.heights.borrow().count().saturating_sub(1);
        let next = match &*key.key() {
            "ArrowDown" => (now + 1).min(last),
            "ArrowUp" => now.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        self.go(next);
    }
}

impl LongTable {
    // Draws what is in view, and `wanted`. What is drawn already stays what it is.
    fn update(&self, wanted: Option<usize>) {
        let Some((top, bottom)) = self.view() else { return };
        let pieces = {
            let heights = self.0.heights.borrow();
            let focused = inside(&self.0.body.0, "tr:focus-within").and_then(|row| place_of(&row));
            heights.pieces(heights.between(top, bottom), wanted.or(focused))
        };
        self.keep(&pieces);
        self.place(&pieces);
        self.measure();
    }

    // From where to where rows are drawn, counted from the top of the list: a
    // screen more on both sides. Nothing while the table is hidden.
    fn view(&self) -> Option<(f64, f64)> {
        let area = self.0.body.0.get_bounding_client_rect();
        let screen = f64::from(self.0.body.0.owner_document()?.document_element()?.client_height());
        let seen = self.0.table.0.get_bounding_client_rect().width() > 0.0;
        seen.then(|| (-area.top() - screen, 2.0 * screen - area.top()))
    }

    // Takes away the gaps, and the rows that are not drawn any more.
    fn keep(&self, pieces: &[Piece]) {
        let mut drawn = self.0.drawn.borrow_mut();
        let stays = |row: &usize| pieces.contains(&Piece::Row(*row));
        for row in drawn.iter().filter(|(row, _)| !stays(row)).map(|(_, row)| row) {
            row.0.remove();
        }
        drawn.retain(|row, _| stays(row));
        while let Some(gap) = inside(&self.0.body.0, ".ss-gap") {
            gap.remove();
        }
    }

    // Puts gaps and new rows between the rows that stand.
    fn place(&self, pieces: &[Piece]) {
        let mut drawn = self.0.drawn.borrow_mut();
        let mut next = self.0.body.0.first_child();
        for piece in pieces {
            let new = match piece {
                Piece::Row(row) if drawn.contains_key(row) => {
                    next = next.and_then(|row| row.next_sibling());
                    continue;
                }
                Piece::Row(row) => {
                    let new =
                        (self.0.draw)(*row).attr("role", "row").attr("aria-rowindex", &(row + 2).to_string());
                    drawn.insert(*row, new.clone());
                    new
                }
                Piece::Gap(height) => gap(*height),
            };
            let _ = self.0.body.0.insert_before(&new.0, next.as_ref());
        }
    }

    fn measure(&self) {
        let mut heights = self.0.heights.borrow_mut();
        for (row, drawn) in self.0.drawn.borrow().iter() {
            heights.measure(*row, drawn.0.get_bounding_client_rect().height() as f32);
        }
    }
}

// Room that nobody hears of. The policy of a page allows no style in markup; this
// is none.
fn gap(height: f64) -> El {
    let gap = el("tr").class("ss-gap").attr("aria-hidden", "true");
    if let Some(gap) = gap.0.dyn_ref::<HtmlElement>() {
        let _ = gap.style().set_property("height", &[&*height.to_string(), "px"].concat());
    }
    gap
}

const MOVES: [&str; 2] = ["scroll", "resize"];

// Listens as long as the part of the screen lives.
struct Listening {
    window: Window,
    moved: Closure<dyn Fn()>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        for event in MOVES {
            let act = self.moved.as_ref().unchecked_ref();
            let _ = self.window.remove_event_listener_with_callback_and_bool(event, act, true);
        }
    }
}

fn window(element: &Element) -> Option<Window> {
    element.owner_document()?.default_view()
}

fn row_of(target: EventTarget) -> Option<usize> {
    let row = target.dyn_ref::<Element>()?.closest("tr[aria-rowindex]").ok()??;
    place_of(&row)
}

// The head is row 1 for who listens.
fn place_of(row: &Element) -> Option<usize> {
    row.get_attribute("aria-rowindex")?.parse::<usize>().ok()?.checked_sub(2)
}

impl LongTable {
    /// How far the page is scrolled.
    pub fn scrolled(&self) -> f64 {
        window(&self.0.body.0).and_then(|window| window.scroll_y().ok()).unwrap_or_default()
    }

    /// Scrolls the page that far.
    pub fn scroll_to(&self, height: f64) {
        if let Some(window) = window(&self.0.body.0) {
            window.scroll_to_with_x_and_y(window.scroll_x().unwrap_or_default(), height);
        }
        self.update(None);
    }
}
