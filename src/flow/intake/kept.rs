// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! A conversation as the device keeps it, sealed, until the request was made or it was
//! stopped (decision 16).

use super::{Draft, Half, Verdict, Walk};
use crate::flow::queue::days_between;
use crate::json::{Json, Writer, array, quoted};
use crate::wire::intake::Advice;

/// A conversation that was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Id of the client.
    pub client: String,
    /// How far it is.
    pub walk: Walk,
    /// What was sent, with its key.
    pub sent: Vec<(String, String)>,
    /// What was answered so far.
    pub draft: Draft,
}

/// Writes a conversation; `day` is that of the last change (`2026-11-22`), `catalogue`
/// the version that the places of sharings are counted in.
pub fn keep(
    client: &str,
    day: &str,
    catalogue: u32,
    walk: Walk,
    sent: &[(String, String)],
    draft: &Draft,
) -> String {
    Writer::new()
        .text("client", client)
        .text("day", day)
        .json("catalogue", &catalogue.to_string())
        .json("walk", &walk.passed().to_string())
        .json("lines", &array(&lines(sent, draft)))
        .end()
}

impl Kept {
    /// Reads a conversation. Nothing when it was left alone for more than a day: nobody
    /// came back to it.
    pub fn read(text: &str, today: &str, catalogue: u32) -> Option<Self> {
        let json = Json::parse(text)?;
        if days_between(&json.text("day"), today)? > 1 {
            return None;
        }
        // Another version counts other places; what was said in words stands.
        let same = json.number("catalogue") == catalogue;
        let (client, walk) = (json.text("client"), Walk::after(json.number("walk")));
        let mut kept = Self { client, walk, ..Self::default() };
        json.texts("lines").iter().for_each(|line| kept.take(line, same));
        Some(kept)
    }

    // `same` says whether places are still the same ones.
    fn take(&mut self, line: &str, same: bool) {
        let mut parts = line.splitn(4, '\n').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        let (what, id, code, words) = (next(), next(), next(), next());
        let (place, on) = (id.parse().unwrap_or_default(), code == YES);
        let draft = &mut self.draft;
        match &*what {
            "sent" => self.sent.push((words, id)),
            "task" => draft.tasks.push(id),
            "area" => draft.areas.push(id),
            "held" => draft.held.push(id),
            "special" => draft.special.push(id),
            "seen" => draft.seen.push(id),
            "question" => draft.question = words,
            "why" => draft.why = words,
            "reason" => draft.reason = words,
            "level" => draft.level = place as u32,
            "free" => draft.free.push((id, on)),
            "verdict" => {
                let verdict = Verdict::ALL.into_iter().find(|it| it.word() == code);
                draft.verdicts.extend(verdict.map(|it| (id, it)));
            }
            "origin" => draft.origins.push((id, words)),
            _ if !same => {}
            "weighed" => draft.weighed = true,
            "picked" => draft.picked.push((place, code)),
            "told" => draft.told.push((place, on)),
            "own" => {
                let half = if on { Half::Subsidiarity } else { Half::Proportionality };
                draft.own_words.push((place, half, words));
            }
            "advice" => {
                let advice = match words.split_once('\n') {
                    Some((basis, retention)) => Advice::Tell(basis.to_owned(), retention.to_owned()),
                    None if words.is_empty() => Advice::Ask,
                    None => Advice::Never(words),
                };
                draft.advice.push((place, code, advice));
            }
            _ => {}
        }
    }
}

const YES: &str = "yes";

fn flag(on: bool) -> &'static str {
    if on { YES } else { "" }
}

