/** All that the command has of the world around it, so that a test can stand in for it. */
export interface Io {
  out(text: string): void;
  /** For notices and progress, never for answers. */
  err(text: string): void;
  /** True where somebody watches `err`. */
  readonly isWatched: boolean;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today where the caller lives, `YYYY-MM-DD`. */
  today(): string;
  /** Characters of a line. */
  readonly columns: number;
  /** Asks the one at the keyboard; absent where nobody is there. Undefined: they want to stop. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  /** Opens a file in a browser, or an address in its program; false where that is not possible. */
  show(target: string): boolean;
  /** Folder of the examples of the demo. */
  readonly data: URL;
  readonly version: string;
  /** Milliseconds to wait for another command that writes to the same folder. */
  readonly patience: number;
}

/** One option of a command. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  /** How the value is called in the help: `FILE`. */
  readonly value?: string;
  readonly help: string;
}

/** A call of a command, read and checked. */
export interface Call {
  readonly io: Io;
  readonly words: readonly string[];
  /** The day as of which it is answered. */
  readonly now: string;
  readonly json: boolean;
  readonly demo: boolean;
  /** The folder with the state. */
  readonly folder: string;
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  flag(option: string): boolean;
  /** A number above 0. */
  number(option: string): number | undefined;
}

/** What a command answers: the same in words and as JSON. */
export interface Answer {
  readonly text: string;
  readonly json: unknown;
  /** @defaultValue 0 */
  readonly exit?: number;
}

/** A command of the list. */
export interface Command {
  readonly name: string;
  /** Its arguments: `"Bob Smith at Acme"`. */
  readonly usage: string;
  /** One line. */
  readonly summary: string;
  readonly details?: readonly string[];
  readonly options?: Readonly<Record<string, Option>>;
  /** Words that it takes at least and at most. */
  readonly words: readonly [least: number, most: number];
  run(call: Call): Promise<Answer> | Answer;
}
