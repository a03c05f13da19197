// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! `POST /v1/attachments`

use crate::access::{Access, UPLOADERS};
use crate::app::App;
use crate::input::header::{DATA_SUBJECT, DataSubject, IdempotencyKey};
use crate::problem::{Failure, Outcome};
use crate::session::Caller;
use crate::submit::{created, once_under};
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use samenspraak_contract::attachment::{Attachment, AttachmentType, MAX_ATTACHMENT};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::id::{AttachmentId, PersonId, Sha256Hex};
use samenspraak_contract::problem::{InvalidParam, InvalidReason, ProblemType};
use samenspraak_rules::request::holds_bsn;
use samenspraak_storage::change::Change;
use samenspraak_storage::facts::StoredResponse;
use samenspraak_storage::filing::AttachmentFacts;
use sha2::{Digest, Sha256};

/// Who may call it.
pub const ACCESS: Access = UPLOADERS;

/// Uploads a document as raw bytes (bijlage): a PDF, a JPEG or a PNG of at most 5 MB.
///
/// A filing or an event names it afterwards. Intake staff upload the scan of a signed
/// form, and say of whom it is with `Data-Subject`; a decision names it. What it is, is found in its first
/// bytes: when `Content-Type` says something else, it is refused.
#[utoipa::path(
    post, path = "/attachments", operation_id = "createAttachment", tag = "attachments",
    request_body(content(
        (Vec<u8> = "application/pdf"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png")),
        description = "The bytes of the document."),
    params(("Data-Subject" = Option<PersonId>, Header,
        description = "Whose signed form it is (betrokkene): required for intake staff, and for nobody else.")),
    responses((status = 201, description = "It is stored.", body = Attachment,
            headers(("Location" = String, description = "Where the document is."))),
        (status = 413, description = "The document is larger than 5,000,000 bytes."),
        (status = 415, description = "No PDF, JPEG or PNG, or not what `Content-Type` says.")),
)]
pub async fn handler(
    State(app): State<App>,
    caller: Caller,
    IdempotencyKey(key): IdempotencyKey,
    DataSubject(subject): DataSubject,
    headers: HeaderMap,
    body: Body,
) -> Outcome<Response> {
    let claimed = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let bytes = to_bytes(body, MAX_ATTACHMENT).await.map_err(|_| {
        let detail = format!("A document has at most {MAX_ATTACHMENT} bytes.");
        Failure::new(ProblemType::PayloadTooLarge, detail)
    })?;
    let media_type = checked(claimed, &bytes)?;
    let scan_of = whose(&caller, subject)?;
    let hash = Sha256::new_with_prefix(format!("POST /v1/attachments\n{}\n", media_type.media_type()));
    let hash = hash.chain_update(scan_of.as_ref().map_or("", |person| &person.0)).chain_update("\n");
    let hash = hash.chain_update(&bytes).finalize().into();
    let work = || store(&app, &caller, media_type, scan_of.clone(), &bytes);
    once_under(&app, &caller, key, hash, || Box::pin(async { work() })).await
}

// Whose signed form it is. What others upload is their own.
fn whose(caller: &Caller, subject: Option<PersonId>) -> Outcome<Option<PersonId>> {
    let of_staff = matches!(caller.role, Role::IntakeWorker | Role::Coordinator);
    let (reason, detail) = match &subject {
        Some(person) if of_staff && holds_bsn(&person.0) => {
            (InvalidReason::BsnInText, "a citizen service number may not be in here")
        }
        None if of_staff => (InvalidReason::Missing, "say whose signed form it is"),
        Some(_) if !of_staff => (InvalidReason::NotApplicable, "this is for the scan of a signed form"),
        _ => return Ok(subject),
    };
    let (name, detail) = (DATA_SUBJECT.to_owned(), detail.to_owned());
    Err(Failure::invalid(vec![InvalidParam { name, reason, detail }]))
}

fn checked(claimed: &str, bytes: &[u8]) -> Outcome<AttachmentType> {
    if bytes.is_empty() {
        let (name, detail) = (String::new(), "the document is empty".to_owned());
        let reason = InvalidReason::Missing;
        return Err(Failure::invalid(vec![InvalidParam { name, reason, detail }]));
    }
    let claimed = claimed.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let refuse = |detail| Err(Failure::new(ProblemType::UnsupportedMediaType, detail));
    match sniff(bytes) {
        None => refuse("Send a PDF, a JPEG or a PNG."),
        Some(found) if found.media_type() != claimed => {
            refuse("The document is something else than Content-Type says.")
        }
        Some(found) => Ok(found),
    }
}

/// What a document is by its first bytes; nothing that it says of itself is believed.
fn sniff(bytes: &[u8]) -> Option<AttachmentType> {
    const PDF: &[u8] = b"%PDF-";
    const JPEG: &[u8] = &[0xff, 0xd8, 0xff];
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
    let known = [(PDF, AttachmentType::Pdf), (JPEG, AttachmentType::Jpeg), (PNG, AttachmentType::Png)];
    known.into_iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, found)| found)
}

fn store(
    app: &App,
    caller: &Caller,
    media_type: AttachmentType,
    scan_of: Option<PersonId>,
    bytes: &[u8],
) -> Outcome<(Change, StoredResponse)> {
    let attachment = Attachment {
        id: AttachmentId(app.ids.next()),
        media_type,
        // At most five million, so nothing is cut off.
        size: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        sha256: Sha256Hex(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()),
    };
    let answer = created(Some(format!("/attachments/{}", attachment.id)), None, &attachment)?;
    let mut change = Change::new(caller.controller.clone());
    change.filings.attachment = Some(AttachmentFacts {
        attachment,
        uploaded_by: caller.person.id.clone(),
        scan_of,
        uploaded_at: app.now(),
        bytes: bytes.to_vec(),
    });
    Ok((change, answer))
}
