import {
  type Desk,
  type DraftOptions,
  deskOf,
  firstNameOf,
  firstOf,
  greeting,
  ownWords,
  signOff,
  whoOf,
} from "./draft-base.js";
import { type DraftLeg, isClose } from "./draft-leg.js";
import { finish, type Unfinished } from "./finish.js";
import { fitNote } from "./fit-note.js";
import type { AskMessage } from "./message.js";
import { fullName, type NamedPerson } from "./shown-name.js";

/** A short message to someone about something that has happened; nothing is asked for. */
export interface TouchOptions extends DraftOptions {
  /** Who reads it. */
  readonly connector: NamedPerson;
  /** Whom it is about. */
  readonly target?: NamedPerson | undefined;
  /** The tie between the writer and the reader. */
  readonly leg?: DraftLeg | undefined;
  /** One thing to add in the writer's own words. */
  readonly detail?: string | undefined;
}

/** A sentence of a touch: its key, how readily it goes where there is little room (0: never), what it rests on. */
export type Line = readonly [key: string, drop: number, ...evidence: string[]];

/** Slots that touches share: the target, the reader, the writer. */
export function touchSlots(
  options: Pick<TouchOptions, "me" | "connector" | "target">,
  desk: Desk,
): Record<string, string | undefined> {
  const { target, connector, me } = options;
  return {
    who: target && whoOf(target, desk, "who.known"),
    first: target && firstNameOf(target, desk),
    name: desk.call(connector, desk.nameMax),
    me: fullName(me, desk.nameMax),
    meFirst: desk.call(me, desk.nameMax),
  };
}

/** What is particular to a kind of touch. */
export interface TouchKind {
  readonly subject: string;
  /** One paragraph per group. */
  readonly groups: readonly (readonly Line[])[];
  /** The user's own words, each cut to what there is room for. */
  readonly own?: Readonly<Record<string, string | undefined>>;
  /** Other slots. */
  readonly extra?: (desk: Desk) => Readonly<Record<string, string | undefined>>;
  readonly needs?: readonly string[];
  /** Others who are named in it. */
  readonly people?: readonly NamedPerson[];
  /** @defaultValue "touch" */
  readonly mode?: Unfinished["mode"];
}

/** Puts a touch together: greeting, one paragraph per group of lines, sign-off. */
export function touch(options: TouchOptions, kind: TouchKind): AskMessage {
  const desk = deskOf(options, [options.me, options.connector, options.target]);
  const small = desk.limits.noteMax !== undefined;
  const slotsIn = (room: Desk, ownMax: number): Record<string, string | undefined> => {
    const slots = { ...touchSlots(options, room), ...kind.extra?.(room) };
    const own = Object.entries({ detail: options.detail, ...kind.own });
    const each = OWN_WORDS / Math.max(1, own.filter(([, words]) => words).length);
    for (const [slot, words] of own) slots[slot] = ownWords(words, small ? ownMax : 600, each);
    return slots;
  };
  const note = fitNote((room, ownMax) => {
    const say = room.say("note");
    const slots = slotsIn(room, ownMax);
    return [
      greeting(options.connector, room),
      ...kind.groups.map((lines) =>
        lines.flatMap(([key, drop, ...evidence]) => say(key, slots, evidence, drop)),
      ),
      signOff(options.me, room, isClose(options.leg, options)),
    ];
  }, desk);
  const titled = desk.channel === "email" || desk.channel === "inmail";
  const slots = slotsIn({ ...desk, nameMax: 60 }, 60);
  const subject = titled
    ? firstOf(desk.say("subject"), [kind.subject, "subject.none"], slots, ["target.name"])
    : [];
  const needs = [...(kind.needs ?? [])];
  if (fullName(options.connector) === undefined) needs.push("connector");
  if (fullName(options.me) === undefined) needs.push("seeker");
  const facts = { ...options, via: kind.people };
  return finish({ desk, options: facts, mode: kind.mode ?? "touch", subject, note, needs });
}

/** Words of the user's own that a touch takes in all: with its frame of some 60, it stays below the 200 of L11. */
const OWN_WORDS = 120;
