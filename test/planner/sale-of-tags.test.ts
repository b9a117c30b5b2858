import { describe, expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import type { Tag } from "../../src/people/index.js";
import { IntroductionPlanner } from "../../src/planner/planner.js";
import { saleAgeOfTags } from "../../src/planner/sale-of-tags.js";

const sold = (owner?: string, at = "2026-11-20"): Tag => ({
  code: "source:clients",
  evidence: "won deal",
  at,
  ...(owner && { owner }),
});
const TODAY = 20_779; // 2026-11-22

describe("a sale that an owner's CRM told of", () => {
  it("counts for the one who asks where it is theirs or nobody's in particular", () => {
    const age = (...tags: Tag[]) => saleAgeOfTags({ id: "ann", tags }, TODAY as never, { seeker: "me" });
    expect(age(sold())).toBe(2);
    expect(age(sold("me"))).toBe(2);
    expect(age(sold("col"))).toBeUndefined();
    expect(age(sold("ann"))).toBeUndefined();
    expect(age(sold("col"), sold("me", "2026-11-12"), sold(undefined, "2026-11-02"))).toBe(10);
    expect(saleAgeOfTags(undefined, TODAY as never, { seeker: "me" })).toBeUndefined();
  });

  it("does not count for who is known to be discontent, whoever told of that, nor for other codes that are given", () => {
    const low: Tag = { code: "satisfaction:low", evidence: "NPS 2 of 10", owner: "col" };
    const person = { id: "ann", tags: [sold("me"), low] };
    expect(saleAgeOfTags(person, TODAY as never, { seeker: "me" })).toBeUndefined();
    expect(saleAgeOfTags(person, TODAY as never, { seeker: "me", notNow: [] })).toBe(2);
    expect(
      saleAgeOfTags(person, TODAY as never, { seeker: "me", notNow: ["source:clients"] }),
    ).toBeUndefined();
  });

  it("counts nothing that another one told in private: neither a sale nor that they are discontent", () => {
    const low = (fields: Partial<Tag>): Tag => ({ code: "satisfaction:low", evidence: "NPS 2", ...fields });
    const age = (...tags: Tag[]) => {
      const network = new Network();
      for (const id of ["me", "col"]) network.addPerson({ id });
      network.addPerson({ id: "ann", tags });
      for (const from of ["me", "col"]) network.addTie({ from, to: "ann", evidence: {} });
      return saleAgeOfTags(network.seenBy("me").person("ann"), TODAY as never, { seeker: "me" });
    };
    expect(age(sold("me"), low({ owner: "col", private: true }))).toBe(2);
    expect(age(sold("me"), low({ owner: "me", private: true }))).toBeUndefined();
    expect(age(sold("me"), low({ private: true }))).toBeUndefined();
    expect(age(sold("me"), low({ owner: "col", private: false }))).toBeUndefined();
    expect(age({ ...sold(), private: true })).toBe(2);
  });

  it("warms nobody else's asks, is one's own under a merged id too, and goes when its owner opts out", () => {
    const build = (tags: readonly Tag[]) => {
      const network = new Network();
      for (const id of ["me", "col", "bob"]) network.addPerson({ id, name: `${id} Park` });
      network.addPerson({ id: "ann", name: "Ann Lee", tags });
      for (const from of ["me", "col"]) network.addTie({ from, to: "ann", evidence: { closeness: 0.5 } });
      network.addTie({ from: "ann", to: "bob", evidence: { closeness: 0.5 } });
      return network;
    };
    const chance = (network: Network, seeker: string) =>
      new IntroductionPlanner({ network }).plan({ seeker, target: "bob", now: "2026-11-22" }).paths[0]
        ?.probability as number;
    const plain = chance(build([]), "me");
    const network = build([sold("col")]);
    expect(plain).toBeGreaterThan(0);
    expect(chance(network, "me")).toBe(plain);
    const warm = chance(network, "col");
    expect(warm).toBeGreaterThan(plain);
    network.mergePeople([["col", "col@old"]]);
    expect(chance(network, "col@old")).toBe(warm);
    network.optOut("col");
    expect(network.person("ann")?.tags).toBeUndefined();
    const aside = build([sold()]);
    aside.optOut("col");
    expect(aside.person("ann")?.tags).toHaveLength(1);
  });
});
