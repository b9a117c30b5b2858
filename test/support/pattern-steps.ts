import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** Tries to go on from a place in the text; true where the rest of the pattern matches. */
type Rest = (at: number) => boolean;
type Matcher = (at: number, rest: Rest) => boolean;

/** Thrown inside the matcher once a search has taken more steps than it may. */
class TooManySteps extends Error {}

/**
 * Counts what a backtracking matcher does with a pattern, one step for each place at which a part of it is tried. It reads
 * a text as `matchAll` does: from each start, and on behind each match. The count is what a plain engine needs; it looks at
 * no clock, so it is the same on every machine.
 */
export class StepCounter {
  readonly atoms: readonly ((char: string) => boolean)[];
  #text = "";
  #steps = 0;
  #limit = 0;
  readonly #groups = new Map<AST.CapturingGroup, string>();
  readonly #matcher: Matcher;
  readonly #flags: string;
  readonly #unicode: boolean;
  readonly #anchored: boolean;
  readonly #tests = new Map<string, (char: string) => boolean>();

  constructor(readonly tree: AST.RegExpLiteral) {
    this.#flags = `${tree.flags.ignoreCase ? "i" : ""}${tree.flags.unicode ? "u" : ""}${tree.flags.dotAll ? "s" : ""}`;
    this.#unicode = tree.flags.unicode;
    this.#matcher = this.#either(tree.pattern.alternatives, true);
    this.#anchored = tree.pattern.alternatives.every(
      ({ elements: [first] }) =>
        first?.type === "Assertion" && first.kind === "start" && !tree.flags.multiline,
    );
    this.atoms = [...this.#tests.values()];
  }

  static of(source: string, flags: string): StepCounter {
    const tree = new RegExpParser({ ecmaVersion: 2025 }).parseLiteral(`/${source}/${flags}`);
    return new StepCounter(tree);
  }

  /** Steps over the whole text, or `limit` where it would take more. */
  steps(text: string, limit: number): number {
    [this.#text, this.#steps, this.#limit] = [text, 0, limit];
    try {
      for (let at = 0; at <= text.length && !(this.#anchored && at > 0); ) {
        let end = -1;
        this.#groups.clear();
        const found = this.#matcher(at, (to) => {
          end = to;
          return true;
        });
        at = found && end > at ? end : at + 1;
      }
    } catch (error) {
      if (!(error instanceof TooManySteps)) throw error;
      return limit;
    }
    return this.#steps;
  }

  #step(): void {
    if (++this.#steps >= this.#limit) throw new TooManySteps();
  }

