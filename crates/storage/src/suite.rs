// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The tests that every store passes. An implementation writes
//! `samenspraak_storage::store_suite!(open);` where `open` gives a [`Fixture`].
//!
//! | module | what it holds a store to |
//! |---|---|
//! | [`behaviour`] | what is stored reads back, and controllers see only their own |
//! | [`changes`] | all or nothing, once, and never over somebody else's change |
//! | [`model`] | any order of changes ends as it does in memory |
//! | [`samples`] | requests, records and events to store |

pub mod behaviour;
pub mod changes;
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
            what_expects_a_current_request_is_refused_after_that,
            an_id_is_used_once,
            two_who_sign_at_once_are_both_stored,
            one_key_sent_many_times_at_once_is_stored_once,
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