// One line for each answer: what it is, two ids or codes, and words.
fn lines(sent: &[(String, String)], draft: &Draft) -> Vec<String> {
    // A field that is added must be kept too: so none is left out here.
    let Draft {
        tasks,
        question,
        areas,
        why,
        held,
        picked,
        told,
        own_words,
        weighed,
        level,
        reason,
        free,
        special,
        verdicts,
        origins,
        seen,
        advice,
    } = draft;
    let mut lines = Vec::new();
    let mut line = |what: &str, id: &str, code: &str, words: &str| {
        lines.push(quoted(&[what, "\n", id, "\n", code, "\n", words].concat()));
    };
    let lists = [("task", tasks), ("area", areas), ("held", held), ("special", special), ("seen", seen)];
    for (body, key) in sent {
        line("sent", key, "", body);
    }
    for (what, ids) in lists {
        ids.iter().for_each(|id| line(what, id, "", ""));
    }
    for (what, words) in [("question", question), ("why", why), ("reason", reason)] {
        line(what, "", "", words);
    }
    line("level", &level.to_string(), "", "");
    if *weighed {
        line("weighed", "", "", "");
    }
    for (place, datum) in picked {
        line("picked", &place.to_string(), datum, "");
    }
    for (place, on) in told {
        line("told", &place.to_string(), flag(*on), "");
    }
    for (place, half, words) in own_words {
        line("own", &place.to_string(), flag(*half == Half::Subsidiarity), words);
    }
    for (criterion, answer) in free {
        line("free", criterion, flag(*answer), "");
    }
    for (source, verdict) in verdicts {
        line("verdict", source, verdict.word(), "");
    }
    for (source, words) in origins {
        line("origin", source, "", words);
    }
    for (place, datum, said) in advice {
        let law = match said {
            Advice::Ask => String::new(),
            Advice::Never(why) => why.clone(),
            Advice::Tell(basis, retention) => [&**basis, "\n", retention].concat(),
        };
        line("advice", &place.to_string(), datum, &law);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::super::example::{CAK, GP, PHARMACY, TODAY, answered};
    use super::*;

    const AWKWARD: &str = "Zij zegt: \"ja\" \\ en\n\nnee\ntask\nhome";

    // Something in every field, in words that look like lines.
    fn everything() -> Draft {
        let mut draft = answered();
        draft.question = AWKWARD.into();
        draft.why = AWKWARD.into();
        draft.reason = AWKWARD.into();
        draft.level = 3;
        draft.hold("started", true);
        draft.tell(CAK, false);
        for half in [Half::Proportionality, Half::Subsidiarity] {
            draft.write_own(PHARMACY, half, AWKWARD.into());
        }
        draft.origins = vec![("gp".into(), AWKWARD.into()), ("team".into(), String::new())];
        for (source, verdict) in [("gp", Verdict::Same), ("cak", Verdict::NotCompatible)] {
            draft.judge(source, verdict);
        }
        draft.advice = vec![
            (GP, "medication".into(), Advice::Ask),
            (GP, "limits".into(), Advice::Never("closed-regime".into())),
            (CAK, "started".into(), Advice::Tell("law".into(), "payment".into())),
        ];
        draft.weighed = true;
        draft
    }

    fn walk(passed: usize) -> Walk {
        Step::ALL.into_iter().take(passed).fold(Walk::default(), |mut walk, step| {
            walk.pass(step);
            walk
        })
    }

    fn kept(draft: &Draft, passed: usize, sent: &[(String, String)]) -> String {
        keep("noor", TODAY, 7, walk(passed), sent, draft)
    }

    // Whatever is left out of it, the rest comes back as it was.
    #[test]
    fn every_conversation_comes_back_as_it_was() {
        type LeaveOut = fn(&mut Draft);
        let cases: [LeaveOut; 19] = [
            |_| {},
            |it| *it = Draft::default(),
            |it| it.tasks.clear(),
            |it| it.question.clear(),
            |it| it.areas.clear(),
            |it| it.why.clear(),
            |it| it.held.clear(),
            |it| it.picked.clear(),
            |it| it.told = vec![(CAK, true), (GP, false)],
            |it| it.own_words.clear(),
            |it| it.weighed = false,
            |it| it.level = 0,
            |it| it.reason.clear(),
            |it| it.free.clear(),
            |it| it.special.clear(),
            |it| it.verdicts.clear(),
            |it| it.origins.clear(),
            |it| it.seen.clear(),
            |it| it.advice.clear(),
        ];
        let sent = vec![("{\"a\":\"b\\n\"}".to_owned(), "key".to_owned())];
        for (number, leave_out) in cases.into_iter().enumerate() {
            let mut draft = everything();
            leave_out(&mut draft);
            for passed in 0..=6 {
                let read = Kept::read(&kept(&draft, passed, &sent), TODAY, 7);
                let client = "noor".to_owned();
                let whole = Kept { client, walk: walk(passed), sent: sent.clone(), draft: draft.clone() };
                assert_eq!(read, Some(whole), "case {number} after {passed} steps");
            }
        }
    }

    #[test]
    fn nobody_comes_back_to_a_conversation_of_the_day_before_yesterday() {
        let text = kept(&everything(), 3, &[]);
        for day in ["2026-11-22", "2026-11-23", "2026-11-20"] {
            assert!(Kept::read(&text, day, 7).is_some(), "{day}: a clock may be set back");
        }
        for day in ["2026-11-24", "2027-11-22"] {
            assert_eq!(Kept::read(&text, day, 7), None, "{day}");
        }
        assert_eq!(Kept::read("", TODAY, 7), None);
        assert_eq!(Kept::read("{}", TODAY, 7), None);
    }

    #[test]
    fn another_catalogue_leaves_the_words_and_has_the_data_chosen_anew() {
        let read = Kept::read(&kept(&everything(), 6, &[]), TODAY, 8).expect("still fresh").draft;
        assert_eq!((&*read.question, &*read.why, read.tasks.len()), (AWKWARD, AWKWARD, 1));
        assert!(read.picked.is_empty() && read.told.is_empty() && read.own_words.is_empty());
        assert!(read.advice.is_empty() && !read.weighed);
    }
}
