import { checkShape } from "../base/index.js";
import { checkNetwork } from "./check-network.js";
import { recordsOf } from "./kept-tie.js";
import type { Network } from "./network.js";
import type { KeptPerson } from "./person-records.js";
import { type NetworkSnapshot, snapshotOf, storedViews, viewsOf } from "./snapshot.js";

/**
 * What of a network may be handed to one seeker: what `network.seenBy` lets them see. Every plan of theirs on it is the plan on
 * the whole network.
 */
export function snapshotFor(network: Network, viewer: string): NetworkSnapshot {
  checkNetwork(network);
  checkShape(viewer, "text", "viewer");
  const seeker = network.canonical(viewer);
  const view = network.seenBy(seeker);
  const whole = network.toJSON();
  const { optedOut = [], merged = [], words = [], decisions = [], doNotAsk } = whole;
  // Which record told a tie is its owner's business: the record's id may be made of what others may not hear.
  const ties = view
    .ties()
    .flatMap((tie) =>
      recordsOf({ ...tie, owner: tie.from }).map(({ source, ...told }) =>
        source !== undefined && (told.owner ?? told.from) === seeker ? { ...told, source } : told,
      ),
    );
  const isWritten = new Set(
    ties.map(({ from, to, owner = from, visibility }) => preferenceOf({ owner, from, to, visibility })),
  );
  const { everybody } = view;
  const people = view.people();
  // Whom only the seeker may name is told as by the seeker alone.
  const told = people
    .filter(({ id }) => id !== seeker && !everybody.mayName(id))
    .map((person) => ({ person, visibility: "private" as const, owners: [seeker] }));
  const isTold = new Set(told.map(({ person }) => person.id));
  const views = viewsOf(whole);
  const common = people
    .filter(({ id }) => !isTold.has(id))
    .map((person): KeptPerson => ({ person, inView: views.get(person.id) }));
  const tied = new Set(ties.flatMap(({ from, to }) => [from, to]));
  const lists = {
    optedOut: optedOut.filter((id) => id === seeker),
    merged: merged.filter(([gone]) => view.mayName(gone)),
    decisions: decisions.filter(({ a, b }) => view.mayName(a) && view.mayName(b)),
    // A word that an end of the tie overrules would, on its own, loosen what is written.
    words: words.filter(
      ({ owner, from, to, visibility }) =>
        [from, to].includes(seeker) ||
        (owner === seeker &&
          (!view.mayUse(from, to) || isWritten.has(preferenceOf({ owner, from, to, visibility })))),
    ),
  };
  return snapshotOf({
    people,
    ...(told.length === 0 ? {} : { told }),
    ...storedViews(common, (id) => tied.has(id)),
    ties,
    doNotAsk: doNotAsk.filter((id) => view.mayName(id)),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
  });
}

function preferenceOf({
  owner,
  from,
  to,
  visibility,
}: {
  owner: string;
  from: string;
  to: string;
  visibility: string;
}): string {
  return JSON.stringify([owner, ...[from, to].sort(), visibility]);
}
