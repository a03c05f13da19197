// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The fields of a form: each with its label above it, a hint, and what is wrong
//! with it, all tied together for who listens. And the summary of all errors.

use crate::parts::alert::alert;
use crate::parts::bits::{Weight, button, heading};
use crate::parts::el::{El, effect, el, focus, inside};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// What is wrong with a field, followed; nothing while it is right.
pub type Wrong = Rc<dyn Fn() -> Option<String>>;

/// Is told what was typed or chosen.
pub type Typed = Rc<dyn Fn(String)>;

/// One field of a form.
#[derive(Clone)]
pub struct Field {
    /// Id of its control, unique on the screen.
    pub id: String,
    /// What is asked.
    pub label: String,
    /// What helps to answer; empty when the label is enough.
    pub hint: String,
    /// What stands in it already.
    pub value: String,
    /// Most characters it takes.
    pub most: u32,
    /// What is wrong with it.
    pub wrong: Wrong,
    /// Is told what is typed.
    pub typed: Typed,
}

/// What a line of text holds, for the keyboard of a phone and for filling in by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Any words.
    Words,
    /// The name of the person.
    Name,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// A day (`2026-11-22`), not after today.
    Day,
}

/// One way to answer.
pub struct Choice {
    /// Its word.
    pub value: String,
    /// What it says.
    pub label: String,
    /// What it means; empty when the label is enough.
    pub hint: String,
}

impl Field {
    /// One line of text, or a day.
    pub fn line(self, kind: Line) -> El {
        let (shape, fill, keys) = match kind {
            Line::Words => ("text", "off", "text"),
            Line::Name => ("text", "name", "text"),
            Line::Email => ("email", "email", "email"),
            Line::Telephone => ("tel", "tel", "tel"),
            Line::Day => ("date", "off", "none"),
        };
        let control = el("input")
            .attr("type", shape)
            .attr("autocomplete", fill)
            .attr("maxlength", &self.most.to_string())
            .attr("value", &self.value);
        let control = match kind {
            Line::Day => control.attr("max", &today()).class("utrecht-textbox ss-input ss-input--day"),
            _ => control.attr("inputmode", keys).class("utrecht-textbox ss-input"),
        };
        self.around(control)
    }

    /// Several lines of text. `rows` is how many are seen at first.
    pub fn area(self, rows: u32) -> El {
        let control = el("textarea")
            .class("utrecht-textarea ss-input")
            .attr("rows", &rows.to_string())
            .attr("maxlength", &self.most.to_string())
            .text(&self.value);
        self.around(control)
    }

    /// A list to choose one from; the first line stands for none.
    pub fn select(self, none: &str, choices: Vec<Choice>) -> El {
        let option = |value: &str, label: &str| {
            let option = el("option").attr("value", value).text(label);
            option.toggle("selected", value == self.value);
            option
        };
        let control = el("select").class("utrecht-select ss-input").child(option("", none));
        let lines: Vec<El> = choices.iter().map(|it| option(&it.value, &it.label)).collect();
        self.around(control.children(lines))
    }

    /// One of several answers, each with a round button, none of them preset.
    pub fn choices(self, choices: Vec<Choice>) -> El {
        let lines = choices.into_iter().enumerate().map(|(index, it)| {
            let typed = self.typed.clone();
            let input = el("input").attr("type", "radio").attr("name", &self.id).attr("value", &it.value);
            // The first one carries the id, so that an error leads to it.
            let input = match index {
                0 => input.id(&self.id),
                _ => input.id(&[&*self.id, "-", &*it.value].concat()),
            };
            input.set_checked(it.value == self.value);
            let value = it.value;
            let input = input.on("change", move |_| typed(value.clone()));
            let more = (!it.hint.is_empty()).then(|| el("span").class("ss-option-hint").text(&it.hint));
            let words = el("span").child(el("span").class("ss-option-name").text(&it.label)).maybe(more);
            el("label").class("utrecht-radio-button ss-option").child(input).child(words)
        });
        let lines: Vec<El> = lines.collect();
        self.group(el("div").class("ss-options").children(lines))
    }

