import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../examples/cli/commands/list.js";
import { FolderLock } from "../../examples/cli/folder-lock.js";
import { bundled } from "../support/bundle.mjs";
import { warmpath, writePile } from "../support/cli-runs.js";

const root = new URL("../..", import.meta.url).pathname;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "warmpath-cli-"));
  writePile(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const call = (...args: string[]) => warmpath(folder, args);

async function begun(): Promise<void> {
  await call("me", "Ada Park, Northwind");
  await call("add", "Connections.csv");
}

describe("the demo", () => {
  it("plans from invented records, tells of skipped rows, and keeps nothing", async () => {
    const { exit, out, err } = await call("plan", "--demo");
    expect(exit).toBe(0);
    expect(err).toContain("900 rows read, 882 kept, 18 skipped");
    expect(out).toContain("How to meet Bob Smith at Acme");
    expect(out).toMatch(/Subject: .*Bob Smith/);
    expect(readdirSync(folder)).not.toContain(".warmpath");
  });

  it("has paths over two connectors through a colleague", async () => {
    const { out } = await call("plan", "--demo", "--paths", "10", "--json");
    const { plan } = JSON.parse(out) as { plan: { paths: { people: string[] }[] } };
    expect(plan.paths.some(({ people }) => people.length === 4)).toBe(true);
  });
});

it("mails and calendars count up to today, and mails say what they lack", async () => {
  await begun();
  writeFileSync(
    join(folder, "mail.eml"),
    "From: ada@n.example\nTo: Ann Lee <ann@acme.example>\nDate: Tue, 3 Nov 2026 10:00:00 +0100\nSubject: hi\n\n",
  );
  writeFileSync(
    join(folder, "cal.ics"),
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261110T100000Z\nDTSTAMP:20261001T100000Z\nATTENDEE;CN=Ann Lee:mailto:ann@acme.example\nEND:VEVENT\nEND:VCALENDAR\n",
  );
  const first = await call("add", "mail.eml", "cal.ics");
  expect(first.exit).toBe(3);
  expect(first.out + first.err).toContain("warmpath me --email you@example.com");
  expect(first.out + first.err).toContain("cal.ics: 1 row read, 1 kept");
  await call("me", "--email", "ada@n.example");
  const again = await call("add", "mail.eml");
  expect(again.out + again.err).toContain("mail.eml: 1 row read, 1 kept");
  expect((await call("plan", "Bob Smith at Acme")).out).toMatch(/Looked at.*messages.*Not looked at/s);
});

describe("what a call may get wrong", () => {
  it.each([
    [["fnd", "ann"], 2, "warmpath find"],
    [["Bob Smith at Acme"], 2, 'warmpath plan "Bob Smith at Acme"'],
    [["plan", "Bob", "--htm", "x"], 2, "--html"],
    [["plan", "Bob", "--value", "much"], 2, "--value"],
    [["plan", "Bob", "--now", "2026-02-30"], 2, "--now"],
    [["plan"], 2, "Bob Smith at Acme"],
    [["find"], 2, "help find"],
    [["plan", "Bob Smith at Acme", "--channel", "pigeon"], 2, "channel"],
    [["plan", "Bob Smith at Acme", "--language", "fr"], 2, "en, de or es"],
    [["add", "nowhere.csv"], 3, "nowhere.csv"],
    [["add", "notes.txt"], 3, "notes.txt"],
    [["plan", "Bob Smith at Acme", "--html", "no/such/folder.html"], 3, "no/such/folder.html"],
    [["draft", "7"], 4, "number 7"],
    [["yes", "Ann"], 4, "Ann"],
    [["gave", "Nobody Known", "lunch"], 4, "Nobody Known"],
  ])("%j ends with %i and says what to do", async (args, code, said) => {
    await begun();
    const { exit, out, err } = await call(...args);
    expect(exit).toBe(code);
    expect(err).toContain(said);
    expect(err).not.toMatch(/^\s+at /m);
    expect(out).toBe("");
    const asJson = JSON.parse((await call(...args, "--json")).out) as {
      error: { exit: number; message: string };
    };
    expect(asJson.error.exit).toBe(code);
  });

  it("a folder without records is told of, and not made", async () => {
    for (const name of ["add", "find", "plan", "draft", "sent"]) {
      const { exit, err } = await call(name, "Ann");
      expect([name, exit]).toEqual([name, 3]);
      expect(err).toContain('warmpath me "');
    }
    expect(readdirSync(folder)).not.toContain(".warmpath");
  });

  it("of several files those that can be read are added", async () => {
    await call("me", "Ada Park, Northwind");
    const { exit, out } = await call("add", "Connections.csv", "notes.txt", "book.vcf");
    expect(exit).toBe(3);
    expect(out).toContain("notes.txt: NOT READ");
    expect(out).toContain("book.vcf: 1 row read, 1 kept");
  });

  it("what a plan is told of its message is kept for the draft, and headings are in its language", async () => {
    await begun();
    const bare = (await call("plan", "Carl Jones at Acme")).out;
    expect(bare).toContain("--reason");
    expect(bare).not.toMatch(/\bL\d\d\b|\(warn\)/);
    const told = await call(
      "plan",
      "Carl Jones at Acme",
      "--reason",
      "we cut claims by a third.",
      "--offer",
      "the list",
    );
    expect(told.out).toContain("Next: once it is sent: warmpath sent 1");
    expect((await call("draft", "1")).out).toContain("we cut claims by a third");
    expect((await call("plan", "Carl Jones at Acme", "--language", "de")).out).toMatch(
      /Was du schreibst: .*\(email\)[\s\S]*Betreff:/,
    );
    const direct = (await call("plan", "Ann Lee")).out;
    expect(direct).toContain("is a contact of yours, so ask directly");
    expect(direct).not.toContain("introduction is worth more");
    expect((await call("plan", "someone at Acme")).out).toContain("not clear yet who is meant");
  });

  it("an old encoding is asked for, and read when it is named", async () => {
    await call("me", "Ada Park, Northwind");
    const bytes = Buffer.from(
      "First Name,Last Name,Company,Position,Connected On\nJ\xfcrgen,M\xfcller,Acme,CTO,01 Jan 2020\n",
      "latin1",
    );
    writeFileSync(join(folder, "ansi.csv"), bytes);
    expect((await call("add", "ansi.csv")).err).toContain("--encoding windows-1252");
    for (const name of ["windows-1252", "ANSI", "latin1"])
      expect(await call("add", "ansi.csv", "--encoding", name)).toMatchObject({ exit: 0 });
    expect((await call("find", "Jürgen Müller")).out).toContain("Müller");
    // Every byte of it is UTF-8 as well.
    writeFileSync(join(folder, "wide.csv"), Buffer.from("Name,Company\nJan Kox,Acme\n", "utf16le"));
    expect((await call("add", "wide.csv")).err).toContain("--encoding utf-16le");
    expect(await call("add", "wide.csv", "--encoding", "utf-16le")).toMatchObject({ exit: 0 });
    expect((await call("find", "Jan Kox")).out).toContain("Kox");
  });

  it("what comes too early names what comes before", async () => {
    await begun();
    await call("plan", "Carl Jones at Acme");
    await call("sent", "1");
    expect((await call("won", "Ann")).err).toContain('warmpath met "Ann Lee"');
    expect((await call("met", "Ann")).err).toContain('warmpath introduced "Ann Lee"');
    expect((await call("yes", "Carl Jones")).out).toMatch(
      /Ann Lee said yes\.\nNext: warmpath introduced "Ann Lee"/,
    );
  });
});

describe("the folder", () => {
  it("is for its owner's eyes", async () => {
    await begun();
    const listed = execFileSync("ls", ["-la", join(folder, ".warmpath")], { encoding: "utf8" });
    expect(
      listed.split("\n").filter((line) => /\.jsonl?$/.test(line) && !line.startsWith("-rw-------")),
    ).toEqual([]);
  });

  it("is worked in by one command at a time; a lock left behind is taken over", async () => {
    await begun();
    const lock = await FolderLock.take(join(folder, ".warmpath"), 0);
    const { exit, err } = await call("today");
    expect([exit, err]).toEqual([5, expect.stringContaining("process")]);
    lock.release();
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    const { hostname } = await import("node:os");
    writeFileSync(
      join(folder, ".warmpath/lock"),
      JSON.stringify({ pid: gone, host: hostname(), key: "old" }),
    );
    expect(await call("today")).toMatchObject({ exit: 0 });
    expect(readdirSync(join(folder, ".warmpath"))).not.toContain("lock");
  });

  it("takes a journal whose end is half written up to there, and refuses one that was changed before", async () => {
    await begun();
    for (const kind of ["article", "lunch", "advice"]) await call("gave", "Ann Lee", kind);
    const path = join(folder, ".warmpath/journal.jsonl");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.slice(0, -40));
    const { exit, out, err } = await call("book");
    expect(exit).toBe(0);
    expect(err).toContain("first 2 events");
    expect(out.match(/you helped Ann Lee/g)).toHaveLength(2);
    expect(readdirSync(join(folder, ".warmpath"))).toContain("journal.damaged-1.jsonl");
    writeFileSync(path, text.replace("lunch", "gifts"));
    const changed = await call("book");
    expect(changed.exit).toBe(3);
    expect(changed.err).toMatch(/journal\.jsonl.*line 3/);
    writeFileSync(path, text);
    appendFileSync(join(folder, ".warmpath/planner.json"), "x");
    expect((await call("book")).err).toContain("planner.json");
  });
});

