// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! An empty store is filled the way people and systems would fill it: through the
//! operations of the contract, in the order in which it happened, with a clock that
//! stood at that moment.

use super::Demo;
use crate::app::{App, Parts, beginning_of};
use crate::catalogue::{Case, PastClient, PastDisclosure};
use crate::filings;
use crate::input::body::{MAX_BODY, Submission};
use crate::input::header::{DeviceTime, ExpectedVersion};
use crate::limit::Limit;
use crate::problem::{Failure, Outcome};
use crate::session::{Caller, Sessions};
use crate::v1::{clients, consent_requests, decisions, disclosures, notice_presentations};
use axum::body::to_bytes;
use axum::response::Response;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use samenspraak_contract::client::Client;
use samenspraak_contract::decision::{Answer, Decision, ItemChoice, NewDecision};
use samenspraak_contract::disclosure::{Disclosure, DisclosureEventType, NewDisclosureEvent};
use samenspraak_contract::id::{ConsentRecordId, PersonId};
use samenspraak_contract::presentation::{NewNoticePresentation, NoticePresentation};
use samenspraak_contract::request::{ConsentRequest, Item, ItemKind};
use samenspraak_contract::text::Language;
use samenspraak_storage::change::Change;
use samenspraak_storage::clock::Clock;
use samenspraak_storage::ids::Ids;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use utoipa::ToSchema;

/// Fills an empty store with the past of the demonstration and its open questions.
///
/// # Errors
/// When something may not be asked, answered or recorded, or cannot be stored.
pub async fn seed(app: &App) -> Outcome<()> {
    let Some(demo) = &app.demo else { return Ok(()) };
    if !app.store.is_empty().await? {
        return Ok(());
    }
    let mut past = Past::of(app, demo);
    for (moment, step) in steps(demo, app.today()) {
        past.clock.0.store(moment.timestamp_millis(), Ordering::Relaxed);
        past.take(step).await?;
    }
    filings::seed::seed(app, demo).await?;
    for figures in &demo.figures {
        let mut change = Change::new(figures.controller.clone());
        change.counts = figures.on(app.today());
        app.store.apply(change).await?;
    }
    for case in demo.cases.iter().filter(|case| case.past().is_none()) {
        ask(app, demo, case).await?;
        tracing::info!(case = case.id, "a case of the demonstration is asked");
    }
    Ok(())
}

/// What happened at one moment.
enum Step<'a> {
    Recorded(&'a PastClient),
    Asked(&'a Case),
    Answered(&'a Case),
    Happened(&'a PastDisclosure),
    Released(&'a PastDisclosure),
}

// Everything that happened, in the order in which it did.
fn steps(demo: &Demo, today: NaiveDate) -> Vec<(DateTime<Utc>, Step<'_>)> {
    let at = |days: u16, time: NaiveTime| {
        beginning_of(today - Days::new(days.into())) + time.signed_duration_since(NaiveTime::MIN)
    };
    // A case is asked and answered in the morning, before anything is shared that day.
    let morning = NaiveTime::MIN + TimeDelta::hours(8);
    let mut steps = Vec::new();
    // Who a client is, is known before the day's first question.
    for client in &demo.clients {
        steps.push((at(client.days_ago, NaiveTime::MIN + TimeDelta::hours(7)), Step::Recorded(client)));
    }
    for case in &demo.cases {
        if let Some(past) = case.past() {
            steps.push((at(past.asked_days_ago, morning), Step::Asked(case)));
            steps.push((at(past.answered_days_ago, morning + TimeDelta::minutes(30)), Step::Answered(case)));
        }
    }
    for line in &demo.past {
        steps.push((at(line.days_ago, line.time), Step::Happened(line)));
        if let Some(released) = line.released() {
            steps.push((at(released.days_ago, morning), Step::Released(line)));
        }
    }
    steps.sort_by_key(|(moment, _)| *moment);
    steps
}

/// A clock that stands where it is put.
struct PutClock(AtomicI64);

impl Clock for PutClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.load(Ordering::Relaxed)).unwrap_or_default()
    }
}

/// The same server, at another moment, and what came of the steps so far.
struct Past<'a> {
    app: App,
    demo: &'a Demo,
    today: NaiveDate,
    clock: Arc<PutClock>,
    asked: HashMap<&'a str, ConsentRequest>,
    recorded: HashMap<&'a str, Disclosure>,
}

impl<'a> Past<'a> {
    fn of(app: &App, demo: &'a Demo) -> Self {
        let today = app.today();
        let clock = Arc::new(PutClock(AtomicI64::new(0)));
        let app = App::new(Parts {
            store: app.store.clone(),
            ids: Ids::new(clock.clone(), app.randomness.clone()),
            randomness: app.randomness.clone(),
            catalogues: app.catalogues.clone(),
            sessions: Sessions::default(),
            without_session: Limit::default(),
            signing_key: app.signing_key.clone(),
            demo: None,
        });
        Self { app, demo, today, clock, asked: HashMap::new(), recorded: HashMap::new() }
    }

