import { checkShape, madeOf } from "../base/index.js";
import type { AskMessage } from "../drafts/index.js";
import { knownThere } from "./known-there.js";
import { cell, lines, list, pageFrame, section } from "./page-frame.js";
import type { ButtonView, CardView, PersonView, PlanView } from "./plan-view.js";
import { pathsSvg } from "./svg-paths.js";
import { barPlot } from "./svg-plots.js";
import { timelineSvg } from "./svg-timeline.js";

/** What a page shows beside its view. */
export interface PlanPageOptions {
  /** Messages by the id of their ask, or in the order of the cards. */
  readonly drafts?: Readonly<Record<string, AskMessage | undefined>> | readonly (AskMessage | undefined)[];
}

/**
 * A plan as one HTML file without script and without anything to load. It shows whom to ask and the message, a card for each, the timeline,
 * the odds, the picture, the reasons folded. Every text is escaped. The same view gives the same bytes.
 */
export function planPage(view: PlanView, options: PlanPageOptions = {}): string {
  checkShape(view, { cards: ["object"], names: ["list"], labels: "object" }, "view");
  checkShape(options, "object", "options");
  return madeOf("view", () => {
    const { drafts = {} } = options;
    const { labels, cards } = view;
    const names = new Map<string, string>([
      ...view.names,
      ...cards.map(({ id = "", name }) => [id, name] as [string, string]),
    ]);
    const draftOf = (card: CardView, i: number): AskMessage | undefined =>
      Array.isArray(drafts)
        ? drafts[i]
        : Object.hasOwn(drafts, card.ask)
          ? (drafts as Record<string, AskMessage | undefined>)[card.ask]
          : undefined;
    const [first] = cards;
    const message = first === undefined ? undefined : draftOf(first, 0);
    const body = [
      `<h1>${cell(view.title)}</h1>`,
      `<p class="soft">${cell(view.asOf)}${targetLine(view.target)}</p>`,
      `<p>${cell(view.summary)}</p>`,
      refusal(view),
      view.direct?.better === true ? `<p class="warn">${cell(view.direct.text)}</p>` : "",
      first === undefined ? "" : section(labels["head.first"], firstAsk(first, message, labels)),
      people(view),
      section(
        labels["head.caveats"],
        list([...(view.equal === undefined ? [] : [view.equal]), ...view.caveats]),
      ),
      cards.length === 0
        ? ""
        : section(
            labels["head.cards"],
            `<ol class="cards">${cards.map((card, i) => cardItem(card, i, i === 0 ? undefined : draftOf(card, i), labels)).join("")}</ol>`,
          ),
      cards.length === 0
        ? ""
        : section(labels["head.order"], `${list(view.order, "ol")}<p>${cell(view.stop)}</p>`),
      section(labels["head.waiting"], list(view.waiting)),
      timeline(view, names),
      odds(view),
      view.direct === undefined || view.direct.better
        ? ""
        : section(labels["head.direct"], `<p>${cell(view.direct.text)}</p>`),
      picture(view, names),
      reasons(view),
      checked(view),
      section(labels["head.notes"], list(view.notes)),
    ];
    return pageFrame({
      language: view.language,
      title: view.title,
      body: body.filter((part) => part !== "").join("\n"),
    });
  });
}

function targetLine({ title, company, profileUrl, name }: PersonView): string {
  const about = [title, company].filter((part) => part !== undefined).join(", ");
  const link =
    profileUrl === undefined ? "" : ` · <a rel="noreferrer" href="${cell(profileUrl)}">${cell(name)}</a>`;
  return `${about === "" ? "" : ` · ${cell(about)}`}${link}`;
}

