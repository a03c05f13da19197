// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One request under way: the state machine of [`crate::flow::request`] with
//! the network and storage that move it. Screens hold a `Journey` and press its
//! buttons; they never see what is behind it.

use crate::app::App;
use crate::client::{Failure, spawn};
use crate::draft::Draft;
use crate::flow::choices::Choices;
use crate::flow::place::CitizenPlace;
use crate::flow::request::{Event, Phase, meaning};
use crate::outbox;
use crate::parts::el::{Alive, State};
use crate::parts::question::Answering;
use crate::wire::record::Decision;
use crate::wire::request::Request;
use std::cell::RefCell;
use std::rc::Rc;

// What nobody follows.
#[derive(Default)]
struct Known {
    request: RefCell<Rc<Request>>,
    draft: RefCell<Draft>,
    decision: RefCell<Decision>,
}

/// One request under way.
#[derive(Clone)]
pub struct Journey {
    app: App,
    id: Rc<str>,
    /// Where it is.
    pub phase: State<Phase>,
    /// What is chosen.
    pub choices: State<Choices>,
    /// Whether the person went on with answers missing.
    pub incomplete: State<bool>,
    /// Whether the request took the place of one the person was answering.
    pub renewed: State<bool>,
    alive: Alive,
    known: Rc<Known>,
}

impl Journey {
    /// Opens a request and starts to fetch it.
    pub fn open(app: &App, id: &str) -> Self {
        let journey = Self {
            app: app.clone(),
            id: id.into(),
            phase: State::new(Phase::Loading),
            choices: State::new(Choices::default()),
            incomplete: State::new(false),
            renewed: State::new(false),
            alive: Alive::here(),
            known: Rc::default(),
        };
        journey.clone().load();
        journey
    }

    /// The request, once it came.
    pub fn request(&self) -> Rc<Request> {
        self.known.request.borrow().clone()
    }

    /// What the server recorded.
    pub fn decision(&self) -> Decision {
        self.known.decision.borrow().clone()
    }

    fn fire(&self, event: Event) -> bool {
        // After an await the person may have left this screen.
        let next = self.phase.peek().next(event).filter(|_| self.alive.is_so());
        let Some(next) = next else { return false };
        self.phase.set(next);
        self.app.host.emit("step", next.word());
        true
    }

    fn load(self) {
        spawn(async move {
            let path = ["consent-requests/", &*self.id].concat();
            let result = self.app.client.get(&path).await;
            if !self.alive.is_so() {
                return;
            }
            match result {
                Ok(reply) => self.loaded(Request::read(&reply.body, &self.app.settings.language)),
                Err(failure) => self.stopped(failure),
            }
        });
    }

    fn stopped(&self, failure: Failure) {
        self.fire(meaning(failure.problem()));
    }

    fn loaded(&self, request: Request) {
        let person = self.app.person().map(|person| person.id.clone()).unwrap_or_default();
        let kept = Draft::find(&person, &request.id);
        // A confirmation that is still on its way goes first: it may have arrived.
        let confirmed = kept.as_ref().is_some_and(|draft| draft.confirmed);
        if let (Some(newer), false) = (&request.replaced_by, confirmed) {
            return self.app.replace(CitizenPlace::request(newer));
        }
        let inherited = request.replaces.as_deref().and_then(|old| Draft::find(&person, old));
        self.renewed.set(inherited.is_some() || self.renewed.peek());
        let draft = self.adopt(&request, person, kept.or(inherited));
        let chosen = draft.chosen().map(|json| Choices::read(&json, "choices", &request));
        self.choices.set(chosen.unwrap_or_default());
        let asks = request.asks();
        self.known.draft.replace(draft);
        self.known.request.replace(Rc::new(request));
        match (confirmed, asks) {
            (true, _) => {
                self.fire(Event::Resumed);
                self.clone().send();
            }
            (false, true) => self.begin(),
            (false, false) => {
                self.forget();
                self.fire(Event::AskedNothing);
                // A notice is told from here on.
                if self.request().status == "open" {
                    self.clone().present();
                }
            }
        }
    }

    // A draft of another text keeps its choices (where the scope is the same),
    // and gets a presentation and keys of its own.
    fn adopt(&self, request: &Request, person: String, kept: Option<Draft>) -> Draft {
        let same = |draft: &Draft| draft.notice_hash == request.notice_hash && draft.request == request.id;
        match kept {
            Some(draft) if draft.confirmed || same(&draft) => draft,
            kept => {
                if let Some(old) = kept.as_ref().filter(|old| old.request != request.id) {
                    Draft::drop_kept(&old.person, &old.request);
                }
                Draft {
                    person,
                    request: request.id.clone(),
                    notice_hash: request.notice_hash.clone(),
                    presentation_key: self.app.host.uuid(),
                    choices: kept.map_or_else(|| "[]".into(), |draft| draft.choices),
                    ..Draft::default()
                }
            }
        }
    }

