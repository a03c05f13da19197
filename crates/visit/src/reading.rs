// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! Documents of the contract, read from JSON.
//!
//! The compiler writes the code that reads a type once for every way of reading, with all
//! that the way allows. That code was most of this artefact: the way of `serde_json` also
//! reads an object from a list and a choice from an object, and makes a sentence about all
//! that does not fit. Here is the one way of the visit, with what the contract asks and no
//! more, and no sentences, because nobody would hear them. It saves 38 kB (brotli).

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, Expected, MapAccess, SeqAccess, Unexpected,
    Visitor,
};
use serde_json::{Map, Value};
use std::fmt;

/// A document of the contract; `None` when the value does not have its form.
pub fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    T::deserialize(Part(value)).ok()
}

/// It does not have the form that was asked for; how is not told.
#[derive(Debug)]
struct Misfit;

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not in the form of the contract")
    }
}

impl std::error::Error for Misfit {}

// Every kind of error by itself: the sentences that serde has for them are not even made.
impl Error for Misfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn missing_field(_: &'static str) -> Self {
        Self
    }
    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// A document, or a part of it.
#[derive(Clone, Copy)]
struct Part<'de>(&'de Value);

type Read<T> = Result<T, Misfit>;

impl<'de> Part<'de> {
    fn text(self) -> Read<&'de str> {
        self.0.as_str().ok_or(Misfit)
    }

    fn members(self) -> Read<Members<'de>> {
        self.0.as_object().map(Members::of).ok_or(Misfit)
    }
}

/// Reads what is always of one form.
macro_rules! one_form {
    ($($method:ident => $visit:ident($form:expr);)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
            let form: fn(Self) -> Read<_> = $form;
            visitor.$visit(form(self)?)
        }
    )+};
}

impl<'de> Deserializer<'de> for Part<'de> {
    type Error = Misfit;

    one_form! {
        deserialize_bool => visit_bool(|it| it.0.as_bool().ok_or(Misfit));
        deserialize_u8 => visit_u64(|it| it.0.as_u64().ok_or(Misfit));
        deserialize_u16 => visit_u64(|it| it.0.as_u64().ok_or(Misfit));
        deserialize_u32 => visit_u64(|it| it.0.as_u64().ok_or(Misfit));
        deserialize_u64 => visit_u64(|it| it.0.as_u64().ok_or(Misfit));
        deserialize_i16 => visit_i64(|it| it.0.as_i64().ok_or(Misfit));
        deserialize_str => visit_borrowed_str(Self::text);
        deserialize_string => visit_borrowed_str(Self::text);
        // Which choice it is, told by a member: by its name, never by its place among the choices.
        deserialize_identifier => visit_borrowed_str(Self::text);
        deserialize_seq => visit_seq(|it| it.0.as_array().map(|all| Elements(all)).ok_or(Misfit));
        deserialize_map => visit_map(Self::members);
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        visitor.visit_map(self.members()?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        visitor.visit_enum(BorrowedStrDeserializer::new(self.text()?))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    // For what is JSON and no more, and for a choice that is told by one of its members.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(it) => visitor.visit_bool(*it),
            Value::Number(it) => match (it.as_u64(), it.as_i64(), it.as_f64()) {
                (Some(it), _, _) => visitor.visit_u64(it),
                (_, Some(it), _) => visitor.visit_i64(it),
                (_, _, it) => visitor.visit_f64(it.unwrap_or_default()),
            },
            Value::String(it) => visitor.visit_borrowed_str(it),
            Value::Array(it) => visitor.visit_seq(Elements(it)),
            Value::Object(it) => visitor.visit_map(Members::of(it)),
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i32 i64 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct ignored_any
    }
}

/// What is left of a list.
struct Elements<'de>(&'de [Value]);

impl<'de> SeqAccess<'de> for Elements<'de> {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        let Some((next, rest)) = self.0.split_first() else { return Ok(None) };
        self.0 = rest;
        seed.deserialize(Part(next)).map(Some)
    }
}

/// What is left of an object.
struct Members<'de> {
    rest: serde_json::map::Iter<'de>,
    value: &'de Value,
}

impl<'de> Members<'de> {
    fn of(object: &'de Map<String, Value>) -> Self {
        Self { rest: object.iter(), value: &Value::Null }
    }

    // In a place of its own, or it would be compiled into every type.
    #[inline(never)]
    fn next(&mut self) -> Option<&'de str> {
        let (name, value) = self.rest.next()?;
        self.value = value;
        Some(name)
    }
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        self.next().map(|name| seed.deserialize(BorrowedStrDeserializer::new(name))).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Read<V::Value> {
        seed.deserialize(Part(self.value))
    }
}
