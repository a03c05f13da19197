// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The picture *who shares what with whom*, with the same as a table behind a
//! press. Solid is shared, dashes are still to choose, dots are decided by law;
//! what is not shared has no line.

use crate::app::App;
use crate::parts::bits::heading;
use crate::parts::el::{El, State, el, svg};
use crate::parts::layout::{self, Area, Box, Curve, Drawing, Link, Style};
use crate::parts::table::{Line, sharing_table, spoken};
use std::cell::RefCell;
use std::mem::take;

/// What the picture shows at this moment.
#[derive(Default)]
pub struct Sharing {
    /// Those who give, in order.
    pub givers: Vec<String>,
    /// Those who get, in order.
    pub getters: Vec<String>,
    /// The pairs, with how each stands.
    pub links: Vec<Link>,
    /// Everything, line by line; empty where a picture of so much asks for no words.
    pub lines: Vec<Line>,
}

/// The place of a name in a list, where it is put when it is new.
pub fn note(names: &mut Vec<String>, name: &str) -> usize {
    names.iter().position(|known| known == name).unwrap_or_else(|| {
        names.push(name.to_owned());
        names.len() - 1
    })
}

/// What a picture tells, by the keys of its sentences.
pub struct Told {
    /// Its title.
    pub title: &'static str,
    /// Each kind of line that it may have, as the legend names it.
    pub kinds: &'static [(Style, &'static str)],
}

/// What a person chooses at this moment.
pub const CHOICES: Told = Told {
    title: "picture.title",
    kinds: &[(Style::Solid, "picture.yes"), (Style::Dashed, "picture.open"), (Style::Dotted, "picture.law")],
};

/// The picture with its table, following `sharing`, which hears whether the table is
/// what is shown.
pub fn picture(app: &App, told: &'static Told, sharing: impl Fn(bool) -> Sharing + 'static) -> El {
    let as_table: State<bool> = State::new(false);
    let (inner, table) = (app.clone(), as_table.clone());
    let scene: RefCell<Option<Scene>> = RefCell::new(None);
    let body = el("div").watch(move |it| {
        let as_table = table.get();
        let now = sharing(as_table);
        let mut scene = scene.borrow_mut();
        if as_table {
            *scene = None;
            it.0.set_text_content(None);
            let _ = it.0.append_child(&sharing_table(&inner, told.title, &now.lines).0);
        } else {
            let mirrored = inner.settings.is_right_to_left();
            let drawing = layout::draw(&now.givers, &now.getters, &now.links, mirrored);
            // Where the parties come later, or are others, all of it is drawn anew.
            let parties = [now.givers.concat(), now.getters.concat()].concat();
            let scene = match &mut *scene {
                Some(scene) if scene.parties == parties => scene,
                other => other.insert(Scene::begin(it, &drawing, parties)),
            };
            scene.show(&inner, told, &now, drawing.curves);
        }
    });
    let (words, table) = (app.clone(), as_table.clone());
    let toggle = el("button")
        .attr("type", "button")
        .class("nl-link ss-quiet")
        .live_text(move || words.t(if table.get() { "picture.as-picture" } else { "picture.as-table" }))
        .press(move || as_table.update(|it| *it = !*it));
    el("section")
        .class("ss-picture")
        .attr("aria-labelledby", "ss-picture")
        .child(heading(2, &app.t(told.title)).id("ss-picture"))
        .child(body)
        .child(toggle)
}

// The drawing on the screen. Boxes stay where they are. When a choice changes,
// only the lines that it changes are drawn again.
struct Scene {
    parties: String,
    drawing: El,
    legend: El,
    lines: El,
    words: El,
    curves: Vec<(Curve, [El; 2])>,
}

