// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who signs at which age (F2, F6).

mod fixture;

use chrono::{Datelike, Days, NaiveDate};
use fixture::*;
use proptest::prelude::*;
use samenspraak_contract::person::{Capacity, Representation};
use samenspraak_rules::signatories::{
    Signing, age, answer_before, fits, is_required, is_valid, may_sign, same_until, signing,
};

const CAPACITIES: [Capacity; 7] = [
    Capacity::DataSubject,
    Capacity::ParentWithAuthority,
    Capacity::Guardian,
    Capacity::Curator,
    Capacity::Mentor,
    Capacity::Administrator,
    Capacity::AuthorisedPerson,
];

#[test]
fn the_band_changes_on_the_birthday() {
    let rule = catalogue().age_rule;
    let born = day("2010-03-15");
    for (on, expected) in [
        ("2022-03-14", Signing::Representatives),
        ("2022-03-15", Signing::Joint),
        ("2026-03-14", Signing::Joint),
        ("2026-03-15", Signing::Alone),
        ("2028-03-14", Signing::Alone),
        ("2028-03-15", Signing::Adult),
    ] {
        assert_eq!(signing(&rule, born, day(on)), expected, "{on}");
    }
}

#[test]
fn a_leap_day_child_has_a_birthday_on_the_first_of_march() {
    assert_eq!(age(day("2012-02-29"), day("2023-02-28")), 10);
    assert_eq!(age(day("2012-02-29"), day("2023-03-01")), 11);
    assert_eq!(age(day("2012-02-29"), day("2024-02-29")), 12);
}

/// Every set of capacities, for every band: what fits is exactly the rule. In the place
/// of an adult signs a curator or a mentor; never who looks after property, and never
/// who was authorised.
#[test]
fn a_lawful_set_of_signatories_is_exactly_the_rule() {
    for bits in 0_u32..1 << CAPACITIES.len() {
        let set: Vec<Capacity> = CAPACITIES
            .into_iter()
            .enumerate()
            .filter(|(index, _)| bits & (1 << index) != 0)
            .map(|(_, capacity)| capacity)
            .collect();
        let subject = set.contains(&Capacity::DataSubject);
        let parents = bits & 0b110 != 0;
        let (appointed, beside) = (bits & 0b1_1000 != 0, bits & 0b110_0000 != 0);
        let others = appointed || beside;
        assert_eq!(fits(Signing::Representatives, &set), parents && !subject && !others, "{set:?}");
        assert_eq!(fits(Signing::Joint, &set), parents && subject && !others, "{set:?}");
        assert_eq!(fits(Signing::Alone, &set), set == [Capacity::DataSubject], "{set:?}");
        let adult = set == [Capacity::DataSubject] || (appointed && !subject && !parents && !beside);
        assert_eq!(fits(Signing::Adult, &set), adult, "{set:?}");
    }
}

#[test]
fn a_representation_counts_from_its_first_to_its_last_day() {
    let proof = Representation {
        source: "court".into(),
        start_date: day("2026-01-10"),
        end_date: Some(day("2026-01-20")),
    };
    let counts: Vec<bool> =
        ["2026-01-09", "2026-01-10", "2026-01-20", "2026-01-21"].map(|on| is_valid(&proof, day(on))).into();
    assert_eq!(counts, [false, true, true, false]);
}

/// F6: for another with a proof that counts, for oneself always, and for nobody without.
#[test]
fn who_represents_signs_with_a_proof_only() {
    for capacity in CAPACITIES {
        let own = capacity == Capacity::DataSubject;
        let mut one = signatory("somebody", capacity);
        assert!(may_sign(&one, day("2026-01-20")), "{capacity:?}");
        if let Some(proof) = &mut one.representation {
            proof.end_date = Some(day("2026-01-19"));
        }
        assert_eq!(may_sign(&one, day("2026-01-20")), own, "{capacity:?}: it ended");
        assert!(may_sign(&one, day("2026-01-19")), "{capacity:?}: on its last day");
        one.representation = None;
        assert_eq!(may_sign(&one, day("2026-01-20")), own, "{capacity:?}: no proof");
    }
}

