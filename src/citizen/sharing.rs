// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A request and its choices, as the picture and the table show them.

use crate::app::App;
use crate::flow::choices::{Answer, Choice, Choices, Stand, find, stand_in};
use crate::parts::layout::{Link, Style};
use crate::parts::picture::{Sharing, note};
use crate::wire::request::{Datum, Item, Request};

/// How a datum stands in the picture: also what was decided before, and what
/// the law decides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Yes,
    No,
    Open,
    Later,
    Waiting,
    Law,
}

const ORDER: [(Shown, &str); 6] = [
    (Shown::Yes, "stand.yes"),
    (Shown::No, "stand.no"),
    (Shown::Open, "stand.open"),
    (Shown::Later, "stand.later"),
    (Shown::Waiting, "stand.waiting"),
    (Shown::Law, "stand.law"),
];

/// The most items that a picture says in words of its own.
const MOST_SPOKEN: usize = 20;

/// What the picture shows at this moment, or the table.
pub fn sharing(app: &App, request: &Request, choices: &Choices, as_table: bool) -> Sharing {
    let in_words = as_table || request.items.len() <= MOST_SPOKEN;
    let mut sharing = Sharing::default();
    for item in &request.items {
        let (source, recipient) = (&item.source.short_name, &item.recipient.short_name);
        let from = note(&mut sharing.givers, source);
        let to = note(&mut sharing.getters, recipient);
        let choice = choices.of(&item.id);
        for (shown, key) in ORDER {
            let data: Vec<&Datum> =
                item.data.iter().filter(|datum| shown_as(item, datum, choice) == shown).collect();
            if !data.is_empty() {
                if in_words {
                    let names = app.host.list(data.iter().map(|datum| datum.name.clone()).collect());
                    sharing.lines.push([source.clone(), recipient.clone(), names, app.t(key)]);
                }
                add_link(app, &mut sharing.links, [from, to], &data, shown);
            }
        }
    }
    sharing
}

fn shown_as(item: &Item, datum: &Datum, choice: Option<&Choice>) -> Shown {
    let Some(standing) = &item.standing else { return Shown::Law };
    if standing.awaits_answer {
        return match stand_in(choice, &datum.id) {
            Stand::Answered(Answer::Yes) => Shown::Yes,
            Stand::Answered(Answer::No) => Shown::No,
            Stand::Later => Shown::Later,
            Stand::Open => Shown::Open,
        };
    }
    match (find(&standing.answers, &datum.id), &*standing.status) {
        (Some(Answer::Yes), "given") => Shown::Yes,
        (Some(Answer::Yes), "pending") => Shown::Waiting,
        _ => Shown::No,
    }
}

fn add_link(app: &App, links: &mut Vec<Link>, [from, to]: [usize; 2], data: &[&Datum], shown: Shown) {
    let style = match shown {
        Shown::Yes => Style::Solid,
        Shown::Open | Shown::Later | Shown::Waiting => Style::Dashed,
        Shown::Law => Style::Dotted,
        Shown::No => Style::Hidden,
    };
    let same = links.iter_mut().find(|link| link.from == from && link.to == to && link.style == style);
    match same {
        // Two items between the same parties are one line; the table tells them apart.
        Some(link) => link.label.clear(),
        None => links.push(Link { from, to, style, label: label(app, data, style) }),
    }
}

fn label(app: &App, data: &[&Datum], style: Style) -> String {
    match (style, data) {
        (Style::Dashed, _) => app.t("picture.choose"),
        (Style::Dotted | Style::Hidden, _) => String::new(),
        (Style::Solid, [only]) if only.name.chars().count() <= 13 => only.name.clone(),
        (Style::Solid, _) => app.count("data", data.len() as u32),
    }
}
