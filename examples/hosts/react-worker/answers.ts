import type { AskMessage } from "warmpath/drafts";
import type { PlanView, WeekView } from "warmpath/report";
import { PanelBook } from "../chrome-panel/panel-book.js";

/** What the page may ask of the worker, by name, with what each takes and gives: plain JSON and bytes. */
export interface Questions {
  /** Takes the text that was saved last, if there is one, and gives how many contacts are on file. */
  open(saved?: string): Promise<number>;
  read(
    owner: { readonly name: string; readonly company?: string },
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ): Promise<number>;
  plan(target: string): Promise<PlanView>;
  draft(ask: string, words: { readonly reason: string; readonly offer: string }): Promise<AskMessage>;
  sent(ask: string): Promise<void>;
  today(): Promise<WeekView>;
  /** The text to be saved. */
  saved(): Promise<string | undefined>;
}

/** The worker's side without a worker: the book of the side panel lives here. */
export function answers(today: () => string): Questions {
  let text: string | undefined;
  let book: PanelBook | undefined;
  const store = {
    load: async () => text,
    save: async (changed: string) => {
      text = changed;
    },
  };
  const opened = (): PanelBook => {
    if (book === undefined) throw new Error("nothing is opened yet");
    return book;
  };
  return {
    open: async (saved) => {
      text = saved;
      book = await PanelBook.open(store, today);
      return book.contacts;
    },
    read: async (owner, files) => {
      await opened().read(owner, files);
      return opened().contacts;
    },
    plan: async (target) => opened().plan(target),
    draft: async (ask, words) => opened().draft(ask, words),
    sent: async (ask) => opened().sent(ask),
    today: async () => opened().today(),
    saved: async () => text,
  };
}
