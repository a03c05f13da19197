// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

use super::*;
use crate::flow::sheet::spot;
use crate::json::Json;
use samenspraak_contract::client::{HouseholdRole, NewClient};
use samenspraak_contract::person::Capacity;
use serde_json::{Value, json};

const BORN_TODAY: &str = "2026-11-22";

fn read(client: &Value) -> Client {
    Client::read(&Json::parse(&client.to_string()).expect("JSON"))
}

fn document(id: &str, household: &str) -> Value {
    let mut client = json!({
        "person": { "id": id, "displayName": "Naam" }, "birthDate": "1990-05-01", "representatives": [],
    });
    if !household.is_empty() {
        client["household"] = json!({ "id": household, "role": "parent" });
    }
    client
}

fn somebody_known(id: &str, household: &str) -> Client {
    read(&document(id, household))
}

fn around(client: Option<Client>, others: Vec<Client>) -> Around {
    let others = others.into_iter().map(Rc::new).collect();
    Around { today: BORN_TODAY.into(), adult_from: 18, client: client.map(Rc::new), others }
}

fn filled(values: &[(&str, &str)]) -> Sheet {
    let mut sheet = Sheet::default();
    let common = [(NAME, "Fien Peeters"), (BORN, "2017-03-01"), (KEY, "fien"), (HOME, "alone")];
    for (field, value) in common.iter().chain(values) {
        sheet.set(field, (*value).into());
    }
    sheet
}

fn with_parent(mut sheet: Sheet, id: &str) -> Sheet {
    let row = add_row(&mut sheet);
    for (field, value) in [
        ("person/displayName", "Loes"),
        ("person/id", id),
        ("capacity", "parent-with-authority"),
        ("representation/source", "Gezagsregister"),
        ("representation/startDate", "2017-03-01"),
    ] {
        sheet.set(&at(&row, field), value.into());
    }
    sheet
}

// Ids that rise, so that none comes twice.
fn sent(around: &Around, sheet: &Sheet) -> (NewClient, Option<NewClient>) {
    let made = std::cell::Cell::new(0);
    let fresh = || {
        made.set(made.get() + 1);
        format!("11122233-3000-4000-8000-00000000000{}", made.get())
    };
    let read = |text: String| serde_json::from_str(&text).expect("a client of the contract");
    let (own, other) = around.bodies(sheet, &fresh);
    (read(own), other.map(read))
}

#[test]
fn a_client_goes_out_as_the_contract_asks() {
    let sheet = filled(&[(CASE, " Z-1 ")]);
    let (new, other) = sent(&around(None, vec![]), &with_parent(sheet, "loes"));
    assert_eq!((&*new.person.id.0, new.case_reference.as_deref()), ("fien", Some("Z-1")));
    assert_eq!((new.household, other), (None, None));
    let [parent] = &new.representatives[..] else { panic!("one representative") };
    assert_eq!((&*parent.person.id.0, parent.capacity), ("loes", Capacity::ParentWithAuthority));
    let proof = parent.representation.as_ref().expect("a proof");
    assert_eq!((&*proof.source, proof.end_date), ("Gezagsregister", None));
}

#[test]
fn who_has_no_login_gets_a_key_that_nobody_signs_in_with() {
    let sheet = with_parent(filled(&[(KEY, "")]), "");
    let (new, _) = sent(&around(None, vec![]), &sheet);
    let keys = [&new.person.id.0, &new.representatives[0].person.id.0];
    assert_ne!(keys[0], keys[1]);
    for key in keys {
        assert!(has_no_login(key) && is_key(key), "{key}");
        assert!(!key.contains(|it: char| it.is_ascii_digit()), "no number hides in {key}");
        assert!(key.len() <= MOST_KEY as usize);
    }
    assert!(!has_no_login("noor-de-wit"));
}

#[test]
fn who_lives_with_a_client_gets_the_same_household() {
    let around = around(None, vec![somebody_known("loes", "household-7"), somebody_known("noor", "")]);
    let living = [(HOME, "together"), (ROLE, "child")];
    let mut sheet = filled(&living);
    sheet.set(WITH, "loes".into());
    let (new, other) = sent(&around, &sheet);
    let home = new.household.expect("a household");
    assert_eq!((&*home.id.0, home.role, other), ("household-7", HouseholdRole::Child, None));

    // Where there is none yet, both get one, and the other keeps the rest.
    sheet.set(WITH, "noor".into());
    sheet.set(OTHERS_ROLE, "parent".into());
    let (new, other) = sent(&around, &sheet);
    let (home, other) = (new.household.expect("a household"), other.expect("the other too"));
    let theirs = other.household.expect("a household");
    assert_eq!((&home.id, home.role), (&theirs.id, HouseholdRole::Child));
    assert_eq!((theirs.role, &*other.person.id.0), (HouseholdRole::Parent, "noor"));
    assert!(!home.id.0.contains(|it: char| it.is_ascii_digit()), "{}", home.id);
}

#[test]
fn the_role_of_the_other_is_asked_when_they_have_no_household() {
    let around = around(None, vec![somebody_known("loes", "household-7"), somebody_known("noor", "")]);
    let asks = |living: &str, with: &str| -> Vec<String> {
        let sheet = filled(&[(HOME, living), (WITH, with)]);
        household(&sheet, &around).into_iter().map(|it| it.field).collect()
    };
    assert_eq!(asks("alone", "noor"), [HOME]);
    assert_eq!(asks("together", "loes"), [HOME, WITH, ROLE]);
    assert_eq!(asks("together", "noor"), [HOME, WITH, ROLE, OTHERS_ROLE]);
}

