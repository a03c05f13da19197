// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Which figures must be hidden so that no small one can be computed.
//!
//! Figures that add up are drawn as a network of pipes: each figure is a pipe,
//! its count is what flows through it, and at every joint as much flows in as
//! out. A column total flows into the cells of its column, those of a row flow
//! together into the row total, and the grand total brings everything back.
//!
//! Who sees some of the figures can change the hidden ones in thought, as long
//! as every joint still fits and nothing is negative: those are exactly the
//! tables that could be the true one. So a small figure is safe when a round
//! trip through hidden pipes alone can bring it to zero, and another one to just
//! under the minimum. Where there is no such round trip, the cheapest one is
//! taken and the shown figures on it are hidden too. A round trip always
//! exists: in the end everything is hidden.

/// A joint: what flows in flows out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joint(usize);

/// A figure in a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureId(usize);

#[derive(Clone, Debug)]
struct Figure {
    from: usize,
    to: usize,
    count: u64,
    hidden: bool,
}

/// Figures that add up.
#[derive(Clone, Debug, Default)]
pub struct Network {
    joints: usize,
    figures: Vec<Figure>,
}

// One pipe on a round trip, along its flow or against it.
#[derive(Clone, Copy)]
struct Step {
    figure: usize,
    along: bool,
}

impl Network {
    /// A new joint.
    pub fn joint(&mut self) -> Joint {
        self.joints += 1;
        Joint(self.joints - 1)
    }

    /// A figure that is part of the sum at `to` and of the one at `from`. One
    /// that goes from a joint to itself is part of no sum.
    pub fn figure(&mut self, from: Joint, to: Joint, count: u64) -> FigureId {
        self.figures.push(Figure { from: from.0, to: to.0, count, hidden: false });
        FigureId(self.figures.len() - 1)
    }

    /// The count of a figure, unless it is hidden.
    pub fn shown(&self, id: FigureId) -> Option<u64> {
        self.figures.get(id.0).filter(|figure| !figure.hidden).map(|figure| figure.count)
    }

    /// Hides every figure under the minimum, and every other that is needed so
    /// that each of those may be anything from zero to just under it.
    pub fn hide_under(&mut self, minimum: u32) {
        debug_assert!((0..self.joints).all(|joint| self.fits(joint)), "what flows in flows out");
        let highest = u64::from(minimum).saturating_sub(1);
        for figure in &mut self.figures {
            figure.hidden = figure.count <= highest && minimum > 0;
        }
        let small: Vec<usize> = (0..self.figures.len()).filter(|index| self.figures[*index].hidden).collect();
        for index in small {
            let Figure { from, to, count, .. } = self.figures[index];
            self.make_room(index, (to, from), highest - count);
            self.make_room(index, (from, to), count);
        }
    }

    // Hides what is needed to send `amount` more from one joint to the other
    // without the figure itself: what it then flows more, or less.
    fn make_room(&mut self, figure: usize, (start, end): (usize, usize), amount: u64) {
        let mut flow: Vec<u64> = self.figures.iter().map(|figure| figure.count).collect();
        let mut left = amount;
        while left > 0 && start != end {
            let Some(path) = self.cheapest(&flow, figure, start, end) else {
                debug_assert!(false, "a network that fits has a round trip");
                return;
            };
            let against = path.iter().filter(|step| !step.along).map(|step| flow[step.figure]);
            let amount = against.min().unwrap_or(left).min(left);
            for step in path {
                self.figures[step.figure].hidden = true;
                let flows = &mut flow[step.figure];
                *flows = if step.along { *flows + amount } else { *flows - amount };
            }
            left -= amount;
        }
    }

    // The path on which the least is lost that is shown now; a hidden figure
    // costs nothing. By repeated relaxation: there are some thirty figures.
    fn cheapest(&self, flow: &[u64], except: usize, start: usize, end: usize) -> Option<Vec<Step>> {
        let mut reached: Vec<Option<(u64, Option<Step>)>> = vec![None; self.joints];
        reached[start] = Some((0, None));
        for _ in 0..self.joints {
            for (index, figure) in self.figures.iter().enumerate().filter(|(index, _)| *index != except) {
                let cost = if figure.hidden { 0 } else { figure.count.max(1) };
                for along in [true, false] {
                    let (from, to) = if along { (figure.from, figure.to) } else { (figure.to, figure.from) };
                    let Some((so_far, _)) = reached[from].filter(|_| along || flow[index] > 0) else {
                        continue;
                    };
                    let total = so_far.saturating_add(cost);
                    if reached[to].is_none_or(|(best, _)| total < best) {
                        reached[to] = Some((total, Some(Step { figure: index, along })));
                    }
                }
            }
        }
        let mut path = Vec::new();
        let mut at = end;
        while let (_, Some(step)) = reached[at]? {
            path.push(step);
            let figure = &self.figures[step.figure];
            at = if step.along { figure.from } else { figure.to };
        }
        Some(path)
    }

    fn fits(&self, joint: usize) -> bool {
        let sum = |end: fn(&Figure) -> usize| -> u64 {
            self.figures.iter().filter(|figure| end(figure) == joint).map(|figure| figure.count).sum()
        };
        sum(|figure| figure.from) == sum(|figure| figure.to)
    }
}
