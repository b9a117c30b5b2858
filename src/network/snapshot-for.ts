import type { Person } from "../people/index.js";
import type { Network } from "./network.js";
import { personVisibility } from "./person-visibility.js";
import type { NetworkSnapshot } from "./snapshot.js";
import { withoutItems } from "./told-items.js";

/**
 * What of a network may be handed to one seeker: shared ties, and ties of which he is one end or which he told himself.
 * Masked and private ties of others are left out whole, so are people who are known by nothing else or by others' spells and tags
 * alone (`personVisibility`), private tags, what owners said of ties that are not his, and who else has opted out. A spell or a tag that another one told of a person is shown where
 * the tie of the two is shared. Another field of a person (an address, a title) that came from an owner's file is not his tie
 * and stays.
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
  const personShown = (person: Person): Person => {
    const { id } = person;
    return withoutItems(
      withoutPrivateTags(person),
      ({ owner = id }) => owner !== id && owner !== seeker && network.tie(owner, id)?.visibility !== "shared",
    );
  };
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

function withoutPrivateTags(person: Person): Person {
  if (person.tags === undefined) return person;
  return { ...person, tags: person.tags.filter((tag) => tag.private !== true) };
}
