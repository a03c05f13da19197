// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Only on the demonstration page: lets a newcomer look at it as one of a few
// fictional people. On a real page the municipality's own sign-in does this.
const section = document.getElementById("demo");
const form = document.getElementById("demo-form");
const people = document.getElementById("demo-persona");
const message = document.getElementById("demo-message");

const say = (words) => {
  message.textContent = words;
};

// The view of the widget for each role that has one.
const VIEWS = {
  citizen: "citizen",
  "complaint-handler": "handler",
  "intake-worker": "intake",
  coordinator: "intake",
  "data-protection-officer": "handler",
};

// A fresh element: the widget asks anew who is signed in.
function show(person) {
  const old = document.querySelector("samenspraak-widget");
  const widget = old.cloneNode(true);
  widget.setAttribute("controller", person.controllerId);
  widget.setAttribute("view", VIEWS[person.role]);
  old.replaceWith(widget);
  document.querySelector(".page-name").textContent = person.controllerName;
}

function option(person) {
  const choice = document.createElement("option");
  choice.value = person.persona;
  choice.textContent = `${person.displayName}: ${person.description?.nl ?? person.controllerName}`;
  return choice;
}

async function list() {
  const response = await fetch("/demo/personas");
  if (!response.ok) return;
  const known = (await response.json()).filter((person) => person.role in VIEWS);
  people.append(...known.map(option));
  section.hidden = known.length === 0;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const person = known.find((it) => it.persona === people.value);
    const signedIn = await fetch("/demo/session", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ persona: person.persona }),
    });
    if (!signedIn.ok) return say("Inloggen lukt nu niet. Probeer het zo nog eens.");
    history.replaceState(null, "");
    say(`U bekijkt de pagina nu als ${person.displayName}.`);
    show(person);
  });
  return known;
}

// Who is signed in already, for who comes back or reloads.
async function recognise(known = []) {
  const response = await fetch("/v1/configuration");
  if (!response.ok) return;
  const { controller, signedIn } = await response.json();
  if (!signedIn) return;
  document.querySelector(".page-name").textContent = controller.name;
  people.value = signedIn.person.id;
  const person = known.find((it) => it.persona === people.value);
  const widget = document.querySelector("samenspraak-widget");
  if (person && widget.getAttribute("view") !== VIEWS[person.role]) widget.setAttribute("view", VIEWS[person.role]);
}

// Without the backend there is nobody to choose; the widget itself says so.
list().then(recognise).catch(() => {});