function firstAsk(card: CardView, message: AskMessage | undefined, labels: PlanView["labels"]): string {
  const about = [card.title, card.company].filter((part) => part !== undefined).join(", ");
  const caveat = card.caveat === undefined ? "" : `<p class="warn">${cell(card.caveat)}</p>`;
  const intro = `<p><span class="chance">${cell(card.chance)}</span> · ${cell(card.band)}${about === "" ? "" : ` · ${cell(about)}`}</p>${caveat}`;
  return `<div class="card first">${intro}${message === undefined ? buttons(card.buttons) : ""}</div>${message === undefined ? "" : `<h3>${cell(labels["head.message"] ?? "")}</h3>${messageOf(message, card.buttons, labels)}`}`;
}

/** A message that opens under a line that names it. */
export function foldedMessage(
  message: AskMessage,
  links: readonly ButtonView[],
  labels: PlanView["labels"],
): string {
  return `<details><summary>${cell(labels["head.message"] ?? "")}</summary>${messageOf(message, links, labels)}</details>`;
}

/** A message to copy piece by piece, and a link that opens it in a mail program. */
function messageOf(message: AskMessage, links: readonly ButtonView[], labels: PlanView["labels"]): string {
  const part = (label: string | undefined, text: string | undefined): string =>
    text === undefined || text === ""
      ? ""
      : `<p class="soft">${cell(label ?? "")}</p><pre tabindex="0">${lines(text)}</pre>`;
  const mail = message.mailto;
  const all: readonly ButtonView[] =
    mail === undefined
      ? links
      : [
          { kind: "mail", label: labels["button.mail"] ?? "", href: mail },
          ...links.filter(({ kind }) => kind !== "mail"),
        ];
  return `<p class="soft hint">${cell(labels["label.select"] ?? "")}</p>${part(labels["label.subject"], message.subject)}${part(labels["label.note"], message.note)}${part(labels["label.forward"], message.forwardable)}${buttons(all)}`;
}

/** Links of a card; only `mailto:` and `https:` become links. */
export function buttons(all: readonly ButtonView[]): string {
  const links = all.flatMap(({ href, label }) =>
    href !== undefined && /^(mailto:|https:\/\/)/.test(href)
      ? [`<li><a rel="noreferrer" href="${cell(href)}">${cell(label)}</a></li>`]
      : [],
  );
  return links.length === 0 ? "" : `<ul class="buttons">${links.join("")}</ul>`;
}

function cardItem(
  card: CardView,
  i: number,
  message: AskMessage | undefined,
  labels: PlanView["labels"],
): string {
  const about = [card.title, card.company].filter((part) => part !== undefined).join(", ");
  const row = (key: string, html: string): string =>
    html === "" ? "" : `<dt>${cell(labels[key] ?? "")}</dt><dd>${html}</dd>`;
  const folded = message === undefined ? "" : foldedMessage(message, [], labels);
  return `<li class="card${i === 0 ? " first" : ""}"><h3>${i + 1}. ${cell(card.name)}</h3>${about === "" ? "" : `<p class="soft">${cell(about)}</p>`}<dl>${row(
    "label.chance",
    `<span class="chance">${cell(card.chance)}</span> · ${cell(card.band)}`,
  )}${row("label.path", cell(card.way.join(" → ")))}${row("label.because", card.because.map(cell).join("<br>"))}${row("label.weakest", cell(card.weakest))}${row(
    "label.caveat",
    card.caveat === undefined ? "" : `<span class="warn">${cell(card.caveat)}</span>`,
  )}${row("label.price", cell(card.price))}</dl>${buttons(card.buttons)}${folded}</li>`;
}

function refusal({ refusal: refused, labels }: PlanView): string {
  if (refused === undefined) return "";
  const who = refused.candidates.map((one) => `<li>${personLine(one)}</li>`).join("");
  const list = who === "" ? "" : `<h2>${cell(labels["head.candidates"] ?? "")}</h2><ul>${who}</ul>`;
  return `<p class="warn">${cell(refused.text)}</p>${list}`;
}

function personLine({ name, title, company, profileUrl }: PersonView): string {
  const about = [title, company].filter((part) => part !== undefined).join(", ");
  const shown =
    profileUrl === undefined
      ? cell(name)
      : `<a rel="noreferrer" href="${cell(profileUrl)}">${cell(name)}</a>`;
  return about === "" ? shown : `${shown} <small>${cell(about)}</small>`;
}

