// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Recording a client with those who represent them (group F): which fields there are,
//! and what is sent. Whether it may be recorded is for the rules to judge.

use super::intake::after_months;
use super::sheet::{Asked, Kind, Sheet, Wrong, asked};
use crate::json::{Writer, array};
use crate::wire::intake::Client;
use std::rc::Rc;

/// With whom somebody lives: with nobody who is a client, or with one of them.
pub const LIVING: [&str; 2] = ["alone", "together"];

/// What somebody is in a household, as the contract has it (F4).
pub const ROLES: [&str; 6] = ["adult", "partner", "child", "parent", "housemate", "informal-carer"];

/// Most representatives, as the contract has it.
pub const MOST_ROWS: usize = 6;

/// The client they live with; [`SAME`] for the household that is known already.
pub const WITH: &str = "/household/id";
/// The household somebody is in already, when no other client is in it.
pub const SAME: &str = "same";

const NAME: &str = "/person/displayName";
const KEY: &str = "/person/id";
const BORN: &str = "/birthDate";
const CASE: &str = "/caseReference";
const HOME: &str = "/living";
const ROLE: &str = "/household/role";
const OTHERS_ROLE: &str = "/other/role";
const ROWS: &str = "/representatives";
// The name of a person in the contract, and a source.
const MOST_NAME: u32 = 120;
const MOST_KEY: u32 = 64;
const MOST_SOURCE: u32 = 200;

// What the keys that a device makes begin with.
const NO_LOGIN: &str = "no-login-";
// Nobody alive was born before; a year was mistyped.
const FIRST_YEAR: &str = "1900";

/// What is known around the form.
pub struct Around {
    /// Today, as `2026-11-22`.
    pub today: String,
    /// The age of an adult, in years (F2).
    pub adult_from: u32,
    /// Who is changed; nobody when it is a new client.
    pub client: Option<Rc<Client>>,
    /// The other clients.
    pub others: Vec<Rc<Client>>,
}

impl Around {
    /// The client they live with, when one was chosen.
    pub fn other(&self, sheet: &Sheet) -> Option<&Rc<Client>> {
        self.others.iter().find(|it| sheet.is(WITH, &it.id))
    }

    /// Whether the household that is known already can stay: no other client is in it.
    pub fn keeps_home(&self) -> bool {
        let own = self.client.as_ref().map_or("", |it| &it.household);
        !own.is_empty() && self.others.iter().all(|it| it.household != own)
    }

    /// The capacities that fit the age, once the date of birth is there: authority over
    /// a child ends where what a court or an adult arranges begins.
    pub fn capacities(&self, sheet: &Sheet) -> &'static [&'static str] {
        match sheet.get(BORN) {
            "" => &[],
            born if after_months(born, 12 * self.adult_from) <= self.today => {
                &["curator", "mentor", "administrator", "authorised-person"]
            }
            _ => &["parent-with-authority", "guardian"],
        }
    }

    /// What stands in the form to begin with.
    pub fn begin(&self) -> Sheet {
        let Some(client) = &self.client else { return Sheet::default() };
        let mut sheet = known(client);
        let mate = self.others.iter().find(|it| !it.household.is_empty() && it.household == client.household);
        let with = mate.map_or(SAME, |it| &*it.id);
        let living = if client.household.is_empty() { LIVING[0] } else { LIVING[1] };
        sheet.set(HOME, living.into());
        sheet.set(WITH, with.into());
        sheet
    }

    /// The document that is posted, and when their household is made here, the other
    /// client's, who is in it from now on too. `fresh` makes an id.
    pub fn bodies(&self, sheet: &Sheet, fresh: &dyn Fn() -> String) -> (String, Option<String>) {
        let made = ["household-", &letters(&fresh())].concat();
        let other = self.other(sheet);
        let home = match other {
            _ if !is_together(sheet) => None,
            Some(other) if other.household.is_empty() => Some(&made),
            Some(other) => Some(&other.household),
            None => self.client.as_ref().map(|it| &it.household),
        };
        let others = other.filter(|it| home == Some(&made) && it.household.is_empty()).map(|other| {
            let mut sheet_of = known(other);
            sheet_of.set(ROLE, sheet.get(OTHERS_ROLE).to_owned());
            body(&sheet_of, Some(&made), fresh)
        });
        (body(sheet, home.map(|it| &**it), fresh), others)
    }
}

