import { type CourtesyShown, isThanks } from "../tracking/index.js";

/** A favor that might be done on the day. */
export interface GiftToCome {
  readonly kind: string;
  readonly giver: string;
  readonly receiver: string;
  /** Favor points. */
  readonly size: number;
}

/** What it is as a courtesy: thanks or news, or nothing. */
export function courtesyOfGift({ kind, giver, receiver }: GiftToCome, at: string): readonly CourtesyShown[] {
  if (kind !== "update" && !isThanks(kind)) return [];
  return [{ giver, receiver, at, type: kind === "update" ? "update.sent" : "thanks.sent", event: "" }];
}