function people({ people: known = [], insiders = [], labels }: PlanView): string {
  const there = known.map((one) => `<li>${personLine(one)} · ${cell(one.chance)}</li>`).join("");
  const inside = insiders
    .map((one) => `<li>${personLine(one)}${cell(knownThere(one.mayKnow, " → "))}</li>`)
    .join("");
  return [
    section(labels["head.people"], there === "" ? "" : `<ul>${there}</ul>`),
    section(labels["head.insiders"], inside === "" ? "" : `<ul>${inside}</ul>`),
  ].join("");
}

function timeline({ steps, labels }: PlanView, names: ReadonlyMap<string, string>): string {
  if (steps.length === 0) return "";
  const title = labels["head.timeline"] ?? "";
  const table = steps
    .map(({ date, text }) => `<tr><td>${cell(date)}</td><td>${cell(text)}</td></tr>`)
    .join("");
  const head = `<tr><th scope="col">${cell(labels["label.day"] ?? "")}</th><th scope="col">${cell(labels["label.what"] ?? "")}</th></tr>`;
  return section(
    title,
    `${timelineSvg({ id: "time", title }, steps, names)}<table><thead>${head}</thead><tbody>${table}</tbody></table>`,
  );
}

function odds({ cards, together, direct, labels }: PlanView): string {
  if (cards.length === 0) return "";
  const title = labels["head.odds"] ?? "";
  const row = (name: string | undefined, chance: Pick<CardView, "chance" | "probability" | "interval">) => ({
    name: name ?? "",
    value: chance.probability,
    ...(chance.interval === undefined ? {} : { interval: chance.interval }),
    text: chance.chance,
  });
  return section(
    title,
    barPlot({ id: "odds", title }, [
      ...cards.map((card) => row(card.name, card)),
      row(labels["label.together"], { ...together, chance: together.text }),
      ...(direct === undefined
        ? []
        : [row(labels["label.direct"], { ...direct.chance, chance: direct.chance.text })]),
    ]),
  );
}

function picture({ paths, labels, notes: _ }: PlanView, names: ReadonlyMap<string, string>): string {
  if (paths.length === 0) return "";
  const title = labels["head.picture"] ?? "";
  const description = paths
    .map(({ people, chance }) => `${people.map((id) => names.get(id) ?? "").join(" → ")}: ${chance}`)
    .join("; ");
  const drawn = pathsSvg({ id: "ways", title, description }, paths, names);
  const keys = [
    labels["note.weakest"],
    ...(paths.some(({ legs }) => legs.some(({ guessed }) => guessed)) ? [labels["note.guess"]] : []),
  ];
  return section(
    title,
    `<div class="scroll" tabindex="0" role="region" aria-label="${cell(title)}">${drawn}</div><p class="soft">${keys.map((key) => cell(key ?? "")).join(" ")}</p>`,
  );
}

function reasons({ paths, names, labels }: PlanView): string {
  const nameOf = new Map(names);
  return section(
    paths.length === 0 ? "" : labels["head.reasons"],
    paths
      .map(
        ({ people, chance, reasons: said }) =>
          `<details><summary>${cell(people.map((id) => nameOf.get(id) ?? "").join(" → "))}: ${cell(chance)}</summary>${list(said)}</details>`,
      )
      .join("\n"),
  );
}

function checked({ checked: seen, notChecked, labels }: PlanView): string {
  const row = (key: string, all: readonly string[]): string =>
    all.length === 0 ? "" : `<dt>${cell(labels[key] ?? "")}</dt><dd>${cell(all.join(", "))}</dd>`;
  const rows = row("label.checked", seen) + row("label.notChecked", notChecked);
  return section(labels["head.checked"], rows === "" ? "" : `<dl>${rows}</dl>`);
}
