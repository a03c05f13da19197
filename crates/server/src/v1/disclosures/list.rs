// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/disclosures`

use crate::access::{Access, DISCLOSURE_READERS};
use crate::app::{App, beginning_of};
use crate::input::header::{DataSubject, DataSubjectParameter};
use crate::input::query::{Query, StretchParameters, place_cursor, slug};
use crate::problem::{Failure, Outcome};
use crate::representations::subject;
use crate::session::Caller;
use crate::v1::disclosures::read::resolve;
use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use samenspraak_contract::Page;
use samenspraak_contract::configuration::Role;
use samenspraak_contract::disclosure::{Confidentiality, Disclosure, DisclosureKind};
use samenspraak_contract::id::{PartyId, PersonId};
use samenspraak_contract::problem::InvalidReason;
use samenspraak_rules::disclosure::DisclosureFacts;
use samenspraak_storage::disclosure::{Place, Stretch, Timeline, place_in_review, place_in_time};
use utoipa::IntoParams;

/// Who may call it.
pub const ACCESS: Access = DISCLOSURE_READERS;

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "read through `Query`; this describes it")]
struct Parameters {
    /// Only lines of this kind (soort).
    #[param(inline, required = false)]
    kind: DisclosureKind,
    /// Only lines on which this party gave, got or looked (partij).
    #[param(rename = "partyId", required = false)]
    party_id: PartyId,
    /// Only what happened on this day or later (vanaf).
    #[param(required = false)]
    from: NaiveDate,
    /// Only what happened on this day or before (tot en met).
    #[param(required = false)]
    until: NaiveDate,
    /// For staff, and required for them: `withheld` (achtergehouden).
    #[param(required = false)]
    confidentiality: Confidentiality,
}

/// Lists what happened to the data of a person (verstrekkingen en inzage), the last first.
///
/// The person signed in reads their own lines, or those of somebody they represent.
/// Staff ask for `confidentiality=withheld`: everything of their controller that is
/// withheld, by the day to look again, the earliest first.
#[utoipa::path(
    get, path = "/disclosures", operation_id = "listDisclosures", tag = "disclosures",
    params(Parameters, StretchParameters, DataSubjectParameter),
    responses((status = 200, description = "One page.", body = Page<Disclosure>),
        (status = 404, description = "The person named is not represented by the caller.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    asked: DataSubject,
    mut query: Query,
) -> Outcome<Json<Page<Disclosure>>> {
    let filters = Filters::take(&mut query);
    let stretch = query.stretch();
    filters.check(&caller, &asked, &mut query);
    query.end()?;
    if caller.role != Role::Citizen {
        let read = |stretch| app.store.withheld(&caller.controller, stretch);
        let found = read(one_more(stretch)).await?;
        return page(&app, &caller, found, stretch, place_in_review).map(Json);
    }
    let person = subject(&app, &caller, asked).await?;
    let timeline = filters.timeline(person.id);
    let found = app.store.timeline(&caller.controller, &timeline, one_more(stretch)).await?;
    page(&app, &caller, found, stretch, |line| Some(place_in_time(line))).map(Json)
}

struct Filters {
    kind: Option<DisclosureKind>,
    party: Option<PartyId>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    confidentiality: Option<Confidentiality>,
}

impl Filters {
    fn take(query: &mut Query) -> Self {
        Self {
            kind: query.word("kind", "with-consent, without-consent or not-shared"),
            party: query.take("partyId", "the id of a party", slug),
            from: query.date("from"),
            until: query.date("until"),
            confidentiality: query.word("confidentiality", "normal, withheld or released"),
        }
    }

    // Staff read what is withheld, and nothing else here; a person everything but that.
    fn check(&self, caller: &Caller, DataSubject(asked): &DataSubject, query: &mut Query) {
        if self.from.zip(self.until).is_some_and(|(from, until)| until < from) {
            query.refuse("until", InvalidReason::DateOutOfRange, "the last day is before the first one");
        }
        if caller.role == Role::Citizen {
            if self.confidentiality.is_some() {
                query.refuse("confidentiality", InvalidReason::NotApplicable, "this is for staff");
            }
            return;
        }
        match self.confidentiality {
            Some(Confidentiality::Withheld) => {}
            Some(_) => {
                query.refuse("confidentiality", InvalidReason::NotApplicable, "staff list what is withheld");
            }
            None => query.refuse("confidentiality", InvalidReason::Missing, "staff list what is withheld"),
        }
        for (name, given) in [
            ("kind", self.kind.is_some()),
            ("partyId", self.party.is_some()),
            ("from", self.from.is_some()),
            ("until", self.until.is_some()),
            ("Data-Subject", asked.is_some()),
        ] {
            if given {
                query.refuse(name, InvalidReason::NotApplicable, "this is for the time line of a person");
            }
        }
    }

    fn timeline(self, subject: PersonId) -> Timeline {
        Timeline {
            subject,
            kind: self.kind,
            party: self.party,
            from: self.from.map(beginning_of),
            before: self.until.and_then(|last| last.succ_opt()).map(beginning_of),
        }
    }
}

// One more than asked for tells whether there is a next page.
fn one_more(stretch: Stretch) -> Stretch {
    Stretch { limit: stretch.limit + 1, ..stretch }
}

fn page(
    app: &App,
    caller: &Caller,
    mut found: Vec<DisclosureFacts>,
    stretch: Stretch,
    place: impl Fn(&DisclosureFacts) -> Option<Place>,
) -> Outcome<Page<Disclosure>> {
    let more = found.len() > stretch.limit;
    found.truncate(stretch.limit);
    let next_cursor = found.last().filter(|_| more).and_then(&place).map(place_cursor);
    let resolved = found.iter().map(|line| resolve(app, &caller.controller, line, caller.viewer()));
    Ok(Page { items: resolved.collect::<Result<_, Failure>>()?, next_cursor })
}
