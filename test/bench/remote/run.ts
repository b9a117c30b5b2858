import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPathsIn, SQL_SCHEMA, sqlNeighborSource } from "warmpath/remote";
import { postgresPrograms, startPostgres } from "../../support/postgres-servers.js";
import { seeded } from "../../support/search-graphs.js";

/** Mean ties of a person, as of an active member of LinkedIn; the middle half has some 150 to 600. */
const MEAN_TIES = 500;
const SPREAD = 1;
const QUERIES = 20;
const PATHS = 10;

/**
 * `npm run bench -- remote [1000000] [3000000] [10000000]`: rows and bytes that a query fetches out of PostgreSQL, by number of ties. Each
 * is set beside a model of degrees, which then says what 10^9 ties would take.
 */
export async function run(args: string[]): Promise<void> {
  const programs = postgresPrograms();
  if (programs === undefined) {
    console.log("not measured: no PostgreSQL here (Debian: postgresql-15)");
    return;
  }
  const sizes = args.length > 0 ? args.map(Number) : [1_000_000, 3_000_000, 10_000_000];
  for (const ties of sizes) await measure(programs, ties);
}

async function measure(programs: string, ties: number): Promise<void> {
  const server = startPostgres(programs, 54_330);
  const folder = mkdtempSync(join(tmpdir(), "warmpath-rows-"));
  try {
    const world = lognormalTies(Math.round((2 * ties) / MEAN_TIES), ties);
    chmodSync(folder, 0o755);
    const file = join(folder, "arcs.csv");
    writeRows(file, world);
    const [table = "", ...rest] = SQL_SCHEMA.replace(/,\s*primary key \(src, dst, owner\)/, "").split(";\n");
    server.execute(`${table};\n\\copy warmpath_arcs (src, dst, w) from '${file}' csv\n`);
    server.execute(`${rest.join(";\n")};\nanalyze warmpath_arcs;`);
    const [size] = await server.query(
      "select pg_table_size('warmpath_arcs') as rows, pg_indexes_size('warmpath_arcs') as indexes",
      [],
    );
    const bytes = (Number(size?.["rows"]) + Number(size?.["indexes"])) / (2 * world.ties);
    console.log(
      `\n## ${world.ties} ties of ${world.people} people, ${((2 * world.ties) / world.people).toFixed(0)} each, ${bytes.toFixed(0)} bytes a row with two indexes`,
    );
    for (const maxHops of [3, 4]) {
      const seen: Query[] = [];
      for (let q = 0; q < QUERIES; q++) seen.push(await query(server.query, world, q, maxHops));
      print(maxHops, seen, world);
    }
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Query {
  readonly rows: readonly number[];
  readonly bytes: number;
  readonly millis: number;
  readonly paths: number;
  readonly ends: readonly [number, number];
}

async function query(
  ask: (sql: string, params: unknown[]) => Promise<Record<string, unknown>[]>,
  world: World,
  q: number,
  maxHops: number,
): Promise<Query> {
  const random = seeded(1_000 + q);
  const pick = (): number => Math.floor(random() * world.people);
  const [from, to] = [pick(), pick()];
  const rows: number[] = [];
  let bytes = 0;
  const source = sqlNeighborSource(async (sql, params) => {
    const answer = await ask(sql, params);
    rows.push(answer.length);
    bytes += JSON.stringify(answer).length;
    return answer;
  });
  const start = performance.now();
  const { paths } = await findPathsIn(source, { sources: `p${from}`, targets: `p${to}`, k: PATHS, maxHops });
  return {
    rows,
    bytes,
    millis: performance.now() - start,
    paths: paths.length,
    ends: [world.degrees[from] as number, world.degrees[to] as number],
  };
}

/**
 * Two questions go out in the first trip, one in the second, two in the third. By the model the second gives, for ends of degrees a and b, all
 * ties between a and b people reached by ties: a * b * (mean of d^2 / mean of d)^2 / (people * mean d).
 */
function print(maxHops: number, seen: readonly Query[], { degrees, people }: World): void {
  const mean = (of: (one: Query) => number): number =>
    seen.reduce((sum, one) => sum + of(one), 0) / seen.length;
  const at = (one: Query, from: number, to: number): number =>
    one.rows.slice(from, to).reduce((sum, n) => sum + n, 0);
  const [d, d2] = [1, 2].map((power) => degrees.reduce((sum, n) => sum + n ** power, 0) / people) as [
    number,
    number,
  ];
  const between = mean(({ ends: [a, b] }) => (a * b * (d2 / d) ** 2) / (people * d));
  const sorted = seen.map(({ millis }) => millis).sort((a, b) => a - b);
  console.log(
    `${maxHops} hops, ${PATHS} best, ${QUERIES} queries, means: first trip ${mean((one) => at(one, 0, 2)).toFixed(0)} rows (model ${mean(({ ends: [a, b] }) => a + b).toFixed(0)}), ` +
      `second ${mean((one) => at(one, 2, 3)).toFixed(0)} (model ${between.toFixed(0)}), third ${mean((one) => at(one, 3, 9)).toFixed(0)}; ` +
      `${(mean(({ bytes }) => bytes) / 1000).toFixed(0)} kB of JSON, median ${(sorted[QUERIES >> 1] as number).toFixed(0)} ms, ${mean(({ paths }) => paths).toFixed(1)} paths`,
  );
  if (maxHops === 3) return;
  const large = (2 * 10 ** 9) / MEAN_TIES;
  const third = (all: number): string => mean(({ ends }) => thirdTrip(ends, all, d, d2 / d)).toFixed(0);
  console.log(
    `  by the model: third trip ${third(people)} rows; at 10^9 ties of ${large} people of the same degrees: ` +
      `second trip ${((between * people) / large).toFixed(0)} rows, third ${third(large)}`,
  );
}

/** Rows of the third trip where ways are drawn at random: what a fourth tie may cost, once the ten best of three ties are known. */
function thirdTrip([a, b]: Query["ends"], people: number, d: number, nearDegree: number): number {
  const random = seeded(a * 7919 + b);
  const costs = (count: number): number[] => Array.from({ length: count }, () => costAt(random()));
  const [before, behind] = [costs(a), costs(b)];
  const ways = Math.round((a * b * nearDegree ** 2) / (people * d));
  const totals: number[] = [];
  for (let way = 0; way < ways; way++) {
    const [i, j] = [before, behind].map(({ length }) => Math.floor(random() * length)) as [number, number];
    totals.push((before[i] as number) + costAt(random()) + (behind[j] as number));
  }
  const worst = totals.sort((x, y) => x - y)[PATHS - 1] ?? Number.POSITIVE_INFINITY;
  const rows = (ends: readonly number[], least: number): number =>
    ends.reduce((sum, cost) => sum + nearDegree * shareUpTo(worst - cost - least), 0);
  return rows(before, Math.min(...behind)) + rows(behind, Math.min(...before));
}

/** Consents of the made-up ties: small ones more often. */
const [LEAST_CONSENT, MORE, POWER] = [0.02, 0.6, 3];

function costAt(share: number): number {
  return -Math.log(LEAST_CONSENT + MORE * share ** POWER);
}

/** Share of ties that cost at most so much. */
function shareUpTo(cost: number): number {
  const rest = (Math.exp(-cost) - LEAST_CONSENT) / MORE;
  return rest >= 1 ? 0 : rest <= 0 ? 1 : 1 - rest ** (1 / POWER);
}

interface World {
  readonly people: number;
  readonly ties: number;
  readonly degrees: Float64Array;
  /** Each tie once, as low * people + high. */
  readonly keys: Float64Array;
}

/** People of lognormal weights, tied in proportion to them (Chung and Lu 2002); parallel ties count once. */
function lognormalTies(people: number, ties: number): World {
  const random = seeded(1);
  const sums = new Float64Array(people + 1);
  for (let v = 0; v < people; v++) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    sums[v + 1] = (sums[v] as number) + Math.exp(SPREAD * normal);
  }
  const pick = (): number => {
    const at = random() * (sums[people] as number);
    let [low, high] = [0, people - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle + 1] as number) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const drawn = new Float64Array(ties);
  for (let t = 0; t < ties; t++) {
    const [a, b] = [pick(), pick()];
    drawn[t] = Math.min(a, b) * people + Math.max(a, b);
  }
  drawn.sort();
  const degrees = new Float64Array(people);
  let kept = 0;
  for (const [t, key] of drawn.entries()) {
    const [low, high] = [Math.floor(key / people), key % people];
    if (low === high || key === drawn[t - 1]) continue;
    drawn[kept++] = key;
    for (const end of [low, high]) degrees[end] = (degrees[end] as number) + 1;
  }
  return { people, ties: kept, degrees, keys: drawn.subarray(0, kept) };
}

/** Both ways of each tie with its cost. */
function writeRows(path: string, { people, keys }: World): void {
  const random = seeded(2);
  const file = openSync(path, "w");
  let text = "";
  for (const key of keys) {
    const [a, b] = [Math.floor(key / people), key % people];
    for (const [from, to] of [
      [a, b],
      [b, a],
    ])
      text += `p${from},p${to},${costAt(random()).toFixed(6)}\n`;
    if (text.length < 2 ** 22) continue;
    writeSync(file, text);
    text = "";
  }
  writeSync(file, text);
  closeSync(file);
}
