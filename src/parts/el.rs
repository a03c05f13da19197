// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! One builder for every element.
//!
//! A view with a Rust type of its own per screen costs 2 to 12 kB of download
//! each. Here every element is the same type and a screen is a few calls, so it
//! costs a few hundred bytes. What changes on its own is an effect of Leptos'
//! reactive core, and stops with the part of the screen it belongs to.

use reactive_graph::effect::RenderEffect;
use reactive_graph::owner::{StoredValue, on_cleanup};
use reactive_graph::signal::ArcTrigger;
use reactive_graph::traits::{Notify, Track};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement};

/// A value that screens follow. A signal of Leptos' own is compiled anew for
/// every type of value; here only the cell is, and the trigger is shared.
pub struct State<T>(Rc<(RefCell<T>, ArcTrigger)>);

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> State<T> {
    /// A value to begin with.
    pub fn new(value: T) -> Self {
        Self(Rc::new((RefCell::new(value), ArcTrigger::new())))
    }

    /// Reads the value; whoever reads it in an effect follows it.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.0.1.track();
        self.peek_with(read)
    }

    /// Reads the value without following it.
    pub fn peek_with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.0.0.borrow())
    }

    /// Puts another value in its place.
    pub fn set(&self, value: T) {
        self.update(|it| *it = value);
    }

    /// Changes the value.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.0.0.borrow_mut());
        self.0.1.notify();
    }
}

impl<T: Clone> State<T> {
    /// The value; whoever reads it in an effect follows it.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value, without following it.
    pub fn peek(&self) -> T {
        self.peek_with(T::clone)
    }
}

/// Whether the part of the screen it was made for is still there. What comes
/// back from the network asks this before it changes anything.
#[derive(Clone)]
pub struct Alive(Arc<AtomicBool>);

impl Alive {
    /// For the part of the screen that is being drawn now.
    pub fn here() -> Self {
        let alive = Arc::new(AtomicBool::new(true));
        let gone = alive.clone();
        on_cleanup(move || gone.store(false, Ordering::Relaxed));
        Self(alive)
    }

    /// Whether it is still there.
    pub fn is_so(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// An element under construction.
#[derive(Clone)]
pub struct El(pub Element);

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a widget lives in a page")
}

/// An HTML element.
pub fn el(tag: &str) -> El {
    El(document().create_element(tag).expect("a tag name is a literal"))
}

/// An SVG element.
pub fn svg(tag: &str) -> El {
    let namespace = Some("http://www.w3.org/2000/svg");
    El(document().create_element_ns(namespace, tag).expect("a tag name is a literal"))
}

impl El {
    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Sets the classes.
    pub fn class(self, names: &str) -> Self {
        self.attr("class", names)
    }

    /// Sets the id. Ids are unique inside one widget.
    pub fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// Adds words.
    pub fn text(self, words: &str) -> Self {
        let _ = self.0.append_with_str_1(words);
        self
    }

    /// Adds a child.
    pub fn child(self, child: El) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Adds a child, when there is one.
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Adds children.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        self.adopt(&mut children.into_iter())
    }

    // What a generic function does itself is compiled anew for every caller, so
    // each of them only hands over to one that is not.
    fn adopt(self, children: &mut dyn Iterator<Item = El>) -> Self {
        children.fold(self, El::child)
    }

    /// Listens to an event, as long as this part of the screen lives.
    pub fn on(self, event: &str, handler: impl Fn(Event) + 'static) -> Self {
        self.listen(event, Box::new(handler))
    }

    /// Does something when pressed, and nothing else.
    pub fn press(self, handler: impl Fn() + 'static) -> Self {
        self.pressed(Box::new(handler))
    }

    /// The same, for who has it in a box already.
    pub fn pressed(self, handler: Box<dyn Fn()>) -> Self {
        self.listen(
            "click",
            Box::new(move |event| {
                event.prevent_default();
                handler();
            }),
        )
    }

    fn listen(self, event: &str, handler: Box<dyn Fn(Event)>) -> Self {
        let closure = Closure::wrap(handler);
        let _ = self.0.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        StoredValue::new_local(closure);
        self
    }

    /// Does something now, and again when a value it reads changes.
    pub fn watch(self, change: impl Fn(&El) + 'static) -> Self {
        self.follow(Box::new(change))
    }

    fn follow(self, change: Box<dyn Fn(&El)>) -> Self {
        let element = self.clone();
        effect(Box::new(move || change(&element)));
        self
    }

    /// Words that follow a value.
    pub fn live_text(self, words: impl Fn() -> String + 'static) -> Self {
        self.say_live(Box::new(words))
    }

    fn say_live(self, words: Box<dyn Fn() -> String>) -> Self {
        self.follow(Box::new(move |it| it.0.set_text_content(Some(&words()))))
    }

    /// One child that is drawn anew when a value it reads changes.
    pub fn live(self, child: impl Fn() -> Option<El> + 'static) -> Self {
        self.draw_live(Box::new(child))
    }

    fn draw_live(self, child: Box<dyn Fn() -> Option<El>>) -> Self {
        self.follow(Box::new(move |it| {
            it.0.set_text_content(None);
            if let Some(child) = child() {
                let _ = it.0.append_child(&child.0);
            }
        }))
    }

    /// Shows or hides with a value.
    pub fn shown(self, shown: impl Fn() -> bool + 'static) -> Self {
        self.show_live(Box::new(shown))
    }

    fn show_live(self, shown: Box<dyn Fn() -> bool>) -> Self {
        self.follow(Box::new(move |it| it.toggle("hidden", !shown())))
    }

    /// Sets or removes an attribute without a value.
    pub fn toggle(&self, name: &str, on: bool) {
        let _ = self.0.toggle_attribute_with_force(name, on);
    }

    /// Checks or unchecks a radio button or tick box.
    pub fn set_checked(&self, checked: bool) {
        if let Some(input) = self.0.dyn_ref::<HtmlInputElement>() {
            input.set_checked(checked);
        }
    }
}

/// What was pressed inside a part of the screen that listens for all its buttons at
/// once: the nearest element with this attribute, and its value.
pub fn pressed_at(event: &Event, attribute: &str) -> Option<(El, String)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let control = target.closest(&["[", attribute, "]"].concat()).ok()??;
    let value = control.get_attribute(attribute)?;
    Some((El(control), value))
}

/// Does something now, and again when a value it reads changes, until this part
/// of the screen goes.
pub fn effect(change: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| change()));
}

/// Moves the focus to an element, and brings it into view.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// The first element inside `root` that fits.
pub fn inside(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}
