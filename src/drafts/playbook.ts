import { checkShape, madeOf, WarmpathError } from "../base/index.js";
import { type Channel, channelOf } from "./channel.js";
import { compileTemplate } from "./template.js";

/** A team's own templates, as one plain value. */
export interface Playbook {
  readonly format: "warmpath-playbook";
  readonly version: 1;
  readonly name: string;
  readonly templates: readonly PlaybookTemplate[];
}

/** One template; texts are mustache with the names of `TEMPLATE_NAMES`. */
export interface PlaybookTemplate {
  readonly id: string;
  /** What the lint holds it to, see `LintInput.mode`. */
  readonly mode: "named" | "issue" | "direct" | "touch";
  readonly channel: Channel;
  readonly subject?: string;
  readonly note: string;
  readonly forwardable?: string;
}

/**
 * A playbook from its JSON, every template compiled once, so that a bad one is found now.
 * @throws WarmpathError `PLAYBOOK_INVALID` with `path`; `TEMPLATE_UNKNOWN_NAME` or `TEMPLATE_INVALID` with `path` and the
 * place in the template. `SNAPSHOT_NEWER` for a version that this release does not know.
 */
export function readPlaybook(json: string): Playbook {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw invalid("", "JSON");
  }
  const book = recordAt(value, "");
  if (book["format"] !== "warmpath-playbook") throw invalid("format", '"warmpath-playbook"');
  if (typeof book["version"] === "number" && book["version"] > 1) {
    throw new WarmpathError("SNAPSHOT_NEWER", "the playbook was written by a newer release", {
      version: book["version"],
    });
  }
  if (book["version"] !== 1) throw invalid("version", "1");
  const list = book["templates"];
  if (!Array.isArray(list)) throw invalid("templates", "a list");
  const templates = list.map((one, at) => templateAt(one, `templates.${at}`));
  const ids = templates.map((one) => one.id);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
  if (twice >= 0) throw invalid(`templates.${twice}.id`, "an id that no other template has");
  return { format: "warmpath-playbook", version: 1, name: textAt(book, "name", ""), templates };
}

/** A playbook as JSON: the same playbook gives the same bytes, and reads back equal. */
export function writePlaybook(playbook: Playbook): string {
  return madeOf("playbook", () => {
    checkShape(playbook, PLAYBOOK, "playbook");
    const templates = playbook.templates.map(({ id, mode, channel, subject, note, forwardable }) => ({
      id,
      mode,
      channel,
      subject,
      note,
      forwardable,
    }));
    const { format, version, name } = playbook;
    return `${JSON.stringify({ format, version, name, templates }, undefined, 2)}\n`;
  });
}

const PLAYBOOK = {
  format: "text",
  version: "finite",
  name: "text",
  templates: [
    {
      id: "text",
      mode: "text",
      channel: "text",
      subject: "text?",
      note: "text",
      forwardable: "text?",
    },
  ],
} as const;

function templateAt(value: unknown, path: string): PlaybookTemplate {
  const record = recordAt(value, path);
  const mode = record["mode"];
  if (mode !== "named" && mode !== "issue" && mode !== "direct" && mode !== "touch") {
    throw invalid(`${path}.mode`, "named, issue, direct or touch");
  }
  const optional = (key: "subject" | "forwardable"): Record<string, string> =>
    record[key] === undefined ? {} : { [key]: sourceAt(record, key, path) };
  return {
    id: textAt(record, "id", path),
    mode,
    channel: channelAt(record, path),
    ...optional("subject"),
    note: sourceAt(record, "note", path),
    ...optional("forwardable"),
  };
}

function channelAt(record: Readonly<Record<string, unknown>>, path: string): Channel {
  try {
    return channelOf(textAt(record, "channel", path));
  } catch {
    throw invalid(`${path}.channel`, "a channel");
  }
}

function sourceAt(record: Readonly<Record<string, unknown>>, key: string, path: string): string {
  const source = textAt(record, key, path);
  try {
    compileTemplate(source);
  } catch (error) {
    if (!(error instanceof WarmpathError)) throw error;
    throw new WarmpathError(error.code, error.message, { ...error.details, path: join(path, key) });
  }
  return source;
}

function textAt(record: Readonly<Record<string, unknown>>, key: string, path: string): string {
  const text = Object.hasOwn(record, key) ? record[key] : undefined;
  if (typeof text !== "string" || text.trim() === "") throw invalid(join(path, key), "a text");
  return text;
}

function recordAt(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(path, "an object");
  return value as Readonly<Record<string, unknown>>;
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function invalid(path: string, expected: string): WarmpathError {
  return new WarmpathError("PLAYBOOK_INVALID", `${path || "the playbook"} is to be ${expected}`, { path });
}