    fn begin(&self) {
        self.fire(Event::Asked);
        // Who reloads on the check page, or goes forward to it, is there again.
        if let Some(CitizenPlace::Request { checking: true, .. }) = self.app.at()
            && !self.go_on()
        {
            self.app.replace(CitizenPlace::request(&self.id));
        }
        self.clone().present();
    }

    // What was shown is recorded as soon as it is shown. If that fails now it is
    // done before sending.
    fn present(self) {
        spawn(async move {
            let mut draft = self.known.draft.borrow().clone();
            let language = self.request().language.clone();
            let result = outbox::present(&self.app.client, &mut draft, &language).await;
            if !self.alive.is_so() {
                return;
            }
            match result {
                Ok(()) => {
                    self.known.draft.borrow_mut().presentation = draft.presentation;
                    self.keep();
                }
                Err(failure) if meaning(failure.problem()) == Event::SignedOut => self.stopped(failure),
                Err(_) => {}
            }
        });
    }

    fn keep(&self) {
        let request = self.request();
        let choices = self.choices.peek_with(|choices| choices.write(&request));
        let mut draft = self.known.draft.borrow_mut();
        draft.choices = choices;
        draft.keep();
    }

    fn forget(&self) {
        let draft = self.known.draft.borrow();
        Draft::drop_kept(&draft.person, &draft.request);
    }

    /// Where the answers of the questions go. Every change is kept.
    pub fn answering(&self) -> Answering {
        let kept = self.clone();
        Answering {
            choices: self.choices.clone(),
            incomplete: self.incomplete.clone(),
            changed: Rc::new(move || kept.keep()),
        }
    }

    /// Goes to the check page, when nothing is missing.
    pub fn review(&self) {
        if self.go_on() {
            self.app.go(CitizenPlace::Request { id: self.id.to_string(), checking: true });
        }
    }

    fn go_on(&self) -> bool {
        let request = self.request();
        let complete = self.choices.peek_with(|choices| choices.missing(&request).is_empty());
        // Set even when it was set before: the list of what is missing is drawn anew.
        self.incomplete.set(!complete);
        complete && {
            self.name_confirmation();
            self.keep();
            self.fire(Event::Reviewed)
        }
    }

    // One key for one confirmation, however often it is sent.
    fn name_confirmation(&self) {
        let mut draft = self.known.draft.borrow_mut();
        if draft.decision_key.is_empty() {
            draft.decision_key = self.app.host.uuid();
        }
    }

    /// Goes back to choosing.
    pub fn back(&self) {
        if self.fire(Event::WentBack) {
            self.app.replace(CitizenPlace::request(&self.id));
        }
    }

    /// The browser went back or forward between the two steps.
    pub fn travelled(&self, checking: bool) {
        match (self.phase.peek(), checking) {
            (Phase::Checking, false) => {
                self.fire(Event::WentBack);
            }
            (Phase::Choosing, true) => {
                self.go_on();
            }
            _ => {}
        }
    }

    /// Confirms. A second press finds nothing to do.
    pub fn confirm(&self) {
        if self.fire(Event::Confirmed) {
            self.known.draft.borrow_mut().confirmed = true;
            self.clone().send();
        }
    }

    /// Tries again: to send when that failed, or else from the start.
    pub fn try_again(&self) {
        if self.fire(Event::TriedAgain) {
            match self.phase.peek() {
                Phase::Sending => self.clone().send(),
                _ => self.clone().load(),
            }
        }
    }

    /// The browser is online again: what waited for that goes on.
    pub fn came_online(&self) {
        if matches!(self.phase.peek(), Phase::Offline | Phase::NotLoaded) {
            self.try_again();
        }
    }

    fn send(self) {
        spawn(async move {
            let draft = self.known.draft.borrow().clone();
            let language = self.request().language.clone();
            let result = {
                let settings = self.app.settings.configuration_path();
                outbox::deliver(&self.app.client, &settings, draft, &language).await
            };
            if !self.alive.is_so() {
                return;
            }
            match result {
                Ok(decision) => {
                    self.known.decision.replace(decision);
                    self.fire(Event::Recorded);
                    self.app.host.emit("submitted", "");
                }
                Err(failure) => self.not_sent(failure),
            }
        });
    }

    fn not_sent(&self, failure: Failure) {
        // The outbox decided what is kept.
        let mut draft = self.known.draft.borrow_mut();
        if let Some(kept) = Draft::find(&draft.person, &draft.request) {
            *draft = kept;
        }
        drop(draft);
        self.renewed.set(meaning(failure.problem()) == Event::WasOutdated);
        self.stopped(failure);
    }
}
