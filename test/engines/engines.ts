/**
 * The engines of the matrix. Each gets the built package, runs the one program, and gives its text. What an engine needs from npm is
 * installed for it alone, so that the package's own tree stays small.
 */
import { join } from "node:path";
import { type Bench, iife, type Outcome } from "./bench.js";
import {
  onBareContext,
  onChromium,
  onMembrane,
  onNeutralBundle,
  onQuickJs,
  onWorkerd,
} from "./in-sandboxes.js";
import { onDeno, onLwc, onNode, onSes } from "./on-commands.js";

/** An engine or host of the matrix. */
export interface Engine {
  readonly name: string;
  /** Which of the package's builds it takes. */
  readonly takes: string;
  /** From npm, with the versions that this was written for. */
  readonly packages: readonly string[];
  readonly run: (bench: Bench) => Promise<Outcome>;
}

export const ENGINES: readonly Engine[] = [
  {
    name: "Node, the one that runs this",
    takes: "ESM",
    packages: [],
    run: async (bench) => onNode(bench, process.execPath),
  },
  ...[22, 24].map(
    (major): Engine => ({
      name: `Node ${major}`,
      takes: "ESM",
      packages: [`node@${major}`],
      run: async (bench) => onNode(bench, join(bench.folder, "node_modules/.bin/node")),
    }),
  ),
  {
    name: "Bun",
    takes: "ESM",
    packages: ["bun@1"],
    run: async (bench) => onNode(bench, join(bench.folder, "node_modules/.bin/bun")),
  },
  { name: "Deno", takes: "ESM", packages: ["deno@2"], run: onDeno },
  {
    name: "Cloudflare's workerd, by miniflare",
    takes: "ESM, bundled",
    packages: ["miniflare@4"],
    run: onWorkerd,
  },
  {
    name: "bare `vm` context, no global but the language's",
    takes: "IIFE",
    packages: [],
    run: async (bench) => onBareContext(bench, iife(bench)),
  },
  {
    name: "the same, bundled for `--platform=neutral`",
    takes: "ESM, bundled",
    packages: [],
    run: onNeutralBundle,
  },
  {
    name: "QuickJS (quickjs-emscripten)",
    takes: "IIFE",
    packages: ["quickjs-emscripten@0.32"],
    run: onQuickJs,
  },
  { name: "SES lockdown, a Compartment", takes: "IIFE, typed arrays given", packages: ["ses@2"], run: onSes },
  {
    name: "Salesforce near-membrane",
    takes: "IIFE",
    packages: ["@locker/near-membrane-node@0.11"],
    run: onMembrane,
  },
  {
    name: "Lightning compiler (`@lwc/compiler`)",
    takes: "ES2021 module, compiled",
    packages: ["@lwc/compiler@9"],
    run: onLwc,
  },
  { name: "Chromium page, strict CSP and Trusted Types", takes: "IIFE", packages: [], run: onChromium },
];
