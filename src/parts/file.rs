// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

//! The field for documents: what is allowed is said before, and each document
//! that was chosen has a line of its own with how it stands.

use crate::app::App;
use crate::parts::bits::{Weight, button, unseen};
use crate::parts::el::{El, State, el};
use crate::parts::field::Wrong;
use samenspraak_contract::attachment::{AttachmentType, MAX_ATTACHMENT};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

/// How a document stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It is on its way.
    Coming,
    /// It arrived.
    Here,
    /// It is not taken; the sentence says why.
    Refused(String),
}

/// One document that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLine {
    /// What it is known by.
    pub id: String,
    /// The name of the file.
    pub name: String,
    /// Its size in bytes.
    pub size: u32,
    /// How it stands.
    pub stand: Stand,
}

/// Why a file is not sent at all, as the end of the key of its sentence.
pub fn refuses(file: &File) -> Option<&'static str> {
    let known = AttachmentType::ALL.iter().any(|it| it.media_type() == file.type_());
    if file.size() as usize > MAX_ATTACHMENT {
        Some("large")
    } else if file.size() == 0.0 {
        Some("empty")
    } else if !known {
        Some("kind")
    } else {
        None
    }
}

/// The field. `words` begins the keys of its sentences; `chosen` gets every file;
/// `gone` the id of what is taken away.
pub fn file_field(
    app: &App,
    words: &'static str,
    id: &str,
    lines: State<Vec<FileLine>>,
    wrong: Wrong,
    chosen: Rc<dyn Fn(File)>,
    gone: Rc<dyn Fn(String)>,
) -> El {
    let (part, say) = (|end: &str| [id, end].concat(), |end: &str| app.t(&[words, end].concat()));
    let (label, hint, error) = (part("-label"), part("-hint"), part("-wrong"));
    let input = el("input")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("accept", ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png")
        .attr("aria-labelledby", &label)
        .attr("aria-describedby", &[&hint, " ", &error].concat())
        .class("ss-file")
        .id(id)
        .on("change", move |event| {
            let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            let files = input.files();
            for index in 0..files.as_ref().map_or(0, web_sys::FileList::length) {
                files.as_ref().and_then(|files| files.get(index)).into_iter().for_each(|file| chosen(file));
            }
            // So that the same file may be chosen again.
            input.set_value("");
        });
    // The browser's own words may be in another language than the screen.
    let pick = el("label").class("ss-pick").child(el("span").text(&say("pick"))).child(input);
    let said = el("p").class("utrecht-form-field-error-message ss-wrong").id(&error);
    let marking = wrong.clone();
    el("div")
        .class("utrecht-form-field ss-entry")
        .watch(move |it| it.toggle("data-wrong", marking().is_some()))
        .child(el("span").class("utrecht-form-label ss-label").id(&label).text(&say("label")))
        .child(el("p").class("utrecht-form-field-description ss-hint").id(&hint).text(&say("hint")))
        .child(said.live_text(move || wrong().unwrap_or_default()))
        .child(pick)
        .child(list(app, words, lines, gone))
}

fn list(app: &App, words: &'static str, lines: State<Vec<FileLine>>, gone: Rc<dyn Fn(String)>) -> El {
    let app = app.clone();
    el("ul").class("ss-files").watch(move |it| {
        let lines = lines.get();
        it.0.set_text_content(None);
        for line in lines {
            let _ = it.0.append_child(&draw(&app, words, line, &gone).0);
        }
    })
}

fn draw(app: &App, words: &str, line: FileLine, gone: &Rc<dyn Fn(String)>) -> El {
    let say = |end: &str| app.t(&[words, end].concat());
    let (refused, stand) = match &line.stand {
        Stand::Coming => {
            let told = say("coming");
            let bar = el("progress").class("ss-coming-bar").attr("aria-label", &told);
            (false, el("span").class("ss-file-stand").child(bar).child(el("span").text(&told)))
        }
        Stand::Here => (false, el("span").class("ss-file-stand").text(&size(line.size))),
        Stand::Refused(why) => (true, el("span").class("ss-file-stand ss-wrong").text(why)),
    };
    let (id, gone) = (line.id, gone.clone());
    let remove = button(Weight::Quiet, &say("remove"), move || gone(id.clone()))
        .child(unseen(&[" ", &*line.name].concat()));
    let row = el("li")
        .class("ss-file-line")
        .child(el("span").class("ss-file-name").text(&line.name))
        .child(stand)
        .child(remove);
    row.toggle("data-wrong", refused);
    row
}

// A size as people say it, rounded up, so that no language needs its own comma.
fn size(bytes: u32) -> String {
    match bytes {
        0..1_000_000 => [&*bytes.div_ceil(1_000).to_string(), " kB"].concat(),
        _ => [&*bytes.div_ceil(1_000_000).to_string(), " MB"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn a_size_is_said_as_people_say_it() {
        assert_eq!(size(1), "1 kB");
        assert_eq!(size(340_000), "340 kB");
        assert_eq!(size(2_150_000), "3 MB");
        assert_eq!(size(5_000_000), "5 MB");
    }
}
