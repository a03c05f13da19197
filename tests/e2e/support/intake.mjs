// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The intake worker's table: a client, six steps, and the screen turned around.

import { look } from "./look.mjs";
import { Screen } from "./screens.mjs";

export const WORKER = "lotte-visser";
export const CLIENT = "Joris van Dam";

/** The simple case: one task, one source and one recipient, one datum (E17). */
export const SIMPLE = {
  task: "arrange-home-support",
  question: "Ik wil graag thuis blijven wonen, maar het huishouden lukt niet meer.",
  area: "daily-care",
  why: "Zonder dit weten wij niet of er hulp bij innemen nodig is.",
  source: "gp",
  recipient: "neighbourhood-team",
  datum: "medication",
};

/** A worker at the table, with the clients in front. */
export async function atTable(arrive, settings = {}) {
  const visitor = await arrive({ persona: WORKER, ...settings });
  await visitor.open();
  return satAt(visitor);
}

/** The same on a page that was opened. */
export async function satAt(visitor) {
  const table = new Table(visitor);
  table.catalogue = await visitor.page.evaluate(() => fetch("/v1/catalogue").then((answer) => answer.json()));
  await table.screen.stands("intake.clients");
  return table;
}

export class Table {
  /** How often something was pressed; typing a text is one press, to go there. */
  presses = 0;

  constructor(visitor) {
    this.visitor = visitor;
    this.page = visitor.page;
    this.screen = new Screen(visitor);
  }

  async press(control) {
    await control.click();
    this.presses++;
  }

  async type(label, words) {
    await this.press(this.page.getByLabel(this.screen.say(label)));
    await this.page.keyboard.type(words);
  }

  /** The words of something in the catalogue, in the language of the screen. */
  named(list, id, field = "name") {
    const text = (this.catalogue[list] ?? this.catalogue.intake[list]).find((it) => it.id === id)[field];
    return text[this.screen.locale] ?? text.nl;
  }

  go(key) {
    return this.press(this.screen.button(key).first());
  }

  /** Chooses a client and begins. */
  async sitWith(name = CLIENT) {
    await this.page.getByRole("button", { name, exact: true }).click();
    await this.page.getByRole("heading", { name, level: 1 }).waitFor();
    await this.screen.press("intake.begin");
    await this.screen.stands("intake.title.task");
    this.presses = 0;
  }

  /** The control of a datum: *needed: what, from whom, for whom, what for*. */
  datum(id, source = SIMPLE.source) {
    const values = { data: this.named("personalDataTypes", id), source: this.named("parties", source, "inSentence") };
    return this.page.getByRole("checkbox", { name: this.screen.say("intake.need.spoken", values) });
  }

  /** The ways are shut when there are many. */
  async open(source = SIMPLE.source) {
    const name = this.screen.sayIn("intake.data-of-for", { source: this.named("parties", source, "inSentence") });
    const shut = this.page.locator("summary").filter({ hasText: name });
    await this.page.locator(".ss-sharing").first().waitFor({ state: "attached" });
    if (await shut.count()) await this.press(shut.first());
  }

  /** What a walk through one step answers. */
  answers = {
    task: async (of) => {
      await this.press(this.page.getByRole("checkbox", { name: this.named("purposes", of.task, "task") }).first());
    },
    purpose: async (of) => {
      await this.type("intake.ask.question", of.question);
      await this.press(this.page.getByRole("button", { name: this.named("lifeAreas", of.area), exact: true }));
    },
    data: async (of) => {
      await this.type("intake.ask.why", of.why);
      await this.open(of.source);
      await this.press(this.datum(of.datum, of.source));
    },
    basis: async (of) => {
      const tick = this.page.getByRole("checkbox", {
        name: this.screen.sayIn("intake.basis.tick", { data: this.named("personalDataTypes", of.datum) }),
      });
      if (await tick.count()) await this.press(tick);
      for (const criterion of this.catalogue.intake.freeConsent) await this.free(criterion, criterion.needed);
    },
    limitation: async () => {
      const sources = await this.page.getByRole("radio", { name: this.screen.sayIn("intake.verdict.compatible") }).all();
      for (const verdict of sources) await this.press(verdict);
    },
    secrecy: async () => {},
  };

  /** Answers one criterion for free consent. */
  async free(criterion, answer) {
    const question = criterion.question[this.screen.locale] ?? criterion.question.nl;
    const word = this.screen.locale === "nl" ? { true: "Ja", false: "Nee" } : { true: "Yes", false: "No" };
    await this.press(this.page.getByRole("radio", { name: `${word[answer]}: ${question}`, exact: true }));
  }

  /** Answers a step and goes on. */
  async take(step, of = SIMPLE, { picture } = {}) {
    await this.screen.stands(`intake.title.${step}`);
    await this.answers[step](of);
    if (picture) await look(this.visitor, `intake-${step}`);
    await this.go(`intake.on.${step}`);
  }

  /** All six steps, up to the overview. */
  async walk(of = SIMPLE, settings) {
    for (const step of STEPS) await this.take(step, of, settings);
    await this.screen.stands("intake.overview.title");
  }

  /** Everything the summary of errors says. */
  async wrongs() {
    const summary = this.page.getByRole("alert");
    await summary.waitFor();
    return summary.getByRole("button").allInnerTexts();
  }

  /** Starts, and turns the screen to the only one who signs. */
  async startAndTurn(name = CLIENT) {
    await this.press(this.screen.button("intake.start-and-turn", { name }));
    await this.screen.asks();
  }

  /** The client has the screen, says yes to everything, and gives it back. */
  async saysYes() {
    await this.screen.answer(() => "yes");
    await this.confirmsAndGivesBack();
    await this.screen.says("intake.turned.confirmed");
  }

  /** From the last choice to the worker who has the screen again. */
  async confirmsAndGivesBack() {
    const { screen } = this;
    await screen.press("choose.onward");
    await screen.stands("check.title");
    await screen.press("action.confirm");
    await screen.says("turned.recorded");
    await screen.press("turned.give-back-done");
    await screen.press("turned.yes");
  }
}

export const STEPS = ["task", "purpose", "data", "basis", "limitation", "secrecy"];
