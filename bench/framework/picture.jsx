// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// Who shares what with whom on the page in React; the same drawing and table as
// plain/picture.js.

import { memo, useMemo, useState } from "react";
import { Heading, Quiet } from "./parts.jsx";

const ROW = 92;
const LETTERS = 13;
// The most that a picture says in words of its own.
const MOST_SPOKEN = 20;

/** The section. Only the lines of what changed are drawn again. */
export function Picture({ speech, items, state }) {
  const { t } = speech;
  const [asTable, setAsTable] = useState(false);
  const facts = useMemo(() => items.map((item) => ({
    id: item.id, from: item.source.shortName.nl, to: item.recipient.shortName.nl,
    data: speech.list(item.personalData.map(({ dataType }) => dataType.name.nl)),
  })), [speech, items]);
  const kinds = items.map((item) => kindOf(item, state[item.id]));
  const lines = facts.map((fact, index) => ({ ...fact, kind: kinds[index], stand: t(`stand.${kinds[index]}`) }));
  return (
    <section className="ss-picture" aria-labelledby="ss-picture">
      <Heading level={2} id="ss-picture">{t("picture.title")}</Heading>
      <div>{asTable ? <Table t={t} lines={lines} /> : <Graphic t={t} lines={lines} />}</div>
      <Quiet press={() => setAsTable(!asTable)}>{t(asTable ? "picture.as-picture" : "picture.as-table")}</Quiet>
    </section>
  );
}

function kindOf(item, choice) {
  if (!choice || choice.later) return "open";
  const said = item.personalData.map(({ dataType }) => choice.answers[dataType.id]);
  return said.includes("yes") ? "yes" : said.every((answer) => answer === "no") ? "no" : "open";
}

function Graphic({ t, lines }) {
  const kinds = ["yes", "open"].filter((kind) => lines.some((it) => it.kind === kind));
  const told = lines.length > MOST_SPOKEN
    ? t("picture.as-table") : lines.map((it) => t("picture.line", it)).join(" ");
  return (
    <div>
      <svg viewBox={`0 0 340 ${ROW * lines.length}`} role="img" className="ss-scene" aria-label={told}>
        {lines.map(({ id, from, to, kind }, index) => <Pair key={id} y={index * ROW} open={t("picture.choose")} {...{ from, to, kind }} />)}
      </svg>
      <ul className="ss-legend">{kinds.map((kind) => <li key={kind}><Sample kind={kind} />{t(`picture.${kind}`)}</li>)}</ul>
    </div>
  );
}

const Pair = memo(function Pair({ y, from, to, kind, open }) {
  return (
    <g>
      {kind !== "no" && <path d={`M113 ${y + 46}H227`} className={`ss-line ss-line--${kind}`} />}
      <Box x={1} y={y} name={from} />
      <Box x={227} y={y} name={to} />
      {kind === "open" && (
        <g className="ss-pill">
          <rect x={120} y={y + 35} width={100} height={22} rx={11} />
          <Words x={170} y={y + 50}>{open}</Words>
        </g>
      )}
    </g>
  );
});

function Box({ x, y, name }) {
  const lines = name.split(" ").reduce((wrapped, word) => {
    const last = wrapped.at(-1);
    if (last && `${last} ${word}`.length <= LETTERS) return [...wrapped.slice(0, -1), `${last} ${word}`];
    return [...wrapped, word];
  }, []);
  const height = lines.length * 18 + 24;
  const first = y + 51 - (lines.length - 1) * 9;
  return (
    <g className="ss-party">
      <rect x={x} y={y + 46 - height / 2} width={112} height={height} rx={12} />
      {lines.map((text, index) => <Words key={text} x={x + 56} y={first + index * 18}>{text}</Words>)}
    </g>
  );
}

const Words = ({ x, y, children }) => <text x={x} y={y} textAnchor="middle">{children}</text>;
const Sample = ({ kind }) => (
  <svg viewBox="0 0 36 8" aria-hidden="true" className="ss-sample"><path d="M2 4H34" className={`ss-line ss-line--${kind}`} /></svg>
);

function Table({ t, lines }) {
  const columns = ["from", "to", "data", "stand"];
  const head = columns.map((key) => <th key={key} className="utrecht-table__header-cell" scope="col">{t(`table.${key}`)}</th>);
  const row = (it) => (
    <tr key={it.id} className="utrecht-table__row">{columns.map((key) => <td key={key} className="utrecht-table__cell">{it[key]}</td>)}</tr>
  );
  return (
    <div className="ss-table" tabIndex={0} role="group" aria-label={t("picture.title")}>
      <table className="utrecht-table">
        <caption className="ss-unseen">{t("picture.title")}</caption>
        <thead className="utrecht-table__header"><tr>{head}</tr></thead>
        <tbody className="utrecht-table__body">{lines.map(row)}</tbody>
      </table>
    </div>
  );
}
