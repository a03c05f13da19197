// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The small pieces: headings, buttons, badges, what stands behind a press.

use crate::parts::el::{El, el};

/// How much a button weighs on its screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one main action.
    Main,
    /// Any other action of the same size.
    Other,
    /// An action that looks like a link.
    Quiet,
}

/// A button.
pub fn button(weight: Weight, label: &str, press: impl Fn() + 'static) -> El {
    boxed_button(weight, label, Box::new(press))
}

fn boxed_button(weight: Weight, label: &str, press: Box<dyn Fn()>) -> El {
    let class = match weight {
        Weight::Main => "utrecht-button utrecht-button--primary-action ss-button",
        Weight::Other => "utrecht-button utrecht-button--secondary-action ss-button",
        Weight::Quiet => "nl-link ss-quiet",
    };
    el("button").attr("type", "button").class(class).text(label).pressed(press)
}

/// The title of a screen. It takes the focus when the screen comes.
pub fn title(words: &str) -> El {
    el("h1").class("nl-heading nl-heading--level-1 ss-title").attr("tabindex", "-1").text(words)
}

/// A heading below the title: level 2 or 3.
pub fn heading(level: u8, words: &str) -> El {
    match level {
        2 => el("h2").class("nl-heading nl-heading--level-2 ss-heading").text(words),
        _ => el("h3").class("nl-heading nl-heading--level-3 ss-subheading").text(words),
    }
}

/// A paragraph.
pub fn paragraph(words: &str) -> El {
    el("p").class("nl-paragraph").text(words)
}

/// A paragraph that stands back.
pub fn quietly(words: &str) -> El {
    el("p").class("ss-quietly").text(words)
}

/// The paragraph under a title.
pub fn lead(words: &str) -> El {
    el("p").class("nl-paragraph nl-paragraph--lead ss-lead").text(words)
}

/// A small label; `tone` is a class of ours: `plain`, `special`, `yes`, `no`.
pub fn badge(tone: &str, words: &str) -> El {
    el("span").class(&["nl-data-badge ss-badge ss-badge--", tone].concat()).text(words)
}

/// A link to another page.
pub fn link(address: &str, words: &str) -> El {
    el("a").class("nl-link").attr("href", address).text(words)
}

/// What stands behind a press.
pub fn press_for_more(label: &str, content: Vec<El>) -> El {
    el("details")
        .class("ss-more")
        .child(el("summary").class("ss-more-label").text(label))
        .child(el("div").class("ss-more-content").children(content))
}

/// A list of names with what belongs to them.
pub fn facts(facts: Vec<(String, El)>) -> El {
    let rows = facts
        .into_iter()
        .map(|(name, value)| el("div").child(el("dt").text(&name)).child(el("dd").child(value)));
    el("dl").class("ss-facts").children(rows)
}

/// Words without a meaning of their own.
pub fn words(words: &str) -> El {
    el("span").text(words)
}

/// Words for those who listen, not for those who look.
pub fn unseen(words: &str) -> El {
    el("span").class("ss-unseen").text(words)
}
