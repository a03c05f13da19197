// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What paper says when staff entered what a person expressed (A7): that they did,
//! who else was there, and what shows that it was said.

use crate::receipt::words::Words;
use samenspraak_contract::record::{Assistance, ConsentEvent, ExpressionMethod};

/// The words about who entered an event; none when the person did.
pub fn entered(words: Words, event: &ConsentEvent) -> Vec<String> {
    let Some(assistance) = &event.assistance else { return Vec::new() };
    let how = if event.method == Some(ExpressionMethod::Digital) {
        ("op een apparaat van de gemeente", "on a device of the municipality")
    } else {
        ("de gemeente heeft dit opgeschreven", "the municipality wrote this down")
    };
    let mut parts = vec![format!("{}: {}", words.pick(how), words.role(assistance.role))];
    parts.extend(present(words, assistance));
    parts.extend(
        assistance.conversation_reference.as_ref().map(|reference| {
            format!("{} {reference}", words.pick(("nummer van het gesprek", "conversation")))
        }),
    );
    parts.extend(
        assistance
            .signed_on
            .map(|day| format!("{} {}", words.pick(("ondertekend op", "signed on")), words.day(day))),
    );
    parts
}

fn present(words: Words, assistance: &Assistance) -> Option<String> {
    let who: Vec<&str> = assistance.present.iter().map(|present| words.present(*present)).collect();
    (!who.is_empty()).then(|| format!("{} {}", words.pick(("erbij:", "also there:")), who.join(", ")))
}
