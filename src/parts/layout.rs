// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Where everything stands in the picture *who shares what with whom*: those
//! who give at the start, those who get at the end, a curve for each pair. No
//! boxes overlap and no label covers another, whatever the number of parties.

/// Width of the drawing, in its own units. Heights follow from the content.
pub const WIDTH: i32 = 340;
const BOX_WIDTH: i32 = 118;
const LINE_HEIGHT: i32 = 18;
const BOX_PADDING: i32 = 24;
const GAP: i32 = 26;
const TOP: i32 = 4;
const LETTERS_PER_LINE: usize = 13;
const MOST_LINES: usize = 3;
const PILL_HEIGHT: i32 = 22;
const PILL_LETTER: i32 = 6;
const PILL_PADDING: i32 = 18;

/// How a pair stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// Something is shared: a solid line.
    Solid,
    /// Still to choose: dashes.
    Dashed,
    /// The law decides: dots.
    Dotted,
    /// Nothing is shared: no line. The pair still counts for where boxes stand, so
    /// that they do not move while somebody chooses.
    Hidden,
}

/// A pair to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Who gives: a place in the list of those who give.
    pub from: usize,
    /// Who gets: a place in the list of those who get.
    pub to: usize,
    /// How it stands.
    pub style: Style,
    /// Words on the line.
    pub label: String,
}

/// A box with the name of a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Box {
    /// Its place.
    pub area: Area,
    /// The name, in lines.
    pub lines: Vec<String>,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Left.
    pub x: i32,
    /// Top.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

impl Area {
    fn middle(&self) -> i32 {
        self.y + self.height / 2
    }

    /// Whether two rectangles share a point.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }
}

/// A curve from one box to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// Start and end: x and y of both.
    pub ends: [i32; 4],
    /// How it is drawn.
    pub style: Style,
    /// Where its words stand, when there is room for them.
    pub pill: Option<Area>,
    /// Its words.
    pub label: String,
}

/// The whole drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Height, in the same units as [`WIDTH`].
    pub height: i32,
    /// Boxes of those who give, then of those who get.
    pub boxes: Vec<Box>,
    /// The curves.
    pub curves: Vec<Curve>,
}

/// Places everything. `names` are all parties that give and all that get, also
/// those without a line; `mirrored` is for languages written from the right.
pub fn draw(givers: &[String], getters: &[String], links: &[Link], mirrored: bool) -> Drawing {
    let order = untangled(givers.len(), getters.len(), links);
    let getters: Vec<String> = order.iter().map(|&getter| getters[getter].clone()).collect();
    let left = column(givers, 1);
    let right = column(&getters, WIDTH - BOX_WIDTH - 1);
    let height = bottom(&left).max(bottom(&right)) + TOP;
    let (left, right) = (centred(left, height), centred(right, height));
    let lines: Vec<&Link> = links.iter().filter(|link| link.style != Style::Hidden).collect();
    let place = |getter| order.iter().position(|it| *it == getter).unwrap_or(0);
    let pairs: Vec<[usize; 2]> = lines.iter().map(|link| [link.from, place(link.to)]).collect();
    let ends: Vec<[i32; 4]> = (0..pairs.len()).map(|index| ends(&pairs, index, &left, &right)).collect();
    let mut drawing = Drawing { height, boxes: left.into_iter().chain(right).collect(), curves: Vec::new() };
    for (link, ends) in lines.into_iter().zip(ends) {
        let pill = room_for(&link.label, ends, &drawing);
        drawing.curves.push(Curve { ends, style: link.style, pill, label: link.label.clone() });
    }
    if mirrored { mirror(drawing) } else { drawing }
}

// Those who get stand in the order of those who give to them: fewer crossings.
fn untangled(givers: usize, getters: usize, links: &[Link]) -> Vec<usize> {
    let weight = |&getter: &usize| {
        let (mut sum, mut number) = (0, 0);
        for giver in 0..givers {
            if links.iter().any(|link| link.to == getter && link.from == giver) {
                sum += giver;
                number += 1;
            }
        }
        // In hundredths, because places are whole numbers.
        sum * 100 / number.max(1)
    };
    let mut ordered: Vec<usize> = (0..getters).collect();
    ordered.sort_by_key(weight);
    ordered
}

fn column(names: &[String], x: i32) -> Vec<Box> {
    let mut y = TOP;
    names
        .iter()
        .map(|name| {
            let lines = wrap(name);
            let height = lines.len() as i32 * LINE_HEIGHT + BOX_PADDING;
            let area = Area { x, y, width: BOX_WIDTH, height };
            y += height + GAP;
            Box { area, lines }
        })
        .collect()
}