/// F2: the day before a birthday on which others sign, and none other than those three.
#[test]
fn the_same_people_sign_until_the_day_before_a_birthday_that_counts() {
    let rule = catalogue().age_rule;
    for (born, on, until) in [
        ("2014-12-12", "2026-11-22", Some("2026-12-11")),
        ("2014-12-12", "2026-12-11", Some("2026-12-11")),
        ("2014-12-12", "2026-12-12", Some("2030-12-11")),
        ("2014-12-12", "2030-12-12", Some("2032-12-11")),
        ("2014-12-12", "2032-12-12", None),
        ("2012-02-29", "2023-03-01", Some("2024-02-28")),
        ("2008-02-29", "2025-05-01", Some("2026-02-28")),
    ] {
        assert_eq!(same_until(&rule, day(born), day(on)), until.map(day), "{born} on {on}");
    }
    let last = |on| answer_before(&rule, day("2014-12-12"), day(on), 21);
    assert_eq!(last("2026-11-20"), day("2026-12-11"), "twenty-one days");
    assert_eq!(last("2026-11-22"), day("2026-12-11"), "she turns twelve before");
    assert_eq!(last("2026-12-12"), day("2027-01-02"));
}

// Every fourth of these is born on 29 February.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    let leap_day = (0_i32..25).prop_map(|nth| day(&format!("{}-02-29", 1952 + 4 * nth)));
    prop_oneof![3 => (0_u64..36_525).prop_map(|days| day("1950-01-01") + Days::new(days)), 1 => leap_day]
}

proptest! {
    #[test]
    fn age_grows_by_one_a_year_and_never_falls(born in any_day(), days in 0_u64..30_000) {
        let on = born + Days::new(days);
        let next = on + Days::new(1);
        let step = age(born, next) - age(born, on);
        prop_assert!(step == 0 || step == 1);
        prop_assert_eq!(step == 1, {
            let birthday = (born.month(), born.day());
            let on_leap_day_born = birthday == (2, 29) && next.with_month(2).is_none_or(|_| !next.leap_year());
            (next.month(), next.day()) == if on_leap_day_born { (3, 1) } else { birthday }
        });
    }

    /// F2: on every day on which a question can be answered, the same people sign; and it
    /// can be answered as long as that is so.
    #[test]
    fn who_signs_does_not_change_while_a_question_can_be_answered(
        born in any_day(),
        asked in 0_u64..8_000,
        within in 0_u16..600,
    ) {
        let rule = catalogue().age_rule;
        let on = born + Days::new(asked);
        let last = answer_before(&rule, born, on, within);
        prop_assert!(on <= last && last <= on + Days::new(within.into()));
        for days in 0..=(last - on).num_days() {
            let day = on + Days::new(days.unsigned_abs());
            prop_assert_eq!(signing(&rule, born, day), signing(&rule, born, on), "on {}", day);
        }
        let next = last + Days::new(1);
        let ends = last < on + Days::new(within.into());
        prop_assert!(!ends || signing(&rule, born, next) != signing(&rule, born, on));
        prop_assert_eq!(same_until(&rule, born, on).is_none(), signing(&rule, born, on) == Signing::Adult);
    }

    #[test]
    fn with_the_years_nobody_else_comes_to_be_needed(born in any_day(), a in 0_u64..20_000, b in 0_u64..20_000) {
        let rule = catalogue().age_rule;
        let (early, late) = (born + Days::new(a.min(b)), born + Days::new(a.max(b)));
        prop_assert!(signing(&rule, born, early) <= signing(&rule, born, late));
        prop_assert_eq!(
            is_required(signing(&rule, born, late), Capacity::DataSubject),
            signing(&rule, born, late) != Signing::Representatives
        );
    }
}