it("every command has help, and answers --json with one document", async () => {
  await begun();
  await call("plan", "Carl Jones at Acme");
  for (const name of COMMANDS.keys()) {
    const { exit, out } = await call("help", name);
    expect([exit, out.startsWith(`warmpath ${name}`)]).toEqual([0, true]);
    expect((await call("help")).out).toContain(`  ${name} `);
    if (name === "mcp") continue;
    const { out: json } = await call(name, "--json");
    expect(() => JSON.parse(json), name).not.toThrow();
  }
});

it("what a person gave to be kept is kept, and who is erased is gone from every file", async () => {
  await begun();
  await call("plan", "Zoltan Uniquename at Acme");
  await call("sent", "1", "--reason", "Zoltan Uniquename opens a plant.");
  expect((await call("today", "--now", "2026-11-25")).out).toContain("Zoltan Uniquename opens a plant");
  const { target } = (JSON.parse((await call("today", "--json")).out) as { open: { target: string }[] })
    .open[0]!;
  await call("erase", target, "--yes");
  const left = readdirSync(join(folder, ".warmpath")).filter((name) =>
    readFileSync(join(folder, ".warmpath", name), "utf8").includes("Zoltan"),
  );
  expect(left).toEqual([]);
});

it("who changed jobs between two files is congratulated, once; what is done is proposed no more", async () => {
  await begun();
  await call("add", "meetings.csv");
  const newer = readFileSync(join(folder, "Connections.csv"), "utf8").replace(
    "Beta,Buyer",
    "Delta,Head of Purchasing",
  );
  writeFileSync(join(folder, "newer.csv"), newer);
  expect((await call("add", "newer.csv")).out).toContain("1 person changed company or title");
  const kinds = async (): Promise<string[]> => {
    const { out } = await call("today", "--limit", "20", "--json");
    return (JSON.parse(out) as { view: { actions: { kind: string }[] } }).view.actions.map(
      ({ kind }) => kind,
    );
  };
  const before = await kinds();
  expect(before).toContain("congratulate");
  const number = before.indexOf("congratulate") + 1;
  expect(await call("done", String(number))).toMatchObject({ exit: 0 });
  expect(await kinds()).not.toContain("congratulate");
  expect((await call("done", "99")).exit).toBe(4);
});

it("a closed pipe ends it quietly", async () => {
  const command = `${process.execPath} ${await bundled("examples/cli/main.ts")} help | head -n 1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", command], {
    cwd: root,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^warmpath .*\n0\n$/);
});
