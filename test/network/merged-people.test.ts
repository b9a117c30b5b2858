import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { fromRecords } from "../../src/ingest/index.js";
import { stepsOf } from "../support/steps.js";

const me = { id: "me", name: "Me Self" };
const ann = { id: "ann", name: "Ann Own" };
const zoe = {
  id: "7",
  properties: { firstname: "Zoe", lastname: "Quill", email: "zoe@quill.example", company: "Acme" },
};
const renamed = { subscriptionType: "contact.propertyChange", objectId: 7, occurredAt: 2 };
const HUBSPOT = { owner: me, format: "hubspot" } as const;
const others = (network: Network) => network.people().filter(({ id }) => !["me", "ann"].includes(id));

describe("who is not to come in", () => {
  it("stays out where a later record tells no more than a field, an activity or a company of theirs", () => {
    const network = new Network();
    network.suppress("zoe@quill.example");
    const whole = fromRecords({ contacts: [zoe] }, HUBSPOT);
    expect(network.import(whole).issues.map(({ code }) => code)).toEqual(["SUPPRESSED"]);
    const field = { ...renamed, propertyName: "lastname", propertyValue: "Quill-Smith" };
    const deal = {
      id: "1",
      properties: { dealstage: "closedwon" },
      associations: { contacts: { results: [{ id: "7" }] } },
    };
    for (const records of [[field], { deals: [deal] }]) {
      const part = fromRecords(records, { ...HUBSPOT, before: whole.kept });
      expect(network.import(part).issues.map(({ code }) => code)).toEqual(["SUPPRESSED"]);
      expect(others(network)).toEqual([]);
    }
    const again = Network.fromJSON(JSON.parse(JSON.stringify(network)));
    again.import(fromRecords([{ ...field, propertyName: "firstname" }], { ...HUBSPOT, before: whole.kept }));
    expect(others(again)).toEqual([]);
  });

  it("stays out under the id of whom a system has made one with them", () => {
    const network = new Network();
    const first = fromRecords({ contacts: [zoe] }, HUBSPOT);
    network.import(first);
    const planner = new IntroductionPlanner({ network });
    planner.erase(others(network)[0]?.id as string);
    const merged = { id: "9", properties: { firstname: "Z.", lastname: "Q.", hs_merged_object_ids: "7;8" } };
    const later = fromRecords({ contacts: [merged] }, { ...HUBSPOT, before: first.kept });
    expect(network.import(later).issues.map(({ code }) => code)).toEqual(["SUPPRESSED"]);
    const field = { ...renamed, objectId: 9, propertyName: "firstname", propertyValue: "Zo" };
    network.import(fromRecords([field], { ...HUBSPOT, before: later.kept }));
    expect(others(network)).toEqual([]);
  });
});

it("what one tells in private of whoever is not to come in keeps nobody out of what others tell", () => {
  const network = new Network();
  network.suppress(["gone", "zoe@quill.example"]);
  const tom = { id: "tom", name: "Tom Stay", company: "Beta" };
  const uma = { id: "uma", name: "Uma Stay", company: "Beta" };
  const mail = { ...tom, emails: ["zoe@quill.example"] };
  network.import(
    { people: [me, mail], ties: [], mergedPeople: [{ keep: "uma", gone: "gone" }] },
    { owner: "me", visibility: "private" },
  );
  expect(network.import({ people: [ann, tom, uma], ties: [] }, { owner: "ann" }).issues).toEqual([]);
  expect(others(network).map(({ id }) => id)).toEqual(["tom", "uma"]);
});

