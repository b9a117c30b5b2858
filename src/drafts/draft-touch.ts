import { joinText, type Sentence } from "./compose.js";
import {
  type Desk,
  type DraftOptions,
  deskOf,
  firstNameOf,
  greeting,
  ownWords,
  signOff,
  whoOf,
} from "./draft-base.js";
import { type DraftLeg, isClose } from "./draft-leg.js";
import { finish, type Unfinished } from "./finish.js";
import type { AskMessage } from "./message.js";
import { callName, fullName, type NamedPerson } from "./shown-name.js";

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

/** A sentence of a touch: its key, and what it rests on. */
export type Line = readonly [key: string, ...evidence: string[]];

/** Slots that touches share: the target, the reader, the writer. */
export function touchSlots(options: TouchOptions, desk: Desk): Record<string, string | undefined> {
  const { target, connector, me } = options;
  return {
    who: target && whoOf(target, desk),
    first: target && firstNameOf(target, desk),
    name: callName(connector),
    me: fullName(me),
    meFirst: callName(me),
    detail: ownWords(options.detail, 600, 90),
  };
}

/** Puts a touch together: greeting, one paragraph per group of lines, sign-off; `extra` adds slots. */
export function touch(
  options: TouchOptions,
  subjectKey: string,
  groups: readonly (readonly Line[])[],
  {
    extra = {},
    needs = [],
    mode = "touch",
  }: {
    extra?: Record<string, string | undefined>;
    needs?: readonly string[];
    mode?: Unfinished["mode"];
  } = {},
): AskMessage {
  const desk = deskOf(options, [options.me, options.connector, options.target]);
  const slots = { ...touchSlots(options, desk), said: undefined, ...extra };
  const say = desk.say("note");
  const sentences = (lines: readonly Line[]): Sentence[] =>
    lines.flatMap(([key, ...evidence]) => say(key, slots, evidence));
  const small = desk.limits.noteMax !== undefined;
  const paragraphs = [
    greeting(say, options.connector, desk),
    ...groups.map(sentences),
    signOff(say, options.me, desk, isClose(options.leg), small ? "signature" : "sign"),
  ];
  const titled = desk.channel === "email" || desk.channel === "inmail";
  const subject = titled ? desk.say("subject")(subjectKey, slots, ["target.name"]) : [];
  const lacks = [
    ...needs,
    ...(fullName(options.connector) ? [] : ["connector"]),
    ...(fullName(options.me) ? [] : ["seeker"]),
  ];
  const parts = [...subject, ...paragraphs.flat()];
  return finish({ desk, options, mode, parts, note: joinText(paragraphs), forwardable: "", needs: lacks });
}
