// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! What went wrong. The sentence follows from the type, never from the
//! server's `detail`.

use crate::json::Json;
pub use samenspraak_contract::problem::ProblemType;

/// Reads the type of a problem document. A backend that forgot it, or a proxy
/// in between, is judged by its status.
pub fn read(status: u16, body: &Json) -> ProblemType {
    let uri = body.text("type");
    let known = ProblemType::ALL.iter().copied().find(|known| known.uri() == uri);
    known.unwrap_or(match status {
        401 => ProblemType::NotSignedIn,
        403 => ProblemType::NotAllowed,
        404 => ProblemType::NotFound,
        412 => ProblemType::PreconditionFailed,
        429 => ProblemType::TooManyRequests,
        502..=504 => ProblemType::Unavailable,
        500.. => ProblemType::Internal,
        _ => ProblemType::InvalidInput,
    })
}

/// The inputs that are not accepted: JSON pointer into the body, and code of why.
pub fn invalid_params(body: &Json) -> Vec<(String, String)> {
    body.list("invalidParams", |it| (it.text("name"), it.text("reason")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_of_the_contract_is_known() {
        for known in ProblemType::ALL {
            let body = Json::parse(&format!(r#"{{"type": "{}"}}"#, known.uri())).expect("valid JSON");
            assert_eq!(read(418, &body), *known);
        }
    }

    #[test]
    fn a_body_without_a_type_is_judged_by_its_status() {
        let empty = Json::parse("{}").expect("valid JSON");
        assert_eq!(read(401, &empty), ProblemType::NotSignedIn);
        assert_eq!(read(502, &empty), ProblemType::Unavailable);
        assert_eq!(read(500, &empty), ProblemType::Internal);
        assert_eq!(read(418, &empty), ProblemType::InvalidInput);
    }

    #[test]
    fn the_inputs_are_read_as_the_contract_writes_them() {
        use samenspraak_contract::problem::{InvalidParam, InvalidReason, Problem};
        let param =
            InvalidParam { name: "/name".into(), reason: InvalidReason::EmptyText, detail: "say who".into() };
        let written = serde_json::to_string(&Problem::invalid(vec![param])).expect("JSON");
        let read = invalid_params(&Json::parse(&written).expect("valid JSON"));
        assert_eq!(read, [("/name".to_owned(), "empty-text".to_owned())]);
        assert!(invalid_params(&Json::parse("{}").expect("valid JSON")).is_empty());
    }
}