describe("people whom records make one", () => {
  it("are so of one of whom their teller hears, and not of whom another alone told in private", () => {
    const isOne = (teller: string): boolean => {
      const network = new Network();
      const tie = { from: teller, to: "k9", evidence: {} };
      network.import(
        { people: [me, ann, { id: "k9", name: "Kept" }], ties: [tie] },
        { owner: teller, visibility: "private" },
      );
      network.import(
        { people: [{ id: "z1", name: "Zed" }], ties: [], mergedPeople: [{ keep: "k9", gone: "z1" }] },
        { owner: "me" },
      );
      return network.canonical("z1") === network.canonical("k9");
    };
    expect([isOne("me"), isOne("ann")]).toEqual([true, false]);
  });

  it("are known by the id that is gone to whoever hears of them, whatever another told of it in private", () => {
    for (const isHidden of [false, true]) {
      const network = new Network();
      network.addPerson({ id: "bob", name: "Bob Seller" });
      network.import({ people: [me, { id: "z1", name: "Zed" }], ties: [] }, { owner: "me" });
      const hidden = { people: [ann, { id: "g7", name: "Hidden" }], ties: [] };
      if (isHidden) network.import(hidden, { owner: "ann", visibility: "private" });
      const merge = { people: [], ties: [], mergedPeople: [{ keep: "z1", gone: "g7" }] };
      network.import(merge, { owner: "me" });
      const found = new IntroductionPlanner({ network }).find("g7", { seeker: "bob" });
      expect(found.map(({ person }) => person)).toEqual(["z1"]);
    }
  });

  it.each(["private", "masked"] as const)(
    "keep an id that was told to all, where a %s tie alone shows them",
    (visibility) => {
      const network = new Network();
      for (const id of ["me", "z1"]) network.addPerson({ id, name: `Own ${id}` });
      network.addTie({ from: "me", to: "z1", evidence: {}, visibility });
      const hidden = { people: [ann, { id: "a7", name: "Hidden" }], ties: [] };
      network.import(hidden, { owner: "ann", visibility: "private" });
      network.decide([{ a: "a7", b: "z1", same: true }]);
      expect([network.canonical("a7"), network.seenBy("me").mayName("z1")]).toEqual(["z1", true]);
    },
  );

  it.each([
    ["merges", (network: Network) => network.merge({ merged: [{ keep: "a7", gone: "z1" }] })],
    ["decides", (network: Network) => network.decide([{ a: "a7", b: "z1", same: true }])],
    [
      "merges a chain",
      (network: Network) =>
        network.merge({
          merged: [
            { keep: "a7", gone: "z1" },
            { keep: "a6", gone: "a7" },
            { keep: "a6", gone: "z2" },
          ],
        }),
    ],
  ])("keep an id that everybody may know, where a caller %s", (_, make) => {
    const network = new Network();
    const shared = ["z1", "z2"].map((id) => ({ id, name: "Cara Diaz", company: "Acme" }));
    network.import({ people: [me, ...shared], ties: [] }, { owner: "me" });
    const hidden = ["a6", "a7"].map((id) => ({ id, name: "Hidden" }));
    network.import({ people: [ann, ...hidden], ties: [] }, { owner: "ann", visibility: "private" });
    make(network);
    expect(network.canonical("a7")).toBe("z1");
    const planner = new IntroductionPlanner({ network });
    expect(planner.find("Cara Diaz at Acme", { seeker: "me" })[0]?.person).toBe("z1");
    expect(planner.find("a7", { seeker: "me" })).toEqual([]);
  });

  it.each(["private", "masked"] as const)("are one for nobody where the import is %s", (visibility) => {
    const told = (isMerging: boolean): string => {
      const network = new Network();
      network.import(
        fromRecords({ contacts: [{ id: "8", name: "Tom Stay", company: "Beta" }] }, { owner: ann }),
      );
      const secret = { id: "9", name: "Secret Human", ...(isMerging && { mergedIds: ["8"] }) };
      network.import(fromRecords({ contacts: [secret] }, { owner: me }), { visibility });
      const planner = new IntroductionPlanner({ network });
      return JSON.stringify(
        planner.plan({ seeker: "ann", target: { name: "Tom Stay", company: "Beta" }, now: "2026-03-02" }),
      );
    };
    expect(told(true)).toBe(told(false));
  });

  it("are never the owner, whatever record of a contact a system says theirs went into", () => {
    const network = new Network();
    const idOf = ({ recordId }: { recordId?: string }) => (recordId === "hubspot:1" ? "me" : undefined);
    const contacts = ["Me Self", "Tom Stay"].map((name, i) => ({
      id: String(i + 1),
      properties: { firstname: name.split(" ")[0], lastname: name.split(" ")[1], company: "Beta" },
    }));
    const first = fromRecords({ contacts }, { ...HUBSPOT, idOf: idOf as never });
    network.import(first);
    const merge = {
      subscriptionType: "contact.merge",
      primaryObjectId: 2,
      mergedObjectIds: [1],
      objectId: 2,
    };
    network.import(fromRecords([merge], { ...HUBSPOT, idOf: idOf as never, before: first.kept }));
    expect(network.canonical("me")).toBe("me");
    expect(others(network).map(({ name }) => name)).toEqual(["Tom Stay"]);
  });
});

it("a long chain of merges is walked once: as many steps a record as with a short one", () => {
  const steps = (length: number): number => {
    const contacts = Array.from({ length }, (_, i) => ({
      id: `${i}`,
      name: `Name ${i}`,
      mergedInto: `${i + 1}`,
    }));
    return stepsOf(() => fromRecords({ contacts }, { owner: me })) / length;
  };
  expect(steps(800)).toBeLessThan(1.5 * steps(200));
});

it("many records made one person are joined once: about as many steps a record as of few", () => {
  const steps = (count: number): number => {
    const network = new Network();
    const people = Array.from({ length: count + 1 }, (_, n) => ({
      id: `p${n}`,
      name: "Per Son",
      company: `Firm ${n}`,
      emails: [`e${n}@x.example`],
    }));
    network.import({ people, ties: [] });
    const merged = Array.from({ length: count }, (_, n) => ({ keep: "p0", gone: `p${n + 1}` }));
    const looks = stepsOf(() => network.merge({ merged }));
    expect(network.people()[0]?.emails).toHaveLength(count + 1);
    return looks / count;
  };
  expect(steps(400)).toBeLessThan(2 * steps(100));
});
