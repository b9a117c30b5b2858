import type { Person } from "../people/index.js";
import type { Network } from "./network.js";
import { personVisibility } from "./person-visibility.js";
import type { NetworkSnapshot } from "./snapshot.js";
import { type ToldItem, withoutItems } from "./told-items.js";

/**
 * What of a network may be handed to one seeker: shared ties, and ties of which they are one end or which they told themselves.
 * Masked and private ties of others are left out whole, so are people who are known by nothing else or by others' spells and
 * tags alone (`personVisibility`), private tags, what owners said of ties that are not theirs, and who else has opted out. A spell
 * or a tag that another one told of a person is shown where the tie of the two is shared. A meeting or a conversation that
 * somebody's own records tell of themselves, to them alone. Another field of a person (an address, a title) that came from an
 * owner's file is not their tie and stays.
 */
export function snapshotFor(network: Network, viewer: string): NetworkSnapshot {
  const seeker = network.canonical(viewer);
  const { optedOut = [], merged = [], words = [], ...whole } = network.toJSON();
  const mine = ({ from, to, owner }: { from: string; to: string; owner?: string | undefined }): boolean =>
    from === seeker || to === seeker || owner === seeker;
  // Its strictest owner decides over a tie, not each record for itself.
  const ties = whole.ties.filter(
    (tie) => mine(tie) || network.tie(tie.from, tie.to)?.visibility === "shared",
  );
  const isShown = (id: string): boolean => personVisibility(network, id, [seeker]) === "shared";
  const personShown = (person: Person): Person =>
    withoutItems(person, (item) => {
      const { owner = seeker } = item;
      if (isPrivateTag(item)) return true;
      if (owner === seeker) return false;
      if (owner === person.id) return isOccasion(item);
      return network.tie(owner, person.id)?.visibility !== "shared";
    });
  const lists = {
    optedOut: optedOut.filter((id) => id === seeker),
    merged: merged.filter(([, kept]) => isShown(kept)),
    words: words.filter(mine),
  };
  return {
    ...whole,
    people: whole.people.filter(({ id }) => isShown(id)).map(personShown),
    ties,
    doNotAsk: whole.doNotAsk.filter(isShown),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
  };
}

function isPrivateTag(item: ToldItem): boolean {
  return "private" in item && item.private === true;
}

/** True for a place in a meeting or a conversation: of whose private records it is told, nobody else is to know it. */
function isOccasion(item: ToldItem): boolean {
  return "kind" in item && (item.kind === "meeting" || item.kind === "conversation");
}
