// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A moment as a person says it: *today, 10.42*, *18 November, 14.05*.

use crate::app::App;
use crate::flow::happened::{Near, near};
use crate::text::capital;
use js_sys::{Array, Date, Intl::DateTimeFormat, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

const DAY_MS: f64 = 86_400_000.0;

/// The language for which every browser writes days as `2026-11-22` and times as `10:42`.
const DIGITS: &str = "sv";

/// Tells moments in the language of the screen. The browser's own formats are made
/// once: making one takes longer than drawing a line.
pub struct Clock {
    app: App,
    digits: DateTimeFormat,
    day: DateTimeFormat,
    year: DateTimeFormat,
    month: DateTimeFormat,
    today: String,
    yesterday: String,
}

/// A moment in words.
pub struct Moment {
    /// The day and the time, beginning with a capital.
    pub words: String,
    /// The day as `2026-11-22`, where the municipality is.
    pub day: String,
}

impl Clock {
    /// A clock for one screen.
    pub fn new(app: &App) -> Self {
        let language = &app.settings.language;
        let digits =
            format(DIGITS, r#"{"dateStyle":"short","timeStyle":"short","timeZone":"Europe/Amsterdam"}"#);
        let today = split(&say(&digits, &Date::new_0())).0;
        let yesterday = Date::new(&(date(&today).get_time() - DAY_MS).into());
        Self {
            yesterday: String::from(yesterday.to_iso_string()).chars().take(today.len()).collect(),
            today,
            day: format(language, r#"{"day":"numeric","month":"long","timeZone":"UTC"}"#),
            year: format(language, r#"{"dateStyle":"long","timeZone":"UTC"}"#),
            month: format(language, r#"{"month":"long","year":"numeric","timeZone":"UTC"}"#),
            digits,
            app: app.clone(),
        }
    }

    /// A moment (`2026-11-22T10:00:00Z`).
    pub fn moment(&self, iso: &str) -> Moment {
        let (day, time) = split(&say(&self.digits, &date(iso)));
        let (hour, minute) = time.split_once(':').unwrap_or_default();
        let values = [("day", &*self.day_in_words(&day)), ("hour", hour), ("minute", minute)];
        Moment { words: capital(&self.app.fill("moment.at", &values)), day }
    }

    /// The day of a moment, inside a sentence.
    pub fn day_of(&self, iso: &str) -> String {
        self.day_in_words(&split(&say(&self.digits, &date(iso))).0)
    }

    /// A day (`2026-11-22`), inside a sentence.
    pub fn day_in_words(&self, day: &str) -> String {
        match near(day, &self.today, &self.yesterday) {
            Near::Today => self.app.t("moment.today"),
            Near::Yesterday => self.app.t("moment.yesterday"),
            Near::ThisYear => say(&self.day, &date(day)),
            Near::Other => say(&self.year, &date(day)),
        }
    }

    /// The month of a day, as a heading.
    pub fn month(&self, day: &str) -> String {
        capital(&say(&self.month, &date(day)))
    }
}

fn format(language: &str, options: &str) -> DateTimeFormat {
    let options: Object = JSON::parse(options).unwrap_or(JsValue::UNDEFINED).unchecked_into();
    DateTimeFormat::new(&Array::of1(&language.into()), &options)
}

fn date(iso: &str) -> Date {
    Date::new(&iso.into())
}

// What is no date at all is left out, as everything that a backend did not send.
fn say(format: &DateTimeFormat, date: &Date) -> String {
    let said = format.format().call1(&JsValue::UNDEFINED, date);
    said.ok().and_then(|words| words.as_string()).unwrap_or_default()
}

fn split(digits: &str) -> (String, String) {
    let (day, time) = digits.split_once(' ').unwrap_or((digits, ""));
    (day.to_owned(), time.to_owned())
}
