import { safeText } from "../base/index.js";
import type { PersonCard, ToolContext } from "./tool.js";

/** Whom an id stands for, as far as the seeker may know. `told` is what the caller said of somebody whom the network does not hold. */
export function personCard(
  { planner, seeker }: ToolContext,
  id: string,
  told: Partial<PersonCard> = {},
): PersonCard {
  const view = planner.network.seenBy(seeker);
  const seen = view.mayName(id) ? view.person(id) : undefined;
  const name = planner.name(id, { seeker }) ?? told.name;
  const { title, company } = seen ?? told;
  return { id, ...shownTexts({ name, title, company }) };
}

/** The people of an ask in order, the seeker first and the target last. */
export function peopleOfAsk(
  context: ToolContext,
  ask: {
    readonly seeker: string;
    readonly legs: readonly { readonly asked: string }[];
    readonly buyer?: PersonCard;
  },
): PersonCard[] {
  const ids = [ask.seeker, ...ask.legs.map(({ asked }) => asked)];
  return ids.map((id) => personCard(context, id, id === ask.buyer?.id ? ask.buyer : {}));
}

/** Texts made safe to show, none longer than fits a card. */
export function shownTexts<K extends string>(
  texts: Readonly<Record<K, string | undefined>>,
): Partial<Record<K, string>> {
  const all = Object.entries<string | undefined>(texts).flatMap(([field, text]) => {
    const safe = clipped(text ?? "", MAX_TEXT);
    return safe === "" ? [] : [[field, safe]];
  });
  return Object.fromEntries(all) as Partial<Record<K, string>>;
}

/** The safe text, cut to so many characters. */
export function clipped(text: string, most: number): string {
  const points = [...safeText(text.slice(0, 4 * most))];
  return points.length <= most ? points.join("") : `${points.slice(0, most - 1).join("")}…`;
}

/** Three digits say enough, and take less room. */
export function digits(value: number): number {
  return Number(value.toPrecision(3));
}

const MAX_TEXT = 80;
