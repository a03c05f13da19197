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

// A fresh element: the widget asks anew who is signed in.
function show(person) {
  const old = document.querySelector("samenspraak-widget");
  const widget = old.cloneNode(true);
  widget.setAttribute("controller", person.controllerId);
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
  const citizens = (await response.json()).filter((person) => person.role === "citizen");
  people.append(...citizens.map(option));
  section.hidden = citizens.length === 0;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const person = citizens.find((it) => it.persona === people.value);
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
}

// Who is signed in already, for who comes back or reloads.
async function recognise() {
  const response = await fetch("/v1/configuration");
  if (!response.ok) return;
  const { controller, signedIn } = await response.json();
  if (!signedIn) return;
  document.querySelector(".page-name").textContent = controller.name;
  people.value = signedIn.person.id;
}

// Without the backend there is nobody to choose; the widget itself says so.
list().then(recognise).catch(() => {});
