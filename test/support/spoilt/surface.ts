import { existsSync, readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Callable, callables } from "../garbage.js";
import type { Offers } from "./world.js";

const SOURCE = new URL("../../../src/", import.meta.url);

/** Every entry of the package, by room; base and planner have none of their own, and `lite` is a part of the root. */
export const ENTRIES: readonly string[] = [
  "index.ts",
  ...readdirSync(SOURCE)
    .filter(
      (room) => existsSync(new URL(`${room}/index.ts`, SOURCE)) && room !== "base" && room !== "planner",
    )
    .map((room) => `${room}/index.ts`),
  "network/graphology.ts",
  "drafts/locales/de.ts",
  "drafts/locales/es.ts",
];

/** What the package offers, each function once; of the folder of a packed copy where one is given. */
export async function surface(packed = process.env["SPOILT_PACKAGE"]): Promise<{
  readonly offers: Offers;
  readonly held: readonly Callable[];
}> {
  const offers: Record<string, unknown> = {};
  const held: Callable[] = [];
  const seen = new Set<unknown>();
  for (const href of packed === undefined
    ? [...ENTRIES, "planner/lite.ts"].map((entry) => new URL(entry, SOURCE).href)
    : entriesOf(packed)) {
    const module = (await import(/* @vite-ignore */ href)) as Readonly<Record<string, unknown>>;
    const own = Object.entries(module).filter(([, offer]) => !seen.has(offer));
    for (const [name, offer] of own) {
      seen.add(offer);
      offers[name] ??= offer;
    }
    held.push(...callables("", Object.fromEntries(own)));
  }
  return { offers: offers as unknown as Offers, held };
}

/** The modules of a packed copy's sub-paths. */
function entriesOf(packed: string): readonly string[] {
  const { exports } = JSON.parse(readFileSync(`${packed}/package.json`, "utf8")) as {
    readonly exports: Readonly<Record<string, { readonly import?: { readonly default: string } }>>;
  };
  return Object.values(exports).flatMap((one) =>
    one.import === undefined ? [] : [pathToFileURL(`${packed}/${one.import.default}`).href],
  );
}
