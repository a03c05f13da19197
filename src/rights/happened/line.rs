// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One line of time: when, what happened in one sentence, why, on which ground, and
//! what the person may do about it. A line listens to nothing itself: the list does,
//! for all lines at once, and finds in `data-go` where a button leads.

use crate::app::App;
use crate::flow::happened::{Standing, act, named, said, standing_of};
use crate::flow::place::{CitizenPlace, FrontDoor, OriginKind, Place, RightsPlace, Wanted};
use crate::parts::alert::alert;
use crate::parts::bits::{badge, heading, paragraph, quietly};
use crate::parts::el::{El, el};
use crate::rights::happened::moment::Clock;
use crate::text::capital;
use crate::wire::disclosure::Disclosure;

/// What a line is drawn with.
pub struct Pen<'p> {
    /// Words.
    pub app: &'p App,
    /// Moments.
    pub clock: &'p Clock,
    /// Whether it is about the person signed in.
    pub own: bool,
    /// The consents that may be stopped now.
    pub stoppable: &'p [String],
}

/// A button of a line: it has no listener of its own, but says what it does.
pub fn action(label: &str, spoken: &str, name: &str, value: &str) -> El {
    el("button")
        .attr("type", "button")
        .class("nl-link ss-quiet")
        .attr(name, value)
        .attr("aria-label", &[label, ": ", spoken].concat())
        .text(label)
}

/// What is said of a line in one sentence.
pub fn sentence(app: &App, line: &Disclosure) -> String {
    let (mut names, more) = named(line);
    if more > 0 {
        names.push(app.count("happened.more-data", more as u32));
    }
    let values = [
        ("sender", &*line.sender.in_sentence),
        ("recipient", &line.recipient.in_sentence),
        ("data", &app.host.list(names)),
    ];
    capital(&app.fill(&["happened.said.", said(line)].concat(), &values))
}

impl Pen<'_> {
    /// The line. `number` is its place in the list.
    pub fn line(&self, number: usize, line: &Disclosure) -> El {
        let (app, standing) = (self.app, standing_of(line));
        let moment = self.clock.moment(&line.at);
        let sentence = sentence(app, line);
        let spoken = [&*sentence, ", ", &moment.words].concat();
        let title = heading(3, &sentence).attr("tabindex", "-1");
        el("li")
            .class("ss-event")
            .attr("data-line", &number.to_string())
            .attr("data-tone", standing.word())
            .child(
                el("p").class("ss-quietly").child(el("time").attr("datetime", &line.at).text(&moment.words)),
            )
            .child(title)
            .child(self.why(line, standing, &spoken))
            .maybe(self.plainly(line, standing))
            .maybe(self.late(line, &spoken))
            .child(self.doors(line, standing, &spoken))
    }

    fn why(&self, line: &Disclosure, standing: Standing, spoken: &str) -> El {
        let key = if standing == Standing::NotShared { "happened.asked" } else { "happened.purpose" };
        let purpose = self.app.fill(key, &[("purpose", &line.purpose)]);
        el("p").class("ss-event-why").text(&purpose).text(" ").child(self.ground(line, standing, spoken))
    }

    // The ground as a badge; that of a consent leads to the consent.
    fn ground(&self, line: &Disclosure, standing: Standing, spoken: &str) -> El {
        let (app, word) = (self.app, standing.word());
        let whose = if self.own { "" } else { "-other" };
        let day = line.given_on.as_deref().map(|day| self.clock.day_in_words(day));
        let law = line.special_law.as_ref().map(act);
        let (end, values) = match (standing, &day, law) {
            (Standing::Consent, Some(day), _) => ("-on", vec![("date", day.as_str())]),
            (Standing::Duty | Standing::Task, _, Some(act)) => ("-of", vec![("act", act)]),
            _ => ("", Vec::new()),
        };
        let owned = matches!(standing, Standing::Consent | Standing::Without);
        let key = ["happened.ground.", word, end, if owned { whose } else { "" }].concat();
        let words = app.fill(&key, &values);
        let badge = badge(word, &words);
        match line.consent.as_deref().filter(|_| standing == Standing::Consent) {
            Some(record) => {
                let spoken = [&*words, ": ", &*app.t("happened.look-at-consent"), " ", spoken].concat();
                el("button")
                    .attr("type", "button")
                    .class("ss-badge-button")
                    .attr("data-go", &CitizenPlace::Record(record.to_owned()).word())
                    .attr("aria-label", &spoken)
                    .child(badge)
            }
            None => badge,
        }
    }

    // Why it was without consent, or not shared; said as plainly as it is.
    fn plainly(&self, line: &Disclosure, standing: Standing) -> Option<El> {
        let app = self.app;
        match standing {
            Standing::NotShared => {
                let key = ["happened.not-shared.", &line.not_shared].concat();
                let reason = app.fill(&key, &[("sender", &line.sender.in_sentence)]);
                (!reason.is_empty()).then(|| paragraph(&capital(&reason)))
            }
            Standing::Without => Some(paragraph(&line.ground)),
            Standing::Uncovered => Some(alert("error", vec![paragraph(&app.t("happened.uncovered"))])),
            _ => None,
        }
    }

    // What could not be told before (H4, H6).
    fn late(&self, line: &Disclosure, spoken: &str) -> Option<El> {
        let (app, reason) = (self.app, line.withheld.as_deref()?);
        let why = app.texts.code("happened.late", reason);
        let told = el("div")
            .class("ss-late")
            .child(badge("special", &app.t("happened.late")))
            .maybe((!why.is_empty()).then(|| paragraph(&why)));
        Some(if line.is_news {
            told.child(
                action(&app.t("happened.read"), spoken, "data-do", "read")
                    .class("utrecht-button utrecht-button--secondary-action ss-button"),
            )
        } else {
            told.child(quietly(&app.t("happened.was-read")))
        })
    }

    fn doors(&self, line: &Disclosure, standing: Standing, spoken: &str) -> El {
        let app = self.app;
        let door = |key: &str, wanted: Wanted| {
            let door = FrontDoor::about(OriginKind::Disclosure, &line.id, Some(wanted));
            action(&app.t(key), spoken, "data-go", &RightsPlace::FrontDoor(door).word())
        };
        let ask = match standing {
            Standing::Without | Standing::Uncovered => "happened.why",
            _ => "happened.ask",
        };
        let stop = line.consent.as_ref().filter(|consent| self.stoppable.contains(consent)).map(|consent| {
            let record = CitizenPlace::Record(consent.clone()).word();
            action(&app.t("happened.stop"), spoken, "data-go", &record)
        });
        let more = app.t("happened.more-about");
        let details = el("details").class("ss-more").child(
            el("summary")
                .class("ss-more-label")
                .attr("data-do", "more-about")
                .attr("aria-label", &[&*more, ": ", spoken].concat())
                .text(&more),
        );
        el("div")
            .class("ss-event-doors")
            .child(door(ask, Wanted::Access))
            .child(door("happened.correct", Wanted::Rectification))
            .child(door("happened.object", Wanted::Objection))
            .maybe(stop)
            .child(details)
    }
}