fn bottom(boxes: &[Box]) -> i32 {
    boxes.last().map_or(0, |last| last.area.y + last.area.height)
}

// The shorter column stands in the middle of the longer one.
fn centred(mut boxes: Vec<Box>, height: i32) -> Vec<Box> {
    let shift = (height - TOP - bottom(&boxes)) / 2;
    for it in &mut boxes {
        it.area.y += shift;
    }
    boxes
}

// Lines leave and reach a box side by side, never on one point: in the order of
// the boxes at their other end.
fn ends(pairs: &[[usize; 2]], index: usize, left: &[Box], right: &[Box]) -> [i32; 4] {
    let [from, to] = pairs[index];
    let (left, right) = (&left[from].area, &right[to].area);
    [left.x + BOX_WIDTH, seat(pairs, index, 0, left), right.x, seat(pairs, index, 1, right)]
}

// Where a line meets the box at one of its sides.
fn seat(pairs: &[[usize; 2]], index: usize, side: usize, area: &Area) -> i32 {
    let own = pairs[index];
    let (mut before, mut all) = (0, 0);
    for (place, it) in pairs.iter().enumerate() {
        if it[side] == own[side] {
            all += 1;
            before += i32::from((it[1 - side], place) < (own[1 - side], index));
        }
    }
    let step = (area.height - 12) / all;
    area.middle() + (before * 2 - (all - 1)) * step.min(16) / 2
}

// The first place along the curve where the words cover nothing. Without one
// they are left out; the table has them.
fn room_for(label: &str, ends: [i32; 4], drawing: &Drawing) -> Option<Area> {
    let width = label.chars().count() as i32 * PILL_LETTER + PILL_PADDING;
    let between = ends[2] - ends[0];
    if label.is_empty() || width > between {
        return None;
    }
    [50, 40, 60, 32, 68].into_iter().find_map(|percent| {
        let (x, y) = point(ends, percent);
        let x = (x - width / 2).clamp(ends[0], ends[2] - width);
        let area = Area { x, y: y - PILL_HEIGHT / 2, width, height: PILL_HEIGHT };
        let taken = drawing.curves.iter().filter_map(|curve| curve.pill.as_ref());
        let roomy = Area { y: area.y - 3, height: area.height + 6, ..area };
        let free = !taken.chain(drawing.boxes.iter().map(|it| &it.area)).any(|it| it.overlaps(&roomy));
        free.then_some(area)
    })
}

// A point on the cubic curve whose handles lie halfway.
fn point([x1, y1, x2, y2]: [i32; 4], percent: i32) -> (i32, i32) {
    let (t, u) = (i64::from(percent), i64::from(100 - percent));
    let weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    let half = (x1 + x2) / 2;
    let blend = |values: [i32; 4]| {
        let sum: i64 = weights.iter().zip(values).map(|(weight, value)| weight * i64::from(value)).sum();
        (sum / 1_000_000) as i32
    };
    (blend([x1, half, half, x2]), blend([y1, y1, y2, y2]))
}

fn mirror(mut drawing: Drawing) -> Drawing {
    for it in &mut drawing.boxes {
        it.area.x = WIDTH - it.area.x - it.area.width;
    }
    for curve in &mut drawing.curves {
        curve.ends[0] = WIDTH - curve.ends[0];
        curve.ends[2] = WIDTH - curve.ends[2];
        if let Some(pill) = &mut curve.pill {
            pill.x = WIDTH - pill.x - pill.width;
        }
    }
    drawing
}

/// A name in lines that fit a box. A long word is broken with a hyphen; what
/// still does not fit ends in an ellipsis.
pub fn wrap(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace().flat_map(broken) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LETTERS_PER_LINE => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        if let Some(last) = lines.last_mut() {
            *last = [&shortened(last, LETTERS_PER_LINE - 1), "…"].concat();
        }
    }
    lines
}

fn broken(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() <= LETTERS_PER_LINE {
        return vec![word.to_owned()];
    }
    let pieces = letters.chunks(LETTERS_PER_LINE - 1);
    let last = pieces.len() - 1;
    let hyphened = |(index, piece): (usize, &[char])| {
        piece.iter().copied().chain((index < last).then_some('-')).collect()
    };
    pieces.enumerate().map(hyphened).collect()
}

fn shortened(word: &str, most: usize) -> String {
    if word.chars().count() <= most {
        return word.to_owned();
    }
    word.chars().take(most - 1).chain(['…']).collect()
}

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;
