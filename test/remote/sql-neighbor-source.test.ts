import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Arc, findPathsIn, SQL_SCHEMA, sqlNeighborSource } from "../../src/remote/index.js";
import { conformance } from "../support/remote-conformance.js";

let database: PGlite;
beforeAll(async () => {
  database = new PGlite();
  await database.exec(SQL_SCHEMA);
});
afterAll(() => database.close());

const run = async (sql: string, params: unknown[]): Promise<Record<string, unknown>[]> =>
  (await database.query<Record<string, unknown>>(sql, params)).rows;

async function fill(arcs: readonly Arc[]): Promise<void> {
  await database.exec("truncate warmpath_arcs");
  const best = new Map<string, Arc>();
  for (const arc of arcs) {
    const key = JSON.stringify([arc.source, arc.target]);
    if (!((best.get(key)?.probability ?? 0) >= arc.probability)) best.set(key, arc);
  }
  const rows = [...best.values()];
  await database.query(
    "insert into warmpath_arcs (src, dst, w) select * from unnest($1::text[], $2::text[], $3::float8[])",
    [
      rows.map(({ source }) => source),
      rows.map(({ target }) => target),
      rows.map(({ probability }) => -Math.log(probability)),
    ],
  );
}

conformance(
  "PostgreSQL (embedded)",
  async (arcs) => {
    await fill(arcs);
    return sqlNeighborSource(run);
  },
  250,
);

describe("sqlNeighborSource", () => {
  it("carries owner, visibility and evidence of an arc", async () => {
    await fill([]);
    await database.query(
      "insert into warmpath_arcs (src, dst, w, owner, visibility, evidence) values ('me', 'ann', 0.5, 'me', 'masked', '{\"connectedOn\":\"2020-01-01\"}')",
    );
    const [arc] = await sqlNeighborSource(run).out([{ id: "me", maxCost: 1 }]);
    expect(arc).toEqual({
      source: "me",
      target: "ann",
      probability: Math.exp(-0.5),
      owner: "me",
      visibility: "masked",
      evidence: { connectedOn: "2020-01-01" },
    });
    expect(await sqlNeighborSource(run).out([{ id: "me", maxCost: 0.4 }])).toEqual([]);
  });

  it("hands every id on as a parameter, never as SQL", async () => {
    const odd = "'; drop table warmpath_arcs; --";
    await fill([{ source: odd, target: "bob", probability: 0.5 }]);
    const found = await findPathsIn(sqlNeighborSource(run), { sources: odd, targets: "bob", k: 1 });
    expect(found.paths).toHaveLength(1);
    for (const table of ["a b", "x;drop", '"t"', "a.b.c", ""])
      expect(() => sqlNeighborSource(run, { table })).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    expect(() => sqlNeighborSource(run, { table: "crm.arcs_2" })).not.toThrow();
  });

  it("refuses rows of other columns with their position", async () => {
    const source = sqlNeighborSource(async () => [{ src: "a", dst: "b", w: "0.25" }, { src: "a" }]);
    await expect(source.out([{ id: "a", maxCost: 1 }])).rejects.toMatchObject({
      code: "INVALID_ARC",
      details: { position: 1 },
    });
  });
});
