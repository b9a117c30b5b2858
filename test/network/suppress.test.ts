import { expect, it } from "vitest";
import { IntroductionPlanner } from "../../src/index.js";
import {
  readCareers,
  readGoogleContacts,
  readLinkedInConnections,
  readVCards,
} from "../../src/ingest/index.js";
import { Network, type NetworkImport } from "../../src/network/index.js";
import { asOf0_1 } from "../support/as-of-0-1.js";

const ADA = { id: "ada", name: "Ada Park" };
const ZOE = "https://www.linkedin.com/in/zoe-quill";
const LINKEDIN = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Zoe,Quill,${ZOE},zoe@quill.example,Acme,CEO,12 Mar 2024
Tom,Stay,https://www.linkedin.com/in/tom-stay,,Acme,CTO,12 Mar 2024
`;

/** One human as each reader brings them: by address, by profile, by name and company. */
const RETURNS: readonly (readonly [string, NetworkImport])[] = [
  ["the same file", readLinkedInConnections(LINKEDIN, { owner: ADA })],
  [
    "contacts with the address in other letters",
    readGoogleContacts("First Name,Last Name,E-mail 1 - Value\nZ.,Q.,Zoe@Quill.example\n", { owner: ADA }),
  ],
  [
    "a card with name and company",
    readVCards("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoe Quill\r\nORG:Acme Inc.\r\nEND:VCARD\r\n", {
      owner: ADA,
    }),
  ],
  [
    "careers, where the company is a former employer",
    readCareers("person,name,organization,from,to\nz,Zoe Quill,Acme,2019,2020\n", { owner: ADA }),
  ],
  ["a record by hand", { people: [{ id: "other", profileUrl: `${ZOE}/en` }], ties: [] }],
];

function networkOf(): Network {
  const network = new Network();
  network.import(readLinkedInConnections(LINKEDIN, { owner: ADA }));
  return network;
}

const zoeIn = (network: Network): string =>
  network.people().find(({ profileUrl }) => profileUrl === ZOE)?.id ?? "";

it("who was erased comes back with no import of any reader, and each says so; others come in", () => {
  for (const save of [false, true]) {
    for (const [how, records] of RETURNS) {
      const planner = new IntroductionPlanner({ network: networkOf() });
      planner.erase(zoeIn(planner.network));
      const { network } = save ? IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(planner))) : planner;
      const { issues } = network.import(records);
      expect(
        issues.map(({ code }) => code),
        how,
      ).toEqual(["SUPPRESSED"]);
      const text = JSON.stringify(network);
      expect(text, how).not.toMatch(/zoe|quill/i);
      expect(text).toContain("Tom Stay");
      expect(JSON.stringify(issues)).not.toMatch(/zoe|quill/i);
    }
  }
});

it("ties and interactions of who is suppressed stay out too, as an end and as a teller", () => {
  const network = new Network();
  network.suppress("zoe");
  for (const id of ["ada", "tom"]) network.addPerson({ id });
  const people = [{ id: "zoe" }];
  const call = { from: "ada", at: "2026-01-02", direction: "out", kind: "call" } as const;
  const { issues } = network.import({
    people,
    ties: [
      { from: "zoe", to: "tom", evidence: {} },
      { from: "ada", to: "tom", owner: "zoe", evidence: { contexts: ["told by zoe"] } },
    ],
    interactions: [{ ...call, to: "zoe" }],
  });
  // A later file may name the id without a record of it.
  network.import({ people: [], ties: [{ from: "ada", to: "zoe", evidence: {} }] });
  expect(network.ties()).toEqual([]);
  expect(issues.map(({ code }) => code)).toEqual(["SUPPRESSED", "OWNER_OPTED_OUT"]);
  expect(JSON.stringify(network)).not.toContain("zoe");
});

it("by an id, by a list of addresses, by a record, by an id that was merged away", () => {
  const forms: ((network: Network, id: string) => void)[] = [
    (network, id) => network.suppress(id),
    (network) => network.suppress(["ZOE@quill.example", ZOE]),
    (network) => network.suppress({ id: "x", emails: ["zoe@quill.example"] }),
    (network, id) => {
      network.merge({ merged: [{ keep: id, gone: "old" }] });
      network.suppress("old");
    },
  ];
  for (const suppress of forms) {
    const network = networkOf();
    const id = zoeIn(network);
    suppress(network, id);
    network.removePerson(id);
    const again = Network.fromJSON(JSON.parse(JSON.stringify(network)));
    expect(JSON.stringify(again)).toBe(JSON.stringify(network));
    expect(again.import(readLinkedInConnections(LINKEDIN, { owner: ADA })).issues).toHaveLength(1);
    expect(zoeIn(again)).toBe("");
  }
});

it("a namesake elsewhere comes in, and so does a colleague with the mailbox of the office", () => {
  const network = new Network();
  network.suppress({ id: "a", name: "Zoe Quill", company: "Acme", emails: ["info@acme.example"] });
  const people = [
    { id: "b", name: "Zoe Quill", company: "Beta" },
    { id: "c", name: "Tom Stay", company: "Acme", emails: ["info@acme.example"] },
  ];
  expect(network.import({ people, ties: [] }).issues).toEqual([]);
  expect(network.size).toBe(2);
});

it("ties of an owner who has opted out stay out with an issue that counts them, also once the owner is erased", () => {
  for (const erased of [false, true]) {
    const planner = new IntroductionPlanner({ network: networkOf() });
    planner.network.optOut("ada");
    if (erased) planner.erase("ada");
    const again = IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(planner)));
    const { issues } = again.network.import({
      people: [{ id: "ben" }, { id: "cleo" }],
      ties: [{ from: "ben", to: "cleo", owner: "ada", evidence: {} }],
    });
    expect(issues).toMatchObject([{ code: "OWNER_OPTED_OUT", details: { count: 1 } }]);
    expect(again.network.tieCount).toBe(0);
    if (erased) expect(JSON.stringify(again.network)).not.toContain('"ada"');
  }
});

it("what holds no key is refused, and so are digests that are none", () => {
  const network = new Network();
  for (const none of [undefined, null, 7, [], "", [""], {}])
    expect(() => network.suppress(none as never), String(none)).toThrow(/./);
  expect(() => Network.fromJSON(asOf0_1(network.toJSON(), { suppressed: ["zoe"] }))).toThrow(
    expect.objectContaining({ code: "INVALID_SNAPSHOT" }),
  );
});

it("who was erased stays out in each form of the name that a look-up is sure of, and under each name that the caller gives", () => {
  for (const [name, forms, others] of [
    [
      "Jean-Luc Müller",
      ["Müller, Jean-Luc", "Jean-Luc Mueller", "Jean\u00adLuc Müller", "Dr. Jean Luc Muller"],
      ["Luc Müller"],
    ],
    ["Müller, Jean-Luc", ["Jean-Luc Müller"], ["Jean Müller"]],
    ["Seán O’Brien", ["Sean O Brien", "Sean OBrien", "O'Brien, Sean"], ["Sean Brian"]],
    ["Søren Ærø", ["Soeren Aeroe", "Ærø Søren"], ["Soren Ar"]],
    ["Владимир Кузнецов", ["Кузнецов Владимир"], ["Владимир Иванов"]],
    ["李小龍", ["李 小龍"], ["李小明"]],
    ["Lena Bach", ["Bach, Lena", "Lena Fox"], ["Nela Bach"]],
  ] as const) {
    const network = new Network();
    network.addPerson({ id: "gone", name, company: "Acme" });
    network.addPerson({ id: "ann", spells: [{ kind: "event", organization: `${name} farewell dinner` }] });
    new IntroductionPlanner({ network }).erase("gone", { names: ["Lena Fox"] });
    expect(JSON.stringify(network)).not.toContain("farewell");
    const people = [...forms, ...others].map((one, i) => ({ id: `p${i}`, name: one, company: "Acme Inc." }));
    network.import({ people, ties: [] });
    expect(people.filter(({ id }) => network.has(id)).map((one) => one.name)).toEqual(others);
  }
});
