import { type AbortSignalLike, checkKeys, throwIfAborted, unfit, WarmpathError } from "../base/index.js";
import type { Person, TieEvidence } from "../people/index.js";
import type { Arc, Cap, NeighborSource } from "./neighbor-source.js";

/** Runs one query with its parameters and gives its rows by column. */
export type RunSql = (sql: string, params: unknown[]) => Promise<Record<string, unknown>[]>;

/**
 * The table of ties for PostgreSQL and what speaks its SQL: one row a direction, `w` = -ln(probability). The three first columns are
 * all that a loader needs to fill. Distribute it by `src`, and a copy by `dst` where `into` is to be routed too.
 */
export const SQL_SCHEMA = `create table if not exists warmpath_arcs (
  src text not null,
  dst text not null,
  w double precision not null check (w >= 0),
  owner text not null default '',
  visibility text not null default 'shared',
  evidence jsonb,
  primary key (src, dst, owner)
);
create index if not exists warmpath_arcs_out on warmpath_arcs (src, w, dst);
create index if not exists warmpath_arcs_into on warmpath_arcs (dst, w, src);
create table if not exists warmpath_people (
  id text primary key,
  record jsonb not null
);
`;

/**
 * A source over a table of `SQL_SCHEMA`'s columns: each question is one query, without recursion, by `src` or by `dst`.
 * @param query For example \`async (sql, params) => (await pool.query(sql, params)).rows\`.
 * @throws WarmpathError `INVALID_ARGUMENT` for a table whose name is no plain one; `INVALID_ARC` for rows of other columns.
 * @example
 * const source = sqlNeighborSource(async (sql, params) => (await pool.query(sql, params)).rows);
 * await findPathsIn(source, { sources: ["me"], targets: ["bob"], k: 5, maxHops: 4 });
 */
export function sqlNeighborSource(
  query: RunSql,
  options: {
    /** @defaultValue "warmpath_arcs" */
    readonly table?: string;
    /** Table of people by `id` with their `record`, such as `warmpath_people`. @defaultValue none: ids alone */
    readonly people?: string;
  } = {},
): NeighborSource {
  if (typeof query !== "function") throw unfit("query", "a function that runs SQL");
  checkKeys(options, ["table", "people"], "options");
  const { table = "warmpath_arcs", people } = options;
  for (const name of people === undefined ? [table] : [table, people]) {
    if (typeof name !== "string" || !/^[A-Za-z_]\w{0,62}(\.[A-Za-z_]\w{0,62})?$/.test(name))
      throw unfit("table", "a plain name, with its schema or without");
  }
  const run = async (sql: string, params: unknown[], signal: AbortSignalLike | undefined): Promise<Arc[]> => {
    throwIfAborted(signal);
    const rows = await query(sql, params);
    throwIfAborted(signal);
    return rows.map(arcOf);
  };
  const along = (end: "src" | "dst") => (caps: readonly Cap[], signal?: AbortSignalLike) => {
    if (caps.length === 0) return Promise.resolve([]);
    const params: unknown[] = [caps.map(({ id }) => id), caps.map(({ maxCost }) => Math.min(maxCost, MOST))];
    if (caps.every(({ limit }) => limit === undefined)) return run(plainSql(table, end), params, signal);
    return run(limitedSql(table, end), [...params, caps.map(({ limit }) => limit ?? null)], signal);
  };
  return {
    out: along("src"),
    into: along("dst"),
    between: (a, b, signal) =>
      a.length === 0 || b.length === 0
        ? Promise.resolve([])
        : run(
            `select ${COLUMNS} from ${table} e where e.src = any($1::text[]) and e.dst = any($2::text[])`,
            [[...a], [...b]],
            signal,
          ),
    ...(people === undefined ? {} : { people: (ids, signal) => peopleOf(query, people, ids, signal) }),
  };
}

async function peopleOf(
  query: RunSql,
  table: string,
  ids: readonly string[],
  signal: AbortSignalLike | undefined,
): Promise<Person[]> {
  throwIfAborted(signal);
  if (ids.length === 0) return [];
  const rows = await query(`select p.id, p.record from ${table} p where p.id = any($1::text[])`, [[...ids]]);
  throwIfAborted(signal);
  return rows.map(({ id, record }) => {
    const told: unknown = typeof record === "string" ? JSON.parse(record) : record;
    return { ...(typeof told === "object" ? told : {}), id } as Person;
  });
}

function plainSql(table: string, end: "src" | "dst"): string {
  return `select ${COLUMNS} from unnest($1::text[], $2::float8[]) f(id, cap) join ${table} e on e.${end} = f.id and e.w <= f.cap`;
}

function limitedSql(table: string, end: "src" | "dst"): string {
  const other = end === "src" ? "dst" : "src";
  return `select ${COLUMNS} from unnest($1::text[], $2::float8[], $3::bigint[]) f(id, cap, most) cross join lateral (select * from ${table} t where t.${end} = f.id and t.w <= f.cap order by t.w, t.${other} limit f.most) e`;
}

function arcOf(row: Record<string, unknown>, position: number): Arc {
  const { src, dst, w, owner, visibility, evidence } = row ?? {};
  const cost = typeof w === "string" ? Number(w) : w;
  if (typeof src !== "string" || typeof dst !== "string" || typeof cost !== "number" || !(cost >= 0))
    throw new WarmpathError("INVALID_ARC", "a row is to have src, dst and w >= 0", { position });
  return {
    source: src,
    target: dst,
    probability: Math.exp(-cost),
    ...(evidence === undefined || evidence === null ? {} : { evidence: evidence as TieEvidence }),
    ...(typeof owner === "string" && owner !== "" ? { owner } : {}),
    ...(visibility === "shared" || visibility === "masked" || visibility === "private" ? { visibility } : {}),
  };
}

const COLUMNS = "e.src, e.dst, e.w, e.owner, e.visibility, e.evidence";
/** In place of infinity, which JSON-speaking drivers do not carry. */
const MOST = 1e300;
