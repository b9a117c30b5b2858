import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Person, PlanAsk } from "warmpath";
import { type NamedFile, readExports, type TextEncodingName } from "warmpath/ingest";
import { jobChanges } from "warmpath/network";
import { type Added, addExports } from "../add-exports.js";
import type { Answer, Call, Command, Option } from "../call.js";
import { EXIT, Fault } from "../fault.js";
import { nameAndCompany, teammateOf } from "../teammate.js";
import { count, parts, table } from "../terminal.js";
import { personNamed } from "../who.js";
import { inWorkspace, ME, type Workspace } from "../workspace.js";

const ENCODING: Option = {
  type: "string",
  value: "NAME",
  help: "of files that are not UTF-8: windows-1252, utf-16le and others",
};

export const ME_COMMAND: Command = {
  name: "me",
  usage: '"Your Name, Your Company"',
  summary: "say who you are, or look at it",
  options: {
    title: { type: "string", value: "TITLE", help: "your position" },
    email: { type: "string", value: "ADDRESS", help: "your address" },
    profile: { type: "string", value: "URL", help: "your LinkedIn profile" },
  },
  words: [0, 1],
  run: (call) =>
    inWorkspace(
      call,
      ({ planner: { network } }) => {
        const [text] = call.words;
        if (text === undefined && !network.has(ME))
          throw new Fault(
            "usage",
            "nobody has said yet who you are",
            'it is: warmpath me "Ada Park, Northwind"',
          );
        const [title, email, profileUrl] = ["title", "email", "profile"].map((name) => call.text(name));
        network.addPerson({
          ...network.person(ME),
          id: ME,
          ...(text === undefined ? {} : nameAndCompany(text)),
          ...(title === undefined ? {} : { title }),
          ...(email === undefined ? {} : { emails: [email] }),
          ...(profileUrl === undefined ? {} : { profileUrl }),
        });
        const me = network.person(ME) as Person;
        const known = [me.name, me.title, me.company, me.emails?.join(", "), me.profileUrl];
        return { text: `You are ${known.filter((part) => part !== undefined).join(", ")}.`, json: me };
      },
      "nothing",
    ),
};

export const ADD: Command = {
  name: "add",
  usage: "FILE…",
  summary: "read your exports: LinkedIn, address books, CRM; any that are known by what is in them",
  details: [
    "Reads LinkedIn's Connections.csv and messages.csv and its whole archive (zip), Google and Outlook contacts (CSV), vCards,",
    "HubSpot (with its deals and companies), Salesforce, Pipedrive, Apollo, JSON of a CRM, mails (.eml, mbox; headers alone), calendars (.ics), and tables of your own with a column for names,",
    "or for who, when, direction and kind. Of a folder all files are taken. A file again, or a newer one, adds what is new.",
    "Files that cannot be read are named with the reason; the others are added all the same, and the exit code is 3.",
  ],
  options: { encoding: ENCODING },
  words: [1, Number.POSITIVE_INFINITY],
  run: (call) => inWorkspace(call, (workspace) => addedBy(call, workspace, ownerOf(workspace), call.words)),
};

export const TEAMMATE: Command = {
  name: "teammate",
  usage: '["Name" [FILE…]]',
  summary: "add a colleague's exports, so that you may ask through them; without a name: who they are",
  options: {
    encoding: ENCODING,
    leave: { type: "boolean", help: "take all that they told out again, and keep it out" },
    return: { type: "boolean", help: "undo --leave: their files may be added again" },
  },
  words: [0, Number.POSITIVE_INFINITY],
  run: (call) =>
    inWorkspace(call, (workspace) => {
      const { network } = workspace.planner;
      const [name, ...files] = call.words;
      if (name === undefined) return listOfTeammates(workspace);
      const person = teammateOf(workspace, name);
      if (call.flag("leave")) network.optOut(person.id);
      if (call.flag("return")) network.optIn(person.id);
      if (files.length > 0) return addedBy(call, workspace, person, files);
      const said = network.isOptedOut(person.id)
        ? `What ${person.name} told is taken out.`
        : `${person.name} is on your team. Add their files: warmpath teammate "${person.name}" Connections.csv`;
      return { text: said, json: { person, left: network.isOptedOut(person.id) } };
    }),
};

export const CHANGES: Command = {
  name: "changes",
  usage: "OLD NEW",
  summary: "who changed jobs between two exports of yours",
  options: { encoding: ENCODING },
  words: [2, 2],
  run(call) {
    const [before, after] = call.words.map((word) => {
      const files = filesNamed(call, [word]);
      const [read] = readExports(files, { owner: { id: ME } });
      if (read === undefined)
        throw new Fault("file", `${word} holds no records of people`, "see: warmpath help add");
      return read;
    });
    if (before === undefined || after === undefined) throw new Fault("usage", "two files are needed");
    const changed = jobChanges(before, after).filter(({ person }) => person !== ME);
    const names = new Map([...before.people, ...after.people].map((person) => [person.id, fullName(person)]));
    const rows = changed.map(({ person, from = "", to = "", title = "" }) => [
      names.get(person) ?? "somebody",
      from === to ? from : `${from} -> ${to}`,
      title,
    ]);
    return {
      text:
        rows.length === 0
          ? "Nobody who stands in both files changed company or title."
          : parts(
              `${count(rows.length, "person", "people")} changed jobs. A good moment to be in touch.`,
              table(["name", "company", "title now"], rows),
            ),
      json: { changes: changed.map((one) => ({ ...one, name: names.get(one.person) })) },
    };
  },
};

