// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The tests that every store passes. An implementation writes
//! `samenspraak_storage::store_suite!(open);` where `open` gives a [`Fixture`].
//!
//! | module | what it holds a store to |
//! |---|---|
//! | [`behaviour`] | what is stored reads back, and controllers see only their own |
//! | [`changes`] | all or nothing, once, and never over somebody else's change |
//! | [`disclosure`] | what happened to data, found by every filter and never while withheld |
//! | [`filing`] | filings and documents, kept whole and in the order of the desk |
//! | [`intake`] | clients, assessments, outcomes and decisions, written once and found by every list |
//! | [`model`] | any order of changes ends as it does in memory |
//! | [`samples`] | requests, records and events to store |

pub mod behaviour;
pub mod changes;
pub mod disclosure;
pub mod filing;
pub mod intake;
pub mod model;
pub mod samples;

use crate::store::Store;
use std::any::Any;
use std::sync::Arc;

/// An empty store, and what must live as long as it does.
pub struct Fixture {
    /// The store.
    pub store: Arc<dyn Store>,
    /// A directory that is removed at the end, for example.
    pub keep: Box<dyn Any + Send + Sync>,
}

/// Makes one test of each case. `$open` is an async function that gives an
/// empty [`Fixture`].
#[macro_export]
macro_rules! store_suite {
    ($open:ident) => {
        $crate::store_suite!($open, behaviour:
            what_is_stored_reads_back,
            nothing_is_there_at_first,
            another_controller_sees_nothing,
            lists_go_newest_first_in_parts,
            a_list_holds_what_concerns_the_person,
        );
        $crate::store_suite!($open, changes:
            a_refused_change_leaves_nothing_behind,
            an_append_expects_a_version,
            the_same_key_is_stored_once,
            the_same_key_with_another_body_is_refused,
            a_key_belongs_to_one_person_and_controller,
            a_request_is_replaced_once,
            a_request_knows_to_whom_it_was_shown,
            what_expects_a_current_request_is_refused_after_that,
            an_id_is_used_once,
            two_who_sign_at_once_are_both_stored,
            one_key_sent_many_times_at_once_is_stored_once,
        );
        $crate::store_suite!($open, disclosure:
            a_line_reads_back_with_its_events,
            a_time_line_goes_by_what_happened,
            every_filter_finds_its_lines,
            a_withheld_line_is_nowhere_until_it_is_released,
            flows_count_what_went_and_when_last,
            lines_of_another_controller_are_not_there,
            an_event_expects_a_version,
            looking_is_noted_once_a_day,
        );
        $crate::store_suite!($open, filing:
            a_filing_reads_back_with_its_events,
            an_event_expects_a_version,
            the_question_of_a_filing_is_filled_in_once,
            a_person_finds_what_concerns_them,
            the_queue_goes_by_what_is_due,
            a_document_is_kept_byte_for_byte,
            one_decision_rests_on_a_scan,
        );
        $crate::store_suite!($open, intake:
            what_intake_stores_reads_back,
            an_id_that_is_there_is_taken,
            the_last_recording_of_a_client_counts,
            a_request_knows_how_its_subject_was_recorded,
            an_item_has_one_outcome,
            an_outcome_concerns_whom_its_request_concerns,
            a_withheld_decision_comes_back_until_it_is_released,
        );
        $crate::store_suite!($open, model: any_order_of_changes_ends_as_in_memory,);
    };
    ($open:ident, $module:ident: $($case:ident,)+) => {
        mod $module {
            $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $case() {
                    let fixture = super::$open().await;
                    $crate::suite::$module::$case(&*fixture.store).await;
                }
            )+
        }
    };
}
