import { type IntroductionPlan, IntroductionPlanner, Network } from "warmpath";
import type { AskMessage } from "warmpath/drafts";
import { readExports } from "warmpath/ingest";
import { resolvePeople } from "warmpath/people";
import { describeActions, describePlan, type PlanView, type WeekView } from "warmpath/report";

/** Where the one text is kept: `chrome.storage.local`, or a map in a test. */
export interface Store {
  load(): Promise<string | undefined>;
  save(text: string): Promise<void>;
}

const ME = "me";

/** What the panel does, without the browser: files in, a plan and drafts out, what was done kept. */
export class PanelBook {
  #planner: IntroductionPlanner;
  #plan: IntroductionPlan | undefined;
  readonly #store: Store;
  readonly #today: () => string;

  private constructor(store: Store, today: () => string, planner: IntroductionPlanner) {
    this.#store = store;
    this.#today = today;
    this.#planner = planner;
  }

  /** @throws WarmpathError for a saved text that was damaged: show its message, and keep the text. */
  static async open(store: Store, today: () => string): Promise<PanelBook> {
    const text = await store.load();
    const planner =
      text === undefined
        ? new IntroductionPlanner({ network: new Network() })
        : IntroductionPlanner.fromJSON(JSON.parse(text));
    return new PanelBook(store, today, planner);
  }

  /** How many contacts are on file, the owner left out. */
  get contacts(): number {
    return Math.max(0, this.#planner.network.people().length - 1);
  }

  /** Takes exports of any known format, and makes one person of each human. Nothing is kept unless all of them can be read. */
  async read(
    owner: { readonly name: string; readonly company?: string },
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ): Promise<{ readonly kept: number; readonly skipped: number }> {
    const me = { ...owner, id: ME };
    const named = files.map(({ name, bytes }) => ({ name, text: bytes }));
    const imports = readExports(named, { owner: me, now: this.#today() });
    const { network } = this.#planner;
    network.addPerson(me);
    for (const one of imports) network.import(one);
    network.merge({ merged: resolvePeople(network.people()).merged });
    await this.#save();
    const rows = (of: "rowsKept" | "rowsSkipped") => imports.reduce((sum, { report }) => sum + report[of], 0);
    return { kept: rows("rowsKept"), skipped: rows("rowsSkipped") };
  }

  plan(target: string): PlanView {
    this.#plan = this.#planner.plan({ seeker: ME, target, now: this.#today() });
    return describePlan(this.#plan, this.#planner);
  }

  draft(ask: string, words: { readonly reason: string; readonly offer: string }): AskMessage {
    return this.#planner.draft(this.#asked(ask), { channel: "email", ...words });
  }

  /** Keeps that the request was sent; a second press counts once. */
  async sent(ask: string): Promise<void> {
    this.#planner.record({
      id: `sent-${ask}`,
      type: "ask.sent",
      at: this.#today(),
      ask: this.#asked(ask),
    });
    await this.#save();
  }

  today(): WeekView {
    const now = this.#today();
    return describeActions(this.#planner.next({ seeker: ME, now, limit: 5 }), this.#planner);
  }

  #asked(id: string) {
    const ask = this.#plan?.asks.find((one) => one.id === id);
    if (ask === undefined) throw new Error("this request is of no plan that is shown");
    return ask;
  }

  #save(): Promise<void> {
    return this.#store.save(JSON.stringify(this.#planner));
  }
}