    /// Some of several answers, each with a box to tick; what is typed are the words of
    /// those that are ticked, with a space between.
    pub fn ticks(self, choices: Vec<Choice>) -> El {
        let ticked: Rc<RefCell<Vec<String>>> =
            Rc::new(RefCell::new(self.value.split_whitespace().map(str::to_owned).collect()));
        let many = if choices.len() > 8 { "ss-options ss-options--many" } else { "ss-options" };
        let lines = choices.into_iter().enumerate().map(|(index, it)| {
            let input = el("input").attr("type", "checkbox").attr("value", &it.value);
            // The first one carries the id, so that an error leads to it.
            let input = match index {
                0 => input.id(&self.id),
                _ => input.id(&[&*self.id, "-", &*it.value].concat()),
            };
            input.set_checked(ticked.borrow().contains(&it.value));
            let (typed, ticked, value) = (self.typed.clone(), ticked.clone(), it.value);
            let input = input.on("change", move |_| {
                let before = ticked.borrow().len();
                ticked.borrow_mut().retain(|known| *known != value);
                if ticked.borrow().len() == before {
                    ticked.borrow_mut().push(value.clone());
                }
                typed(ticked.borrow().join(" "));
            });
            let more = (!it.hint.is_empty()).then(|| el("span").class("ss-option-hint").text(&it.hint));
            let words = el("span").child(el("span").class("ss-option-name").text(&it.label)).maybe(more);
            el("label").class("utrecht-checkbox-button ss-option").child(input).child(words)
        });
        let lines: Vec<El> = lines.collect();
        self.group(el("div").class(many).children(lines))
    }

    // What is asked once for several controls.
    fn group(self, options: El) -> El {
        let (hint, wrong) = (self.hint(), self.wrong());
        let told = self.described_by();
        let group = el("fieldset")
            .class("utrecht-form-fieldset ss-entry")
            .child(el("legend").class("utrecht-form-label ss-label").text(&self.label))
            .maybe(hint)
            .child(wrong)
            .child(options);
        self.marked(group.attr("aria-describedby", &told), None)
    }

    // Label, hint, error and control, in the order in which they are read.
    fn around(self, control: El) -> El {
        let typed = self.typed.clone();
        let control = control
            .id(&self.id)
            .attr("aria-describedby", &self.described_by())
            .on("input", move |event| typed(value_of(&event)));
        let label = el("label").class("utrecht-form-label ss-label").attr("for", &self.id).text(&self.label);
        let group = el("div")
            .class("utrecht-form-field ss-entry")
            .child(label)
            .maybe(self.hint())
            .child(self.wrong())
            .child(control.clone());
        self.marked(group, Some(control))
    }

    fn hint(&self) -> Option<El> {
        let id = [&self.id, "-hint"].concat();
        let class = "utrecht-form-field-description ss-hint";
        (!self.hint.is_empty()).then(|| el("p").class(class).id(&id).text(&self.hint))
    }

    fn wrong(&self) -> El {
        let wrong = self.wrong.clone();
        let id = [&self.id, "-wrong"].concat();
        let class = "utrecht-form-field-error-message ss-wrong";
        el("p").class(class).id(&id).live_text(move || wrong().unwrap_or_default())
    }

    fn described_by(&self) -> String {
        let wrong = [&self.id, "-wrong"].concat();
        if self.hint.is_empty() { wrong } else { [&self.id, "-hint ", &wrong].concat() }
    }

    fn marked(&self, group: El, control: Option<El>) -> El {
        let (wrong, marked) = (self.wrong.clone(), group.clone());
        effect(Box::new(move || {
            let is_wrong = wrong().is_some();
            marked.toggle("data-wrong", is_wrong);
            if let Some(control) = &control {
                let _ = control.0.set_attribute("aria-invalid", if is_wrong { "true" } else { "false" });
            }
        }));
        group
    }
}

/// What stands in the control of an event.
pub fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else {
        target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
    }
}

/// Today, as `2026-11-22`. The date in UTC is never later than that of the municipality.
pub fn today() -> String {
    String::from(js_sys::Date::new_0().to_iso_string()).chars().take(10).collect()
}

/// Lists everything that is wrong, in the order of the form. Every line leads to
/// its field: `(id of the control, words)`. Give it the focus when it comes.
pub fn error_summary(root: &web_sys::Element, title: &str, errors: Vec<(String, String)>) -> El {
    let lines = errors.into_iter().map(|(id, words)| {
        let root = root.clone();
        let go = move || {
            if let Some(control) = inside(&root, &["[id='", &id, "']"].concat()) {
                focus(&control);
            }
        };
        el("li").child(button(Weight::Quiet, &words, go))
    });
    let list = el("ul").class("ss-missing").children(lines);
    alert("error", vec![heading(2, title), list])
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .class("utrecht-alert utrecht-alert--error ss-alert ss-errors")
}
