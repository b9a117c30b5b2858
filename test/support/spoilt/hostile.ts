import { createContext, runInContext } from "node:vm";

/** Something that stands where a valid value did: made of that value, or undefined where there is none of this kind. */
export interface Hostile {
  readonly name: string;
  readonly put: (valid: unknown) => PropertyDescriptor | undefined;
}

const realm = createContext({});
const trapped = (): never => {
  throw new Error("a trap");
};

const plain: Readonly<Record<string, () => unknown>> = {
  null: () => null,
  "a symbol": () => Symbol("s"),
  "a BigInt": () => 10n,
  NaN: () => Number.NaN,
  "minus zero": () => -0,
  "1e308": () => 1e308,
  "an empty text": () => "",
  "a bare object": () => ({}),
  "a bare list": () => [],
  "a list of null": () => [null],
  "a proxy with traps": () =>
    new Proxy({}, { get: trapped, has: trapped, ownKeys: trapped, getPrototypeOf: trapped }),
  "a list behind traps": () => new Proxy(["a"], { get: trapped }),
  "a revoked proxy": () => revoked({}),
  "a revoked list": () => revoked([]),
  "a cycle": () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    return cycle;
  },
  "an object of another realm": () => runInContext("({ id: 'me', at: [1, 'a'] })", realm),
  "a fate that traps": () => ({
    get aborted(): boolean {
      return trapped();
    },
  }),
};

/** What takes the place of a valid value, one of each kind. */
export const HOSTILE: readonly Hostile[] = [
  ...Object.entries(plain).map(([name, make]): Hostile => ({ name, put: () => ({ value: make() }) })),
  { name: "a getter that throws", put: () => ({ get: trapped }) },
  { name: "an heir", put: (valid) => (isObject(valid) ? { value: Object.create(valid) } : undefined) },
  { name: "a proxy of it", put: (valid) => (isObject(valid) ? { value: new Proxy(valid, {}) } : undefined) },
];

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