  #either(alternatives: readonly AST.Alternative[], forward: boolean): Matcher {
    const each = alternatives.map(({ elements }) => this.#inOrder(elements, forward));
    const [only] = each;
    if (each.length === 1 && only) return only;
    const firsts = alternatives.map(({ elements }) => (forward ? this.#first(elements) : undefined));
    const open = new Map<string, readonly Matcher[]>();
    // Branches that the next character shuts out are counted at once, so that long lists of words take no time here.
    return (at, rest) => {
      const char = this.#text.slice(at, this.#next(at, true) ?? at);
      let left = open.get(char);
      if (left === undefined) {
        left = each.filter((_, branch) => firsts[branch]?.(char) !== false);
        open.set(char, left);
      }
      this.#steps += each.length - left.length;
      return left.some((one) => one(at, rest));
    };
  }

  /** Which next characters do not shut a branch out; undefined where that takes more than to look at one. */
  #first([element, ...rest]: readonly AST.Element[]): ((char: string) => boolean) | undefined {
    if (element === undefined) return undefined;
    if (isAtom(element)) return this.#atom(element.raw);
    if (element.type === "Quantifier") return element.min > 0 ? this.#first([element.element]) : undefined;
    if (element.type === "Assertion")
      return element.kind === "word" || element.kind === "start" ? this.#first(rest) : undefined;
    if (element.type !== "Group" && element.type !== "CapturingGroup") return undefined;
    const firsts = element.alternatives.map(({ elements }) => this.#first(elements));
    return firsts.includes(undefined) ? undefined : (char) => firsts.some((fits) => fits?.(char));
  }

  #inOrder(elements: readonly AST.Element[], forward: boolean): Matcher {
    const parts = elements.map((element) => this.#of(element, forward));
    if (!forward) parts.reverse();
    return parts.reduceRight<Matcher>(
      (after, part) => (at, rest) => part(at, (to) => after(to, rest)),
      (at, rest) => rest(at),
    );
  }

  #of(element: AST.Element, forward: boolean): Matcher {
    switch (element.type) {
      case "Group":
        return this.#either(element.alternatives, forward);
      case "CapturingGroup": {
        const inner = this.#either(element.alternatives, forward);
        return (at, rest) =>
          inner(at, (to) => {
            this.#groups.set(element, this.#text.slice(Math.min(at, to), Math.max(at, to)));
            return rest(to);
          });
      }
      case "Quantifier":
        return this.#repeated(element, forward);
      case "Assertion":
        return this.#assertion(element);
      case "Backreference": {
        const [group] = [element.resolved].flat();
        return (at, rest) => {
          this.#step();
          const words = (group && this.#groups.get(group)) ?? "";
          const from = forward ? at : at - words.length;
          return this.#text.startsWith(words, from) && rest(forward ? at + words.length : from);
        };
      }
      default: {
        const fits = this.#atom(element.raw);
        return (at, rest) => {
          const to = this.#next(at, forward);
          this.#step();
          return to !== undefined && fits(this.#text.slice(Math.min(at, to), Math.max(at, to))) && rest(to);
        };
      }
    }
  }

  #repeated(element: AST.Quantifier, forward: boolean): Matcher {
    const { min, max, greedy } = element;
    if (isAtom(element.element)) return this.#run(element, forward);
    const inner = this.#of(element.element, forward);
    const from = (count: number, at: number, rest: Rest): boolean => {
      const more = (): boolean =>
        count < max && inner(at, (to) => (to !== at || count < min) && from(count + 1, to, rest));
      const enough = (): boolean => count >= min && rest(at);
      return greedy ? more() || enough() : enough() || more();
    };
    return (at, rest) => from(0, at, rest);
  }

  /** A run of single characters, in a loop where nested calls would fill the stack. */
  #run({ element, min, max, greedy }: AST.Quantifier, forward: boolean): Matcher {
    const fits = this.#atom(element.raw);
    return (at, rest) => {
      const ends = [at];
      const grow = (): boolean => {
        const last = ends[ends.length - 1] as number;
        const to = this.#next(last, forward);
        this.#step();
        if (ends.length > max || to === undefined) return false;
        if (!fits(this.#text.slice(Math.min(last, to), Math.max(last, to)))) return false;
        ends.push(to);
        return true;
      };
      while (ends.length <= min) if (!grow()) return false;
      if (greedy) {
        while (grow());
        for (let count = ends.length - 1; count >= min; count--) {
          this.#step();
          if (rest(ends[count] as number)) return true;
        }
        return false;
      }
      do {
        this.#step();
        if (rest(ends[ends.length - 1] as number)) return true;
      } while (grow());
      return false;
    };
  }

  #assertion(element: AST.Assertion): Matcher {
    if (element.kind === "lookahead" || element.kind === "lookbehind") {
      const inner = this.#either(element.alternatives, element.kind === "lookahead");
      return (at, rest) => inner(at, () => true) !== element.negate && rest(at);
    }
    const lines = this.tree.flags.multiline;
    const isWord = (at: number): boolean => /\w/.test(this.#text[at] ?? "");
    const isBreak = (at: number): boolean => lines && /[\n\r\u2028\u2029]/.test(this.#text[at] ?? "");
    const holds = (at: number): boolean => {
      if (element.kind === "word") return (isWord(at - 1) !== isWord(at)) !== element.negate;
      if (element.kind === "start") return at === 0 || isBreak(at - 1);
      return at === this.#text.length || isBreak(at);
    };
    return (at, rest) => {
      this.#step();
      return holds(at) && rest(at);
    };
  }

  #next(at: number, forward: boolean): number | undefined {
    if (forward ? at >= this.#text.length : at <= 0) return undefined;
    const pair =
      this.#unicode && /^[\ud800-\udbff][\udc00-\udfff]$/.test(this.#text.substr(forward ? at : at - 2, 2));
    return at + (forward ? 1 : -1) * (pair ? 2 : 1);
  }

  /** Whether one character fits an atom is asked of the engine itself, once for each character. */
  #atom(raw: string): (char: string) => boolean {
    const known = this.#tests.get(raw);
    if (known !== undefined) return known;
    const pattern = new RegExp(`^${raw}$`, this.#flags);
    const seen = new Map<string, boolean>();
    const fits = (char: string): boolean => {
      let fit = seen.get(char);
      if (fit === undefined) {
        fit = pattern.test(char) && char !== "";
        seen.set(char, fit);
      }
      return fit;
    };
    this.#tests.set(raw, fits);
    return fits;
  }
}

/** True where an element always takes exactly one character. */
export function isAtom(element: AST.Element): boolean {
  return ["Character", "CharacterClass", "CharacterSet", "ExpressionCharacterClass"].includes(element.type);
}
