// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Who is signed in: a random token in a cookie, and what it stands for in memory.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use samenspraak_contract::configuration::Role;
use samenspraak_contract::id::ControllerId;
use samenspraak_contract::person::Person;
use samenspraak_storage::ids::Randomness;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The cookie. Without TLS (the demonstration, on loopback) a browser does not
/// take the `__Host-` prefix, so it has none.
pub const COOKIE_NAME: &str = "samenspraak-session";

/// A session ends this long after it began, whatever happens (M5).
const LIFETIME: TimeDelta = TimeDelta::hours(8);
/// Most sessions at once; the oldest ends when one more begins.
const MOST: usize = 10_000;

/// Somebody who is signed in, for one controller, in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The person.
    pub person: Person,
    /// What they may do.
    pub role: Role,
    /// The municipality they are here for.
    pub controller: ControllerId,
}

struct Session {
    caller: Caller,
    ends_at: DateTime<Utc>,
}

type Fingerprint = [u8; 32];

/// Every session there is. They end with the process.
#[derive(Default)]
pub struct Sessions {
    // By the hash of the token: what is in memory lets nobody in.
    open: Mutex<HashMap<Fingerprint, Session>>,
}

impl Sessions {
    /// Begins a session and gives its token: 256 random bits.
    pub fn begin(&self, caller: Caller, randomness: &dyn Randomness, now: DateTime<Utc>) -> String {
        let mut bits = [0; 32];
        randomness.fill(&mut bits);
        let token = URL_SAFE_NO_PAD.encode(bits);
        let mut open = self.lock();
        open.retain(|_, session| now < session.ends_at);
        if open.len() >= MOST
            && let Some(oldest) = open.iter().min_by_key(|(_, session)| session.ends_at).map(|(key, _)| *key)
        {
            open.remove(&oldest);
        }
        open.insert(fingerprint(&token), Session { caller, ends_at: now + LIFETIME });
        token
    }

    /// Who sent these headers, when their session is still open.
    pub fn caller(&self, headers: &HeaderMap, now: DateTime<Utc>) -> Option<Caller> {
        let open = self.lock();
        let session = open.get(&fingerprint(token(headers)?))?;
        (now < session.ends_at).then(|| session.caller.clone())
    }

    /// Ends the session of these headers, if there is one.
    pub fn end(&self, headers: &HeaderMap) {
        if let Some(token) = token(headers) {
            self.lock().remove(&fingerprint(token));
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Fingerprint, Session>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The `Set-Cookie` that begins a session in the browser.
pub fn cookie(token: &str) -> String {
    let seconds = LIFETIME.num_seconds();
    format!("{COOKIE_NAME}={token}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}")
}

/// The `Set-Cookie` that ends it.
pub fn no_cookie() -> String {
    format!("{COOKIE_NAME}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0")
}

fn fingerprint(token: &str) -> Fingerprint {
    Sha256::digest(token.as_bytes()).into()
}

fn token(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE_NAME)?.strip_prefix('='))
}

#[cfg(test)]
mod tests {
    use super::{Caller, Sessions, cookie};
    use axum::http::HeaderMap;
    use axum::http::header::{COOKIE, HeaderValue};
    use chrono::{DateTime, TimeDelta, Utc};
    use samenspraak_contract::configuration::Role;
    use samenspraak_contract::person::Person;
    use samenspraak_storage::ids::Randomness;

    struct Fixed(u8);
    impl Randomness for Fixed {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    fn caller(id: &str) -> Caller {
        let person = Person { id: id.into(), display_name: id.to_owned() };
        Caller { person, role: Role::Citizen, controller: "here".into() }
    }

    fn headers(cookie: &str) -> HeaderMap {
        HeaderMap::from_iter([(COOKIE, HeaderValue::from_str(cookie).expect("printable"))])
    }

    const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

    #[test]
    fn a_token_stands_for_one_person_until_it_ends() {
        let sessions = Sessions::default();
        let one = sessions.begin(caller("one"), &Fixed(1), NOW);
        let two = sessions.begin(caller("two"), &Fixed(2), NOW);
        let held = headers(&format!("theme=dark; samenspraak-session={one}"));
        assert_eq!(sessions.caller(&held, NOW), Some(caller("one")));
        assert_eq!(sessions.caller(&held, NOW + TimeDelta::hours(8)), None, "it ended by itself");
        sessions.end(&held);
        assert_eq!(sessions.caller(&held, NOW), None);
        let other = headers(&format!("samenspraak-session={two}"));
        assert_eq!(sessions.caller(&other, NOW), Some(caller("two")), "the other one goes on");
    }

    #[test]
    fn a_guess_or_another_cookie_is_nobody() {
        let sessions = Sessions::default();
        let token = sessions.begin(caller("one"), &Fixed(1), NOW);
        for cookie in ["samenspraak-session=", &format!("x-samenspraak-session={token}"), &token] {
            assert_eq!(sessions.caller(&headers(cookie), NOW), None, "{cookie}");
        }
    }

    #[test]
    fn scripts_and_other_sites_never_get_the_cookie() {
        let cookie = cookie("t");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
    }
}
