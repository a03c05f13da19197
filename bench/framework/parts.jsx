// SPDX-FileCopyrightText: 2026 Samenspraak contributors
// SPDX-License-Identifier: EUPL-1.2

// The small pieces of the page in React; the same markup as plain/parts.js.

export const Paragraph = ({ more = "", children }) => <p className={`nl-paragraph ${more}`}>{children}</p>;
export const Link = ({ href, children }) => <a className="nl-link" href={href}>{children}</a>;
export const Quiet = ({ press, children }) => <button type="button" className="nl-link ss-quiet" onClick={press}>{children}</button>;

export function Heading({ level, children, ...attributes }) {
  const Tag = `h${level}`;
  const own = level === 2 ? "ss-heading" : "ss-subheading";
  return <Tag className={`nl-heading nl-heading--level-${level} ${own}`} {...attributes}>{children}</Tag>;
}

export const Button = ({ press, weight = "secondary", children }) =>
  <button type="button" className={`utrecht-button utrecht-button--${weight}-action ss-button`} onClick={press}>{children}</button>;

export const Facts = ({ rows }) =>
  <dl className="ss-facts">{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;

export const More = ({ label, children }) => (
  <details className="ss-more">
    <summary className="ss-more-label">{label}</summary>
    <div className="ss-more-content">{children}</div>
  </details>
);

export const Contact = ({ contact: { name, telephone, email } }) => (
  <span className="ss-contact-lines">
    <span>{name}</span>
    {telephone && <Link href={`tel:${telephone.replace(/[^\d+]/g, "")}`}>{telephone}</Link>}
    {email && <Link href={`mailto:${email}`}>{email}</Link>}
  </span>
);

const Law = ({ it }) => (it.url ? <Link href={it.url}>{it.law}</Link> : <span>{it.law}</span>);

/** Who an organisation is, behind a press. */
export function Party({ t, it }) {
  const secrecy = t(`secrecy.${it.secrecy}`);
  const rows = [
    [t("party.name"), it.legalName],
    [t("party.function"), it.function.nl],
    [t("party.contact"), <Contact contact={it.contact} />],
    secrecy && [t("party.secrecy"), secrecy],
    it.mayUseBsn && [t("party.bsn"), <Law it={it.mayUseBsn} />],
  ];
  return <More label={t("party.who", { party: it.shortName.nl })}><Facts rows={rows.filter(Boolean)} /></More>;
}

/** The laws behind a ground, behind a press. */
export const Laws = ({ t, basis: { specificLaw, generalLaw } }) => (
  <More label={t("ground.law")}>
    <ul className="ss-plain-list">
      {[specificLaw, generalLaw].filter(Boolean).map((it) => <li key={it.law}><Law it={it} /></li>)}
    </ul>
  </More>
);
