// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Days as the desk writes them: short, and counted from today.

use crate::app::App;
use crate::flow::queue::days_between;
use js_sys::{Array, Date, Function, Intl::DateTimeFormat, Object, Reflect};
use wasm_bindgen::JsValue;

/// What day it is where the municipality is, and how days are written.
pub struct Calendar {
    /// Today, as `2026-11-22`.
    pub today: String,
    this_year: Function,
    other_year: Function,
}

impl Calendar {
    /// In the language of the screen.
    pub fn new(app: &App) -> Self {
        let language = &app.settings.language;
        let short = [("weekday", "short"), ("day", "numeric"), ("month", "short"), ("timeZone", "UTC")];
        let with_year: Vec<_> = short.into_iter().chain([("year", "numeric")]).collect();
        // Swedish writes a day as the contract does.
        let iso = format("sv-SE", &[("timeZone", "Europe/Amsterdam")]);
        Self {
            today: written(&iso, &Date::new_0()),
            this_year: format(language, &short),
            other_year: format(language, &with_year),
        }
    }

    /// A day in short: `mon 23 Nov`, with the year when it is another one.
    pub fn day(&self, iso: &str) -> String {
        let same_year = iso.get(..4) == self.today.get(..4);
        let date = Date::new(&JsValue::from_str(iso));
        written(if same_year { &self.this_year } else { &self.other_year }, &date)
    }

    /// Days from today to a day; negative when it has passed.
    pub fn days_to(&self, iso: &str) -> i32 {
        days_between(&self.today, iso).unwrap_or_default()
    }
}

fn format(language: &str, options: &[(&str, &str)]) -> Function {
    let wanted = Object::new();
    for (name, value) in options {
        let _ = Reflect::set(&wanted, &(*name).into(), &(*value).into());
    }
    DateTimeFormat::new(&Array::of1(&language.into()), &wanted).format()
}

fn written(format: &Function, date: &Date) -> String {
    let written = format.call1(&JsValue::UNDEFINED, date).ok();
    written.and_then(|words| words.as_string()).unwrap_or_default()
}

/// How many days are left, in words.
pub fn left(app: &App, calendar: &Calendar, standing: &str, iso: &str) -> String {
    match calendar.days_to(iso) {
        days if days < 0 => app.count("desk.late", days.unsigned_abs()),
        // The server's day may be another one for a moment around midnight.
        _ if standing == "missed" => app.t("desk.passed"),
        0 => app.t("desk.today"),
        days => app.count("desk.left", days.unsigned_abs()),
    }
}
