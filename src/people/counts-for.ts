import type { Tag } from "./person.js";

/** True where what a tag tells may change what a seeker is told: a private one with an owner is that owner's alone. */
export function countsFor(
  { private: isPrivate, owner }: Pick<Tag, "private" | "owner">,
  isSeeker: (id: string) => boolean,
): boolean {
  return isPrivate !== true || owner === undefined || isSeeker(owner);
}
