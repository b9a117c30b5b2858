import { isWarmpathError } from "warmpath";
import type { CardView } from "warmpath/report";
import { PanelBook, type Store } from "./panel-book.js";

declare const chrome: {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
    };
  };
};

const KEY = "planner";
const store: Store = {
  load: async () => (await chrome.storage.local.get(KEY))[KEY] as string | undefined,
  save: (text) => chrome.storage.local.set({ [KEY]: text }),
};
const part = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const read = part<HTMLFormElement>("read");
const ask = part<HTMLFormElement>("ask");
const said = (text: string) => {
  part("status").textContent = text;
};

/** The reader's own day. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** An element with text: every text is set as text, never as markup. */
function made(tag: string, text: string, style = ""): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = style;
  return element;
}

function button(label: string, press: () => Promise<void> | void): HTMLElement {
  const element = made("button", label);
  element.addEventListener("click", () => void guarded(press));
  return element;
}

/** Does it, and says what went wrong where something did. Messages of the library hold nobody's data. */
async function guarded(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    said(isWarmpathError(error) ? error.message : "That did not work.");
  }
}

function field(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? "").trim();
}

void guarded(async () => {
  const book = await PanelBook.open(store, today);
  read.addEventListener("submit", (event) => {
    event.preventDefault();
    void guarded(async () => {
      const picked = new FormData(read).getAll("files") as File[];
      const files = await Promise.all(
        picked.map(async (file) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      );
      const company = field(read, "company");
      const owner = { name: field(read, "name"), ...(company === "" ? {} : { company }) };
      const { kept, skipped } = await book.read(owner, files);
      show(book);
      said(`${kept} rows read, ${skipped} left out. ${book.contacts} contacts.`);
    });
  });
  ask.addEventListener("submit", (event) => {
    event.preventDefault();
    void guarded(() => showPlan(book));
  });
  show(book);
  if (book.contacts > 0) said(`${book.contacts} contacts, from last time.`);
});

function show(book: PanelBook): void {
  read.hidden = book.contacts > 0;
  ask.hidden = book.contacts === 0;
  const { summary, actions } = book.today();
  const place = part("today");
  place.hidden = actions.length === 0;
  place.replaceChildren(
    made("h2", "What to do"),
    made("p", summary, "soft"),
    ...actions.map(({ text, about, date }) => made("p", [text, about, date].filter(Boolean).join(". "))),
  );
}

function showPlan(book: PanelBook): void {
  const view = book.plan(field(ask, "target"));
  const place = part("plan");
  place.hidden = false;
  const refusal = view.refusal === undefined ? [] : [made("p", view.refusal.text)];
  const cards = view.cards.map((card) => cardOf(book, card));
  place.replaceChildren(made("h2", view.title), made("p", view.summary), ...refusal, ...cards);
  if (cards.length > 0) place.append(made("p", view.stop, "soft"));
}

function cardOf(book: PanelBook, card: CardView): HTMLElement {
  const element = document.createElement("article");
  const role = [card.title, card.company].filter(Boolean).join(", ");
  element.append(made("h3", card.name));
  if (role !== "") element.append(made("p", role, "soft"));
  element.append(
    made("p", `${card.chance}: ${card.band}`),
    ...card.because.map((text) => made("p", text)),
    made("p", card.weakest, "soft"),
  );
  const draft = button("Draft", () => {
    const message = book.draft(card.ask, { reason: field(ask, "reason"), offer: field(ask, "offer") });
    const lint = message.lint.map(({ message: text }) => made("p", text, "soft"));
    // The note says that the text to forward stands below it.
    const texts = [message.note, message.forwardable].filter(Boolean).map((text) => made("pre", text));
    draft.replaceWith(made("p", message.subject ?? "", "soft"), ...texts, ...lint);
  });
  const sent = button("I sent it", async () => {
    await book.sent(card.ask);
    sent.replaceWith(made("p", "Kept.", "soft"));
    show(book);
  });
  element.append(draft, sent);
  return element;
}
