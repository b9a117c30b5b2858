import type { Tag } from "./person.js";

/**
 * True where what a tag tells of a person may change what a seeker is told: one with an owner is that owner's, and everybody's
 * only where it is not private and the person's own, or told over a tie that is shared.
 */
export function countsFor(
  { private: isPrivate, owner }: Pick<Tag, "private" | "owner">,
  person: string,
  {
    isSeeker,
    isShared,
  }: {
    readonly isSeeker: (id: string) => boolean;
    /** True where everybody may use the tie of two people. */
    readonly isShared: (a: string, b: string) => boolean;
  },
): boolean {
  if (owner === undefined || isSeeker(owner)) return true;
  return isPrivate !== true && (owner === person || isShared(owner, person));
}