#[test]
fn who_is_changed_keeps_what_is_known() {
    let mut client = document("fien", "household-7");
    client["caseReference"] = json!("Z-1");
    client["representatives"] = json!([{
        "person": { "id": "loes", "displayName": "Loes" }, "capacity": "mentor",
        "representation": { "source": "Rechtbank", "startDate": "2020-01-01", "endDate": "2030-01-01" },
    }]);
    let client = read(&client);
    for others in [vec![], vec![somebody_known("noor", "household-7")]] {
        let alone = others.is_empty();
        let around = around(Some(client.clone()), others);
        assert_eq!(around.keeps_home(), alone);
        let sheet = around.begin();
        assert!(sheet.is(WITH, if alone { SAME } else { "noor" }));
        let asked = fields(&sheet, &around);
        assert!(asked.iter().all(|it| it.field != KEY), "the key is for good");
        assert_eq!(sheet.wrongs(&asked, BORN_TODAY), []);
        let (new, other) = sent(&around, &sheet);
        assert_eq!((&*new.person.id.0, other), ("fien", None));
        assert_eq!(new.representatives[0].capacity, Capacity::Mentor);
        assert_eq!(
            new.household.map(|it| (it.id.0, it.role)),
            Some(("household-7".into(), HouseholdRole::Parent))
        );
        assert_eq!(new.case_reference.as_deref(), Some("Z-1"));
        let end = new.representatives[0].representation.as_ref().and_then(|it| it.end_date);
        assert_eq!(end.map(|it| it.to_string()).as_deref(), Some("2030-01-01"));
    }
    let mut moved = around(Some(client.clone()), vec![]).begin();
    moved.set(HOME, "alone".into());
    assert_eq!(sent(&around(Some(client), vec![]), &moved).0.household, None);
}

#[test]
fn only_the_capacities_that_fit_the_age_are_offered() {
    let around = around(None, vec![]);
    let offered = |born: &str| around.capacities(&filled(&[(BORN, born)]));
    assert_eq!(offered("").len(), 0);
    assert_eq!(offered("2008-11-23"), ["parent-with-authority", "guardian"], "eighteen tomorrow");
    assert_eq!(offered("2008-11-22"), ["curator", "mentor", "administrator", "authorised-person"]);
    let kind = |born: &str| {
        let sheet = filled(&[(BORN, born)]);
        representative(&sheet, &around, "0")
            .into_iter()
            .find(|it| it.field.ends_with("capacity"))
            .map(|it| it.kind)
    };
    assert_eq!((kind(""), kind("2017-03-01"), kind("1990-05-01")), (None, Some(Kind::One), Some(Kind::List)));
}

#[test]
fn what_is_impossible_by_itself_is_pointed_out() {
    let around = around(None, vec![]);
    let wrong = |values: &[(&str, &str)], parent: &str| -> Vec<Wrong> {
        let sheet = with_parent(filled(values), parent);
        wrongs(&sheet, &fields(&sheet, &around))
    };
    assert_eq!(wrong(&[], "loes"), []);
    assert_eq!(wrong(&[(KEY, "")], ""), [], "who has none is not wrong");
    for key in ["Noor", "n", "noor de wit", "111222333", "noor.de.wit", "-noor"] {
        assert_eq!(wrong(&[(KEY, key)], "loes"), [(KEY.to_owned(), "key".to_owned())], "{key}");
        assert_eq!(wrong(&[], key), [(at("0", "person/id"), "key".to_owned())], "{key}");
    }
    assert_eq!(wrong(&[(KEY, "n_1-A")], "p2"), []);
    assert_eq!(wrong(&[(BORN, "0201-05-01")], "loes"), [(BORN.to_owned(), "date-out-of-range".to_owned())]);
    assert_eq!(wrong(&[(BORN, "1900-01-01")], "loes"), []);
}

#[test]
fn every_objection_finds_its_field() {
    let mut sheet = filled(&[]);
    for id in ["a", "b", "c"] {
        sheet = with_parent(sheet, id);
    }
    drop_row(&mut sheet, "0");
    let around = around(None, vec![]);
    let place = |sent: &str| spot(&fields(&sheet, &around), &pointer(&sheet, sent));
    assert_eq!(place("/representatives/1/person/id"), at("2", "person/id"));
    assert_eq!(place("/representatives/0/representation/endDate"), at("1", "representation/endDate"));
    assert_eq!(place("/representatives/0/representation"), at("1", "representation/source"));
    assert_eq!(place("/representatives/0"), at("1", "person/id"));
    assert_eq!(place("/birthDate"), BORN);
    assert_eq!(place("/representatives/7/person/id"), "", "it stands at the whole");
}

#[test]
fn representatives_come_and_go() {
    let mut sheet = Sheet::default();
    assert_eq!((add_row(&mut sheet), add_row(&mut sheet)), ("0".into(), "1".into()));
    drop_row(&mut sheet, "0");
    assert_eq!((rows(&sheet), add_row(&mut sheet)), (vec!["1".to_owned()], "2".into()));
}
