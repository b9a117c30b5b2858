import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWarmpathError } from "../../src/base/index.js";
import { type EventInput, Journal, Vault } from "../../src/journal/index.js";
import { linkHasher } from "../../src/journal/link-hasher.js";
import { history, journalOf } from "../support/journal-arbitraries.js";

const DETAIL = { numRuns: 100 };

function corruption(run: () => unknown): { code: string; line?: unknown } {
  try {
    run();
  } catch (error) {
    if (isWarmpathError(error)) return { code: error.code, line: error.details["line"] };
    throw error;
  }
  return { code: "none" };
}

function sample(length = 12): Journal {
  const journal = new Journal();
  for (let i = 0; i < length; i++) {
    const giver = i % 2 === 0 ? "me" : "ann";
    journal.append({
      id: `e${i}`,
      type: "favor.given",
      at: `2026-03-${10 + i}`,
      giver,
      receiver: "bob",
      kind: "lunch",
    });
  }
  return journal;
}

describe("Journal.fromJSONL", () => {
  it("takes no damaged snapshot, and says so with its own error", () => {
    const { chain, vault } = sample(2).toJSON();
    const bad: unknown[] = [undefined, null, {}, [], 5, "", chain, { vault }, { chain: null }];
    bad.push({ chain: {} }, { chain: [chain] }, { chain: "" }, { chain: "null" }, { chain: chain.slice(9) });
    for (const json of bad) {
      expect([json, corruption(() => Journal.fromJSON(json as never)).code]).toEqual([
        json,
        "JOURNAL_CORRUPT",
      ]);
    }
    for (const text of [undefined, null, {}, 5]) {
      expect(corruption(() => Journal.fromJSONL(text as never)).code).toBe("JOURNAL_CORRUPT");
    }
    for (const broken of [null, {}, [], 5, "x", { ...vault, entries: [null] }, { ...vault, entries: {} }]) {
      const json = { chain, vault: broken } as never;
      expect(corruption(() => Journal.fromJSON(json)).code).toBe("VAULT_CORRUPT");
    }
  });

  it("reads back what was written, byte for byte", () => {
    fc.assert(
      fc.property(history(), (events) => {
        const journal = journalOf(new Journal(), events);
        const copy = Journal.fromJSONL(journal.toJSONL(), { vault: JSON.stringify(journal.vault) });
        expect(JSON.stringify(copy)).toBe(JSON.stringify(journal));
        expect(copy.events()).toEqual(journal.events());
        expect(copy.head()).toBe(journal.head());
        expect([...copy.lines()].join("\n")).toBe(journal.toJSONL().trimEnd());
        for (const event of events) expect(copy.append(event)).toBe("exists");
        const more: EventInput = { id: "new", type: "ask.claimed", at: "2026-01-01", ask: "k" };
        copy.append(more);
        journal.append(more);
        expect(copy.toJSONL()).toBe(journal.toJSONL());
        expect(Journal.fromJSON(JSON.parse(JSON.stringify(copy))).toJSONL()).toBe(copy.toJSONL());
      }),
      DETAIL,
    );
  });

  it("finds any changed byte, or reads the identical state (L10)", () => {
    const events = fc.sample(history(12), { seed: 5, numRuns: 3 });
    for (const journal of [sample(4), ...events.map((some) => journalOf(new Journal(), some))]) {
      const text = journal.toJSONL();
      for (let at = 0; at < text.length; at++) {
        for (const other of [text.charCodeAt(at) ^ 1, text.charCodeAt(at) ^ 32, 10]) {
          const changed = text.slice(0, at) + String.fromCharCode(other) + text.slice(at + 1);
          let read: Journal | undefined;
          const { code } = corruption(() => {
            read = Journal.fromJSONL(changed);
          });
          if (read === undefined) expect(["JOURNAL_CORRUPT", "SNAPSHOT_NEWER"]).toContain(code);
          else expect(read.toJSONL()).toBe(text);
        }
      }
    }
  });

  it("finds a cut at any place, and lines that were lost, doubled, added or moved", () => {
    const text = sample().toJSONL();
    for (let length = 0; length < text.length - 1; length++) {
      expect(corruption(() => Journal.fromJSONL(text.slice(0, length))).code).toBe("JOURNAL_CORRUPT");
    }
    const lines = text.trimEnd().split("\n");
    const save = (changed: string[]): string => changed.map((line) => `${line}\n`).join("");
    for (let i = 1; i < lines.length; i++) {
      const without = lines.filter((_, j) => j !== i);
      expect(corruption(() => Journal.fromJSONL(save(without)))).toEqual({
        code: "JOURNAL_CORRUPT",
        line: i + 1,
      });
      const doubled = lines.flatMap((line, j) => (j === i ? [line, line] : [line]));
      expect(corruption(() => Journal.fromJSONL(save(doubled)))).toEqual({
        code: "JOURNAL_CORRUPT",
        line: i + 2,
      });
    }
    const moved = [...lines];
    [moved[3], moved[7]] = [moved[7] as string, moved[3] as string];
    expect(corruption(() => Journal.fromJSONL(save(moved)))).toEqual({ code: "JOURNAL_CORRUPT", line: 4 });
    const longer = sample(13).toJSONL().trimEnd().split("\n");
    expect(corruption(() => Journal.fromJSONL(save([...lines, longer.at(-1) as string]))).code).toBe(
      "JOURNAL_CORRUPT",
    );
  });

  it("reads other line ends, blank lines and a missing last line end as the same journal", () => {
    const text = sample().toJSONL();
    for (const same of [text.trimEnd(), text.replaceAll("\n", "\r\n"), `${text}\n\n`]) {
      expect(Journal.fromJSONL(same).toJSONL()).toBe(text);
    }
  });

  it("reads lines one by one, from a file or a stream", async () => {
    const journal = sample();
    expect(Journal.fromLines(journal.lines()).toJSONL()).toBe(journal.toJSONL());
    async function* stream(): AsyncGenerator<string> {
      for (const line of journal.lines()) yield line;
    }
    expect((await Journal.fromLineStream(stream())).toJSONL()).toBe(journal.toJSONL());
    async function* cut(): AsyncGenerator<string> {
      yield [...journal.lines()][0] as string;
    }
    await expect(Journal.fromLineStream(cut())).rejects.toMatchObject({ code: "JOURNAL_CORRUPT" });
  });

  it("takes no line that fits its hash but holds no event of this version", () => {
    const link = linkHasher();
    const good =
      '{"at":"2026-03-01","giver":"a","id":"e","kind":"lunch","receiver":"b","type":"favor.given"}';
    const forge = (...texts: string[]): string => {
      let head = "0".repeat(64);
      const lines = texts.map((text) => {
        head = link(head, text);
        return `{"event":${text},"hash":"${head}"}`;
      });
      const header = `{"format":"warmpath.journal","head":"${head}","length":${texts.length},"version":1}`;
      return [header, ...lines, ""].join("\n");
    };
    expect(Journal.fromJSONL(forge(good)).length).toBe(1);
    const bad = [
      good.replace('"kind"', '"extra":1,"kind"'),
      good.replace('"giver":"a",', ""),
      good.replace("2026-03-01", "2026-03-32"),
      good.replace('"kind":"lunch"', '"kind":"lunch","size":1e400'),
      good.replace('"kind":"lunch"', '"kind":"lunch","words":"Ann Onym"'),
      good.replace('"receiver":"b"', '"receiver":"a"'),
      good.replace("favor.given", "favor.taken"),
      `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
      '{"ask":"k","at":"2026-03-01","id":"e","reason":"Ann Onym","type":"deal.lost"}',
      "null",
      "{",
    ];
    for (const text of bad) {
      expect([text.length, corruption(() => Journal.fromJSONL(forge(text)))]).toEqual([
        text.length,
        { code: "JOURNAL_CORRUPT", line: 2 },
      ]);
    }
    expect(corruption(() => Journal.fromJSONL(forge(good, good)))).toEqual({
      code: "JOURNAL_CORRUPT",
      line: 3,
    });
  });

  it("holds no personal data in its errors", () => {
    const journal = new Journal();
    const bad = {
      id: "ZZCANARY",
      type: "favor.given",
      at: "ZZCANARY",
      giver: "ZZCANARY",
      receiver: "y",
      kind: "ZZCANARY",
    };
    for (const event of [
      bad,
      { ...bad, at: "2026-01-01" },
      { ...bad, at: "2026-01-01", kind: "lunch", receiver: "ZZCANARY" },
      { ...bad, type: "ZZCANARY" },
    ]) {
      try {
        journal.append(event as EventInput);
        expect.unreachable();
      } catch (error) {
        const told = [
          String(error),
          (error as Error).stack,
          JSON.stringify(error),
          JSON.stringify((error as { details: unknown }).details),
        ];
        expect(told.join().replaceAll("saved-journal.test", "")).not.toContain("ZZCANARY");
      }
    }
  });

  it("tells a newer format from a damaged one", () => {
    const text = sample().toJSONL();
    expect(corruption(() => Journal.fromJSONL(text.replace('"version":2', '"version":3'))).code).toBe(
      "SNAPSHOT_NEWER",
    );
    for (const version of ["0", "1.5", '"1"', "null"]) {
      expect(
        corruption(() => Journal.fromJSONL(text.replace('"version":2', `"version":${version}`))),
      ).toEqual({
        code: "JOURNAL_CORRUPT",
        line: 1,
      });
    }
    for (const header of ["", "null", "7", "[]", "{}"]) {
      expect(corruption(() => Journal.fromJSONL(`${header}\n`))).toEqual({
        code: "JOURNAL_CORRUPT",
        line: 1,
      });
    }
  });
});

describe("the chain's hash", () => {
  it("is SHA-256 of the hash before and the text, for any text and after any other", () => {
    const link = linkHasher();
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 3000, size: "max" }),
        fc.string({ maxLength: 300 }),
        (a, b) => {
          for (const text of [a, b, ""])
            expect(link("00ff", text)).toBe(createHash("sha256").update(`00ff${text}`).digest("hex"));
        },
      ),
      { numRuns: 100 },
    );
    const long = "x".repeat(100_000);
    expect(link("", long)).toBe(createHash("sha256").update(long).digest("hex"));
  });
});

describe("Journal.recover", () => {
  it("keeps everything before the first bad line and hands back the rest", () => {
    const lines = sample().toJSONL().trimEnd().split("\n");
    for (let bad = 1; bad < lines.length; bad++) {
      const text = lines.map((line, i) => (i === bad ? line.replace("2026", "2027") : line)).join("\n");
      const { journal, line, beyond } = Journal.recover(text);
      expect(journal.toJSONL()).toBe(sample(bad - 1).toJSONL());
      expect(line).toBe(bad + 1);
      expect(beyond).toHaveLength(lines.length - bad);
    }
  });

  it("needs no header, tells of missing lines, and finds nothing wrong with a whole journal", () => {
    const text = sample().toJSONL();
    expect(Journal.recover(text)).toMatchObject({ beyond: [] });
    expect(Journal.recover(text).line).toBeUndefined();
    expect(Journal.recover(text).journal.toJSONL()).toBe(text);
    const lost = Journal.recover(text.replace("warmpath.journal", "warmpath.jornual"));
    expect(lost.journal.toJSONL()).toBe(text);
    expect(lost).toMatchObject({ line: 1 });
    expect(lost.beyond).toHaveLength(1);
    const cut = text.trimEnd().split("\n").slice(0, 9).join("\n");
    expect(Journal.recover(cut)).toMatchObject({ line: 10, beyond: [] });
    expect(Journal.recover("")).toMatchObject({ line: 1, beyond: [] });
  });
});

describe("Vault", () => {
  it("finds any changed byte, or reads the identical words", () => {
    const vault = new Vault();
    vault.put("w_1", "late");
    vault.write("p1", "name", "Ann Onym");
    vault.eraseKeys(["w_2"]);
    const text = JSON.stringify(vault);
    for (let at = 0; at < text.length; at++) {
      for (const other of [text.charCodeAt(at) ^ 1, text.charCodeAt(at) ^ 32]) {
        let read: Vault | undefined;
        const { code } = corruption(() => {
          read = Vault.fromJSON(text.slice(0, at) + String.fromCharCode(other) + text.slice(at + 1));
        });
        if (read === undefined) expect(["VAULT_CORRUPT", "SNAPSHOT_NEWER"]).toContain(code);
        else expect(JSON.stringify(read)).toBe(text);
      }
      expect(corruption(() => Vault.fromJSON(text.slice(0, at))).code).toBe("VAULT_CORRUPT");
    }
    expect(JSON.stringify(Vault.fromJSON(text))).toBe(text);
    expect(JSON.stringify(Vault.fromJSON(JSON.parse(text)))).toBe(text);
    for (const bad of ["null", "[]", "7"])
      expect(corruption(() => Vault.fromJSON(bad)).code).toBe("VAULT_CORRUPT");
  });

  it("keeps a person's own words, the newest of each field", () => {
    const vault = new Vault();
    vault.write("__proto__", "name", "A");
    vault.write("__proto__", "name", "B");
    expect(vault.read("__proto__", "name")).toBe("B");
    expect(vault.read("constructor", "name")).toBeUndefined();
    expect(vault.size).toBe(1);
    expect(vault.texts("__proto__")).toHaveLength(1);
    expect(vault.texts("other")).toHaveLength(0);
  });
});
