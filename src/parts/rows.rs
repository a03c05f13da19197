// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which rows of a long list are drawn, and how much room the others take.

use std::ops::Range;

/// What stands below one another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    /// Room for rows that are not drawn, in pixels.
    Gap(f64),
    /// A row, by its place in the list.
    Row(usize),
}

/// The heights of all rows: measured where a row was drawn, the usual one elsewhere.
#[derive(Debug)]
pub struct Heights {
    // Zero while it was not measured.
    measured: Vec<f32>,
    usual: f32,
    // How many were taken into account for what is usual.
    sampled: u32,
}

// What is usual is learnt from the first rows. Later it stays: the room for ten
// thousand rows would jump with every change.
const SAMPLES: u32 = 8;

impl Heights {
    /// So many rows of which nothing is known but what is usual.
    pub fn new(count: usize, usual: f32) -> Self {
        Self { measured: vec![0.0; count], usual, sampled: 0 }
    }

    /// The number of rows.
    pub fn count(&self) -> usize {
        self.measured.len()
    }

    /// Rows came at the end.
    pub fn grow(&mut self, count: usize) {
        self.measured.resize(count, 0.0);
    }

    /// What is taken for a row that was not measured.
    pub fn usual(&self) -> f32 {
        self.usual
    }

    /// A row was measured.
    pub fn measure(&mut self, index: usize, height: f32) {
        if let Some(known) = self.measured.get_mut(index)
            && height > 0.0
        {
            if *known == 0.0 && self.sampled < SAMPLES {
                self.sampled += 1;
                self.usual += (height - self.usual) / self.sampled as f32;
            }
            *known = height;
        }
    }

    /// The height of some rows together.
    pub fn sum(&self, rows: Range<usize>) -> f64 {
        let height = |known: &f32| f64::from(if *known > 0.0 { *known } else { self.usual });
        self.measured.get(rows).map_or(0.0, |rows| rows.iter().map(height).sum())
    }

    /// The rows between two heights, counted from the top of the list; at least
    /// one, as long as there is one.
    pub fn between(&self, top: f64, bottom: f64) -> Range<usize> {
        let (mut first, mut reached) = (None, 0.0);
        for (index, known) in self.measured.iter().enumerate() {
            reached += f64::from(if *known > 0.0 { *known } else { self.usual });
            if reached > top && first.is_none() {
                first = Some(index);
            }
            if reached >= bottom {
                return first.unwrap_or(index)..index + 1;
            }
        }
        first.unwrap_or(self.count().saturating_sub(1))..self.count()
    }

    /// Rows that are drawn, with one more that must be wherever it is: the one
    /// that has the focus.
    pub fn pieces(&self, rows: Range<usize>, kept: Option<usize>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut next = 0;
        let kept = kept.filter(|kept| *kept < self.count() && !rows.contains(kept));
        let before = kept.filter(|kept| *kept < rows.start);
        let after = kept.filter(|kept| *kept >= rows.end);
        for row in before.into_iter().chain(rows).chain(after) {
            if row > next {
                pieces.push(Piece::Gap(self.sum(next..row)));
            }
            pieces.push(Piece::Row(row));
            next = row + 1;
        }
        if next < self.count() {
            pieces.push(Piece::Gap(self.sum(next..self.count())));
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn height(heights: &Heights, pieces: &[Piece]) -> f64 {
        let of = |piece: &Piece| match piece {
            Piece::Gap(height) => *height,
            Piece::Row(index) => heights.sum(*index..*index + 1),
        };
        pieces.iter().map(of).sum()
    }

    #[test]
    fn only_what_is_in_view_is_drawn() {
        let heights = Heights::new(10_000, 80.0);
        assert_eq!(heights.between(0.0, 800.0), 0..10);
        assert_eq!(heights.between(8_040.0, 8_100.0), 100..102);
        assert_eq!(heights.between(-500.0, -400.0), 0..1, "the list stands below the window");
        assert_eq!(heights.between(1e9, 1e9 + 800.0), 9_999..10_000, "it stands above the window");
        assert_eq!(Heights::new(0, 80.0).between(0.0, 800.0), 0..0);
    }

    #[test]
    fn what_is_drawn_and_what_is_not_take_the_same_room_together() {
        let mut heights = Heights::new(1_000, 80.0);
        heights.measure(3, 160.0);
        heights.measure(500, 40.0);
        for (rows, kept) in [(0..10, None), (490..510, Some(3)), (490..510, Some(900)), (995..1_000, Some(0))]
        {
            let pieces = heights.pieces(rows.clone(), kept);
            assert!((height(&heights, &pieces) - heights.sum(0..1_000)).abs() < 0.01);
            let drawn = |row| pieces.contains(&Piece::Row(row));
            assert!(rows.clone().all(drawn) && kept.is_none_or(drawn));
            let count = pieces.iter().filter(|piece| matches!(piece, Piece::Row(_))).count();
            assert_eq!(count, rows.len() + usize::from(kept.is_some()));
        }
    }

    #[test]
    fn a_row_that_is_in_view_is_not_kept_twice() {
        let heights = Heights::new(10, 80.0);
        assert_eq!(heights.pieces(0..3, Some(1)), heights.pieces(0..3, None));
        assert_eq!(heights.pieces(0..3, Some(3))[3], Piece::Row(3), "no gap between neighbours");
        assert_eq!(heights.pieces(0..10, Some(99)).len(), 10);
    }

    #[test]
    fn what_is_usual_is_learnt_from_the_first_rows_and_then_stays() {
        let mut heights = Heights::new(100, 80.0);
        heights.measure(700, 500.0);
        heights.measure(1, 0.0);
        assert!((heights.usual() - 80.0).abs() < 0.01, "there is no such row, and none without a height");
        heights.measure(0, 100.0);
        heights.measure(1, 60.0);
        assert!((heights.usual() - 80.0).abs() < 0.01);
        for row in 2..8 {
            heights.measure(row, 60.0);
        }
        let learnt = heights.usual();
        assert!(learnt < 70.0);
        let below = heights.sum(50..100);
        heights.measure(20, 300.0);
        heights.measure(0, 110.0);
        assert!((heights.usual() - learnt).abs() < 0.01 && (heights.sum(50..100) - below).abs() < 0.01);
        assert!((heights.sum(0..1) - 110.0).abs() < 0.01, "what is measured anew counts");
        heights.grow(104);
        assert_eq!(heights.count(), 104);
    }
}
