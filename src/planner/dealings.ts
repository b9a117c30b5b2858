import { addTo, type UtcDay, utcDay } from "../base/index.js";
import type {
  AskStatus,
  CourtesyShown,
  LeadStatus,
  QuestionStatus,
  RequestStatus,
} from "../tracking/index.js";
import type { PlanningDay } from "./planning-day.js";

/** What is on record of each contact on a day, read once for all of them: each list in the order of the day's. */
export class Dealings {
  readonly #asks = new Map<string, AskStatus[]>();
  readonly #questions = new Map<string, QuestionStatus[]>();
  readonly #courtesies = new Map<string, CourtesyShown[]>();
  readonly #leads = new Map<string, LeadStatus[]>();
  readonly #buyers = new Set<string>();

  constructor({
    asks,
    questions,
    courtesies,
    leads,
  }: Pick<PlanningDay, "asks" | "questions" | "courtesies" | "leads">) {
    for (const status of asks) {
      addTo(this.#asks, status.ask.connector, status);
      this.#buyers.add(status.ask.target);
    }
    for (const question of questions) addTo(this.#questions, question.connector, question);
    for (const courtesy of courtesies) addTo(this.#courtesies, courtesy.receiver, courtesy);
    for (const lead of leads) {
      for (const person of new Set([lead.referredBy, lead.introducedBy]))
        if (person !== undefined) addTo(this.#leads, person, lead);
      if (lead.target !== undefined) this.#buyers.add(lead.target);
    }
  }

  /** Asks that were put to a person. */
  asksTo(person: string): readonly AskStatus[] {
    return this.#asks.get(person) ?? [];
  }

  /** Questions without a buyer that were put to a person. */
  questionsTo(person: string): readonly QuestionStatus[] {
    return this.#questions.get(person) ?? [];
  }

  /** Requests of every kind that were put to a person, the asks first. */
  requestsTo(person: string): readonly RequestStatus[] {
    return [...this.asksTo(person), ...this.questionsTo(person)];
  }

  /** Thanks, news and deeds for a person. */
  courtesiesTo(person: string): readonly CourtesyShown[] {
    return this.#courtesies.get(person) ?? [];
  }

  /** Days on which a seeker thanked a person, told them news or did something for them. */
  courtesyDays(seeker: string, person: string): readonly UtcDay[] {
    return this.courtesiesTo(person)
      .filter(({ giver }) => giver === seeker)
      .map(({ at }) => utcDay(at));
  }

  /** Leads that a person sent or introduced unasked. */
  leadsFrom(person: string): readonly LeadStatus[] {
    return this.#leads.get(person) ?? [];
  }

  /** True for the buyer of a request or of a lead. */
  isBuyer(person: string): boolean {
    return this.#buyers.has(person);
  }
}
