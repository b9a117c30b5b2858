import Mustache from "mustache";
import { WarmpathError } from "../base/index.js";

/** A text with `{{slots}}`, checked when compiled. */
export interface Template {
  /** Every name that it uses, sorted. */
  readonly names: readonly string[];
  /**
   * The text with the values put in as they are: nothing is escaped and no value is read again for slots. `missing` lists
   * the names that stand outside of a `{{#section}}` of their own and have no value.
   */
  render(values: TemplateValues): { readonly text: string; readonly missing: readonly string[] };
}

/** Values by name; undefined and "" are no value. */
export type TemplateValues = Readonly<Partial<Record<TemplateName, string>>>;

/** Every name that a template may use; `{{#name}}…{{/name}}` shows its inside only where there is a value. */
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** The closed list of names, so that a slip of the pen is found when the template is written and not when it is sent. */
export const TEMPLATE_NAMES = [
  "seeker.name",
  "seeker.first",
  "seeker.company",
  "seeker.title",
  "connector.name",
  "connector.first",
  "connector.company",
  "target.name",
  "target.first",
  "target.company",
  "target.title",
  "via.name",
  "via.first",
  "reason",
  "offer",
  "about",
  "context",
  "minutes",
  "issue",
] as const;

/**
 * Checks a mustache template against {@link TEMPLATE_NAMES} and makes it ready for use. Partials and changed delimiters
 * are refused.
 *
 * @throws WarmpathError `TEMPLATE_UNKNOWN_NAME` with `position`, `line` and `column` of the first unknown name.
 * `TEMPLATE_INVALID` where the template does not parse, uses what is refused, or is longer than 20,000 characters.
 */
export function compileTemplate(source: string): Template {
  if (typeof source !== "string" || source.length > SOURCE_MAX) {
    throw new WarmpathError("TEMPLATE_INVALID", `a template is a text of at most ${SOURCE_MAX} characters`);
  }
  const tokens = parse(source);
  const names = new Set<string>();
  const bare = new Set<string>();
  collect(tokens, [], source, names, bare);
  return {
    names: [...names].sort(),
    render: (values) => ({
      text: new Mustache.Writer()
        .render(source, viewOf(values), undefined, { escape: String })
        .replace(/\.\0\.?/g, ".")
        .trim(),
      missing: [...bare].filter((name) => !values[name as TemplateName]).sort(),
    }),
  };
}

/** Mustache's token: kind, name or text, where it starts and ends, and of a section what is inside. */
type Token = readonly [kind: string, value: string, start: number, end: number, inside?: readonly Token[]];

function parse(source: string): readonly Token[] {
  try {
    return new Mustache.Writer().parse(source) as unknown as readonly Token[];
  } catch (error) {
    const at = /at (\d+)/.exec(String(error));
    const position = at === null ? {} : positionIn(source, Number(at[1]));
    throw new WarmpathError("TEMPLATE_INVALID", "the template has an unclosed slot or section", position);
  }
}

function collect(
  tokens: readonly Token[],
  within: readonly string[],
  source: string,
  names: Set<string>,
  bare: Set<string>,
): void {
  for (const [kind, value, start, , inside] of tokens) {
    if (kind === "text" || kind === "!") continue;
    if (kind === ">" || kind === "=") {
      throw new WarmpathError(
        "TEMPLATE_INVALID",
        "partials and other delimiters are not allowed",
        positionIn(source, start),
      );
    }
    if (!(TEMPLATE_NAMES as readonly string[]).includes(value)) {
      const message = `the template uses a name that is none of: ${TEMPLATE_NAMES.join(", ")}`;
      throw new WarmpathError("TEMPLATE_UNKNOWN_NAME", message, positionIn(source, start));
    }
    names.add(value);
    if ((kind === "name" || kind === "&" || kind === "{") && !within.includes(value)) bare.add(value);
    if (inside) collect(inside, kind === "#" ? [...within, value] : within, source, names, bare);
  }
}

function positionIn(source: string, position: number): { position: number; line: number; column: number } {
  const lines = source.slice(0, position).split("\n");
  return { position, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Dotted names as the nested objects that mustache looks up. */
function viewOf(values: TemplateValues): Record<string, unknown> {
  const view: Record<string, Record<string, string> | string> = {};
  for (const name of TEMPLATE_NAMES) {
    // Behind a full stop at the end stands a mark until the text after it is there. "At Acme Inc." ends a sentence.
    const value = (values[name] ?? "").replace(/\.$/, ".\0");
    const [head, tail] = name.split(".") as [string, string | undefined];
    if (tail === undefined) view[head] = value;
    else view[head] = { ...(view[head] as Record<string, string> | undefined), [tail]: value };
  }
  return view;
}

const SOURCE_MAX = 20_000;
