// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `GET /v1/signing-keys`

use crate::access::Access;
use crate::app::App;
use axum::Json;
use axum::extract::State;
use samenspraak_contract::receipt::{SigningKey, SigningKeys};

/// Who may call it: anybody may check a receipt.
pub const ACCESS: Access = Access::Public;

/// Lists the public keys that receipts are signed with (sleutels), as a JSON Web Key Set.
#[utoipa::path(
    get, path = "/signing-keys", operation_id = "listSigningKeys", tag = "signing-keys",
    responses((status = 200, description = "The keys.", body = SigningKeys)),
)]
pub async fn handler(State(app): State<App>) -> Json<SigningKeys> {
    let key = app.signing_key.public();
    let key = SigningKey {
        kty: key.kty,
        crv: key.crv,
        kid: key.kid,
        alg: key.alg,
        key_use: key.key_use,
        x: key.x,
        y: key.y,
    };
    Json(SigningKeys { keys: vec![key] })
}
