// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Step 3: that data of others are needed at all, and which (double necessity; E3).
//! What the law decides about is not asked; what is known already neither.

mod card;
mod extent;
mod law;
mod weighing;

use crate::app::App;
use crate::flow::intake::{Piece, Sharing};
use crate::intake::purpose::words;
use crate::intake::talk::Talk;
use crate::intake::walk::wrong_here;
use crate::parts::bits::{badge, press_for_more, quietly};
use crate::parts::el::{El, State, el, inside};
use crate::wire::intake::Advice;

/// More ways than this are shut to begin with: most people need one or two (E17).
const FEW: usize = 3;

/// The parts of the step.
pub fn draw(app: &App, talk: &Talk) -> Vec<El> {
    let laid = State::new(0);
    advise(app, talk, &laid);
    let why = words(app, talk, "why", talk.draft.borrow().why.clone(), |draft, words| draft.why = words);
    let (inner, of) = (app.clone(), talk.clone());
    let cards = el("div").live(move || {
        laid.get();
        Some(ways(&inner, &of))
    });
    let needed =
        el("div").id("ss-data").attr("tabindex", "-1").child(wrong_here(app, talk, "ss-data")).child(cards);
    vec![why.area(3), needed, extent::draw(app, talk), weighing::draw(app, talk)]
}

fn ways(app: &App, talk: &Talk) -> El {
    let offered = talk.draft.borrow().offered(talk.all()).into_iter().map(|(place, it)| (place, it.clone()));
    let (told, asked): (Vec<(usize, Sharing)>, Vec<_>) = offered.partition(|(_, it)| it.law);
    let told = told.iter().map(|(place, it)| law::draw(app, talk, *place, it));
    let many = asked.len() > FEW;
    let read_along = (!asked.is_empty()).then(|| quietly(&app.t("intake.data-read-along")));
    let mut ways = el("div").children(told).maybe(read_along);
    for (place, sharing) in &asked {
        let card = card::draw(app, talk, *place, sharing, many);
        let chosen = talk.draft.borrow().picked.iter().any(|(at, _)| at == place);
        ways = ways.child(if many { shut(app, talk, (*place, sharing), card, chosen) } else { card });
    }
    if asked.is_empty() { ways } else { ways.child(card::whole(app)) }
}

fn shut(app: &App, talk: &Talk, (place, sharing): (usize, &Sharing), card: El, open: bool) -> El {
    let known = talk.catalogue();
    let (source, recipient) = (known.party(&sharing.source), known.party(&sharing.recipient));
    let way = [("source", &*source.in_sentence), ("recipient", &recipient.in_sentence)];
    let more = press_for_more(&app.fill("intake.data-of-for", &way), vec![card]);
    more.toggle("open", open);
    // How many are chosen in it is seen without opening it.
    let (now, words) = (talk.clone(), app.clone());
    let count = el("span").live(move || {
        let count = now.follow(|draft| draft.picked.iter().filter(|(at, _)| *at == place).count());
        (count > 0).then(|| badge("plain", &words.count("intake.data-chosen", count as u32)))
    });
    if let Some(label) = inside(&more.0, "summary") {
        let _ = El(label).child(count);
    }
    more
}

// Asks the rules about everything that could be asked or told: then nothing is
// offered that they would refuse.
fn advise(app: &App, talk: &Talk, laid: &State<u32>) {
    let mut probe: Vec<Piece> = Vec::new();
    for (place, sharing) in talk.draft.borrow().offered(talk.all()) {
        let wording = &talk.catalogue().wordings[sharing.wording];
        let data: Vec<_> = wording.data.iter().map(|(id, _)| (id.clone(), Advice::Ask)).collect();
        probe.extend(Piece::of(place, wording, &data));
    }
    let places: Vec<usize> = probe.iter().map(|piece| piece.sharing).collect();
    let (talk, laid, inner) = (talk.clone(), laid.clone(), app.clone());
    talk.clone().judge(app, &probe, move |verdict| {
        let advice = verdict.map(|it| it.advice).unwrap_or_default();
        let advice: Vec<_> = advice
            .into_iter()
            .filter_map(|(item, datum, advice)| Some((*places.get(item)?, datum, advice)))
            .collect();
        let changed = talk.draft.borrow().advice != advice;
        talk.note(|draft| draft.advice = advice);
        if changed {
            laid.update(|times| *times += 1);
        }
        talk.count(&inner);
    });
}
