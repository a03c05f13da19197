// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

use super::*;

fn names(count: usize, kind: &str) -> Vec<String> {
    (0..count).map(|index| format!("{kind} nummer {index}")).collect()
}

fn link(from: usize, to: usize, label: &str) -> Link {
    Link { from, to, style: Style::Solid, label: label.into() }
}

// Everybody gives to everybody, with words on each line.
fn crowded(givers: usize, getters: usize) -> Drawing {
    let (givers, getters) = (names(givers, "Bron"), names(getters, "Ontvanger"));
    let pairs = (0..givers.len()).flat_map(|from| (0..getters.len()).map(move |to| (from, to)));
    let links: Vec<Link> = pairs.map(|(from, to)| link(from, to, "inkomen")).collect();
    draw(&givers, &getters, &links, false)
}

#[test]
fn no_box_overlaps_another_with_eight_parties() {
    for (givers, getters) in [(1, 1), (1, 7), (4, 4), (7, 1), (8, 8)] {
        let drawing = crowded(givers, getters);
        for (index, one) in drawing.boxes.iter().enumerate() {
            assert!(drawing.boxes[index + 1..].iter().all(|other| !one.area.overlaps(&other.area)));
        }
    }
}

#[test]
fn no_words_cover_words_or_a_box() {
    let drawing = crowded(4, 4);
    let pills: Vec<Area> = drawing.curves.iter().filter_map(|curve| curve.pill).collect();
    assert!(!pills.is_empty());
    for (index, one) in pills.iter().enumerate() {
        assert!(pills[index + 1..].iter().all(|other| !one.overlaps(other)));
        assert!(drawing.boxes.iter().all(|it| !it.area.overlaps(one)));
    }
}

#[test]
fn everything_stays_inside_the_drawing() {
    for mirrored in [false, true] {
        let givers = names(3, "Bron");
        let getters = names(5, "Ontvanger");
        let links = [link(0, 4, "medicijnen"), link(2, 0, "inkomen")];
        let drawing = draw(&givers, &getters, &links, mirrored);
        let pills = drawing.curves.iter().filter_map(|curve| curve.pill);
        for area in drawing.boxes.iter().map(|it| it.area).chain(pills) {
            assert!(area.x >= 0 && area.x + area.width <= WIDTH, "{area:?}");
            assert!(area.y >= 0 && area.y + area.height <= drawing.height, "{area:?}");
        }
    }
}

#[test]
fn a_curve_runs_from_the_edge_of_one_box_to_the_edge_of_the_other() {
    for mirrored in [false, true] {
        let drawing = draw(&["A".into()], &["B".into()], &[link(0, 0, "")], mirrored);
        let [x1, y1, x2, y2] = drawing.curves[0].ends;
        let (from, to) = (drawing.boxes[0].area, drawing.boxes[1].area);
        let (start, end) = if mirrored { (from.x, to.x + to.width) } else { (from.x + from.width, to.x) };
        assert_eq!((x1, x2), (start, end));
        assert!(y1 > from.y && y1 < from.y + from.height);
        assert!(y2 > to.y && y2 < to.y + to.height);
    }
}

#[test]
fn two_lines_never_start_or_end_on_one_point() {
    let drawing = crowded(4, 4);
    for (index, one) in drawing.curves.iter().enumerate() {
        for other in &drawing.curves[index + 1..] {
            assert_ne!(one.ends[..2], other.ends[..2]);
            assert_ne!(one.ends[2..], other.ends[2..]);
        }
    }
}

#[test]
fn straight_pairs_do_not_cross() {
    let (givers, getters) = (["A".into(), "B".into()], ["x".into(), "y".into()]);
    let drawing = draw(&givers, &getters, &[link(0, 1, ""), link(1, 0, "")], false);
    let [first, second] = [drawing.curves[0].ends, drawing.curves[1].ends];
    assert!(first[1] < second[1] && first[3] < second[3]);
}

#[test]
fn boxes_stay_where_they_are_when_a_line_goes() {
    let (givers, getters) = (names(3, "Bron"), names(3, "Ontvanger"));
    let mut links = vec![link(2, 0, ""), link(0, 0, ""), link(1, 1, ""), link(0, 2, "")];
    let before = draw(&givers, &getters, &links, false);
    links[1].style = Style::Hidden;
    // A pair of which a part is shared has two lines.
    links.push(Link { style: Style::Dashed, ..link(0, 2, "") });
    let after = draw(&givers, &getters, &links, false);
    assert_eq!(after.boxes, before.boxes);
    assert_eq!((before.curves.len(), after.curves.len()), (4, 4));
    assert!(after.curves.iter().all(|curve| curve.style != Style::Hidden));
}

#[test]
fn words_without_room_are_left_out() {
    let drawing = draw(&["A".into()], &["B".into()], &[link(0, 0, "een heel lang woord hier")], false);
    assert_eq!(drawing.curves[0].pill, None);
}

#[test]
fn names_wrap_and_shorten() {
    assert_eq!(wrap("Huisarts"), ["Huisarts"]);
    assert_eq!(wrap("Wijkteam Noord"), ["Wijkteam", "Noord"]);
    assert_eq!(wrap("Zorgverzekeraar Zo"), ["Zorgverzeker-", "aar Zo"]);
    let long = wrap("Stichting voor maatschappelijke opvang en begeleiding Oost");
    assert_eq!(long.len(), MOST_LINES);
    assert!(long.iter().all(|line| line.chars().count() <= LETTERS_PER_LINE));
    assert!(long[MOST_LINES - 1].ends_with('…'));
    assert!(wrap("").is_empty());
}
