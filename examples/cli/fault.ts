/** What the command ends with; `warmpath help exit` tells of them. */
export const EXIT = { done: 0, fault: 1, usage: 2, file: 3, unclear: 4, busy: 5 } as const;

/** Why nothing came of a call, in words for the one who called, and what to do next. */
export class Fault extends Error {
  readonly exit: number;
  readonly next: string | undefined;

  constructor(kind: keyof typeof EXIT, message: string, next?: string) {
    super(message);
    this.exit = EXIT[kind];
    this.next = next;
  }
}