export const ERASE: Command = {
  name: "erase",
  usage: "WHO",
  summary: "remove a person for good: record, ties, name and words; they are kept out of later files too",
  options: { yes: { type: "boolean", help: "do it; without it you are told what would go" } },
  words: [1, 1],
  run: (call) =>
    inWorkspace(call, (workspace) => {
      const { planner } = workspace;
      const id = personNamed(planner, call.words[0] ?? "");
      const name = planner.name(id) ?? "somebody";
      if (id === ME)
        throw new Fault("unclear", "that is you", `remove the folder ${call.folder} in place of it`);
      if (!call.flag("yes")) {
        const ties = planner.network.has(id) ? planner.network.degree(id) : 0;
        const text = `${name} and ${count(ties, "tie")} would go for good. To do it: warmpath erase ${id} --yes`;
        return { text, json: { person: id, name, ties, erased: false } };
      }
      const texts = planner.erase(id, { names: [name] });
      const { memory } = workspace;
      const isFree = (people: readonly string[]): boolean => !people.includes(id);
      const isAbout = ({ target, legs }: PlanAsk): boolean =>
        !isFree([target, ...legs.map(({ asked }) => asked)]);
      const gone = new Set(memory.asks.filter(isAbout).map((ask) => ask.id));
      const words = Object.entries(memory.words).filter(
        ([ask, own]) => !gone.has(ask) && !Object.values(own).some((text) => text.includes(name)),
      );
      workspace.memory = {
        ...memory,
        teammates: memory.teammates.filter((one) => one !== id),
        decisions: memory.decisions.filter(({ a, b }) => isFree([a, b])),
        pairs: memory.pairs.filter(isFree),
        changes: memory.changes.filter(({ person }) => person !== id),
        todo: [],
        asks: memory.asks.filter((ask) => !gone.has(ask.id)),
        words: Object.fromEntries(words),
      };
      const kept = readdirSync(call.folder).filter((file) => file.startsWith("journal.damaged-"));
      const also = kept.length === 0 ? "" : ` Remove ${kept.join(", ")} too, if it may name them.`;
      return {
        text: `${name} is removed, ${count(texts, "text")} with them.${also}`,
        json: { person: id, erased: true, texts },
      };
    }),
};

function ownerOf({ planner }: Workspace): Person {
  return planner.network.person(ME) as Person;
}

function addedBy(call: Call, workspace: Workspace, owner: Person, names: readonly string[]): Answer {
  const added = addExports(call.io, workspace, owner, filesNamed(call, names), call.now);
  if (added.files.length === 0) throw new Fault("file", added.told.join("\n"), "see: warmpath help add");
  const open = added.reviews.length;
  const next =
    open === 0
      ? 'Next: warmpath plan "Bob Smith at Acme"'
      : `${count(open, "pair")} may be one person each; they stay two until you say so: warmpath same`;
  return {
    text: parts(added.told.join("\n"), next),
    json: jsonOf(added, workspace),
    exit: added.left.length === 0 ? EXIT.done : EXIT.file,
  };
}

function jsonOf({ files, left, reviews }: Added, { planner }: Workspace): unknown {
  return {
    files: files.map(({ file, format, with: further, report, issues }) => ({
      file,
      format,
      with: further,
      ...report,
      issues,
    })),
    notRead: left,
    people: planner.network.people().length,
    reviews: reviews.length,
  };
}

function listOfTeammates({ planner, memory }: Workspace): Answer {
  const { network } = planner;
  const all = memory.teammates.map((id) => ({ id, name: planner.name(id), left: network.isOptedOut(id) }));
  const text =
    all.length === 0
      ? 'Nobody is on your team yet: warmpath teammate "Ben Cho" Connections.csv'
      : all.map(({ name, left }) => `${name}${left ? " (left)" : ""}`).join("\n");
  return { text, json: { teammates: all } };
}

/** What people call encodings that have another name. */
const ENCODINGS: Readonly<Record<string, string>> = {
  ansi: "windows-1252",
  latin1: "windows-1252",
  "latin-1": "windows-1252",
  "iso-8859-1": "windows-1252",
  cp1250: "windows-1250",
  cp1251: "windows-1251",
  cp1252: "windows-1252",
  utf8: "utf-8",
  utf16: "utf-16le",
  "utf-16": "utf-16le",
  utf16le: "utf-16le",
  sjis: "shift_jis",
  gbk: "gb18030",
  gb2312: "gb18030",
};

/** Files by their names, each with the encoding that was said; of a folder all that lie in it. @throws Fault `file`. */
export function filesNamed(call: Call, names: readonly string[]): NamedFile[] {
  const said = call.text("encoding")?.toLowerCase();
  const encoding = said === undefined ? undefined : ((ENCODINGS[said] ?? said) as TextEncodingName);
  const paths = names.flatMap((name) => {
    const path = resolve(call.io.cwd, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined)
      throw new Fault(
        "file",
        `there is no file ${name}`,
        `look at its name and folder; this is ${call.io.cwd}`,
      );
    if (!found.isDirectory()) return [{ name, path }];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map((entry) => ({ name: join(name, entry.name), path: join(path, entry.name) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  });
  if (paths.length === 0) throw new Fault("file", `${names.join(", ")} holds no files`);
  return paths.map(({ name, path }) => {
    const text = bytesOf(name, path);
    return encoding === undefined ? { name, text } : { name, text, encoding };
  });
}

function bytesOf(name: string, path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Fault(
      "file",
      `${name} cannot be opened (${(error as NodeJS.ErrnoException).code})`,
      `look who may read ${basename(path)}`,
    );
  }
}

function fullName({ name, firstName, lastName }: Partial<Person>): string | undefined {
  const joined = [firstName, lastName].filter((part) => part !== undefined).join(" ");
  return name ?? (joined === "" ? undefined : joined);
}
