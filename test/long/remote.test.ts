import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Arc,
  findPathsIn,
  memoryNeighborSource,
  SQL_SCHEMA,
  sqlNeighborSource,
} from "../../src/remote/index.js";
import { type PostgresServer, postgresPrograms, startPostgres } from "../support/postgres-servers.js";
import { conformance } from "../support/remote-conformance.js";

/** Cases of the suite against a server; `WARMPATH_LONG_REMOTE=10000` for the whole run. */
const CASES = Number(process.env["WARMPATH_LONG_REMOTE"] ?? 1_000);
const programs = postgresPrograms();
const PORT = 54_320;

conformance("memory, the long run", async (arcs) => memoryNeighborSource(arcs), Math.max(CASES, 10_000));

describe.skipIf(programs === undefined)("servers", () => {
  const servers: PostgresServer[] = [];
  beforeAll(() => {
    for (let i = 0; i < 4; i++) servers.push(startPostgres(programs as string, PORT + i));
    const [alone, ...shards] = servers as [PostgresServer, ...PostgresServer[]];
    alone.execute(SQL_SCHEMA);
    for (const shard of shards) shard.execute(SQL_SCHEMA.replaceAll("warmpath_arcs", "shard_arcs"));
    alone.execute(shardedSchema(shards));
  }, 120_000);
  afterAll(() => {
    for (const server of servers) server.stop();
  });

  for (const [name, table] of [
    ["a PostgreSQL server", "warmpath_arcs"],
    ["PostgreSQL over three servers by hash of src", "sharded_arcs"],
  ] as const) {
    conformance(
      name,
      async (arcs) => {
        const [alone, ...shards] = servers as [PostgresServer, ...PostgresServer[]];
        await fill(alone, shards, table, arcs);
        return sqlNeighborSource(alone.query, { table });
      },
      CASES,
    );
  }

  test("every server of the three holds some of the people, and none of another's", async () => {
    const [alone, ...shards] = servers as [PostgresServer, ...PostgresServer[]];
    const arcs = Array.from(
      { length: 60 },
      (_, i): Arc => ({ source: `a${i}`, target: "bob", probability: 0.5 }),
    );
    await fill(alone, shards, "sharded_arcs", arcs);
    const counts = await Promise.all(
      shards.map(async ({ query }) =>
        Number((await query("select count(*) as n from shard_arcs", []))[0]?.["n"]),
      ),
    );
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(60);
    const odd = "'; drop table warmpath_arcs; --";
    await fill(alone, shards, "sharded_arcs", [{ source: odd, target: "bob", probability: 0.5 }]);
    const source = sqlNeighborSource(alone.query, { table: "sharded_arcs" });
    expect((await findPathsIn(source, { sources: odd, targets: "bob", k: 1 })).paths).toHaveLength(1);
  });
});

/** The table by hash of `src` over as many servers, each partition a foreign table: PostgreSQL's own means. */
function shardedSchema(shards: readonly PostgresServer[]): string {
  const parts = shards.map(
    ({ port, folder }, i) => `
create server shard_${i} foreign data wrapper postgres_fdw options (host '${folder}', port '${port}', dbname 'postgres');
create user mapping for warmpath server shard_${i} options (user 'warmpath');
create foreign table sharded_arcs_${i} partition of sharded_arcs for values with (modulus ${shards.length}, remainder ${i})
  server shard_${i} options (table_name 'shard_arcs');`,
  );
  return `create extension postgres_fdw;
create table sharded_arcs (src text not null, dst text not null, w double precision not null,
  owner text not null default '', visibility text not null default 'shared', evidence jsonb) partition by hash (src);
${parts.join("\n")}`;
}

/** Puts arcs in place of those before, of parallel ones the best; into the shards through the one that is asked. */
async function fill(
  { command }: PostgresServer,
  shards: readonly PostgresServer[],
  table: string,
  arcs: readonly Arc[],
): Promise<void> {
  const best = new Map<string, Arc>();
  for (const arc of arcs) {
    const key = JSON.stringify([arc.source, arc.target]);
    if (!((best.get(key)?.probability ?? 0) >= arc.probability)) best.set(key, arc);
  }
  const rows = [...best.values()];
  if (table === "sharded_arcs")
    await Promise.all(shards.map((shard) => shard.command("truncate shard_arcs", [])));
  else await command(`truncate ${table}`, []);
  if (rows.length === 0) return;
  await command(
    `insert into ${table} (src, dst, w) select * from unnest($1::text[], $2::text[], $3::float8[])`,
    [
      rows.map(({ source }) => source),
      rows.map(({ target }) => target),
      rows.map(({ probability }) => -Math.log(probability)),
    ],
  );
}
