import contacts from "@salesforce/apex/Introductions.contacts";
import keepJournal from "@salesforce/apex/Introductions.keepJournal";
import me from "@salesforce/apex/Introductions.me";
import { IntroductionPlanner, isWarmpathError, Journal, Network } from "c/warmpath";
import { describePlan } from "c/warmpathReport";
import { api, LightningElement } from "lwc";

const ME = "me";

/** Whom of one's own contacts to ask for an introduction, in which order, with a draft for each. It sends nothing. */
export default class IntroductionPlan extends LightningElement {
  @api target = "";
  status = "Reading your contacts.";
  cards = [];
  waiting = true;
  // What crosses the border of a sandbox is proxied, so the planner stays on this side and only texts go out.
  planner;
  asks = [];

  async connectedCallback() {
    try {
      const [rows, own] = await Promise.all([contacts(), me()]);
      this.planner = plannerOf(rows, own);
      this.status = `${rows.length} contacts.`;
      this.waiting = false;
    } catch (error) {
      this.status = sentenceOf(error);
    }
  }

  takeTarget(event) {
    this.target = event.target.value;
  }

  plan() {
    try {
      const made = this.planner.plan({ seeker: ME, target: this.target, now: today() });
      this.asks = made.asks;
      // What the planner's own `why` says in numbers, in words.
      const view = describePlan(made, this.planner);
      this.cards = made.asks.map((ask, i) => {
        const { subject, note, forwardable } = this.planner.draft(ask, { channel: "email", reason: "", offer: "" });
        const { name, chance, because, weakest } = view.cards[i];
        return {
          id: ask.id,
          name,
          chance,
          why: [...because, weakest].join(" "),
          subject,
          note,
          // The note says that this stands below it.
          forwardable,
        };
      });
      this.status = view.refusal?.text ?? "Ask in this order, one at a time.";
    } catch (error) {
      this.status = sentenceOf(error);
    }
  }

  /** Keeps that a request was sent, and plans anew: nobody is asked twice. */
  async keep(event) {
    const id = event.target.dataset.ask;
    const ask = this.asks.find((one) => one.id === id);
    try {
      this.planner.record({ id: `sent-${id}`, type: "ask.sent", at: today(), ask });
      await keepJournal({ text: JSON.stringify(this.planner.journal) });
      this.plan();
    } catch (error) {
      this.status = sentenceOf(error);
    }
  }
}

/** Rows of Contact as Apex gives them: Id, Name, Title, Email, Account.Name, LastActivityDate. */
function plannerOf(rows, { name, journal }) {
  const network = new Network();
  const people = rows.map(({ Id, Name, Title, Email, Account }) => ({
    id: Id,
    name: Name,
    ...(Title ? { title: Title } : {}),
    ...(Email ? { emails: [Email] } : {}),
    ...(Account?.Name ? { company: Account.Name } : {}),
  }));
  const ties = rows.map(({ Id, LastActivityDate: at }) => {
    const seen = at !== undefined && at <= today();
    return { from: ME, to: Id, evidence: seen ? { interactions: [{ at, direction: "both", kind: "message" }] } : {} };
  });
  network.import({ people: [{ id: ME, name }, ...people], ties });
  return new IntroductionPlanner(journal ? { network, journal: Journal.fromJSON(JSON.parse(journal)) } : { network });
}

/** The user's own day. */
function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Messages of the library hold nobody's data; what Apex says stays in its body. */
function sentenceOf(error) {
  return isWarmpathError(error) ? error.message : (error?.body?.message ?? "That did not work.");
}