    async fn take(&mut self, step: Step<'a>) -> Outcome<()> {
        match step {
            Step::Recorded(client) => {
                let new = submission(&self.app, "/v1/clients", &client.recorded(self.today))?;
                let caller = somebody(self.demo, &client.recorded_by)?;
                let _: Client =
                    read(clients::create::store(&self.app, &caller, DeviceTime(None), &new).await?).await?;
            }
            Step::Asked(case) => {
                let request = ask(&self.app, self.demo, case).await?;
                self.asked.insert(&case.id, request);
            }
            Step::Answered(case) => {
                for person in case.signing() {
                    self.answer(case, person).await?;
                }
            }
            Step::Happened(line) => self.record(line).await?,
            Step::Released(line) => self.release(line).await?,
        }
        Ok(())
    }

    async fn answer(&self, case: &Case, person: &PersonId) -> Outcome<()> {
        let app = &self.app;
        let caller = somebody(self.demo, person)?;
        let request = self.asked.get(case.id.as_str()).ok_or_else(Failure::not_found)?;
        let language = Language::dutch();
        let notice_hash = request.notice_hashes.get(&language.0).cloned().ok_or_else(Failure::not_found)?;
        let shown = NewNoticePresentation {
            id: None,
            shown_to: None,
            presented_at: None,
            consent_request_id: request.id,
            language: language.clone(),
            notice_hash: notice_hash.clone(),
            renderer: "demonstration/1".to_owned(),
        };
        let shown = submission(app, "/v1/notice-presentations", &shown)?;
        let shown: NoticePresentation =
            read(notice_presentations::create::store(app, &caller, DeviceTime(None), &shown).await?).await?;
        let refused = case.past().map_or(&[][..], |past| &past.refused);
        let choice = |item: &Item| ItemChoice {
            item_id: item.id,
            scope_fingerprint: item.scope_fingerprint.clone(),
            deferred: false,
            answers: item
                .personal_data
                .iter()
                .map(|datum| {
                    let no = refused.contains(&datum.data_type.id);
                    (datum.data_type.id.clone(), if no { Answer::No } else { Answer::Yes })
                })
                .collect(),
        };
        let asked = request.items.iter().filter(|item| item.kind == ItemKind::Consent);
        let decision = NewDecision {
            id: None,
            presentation_id: shown.id,
            notice_hash,
            language,
            choices: asked.map(choice).collect(),
            expression: None,
        };
        let path = format!("/v1/consent-requests/{}/decisions", request.id);
        let decision = submission(app, &path, &decision)?;
        let _: Decision =
            read(decisions::create::store(app, &caller, request.id, DeviceTime(None), &decision).await?)
                .await?;
        Ok(())
    }

    async fn record(&mut self, line: &'a PastDisclosure) -> Outcome<()> {
        let consent = line.consent().and_then(|(case, item)| self.consent(case, item));
        let new =
            submission(&self.app, "/v1/disclosures", &line.on(self.app.today(), self.app.now(), consent))?;
        let caller = somebody(self.demo, &line.recorded_by)?;
        let recorded = read(disclosures::create::store(&self.app, &caller, &new).await?).await?;
        self.recorded.insert(&line.id, recorded);
        Ok(())
    }

    fn consent(&self, case: &str, item: usize) -> Option<ConsentRecordId> {
        Some(self.asked.get(case)?.items.get(item)?.standing.as_ref()?.record_id)
    }

    async fn release(&self, line: &PastDisclosure) -> Outcome<()> {
        let recorded = self.recorded.get(line.id.as_str()).ok_or_else(Failure::not_found)?;
        let released = line.released().ok_or_else(Failure::not_found)?;
        let caller = somebody(self.demo, &released.by)?;
        let path = format!("/v1/disclosures/{}/events", recorded.id);
        let event = NewDisclosureEvent { event_type: DisclosureEventType::Released, review_date: None };
        let event = submission(&self.app, &path, &event)?;
        let expected = ExpectedVersion(recorded.version);
        let released = disclosures::create_event::store(&self.app, &caller, recorded.id, expected, &event);
        let _: Disclosure = read(released.await?).await?;
        Ok(())
    }
}

async fn ask(app: &App, demo: &Demo, case: &Case) -> Outcome<ConsentRequest> {
    let new = submission(app, "/v1/consent-requests", &case.request(app.today()))?;
    read(consent_requests::create::store(app, &somebody(demo, &case.worker)?, DeviceTime(None), &new).await?)
        .await
}

fn somebody(demo: &Demo, id: &PersonId) -> Outcome<Caller> {
    demo.persona(id).map(Caller::from).ok_or_else(Failure::not_found)
}

fn submission<T: Serialize + DeserializeOwned + ToSchema>(
    app: &App,
    path: &str,
    value: &T,
) -> Outcome<Submission<T>> {
    let body = serde_json::to_vec(value).map_err(|error| Failure::internal(&error.to_string()))?;
    Ok(Submission::read(app.ids.next(), "POST", path, &body))
}

// What an operation answered.
async fn read<T: DeserializeOwned>(response: Response) -> Outcome<T> {
    let internal = |error: &dyn std::fmt::Display| Failure::internal(&error.to_string());
    let bytes = to_bytes(response.into_body(), MAX_BODY).await.map_err(|error| internal(&error))?;
    serde_json::from_slice(&bytes).map_err(|error| internal(&error))
}