/// Whether nobody can sign in with this key: a device made it.
pub fn has_no_login(key: &str) -> bool {
    key.starts_with(NO_LOGIN)
}

/// Who the person is.
pub fn person(around: &Around) -> Vec<Asked> {
    let mut fields = vec![asked(NAME, Kind::Line).most(MOST_NAME), asked(BORN, Kind::Past)];
    if around.client.is_none() {
        fields.push(asked(KEY, Kind::Line).most(MOST_KEY).or_not());
    }
    fields.push(asked(CASE, Kind::Line).or_not());
    fields
}

/// With whom they live.
pub fn household(sheet: &Sheet, around: &Around) -> Vec<Asked> {
    let mut fields = vec![asked(HOME, Kind::One)];
    if is_together(sheet) {
        fields.extend([asked(WITH, Kind::List), asked(ROLE, Kind::List)]);
        if around.other(sheet).is_some_and(|it| it.household.is_empty()) {
            fields.push(asked(OTHERS_ROLE, Kind::List));
        }
    }
    fields
}

/// Somebody who represents them.
pub fn representative(sheet: &Sheet, around: &Around, row: &str) -> Vec<Asked> {
    let at = |field: &str| at(row, field);
    let mut fields = vec![
        asked(&at("person/displayName"), Kind::Line).most(MOST_NAME),
        asked(&at("person/id"), Kind::Line).most(MOST_KEY).or_not(),
        asked(&at("representation/source"), Kind::Line).most(MOST_SOURCE),
        asked(&at("representation/startDate"), Kind::Day),
        asked(&at("representation/endDate"), Kind::Day).or_not(),
    ];
    // Two stand beside each other, four in a list; none before the age is known.
    match around.capacities(sheet).len() {
        0 => {}
        2 => fields.insert(2, asked(&at("capacity"), Kind::One)),
        _ => fields.insert(2, asked(&at("capacity"), Kind::List)),
    }
    fields
}

/// All fields that are asked now.
pub fn fields(sheet: &Sheet, around: &Around) -> Vec<Asked> {
    let mut fields = person(around);
    fields.extend(household(sheet, around));
    fields.extend(rows(sheet).iter().flat_map(|row| representative(sheet, around, row)));
    fields
}

/// What is impossible by itself: a key that no login gives, or a year long ago.
pub fn wrongs(sheet: &Sheet, fields: &[Asked]) -> Vec<Wrong> {
    let wrong = |it: &Asked| {
        let value = sheet.get(&it.field);
        let why = match &*it.field {
            _ if value.is_empty() => return None,
            BORN if value < FIRST_YEAR => "date-out-of-range",
            field if field.ends_with(KEY) && !is_key(value) => "key",
            _ => return None,
        };
        Some((it.field.clone(), why.to_owned()))
    };
    fields.iter().filter_map(wrong).collect()
}

// As the contract has it; so a citizen service number is none.
fn is_key(key: &str) -> bool {
    let rest = |it: u8| it.is_ascii_alphanumeric() || it == b'_' || it == b'-';
    key.len() > 1 && key.starts_with(|it: char| it.is_ascii_lowercase()) && key.bytes().all(rest)
}

/// The numbers of the representatives: each keeps its own when another goes.
pub fn rows(sheet: &Sheet) -> Vec<String> {
    sheet.ticked(ROWS)
}

/// Adds a representative; gives the number.
pub fn add_row(sheet: &mut Sheet) -> String {
    let last = rows(sheet).iter().filter_map(|row| row.parse::<u32>().ok()).max();
    let next = last.map_or(0, |last| last + 1).to_string();
    sheet.tick(ROWS, &next, true);
    next
}

