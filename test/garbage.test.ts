import { describe, expect, it } from "vitest";
import { bombard, callables } from "./support/garbage.js";
import { seededRandom } from "./support/random.js";
import { ENTRIES } from "./support/spoilt/surface.js";

const root = new URL("../src/", import.meta.url);
const RUNS = Number(process.env["RUNS"] ?? 50);

describe("whatever a public function is given", () => {
  it.each(ENTRIES)(
    "%s works or refuses with a code, and gives no number that JSON cannot hold",
    async (entry) => {
      const offers = (await import(new URL(entry, root).href)) as Readonly<Record<string, unknown>>;
      const faults: string[] = [];
      let calls = 0;
      const held = callables(entry, offers);
      for (const one of held) {
        const outcome = await bombard(one, seededRandom(one.name.length * 31 + 7), RUNS);
        calls += outcome.worked + outcome.refused + outcome.faults.length;
        faults.push(...outcome.faults.map((fault) => `${one.name}: ${fault}`));
      }
      expect(faults).toEqual([]);
      expect(calls).toBe(held.length * RUNS);
      expect(Object.prototype).not.toHaveProperty("polluted");
    },
  );
});