impl Scene {
    fn begin(into: &El, drawing: &Drawing, parties: String) -> Self {
        let size = ["0 0 ", &layout::WIDTH.to_string(), " ", &drawing.height.to_string()].concat();
        let (lines, words, legend) = (svg("g"), svg("g"), el("ul").class("ss-legend"));
        let drawing = svg("svg")
            .attr("viewBox", &size)
            .attr("role", "img")
            .class("ss-scene")
            .child(lines.clone())
            .children(drawing.boxes.iter().map(party))
            .child(words.clone());
        into.0.set_text_content(None);
        let _ = into.0.append_child(&el("div").child(drawing.clone()).child(legend.clone()).0);
        Self { parties, drawing, legend, lines, words, curves: Vec::new() }
    }

    fn show(&mut self, app: &App, told: &Told, now: &Sharing, curves: Vec<Curve>) {
        let mut words: Vec<String> = now.lines.iter().map(|line| spoken(app, line)).collect();
        // Nobody can follow a hundred lines in one breath: then there is the table.
        if words.is_empty() {
            words.push(app.t("picture.as-table"));
        }
        let _ = self.drawing.0.set_attribute("aria-label", &words.join(" "));
        let mut old = take(&mut self.curves);
        for curve in curves {
            let kept = old.iter().position(|(known, _)| *known == curve);
            self.curves.push(match kept {
                Some(at) => old.swap_remove(at),
                None => self.add(curve),
            });
        }
        for (_, [line, words]) in old {
            line.0.remove();
            words.0.remove();
        }
        explain(app, told, &now.links, &self.legend);
    }

    fn add(&self, curve: Curve) -> (Curve, [El; 2]) {
        let drawn = [line(&curve), pill(&curve)];
        let _ = self.lines.0.append_child(&drawn[0].0);
        let _ = self.words.0.append_child(&drawn[1].0);
        (curve, drawn)
    }
}

fn class_of(style: Style) -> &'static str {
    match style {
        Style::Solid => "ss-line ss-line--yes",
        Style::Dashed => "ss-line ss-line--open",
        Style::Dotted | Style::Hidden => "ss-line ss-line--law",
    }
}

fn line(curve: &Curve) -> El {
    let [x1, y1, x2, y2] = curve.ends.map(|end| end.to_string());
    let half = ((curve.ends[0] + curve.ends[2]) / 2).to_string();
    let path = ["M", &x1, " ", &y1, "C", &half, " ", &y1, " ", &half, " ", &y2, " ", &x2, " ", &y2].concat();
    svg("path").attr("d", &path).class(class_of(curve.style))
}

fn party(it: &Box) -> El {
    let area = it.area;
    let first = area.y + area.height / 2 - (it.lines.len() as i32 - 1) * 9 + 5;
    let lines = it
        .lines
        .iter()
        .enumerate()
        .map(|(index, line)| words_at(area.x + area.width / 2, first + index as i32 * 18, line));
    svg("g").class("ss-party").child(rectangle(area, 12)).children(lines)
}

fn pill(curve: &Curve) -> El {
    let group = svg("g").class("ss-pill");
    let Some(area) = curve.pill else { return group };
    let middle = words_at(area.x + area.width / 2, area.y + 15, &curve.label);
    group.child(rectangle(area, 11)).child(middle)
}

fn rectangle(area: Area, radius: i32) -> El {
    svg("rect")
        .attr("x", &area.x.to_string())
        .attr("y", &area.y.to_string())
        .attr("width", &area.width.to_string())
        .attr("height", &area.height.to_string())
        .attr("rx", &radius.to_string())
}

fn words_at(x: i32, y: i32, words: &str) -> El {
    svg("text").attr("x", &x.to_string()).attr("y", &y.to_string()).attr("text-anchor", "middle").text(words)
}

// Only the kinds of line that are drawn.
fn explain(app: &App, told: &Told, links: &[Link], legend: &El) {
    legend.0.set_text_content(None);
    for &(style, key) in told.kinds {
        if links.iter().any(|link| link.style == style) {
            let sample = svg("svg")
                .attr("viewBox", "0 0 36 8")
                .attr("aria-hidden", "true")
                .class("ss-sample")
                .child(svg("path").attr("d", "M2 4H34").class(class_of(style)));
            let _ = legend.0.append_child(&el("li").child(sample).text(&app.t(key)).0);
        }
    }
}
