// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The person to call. Every screen names one (E13).

use crate::app::App;
use crate::parts::bits::{heading, link};
use crate::parts::el::{El, el};
use crate::wire::party::Contact;

/// Name, telephone and e-mail, each to press.
pub fn contact_lines(contact: &Contact) -> El {
    let telephone = contact.telephone.as_deref().map(|number| link(&dial(number), number));
    let email = contact.email.as_deref().map(|address| link(&["mailto:", address].concat(), address));
    el("span").class("ss-contact-lines").child(el("span").text(&contact.name)).maybe(telephone).maybe(email)
}

/// The block at the foot of a screen.
pub fn contact_block(app: &App, contact: &Contact) -> El {
    el("section")
        .class("ss-contact")
        .attr("aria-labelledby", "ss-contact")
        .child(heading(2, &app.t("contact.title")).id("ss-contact"))
        .child(el("p").text(&app.t("contact.text")))
        .child(contact_lines(contact))
}

fn dial(number: &str) -> String {
    let digits: String = number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    ["tel:", &digits].concat()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_printed_number_can_be_dialled() {
        assert_eq!(super::dial("14 053"), "tel:14053");
        assert_eq!(super::dial("+31 (0)53-481 76 00"), "tel:+310534817600");
    }
}