/// Takes a representative away.
pub fn drop_row(sheet: &mut Sheet, row: &str) {
    sheet.tick(ROWS, row, false);
}

/// The pointer of a field of a representative.
pub fn at(row: &str, field: &str) -> String {
    [ROWS, "/", row, "/", field].concat()
}

/// The pointer on the form of a pointer in what was sent.
pub fn pointer(sheet: &Sheet, sent: &str) -> String {
    let mut parts = sent.splitn(4, '/').skip(1);
    let row = match (parts.next(), parts.next()) {
        (Some("representatives"), Some(place)) => {
            place.parse::<usize>().ok().and_then(|place| rows(sheet).into_iter().nth(place))
        }
        _ => None,
    };
    row.map_or_else(|| sent.to_owned(), |row| at(&row, parts.next().unwrap_or("person/id")))
}

fn is_together(sheet: &Sheet) -> bool {
    sheet.is(HOME, LIVING[1])
}

// A client as they are known, without their household.
fn known(client: &Client) -> Sheet {
    let mut sheet = Sheet::default();
    let mut set = |field: &str, value: &str| sheet.set(field, value.to_owned());
    set(NAME, &client.name);
    set(KEY, &client.id);
    set(BORN, &client.birth_date);
    set(CASE, client.case_reference.as_deref().unwrap_or_default());
    set(ROLE, &client.role);
    for (row, it) in client.representatives.iter().enumerate() {
        let row = row.to_string();
        set(&at(&row, "person/displayName"), &it.name);
        set(&at(&row, "person/id"), &it.id);
        set(&at(&row, "capacity"), &it.capacity);
        set(&at(&row, "representation/source"), &it.source);
        set(&at(&row, "representation/startDate"), &it.start);
        set(&at(&row, "representation/endDate"), &it.end);
    }
    for row in 0..client.representatives.len() {
        sheet.tick(ROWS, &row.to_string(), true);
    }
    sheet
}

fn body(sheet: &Sheet, home: Option<&str>, fresh: &dyn Fn() -> String) -> String {
    let rows: Vec<String> = rows(sheet).iter().map(|row| signatory(sheet, row, fresh)).collect();
    let out = Writer::new()
        .json("person", &somebody(sheet.get(KEY), sheet.get(NAME), fresh))
        .text("birthDate", sheet.get(BORN))
        .json("representatives", &array(&rows))
        .optional("caseReference", sheet.some(CASE));
    match home {
        Some(id) => {
            let place = Writer::new().text("id", id).text("role", sheet.get(ROLE)).end();
            out.json("household", &place).end()
        }
        None => out.end(),
    }
}

fn signatory(sheet: &Sheet, row: &str, fresh: &dyn Fn() -> String) -> String {
    let get = |field: &str| sheet.get(&at(row, field));
    let proof = Writer::new()
        .text("source", get("representation/source"))
        .text("startDate", get("representation/startDate"))
        .optional("endDate", sheet.some(&at(row, "representation/endDate")))
        .end();
    Writer::new()
        .json("person", &somebody(get("person/id"), get("person/displayName"), fresh))
        .text("capacity", get("capacity"))
        .json("representation", &proof)
        .end()
}

// Who has no login gets a key of the device.
fn somebody(key: &str, name: &str, fresh: &dyn Fn() -> String) -> String {
    let key = if key.is_empty() { [NO_LOGIN, &letters(&fresh())].concat() } else { key.to_owned() };
    Writer::new().text("id", &key).text("displayName", name).end()
}

// The same id without digits: nine of them in a row could be a citizen service number.
fn letters(id: &str) -> String {
    let letter = |it: u8| if it.is_ascii_digit() { it - b'0' + b'g' } else { it };
    id.bytes().map(|it| char::from(letter(it))).collect()
}

#[cfg(test)]
#[path = "client_tests.rs"]
mod tests;
