import type { Questions } from "./answers.js";

/** A worker, or what a worker sees of its page. */
export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

type Call = { readonly id: number; readonly name: keyof Questions; readonly given: unknown[] };
type Reply = {
  readonly id: number;
  readonly value?: unknown;
  readonly code?: string;
  readonly message?: string;
};

const NAMES = ["open", "read", "plan", "draft", "sent", "today", "saved"] as const;

/** The page's side: each question is a message, and its promise waits for the reply of the same number. */
export function askedOver(port: Port): Questions {
  const open = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  let last = 0;
  port.onmessage = ({ data }: MessageEvent<Reply>) => {
    const call = open.get(data.id);
    open.delete(data.id);
    if (data.message === undefined) call?.done(data.value);
    else call?.failed(Object.assign(new Error(data.message), { code: data.code }));
  };
  const ask =
    (name: keyof Questions) =>
    (...given: unknown[]) =>
      new Promise((done, failed) => {
        last++;
        open.set(last, { done, failed });
        port.postMessage({ id: last, name, given } satisfies Call);
      });
  return Object.fromEntries(NAMES.map((name) => [name, ask(name)])) as unknown as Questions;
}

/** The worker's side. A fault crosses as code and message, which hold no personal data where the library threw it. */
export function answerOver(port: Port, questions: Questions): void {
  port.onmessage = async ({ data: { id, name, given } }: MessageEvent<Call>) => {
    try {
      const answer = questions[NAMES[NAMES.indexOf(name)] as "open"] as (
        ...all: unknown[]
      ) => Promise<unknown>;
      port.postMessage({ id, value: await answer(...given) } satisfies Reply);
    } catch (error) {
      const { code, message } = error as { readonly code?: string; readonly message: string };
      port.postMessage({ id, message, ...(code === undefined ? {} : { code }) } satisfies Reply);
    }
  };
}
