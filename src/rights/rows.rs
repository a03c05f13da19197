// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The rows of a correction: what it says now, and what it should say (K7).

use crate::app::App;
use crate::flow::form::{Cell, Row, Spot};
use crate::parts::bits::{Weight, button, unseen};
use crate::parts::el::{El, State, el, focus, inside};
use crate::parts::field::{Choice, Field};
use crate::rights::sending::Sender;
use crate::wire::request::Datum;
use std::rc::Rc;

/// Most rows of one request, as the contract has it.
const MOST: usize = 20;
/// Most characters of a side.
const MOST_WORDS: u32 = 1_000;
const ADD: &str = "ss-f-add-row";

/// What is drawn anew when it is set: the ids of what may get the focus then.
pub type Drawn = State<Vec<String>>;

/// The rows. `data` are the types of data to choose from, when they are known.
pub fn rows(app: &App, sender: &Sender, data: &[Datum]) -> El {
    if sender.typed().rows.is_empty() {
        sender.change(|typed| typed.add_row());
    }
    let drawn: Drawn = State::new(Vec::new());
    let (app, sender, data) = (app.clone(), sender.clone(), data.to_vec());
    el("div").class("ss-corrections").watch(move |it| {
        let next = drawn.get();
        it.0.set_text_content(None);
        let rows = sender.typed().rows;
        for (index, row) in rows.iter().enumerate() {
            let drawn = draw(&app, &sender, index, row, rows.len() > 1, &data, &drawn);
            let _ = it.0.append_child(&drawn.0);
        }
        if rows.len() < MOST {
            let _ = it.0.append_child(&add(&app, &sender, &drawn).0);
        }
        focus_first(&it.0, &next);
    })
}

fn draw(
    app: &App,
    sender: &Sender,
    index: usize,
    row: &Row,
    removable: bool,
    data: &[Datum],
    drawn: &Drawn,
) -> El {
    let place = (index + 1).to_string();
    let name = app.fill("filing.row", &[("n", &place)]);
    let which = (!data.is_empty()).then(|| {
        let choice = |datum: &Datum| Choice {
            value: datum.id.clone(),
            label: datum.name.clone(),
            hint: String::new(),
        };
        let choices = data.iter().map(choice).collect();
        cell(app, sender, row.number, Cell::Datum, &row.datum).select(&app.t("filing.row.unknown"), choices)
    });
    let sides = el("div")
        .class("ss-sides")
        .child(cell(app, sender, row.number, Cell::Wrong, &row.wrong).area(2))
        .child(cell(app, sender, row.number, Cell::Right, &row.right).area(2));
    let remove = removable.then(|| remove(app, sender, row.number, &name, drawn));
    el("fieldset")
        .class("ss-correction")
        .child(el("legend").class("ss-correction-name").text(&name))
        .maybe(which)
        .child(sides)
        .maybe(remove)
}

fn cell(app: &App, sender: &Sender, number: u32, cell: Cell, value: &str) -> Field {
    let spot = Spot::Row(number, cell);
    let (watching, typing) = (sender.clone(), sender.clone());
    Field {
        id: spot.id(),
        label: app.texts.code("filing.cell", cell.word()),
        hint: String::new(),
        value: value.to_owned(),
        most: MOST_WORDS,
        wrong: Rc::new(move || watching.wrong_at(spot)),
        typed: Rc::new(move |text| {
            typing.change(|typed| typed.set_cell(number, cell, text));
            typing.mend(spot);
        }),
    }
}

// The focus goes to the first field of the new row.
fn add(app: &App, sender: &Sender, drawn: &Drawn) -> El {
    let (sender, drawn) = (sender.clone(), drawn.clone());
    button(Weight::Other, &app.t("filing.row.add"), move || {
        let number = sender.change(|typed| typed.add_row());
        drawn.set([Cell::Datum, Cell::Wrong].map(|cell| Spot::Row(number, cell).id()).to_vec());
    })
    .id(ADD)
}

// The focus goes to where one is added.
fn remove(app: &App, sender: &Sender, number: u32, name: &str, drawn: &Drawn) -> El {
    let (app2, sender, drawn) = (app.clone(), sender.clone(), drawn.clone());
    button(Weight::Quiet, &app.t("filing.row.remove"), move || {
        sender.change(|typed| typed.rows.retain(|row| row.number != number));
        drawn.set(vec![ADD.to_owned()]);
        app2.say(app2.t("filing.row.removed"));
    })
    .child(unseen(&[": ", name].concat()))
}

/// Moves the focus to the first of these ids that is there.
pub fn focus_first(root: &web_sys::Element, ids: &[String]) {
    let found = ids.iter().find_map(|id| inside(root, &["[id='", id, "']"].concat()));
    found.iter().for_each(focus);
}
