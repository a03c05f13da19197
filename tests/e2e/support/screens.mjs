// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The screens as a person meets them: headings, questions, buttons, by what they say.

import assert from "node:assert/strict";
import { say, saysIn, sentence } from "./words.mjs";

/** What is on one tab of a visitor. */
export class Screen {
  constructor(visitor, page = visitor.page) {
    this.page = page;
    this.locale = visitor.locale;
  }

  say(key, values) {
    return say(this.locale, key, values);
  }

  /** The same somewhere in a longer name. */
  sayIn(key, values) {
    return saysIn(this.locale, key, values);
  }

  button(key, values) {
    return this.page.getByRole("button", { name: this.say(key, values) });
  }

  press(key, values) {
    return this.button(key, values).first().click();
  }

  heading(key, values) {
    return this.page.getByRole("heading", { name: this.say(key, values) });
  }

  /** The buttons that say what they do and to which sharing: *stop, from whom to whom, what for*. */
  control(key) {
    return this.button("consents.spoken", { what: sentence(this.locale, key) });
  }

  /** Waits until a screen stands, by its heading. */
  async stands(key) {
    await this.heading(key).first().waitFor();
  }

  /** Waits until a sentence is on the screen. */
  async says(key, values) {
    await this.page.getByText(this.say(key, values)).first().waitFor();
  }

  /** The cards that ask something. */
  get questions() {
    return this.page.getByRole("article").filter({ has: this.page.getByRole("radio") });
  }

  /** The cards of one request that only tell. */
  get information() {
    return this.page.getByRole("article").filter({ hasText: this.sayIn("badge.information") });
  }

  /** The data of a card, each a group with a yes and a no. */
  data(card = this.page) {
    return card.getByRole("group").filter({ has: this.page.getByRole("radio") });
  }

  yes(row) {
    return row.getByRole("radio", { name: this.say("spoken.yes") });
  }

  no(row) {
    return row.getByRole("radio", { name: this.say("spoken.no") });
  }

  /** Waits for the questions. */
  async asks() {
    await this.questions.first().waitFor();
  }

  /** Answers every datum; `choose` gets its place in the row of all data. */
  async answer(choose = () => "yes") {
    await this.asks();
    const rows = await this.data().all();
    for (const [index, row] of rows.entries()) {
      await (choose(index) === "yes" ? this.yes(row) : this.no(row)).check();
    }
    return rows.length;
  }

  async goOn() {
    await this.press("choose.onward");
    await this.stands("check.title");
  }

  confirm() {
    return this.press("action.confirm");
  }

  async done() {
    await this.stands("done.title");
  }

  /** The same on a turned screen: kept on the device, and received by nobody yet. */
  async keptHere() {
    await this.stands("turned.done.title");
    await this.says("turned.done.when");
    assert.equal(await this.page.getByText(this.say("done.next")).count(), 0, "it was not sent yet");
  }

  /** From the question to the receipt's door. */
  async decide(choose) {
    const count = await this.confirmed(choose);
    await this.done();
    return count;
  }

  /** From the question to what is kept, on a turned screen. */
  async decideHere(choose) {
    await this.confirmed(choose);
    await this.keptHere();
  }

  async confirmed(choose) {
    const count = await this.answer(choose);
    await this.goOn();
    await this.confirm();
    return count;
  }

  /** Goes to my consents. */
  async toConsents() {
    await this.page.getByRole("navigation").getByRole("button", { name: this.say("shell.consents") }).click();
    await this.stands("consents.title");
  }

  /** Which radios are on, in order. */
  checked() {
    return this.page.getByRole("radio").evaluateAll((radios) => radios.map((radio) => radio.checked));
  }
}

/** Asserts that nothing is chosen. */
export async function assertNothingPreset(screen) {
  const checked = await screen.checked();
  assert.ok(checked.length > 0 && checked.every((on) => !on), "no answer is preset");
}
