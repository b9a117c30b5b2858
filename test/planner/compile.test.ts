import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { compileNetwork } from "../../src/paths/index.js";
import { runs } from "../support/journal-runs.js";

const now = "2026-11-23";
const request = { seeker: "p0", target: "p7", now };
type Rows = readonly (readonly [number, number, number, number])[];

function networkOf(rows: Rows): Network {
  const network = new Network();
  for (let i = 0; i < 8; i++)
    network.addPerson({ id: `p${i}`, name: `Person ${"ABCDEFGH"[i]}`, company: i > 5 ? "Acme" : "Birch" });
  for (const [a, b, closeness, month] of rows) {
    if (a === b) continue;
    const interactions = [{ at: `2026-0${month}-03`, direction: "out", kind: "message" }] as const;
    network.addTie({ from: `p${a}`, to: `p${b}`, evidence: { closeness: closeness / 10, interactions } });
  }
  return network;
}

const row = fc.tuple(fc.nat(7), fc.nat(7), fc.nat(10), fc.integer({ min: 1, max: 9 }));
const world: fc.Arbitrary<Rows> = fc.array(row, { minLength: 1, maxLength: 20 });
const LINE: Rows = [
  [0, 1, 9, 3],
  [1, 7, 8, 4],
  [0, 2, 5, 5],
  [2, 7, 6, 6],
];

describe("a compiled network as one buffer", () => {
  it("changes no plan: of the same network, of another, of another day or with other settings", () => {
    fc.assert(
      fc.property(world, world, fc.boolean(), (rows, others, isSame) => {
        const compiled = new IntroductionPlanner({ network: networkOf(rows) }).compile({ now });
        const network = () => networkOf(isSame ? rows : others);
        const plain = new IntroductionPlanner({ network: network() });
        const quick = new IntroductionPlanner({ network: network(), compiled });
        expect(quick.plan(request)).toEqual(plain.plan(request));
        const later = { ...request, now: "2026-12-24" };
        expect(new IntroductionPlanner({ network: network(), compiled }).plan(later)).toEqual(
          plain.plan(later),
        );
        const settings = { ties: { consent: { strength: 2 } } };
        const [one, other] = [{ compiled }, {}].map(
          (more) => new IntroductionPlanner({ network: network(), settings, ...more }),
        );
        expect(one?.plan(request)).toEqual(other?.plan(request));
      }),
      { numRuns: runs(40) },
    );
  });

  it("is taken up by whoever restores the planner, follows what changes then, and is the same bytes each time", () => {
    const planner = new IntroductionPlanner({ network: networkOf(LINE) });
    expect(() => planner.compile()).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    planner.plan(request);
    const compiled = planner.compile();
    expect(new Uint8Array(compiled)).toEqual(new Uint8Array(compileNetwork(networkOf(LINE), { now })));
    const again = IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(planner)), { compiled });
    expect(again.plan(request)).toEqual(planner.plan(request));
    for (const one of [planner, again])
      one.network.addTie({ from: "p0", to: "p7", evidence: { closeness: 1 } });
    expect(again.plan(request)).toEqual(planner.plan(request));
    expect(again.plan(request).paths[0]?.people).toEqual(["p0", "p7"]);
  });

  it("with any byte changed, cut or doubled is refused", () => {
    const bytes = new Uint8Array(compileNetwork(networkOf(LINE), { now }));
    const given = (changed: Uint8Array) => () =>
      new IntroductionPlanner({ network: networkOf(LINE), compiled: changed.slice().buffer });
    expect(given(bytes)).not.toThrow();
    const corrupt = expect.objectContaining({ code: "INDEX_CORRUPT" });
    for (let i = 0; i < bytes.length; i++) {
      const changed = bytes.slice();
      changed[i] = (changed[i] as number) ^ (1 << (i % 8));
      expect(given(changed), `byte ${i}`).toThrow(corrupt);
    }
    expect(given(bytes.slice(0, -8))).toThrow(corrupt);
    expect(given(new Uint8Array([...bytes, ...bytes.slice(-8)]))).toThrow(corrupt);
    expect(given(new Uint8Array(3))).toThrow(corrupt);
    for (const none of [bytes, "x", 7] as unknown[])
      expect(
        () => new IntroductionPlanner({ network: networkOf(LINE), compiled: none as ArrayBuffer }),
      ).toThrow(corrupt);
  });
});
