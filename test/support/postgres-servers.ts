import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Debian's package `postgresql-15` puts its programs there, one folder a version. */
const PROGRAMS = "/usr/lib/postgresql";

/** The folder of the newest PostgreSQL on this machine; undefined where it has none (`apt-get install postgresql-15`). */
export function postgresPrograms(): string | undefined {
  if (!existsSync(PROGRAMS)) return undefined;
  const version = readdirSync(PROGRAMS)
    .filter((name) => existsSync(join(PROGRAMS, name, "bin", "initdb")))
    .sort((a, b) => Number(b) - Number(a))[0];
  return version === undefined ? undefined : join(PROGRAMS, version, "bin");
}

/** A server of its own in a new folder, reached by a socket in it alone. */
export interface PostgresServer {
  readonly folder: string;
  readonly port: number;
  /** Runs a script to its first error. */
  readonly execute: (sql: string) => void;
  /** Runs one command that gives no rows, over the connection of `query`. */
  readonly command: (sql: string, params: unknown[]) => Promise<void>;
  /** Runs one query at a time over one connection, its parameters as literals. */
  readonly query: (sql: string, params: unknown[]) => Promise<Record<string, unknown>[]>;
  readonly stop: () => void;
}

/** Starts one. PostgreSQL refuses to run as root, so root starts it as `postgres`. */
export function startPostgres(programs: string, port: number): PostgresServer {
  const folder = mkdtempSync(join(tmpdir(), "warmpath-pg-"));
  const user = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  if (user.uid !== undefined) execFileSync("chown", ["-R", "postgres", folder]);
  const run = (program: string, args: string[], input?: string) =>
    execFileSync(join(programs, program), args, {
      cwd: folder,
      ...user,
      stdio: ["pipe", "pipe", "pipe"],
      ...(input === undefined ? {} : { input }),
    }).toString();
  const data = join(folder, "data");
  run("initdb", ["-D", data, "-U", "warmpath", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"]);
  const options = `-p ${port} -k ${folder} -c listen_addresses= -c fsync=off -c synchronous_commit=off`;
  execFileSync(
    join(programs, "pg_ctl"),
    ["-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start"],
    {
      cwd: folder,
      ...user,
      stdio: "ignore",
    },
  );
  const ends = ["-h", folder, "-p", String(port), "-U", "warmpath", "-d", "postgres"];
  const session = openSession(join(programs, "psql"), [
    ...ends,
    "-X",
    "-q",
    "-A",
    "-t",
    "-v",
    "ON_ERROR_STOP=0",
  ]);
  return {
    folder,
    port,
    execute: (sql) => void run("psql", [...ends, "-X", "-q", "-v", "ON_ERROR_STOP=1"], sql),
    command: session.command,
    query: session.query,
    stop: () => {
      session.close();
      run("pg_ctl", ["-D", data, "-m", "immediate", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A `psql` that stays open: each query gives its rows as one line of JSON. Enough for tests, without a driver. */
function openSession(
  psql: string,
  args: string[],
): Pick<PostgresServer, "query" | "command"> & { readonly close: () => void } {
  // Errors among the rows, so that none comes after the answer that it belongs to.
  const child = spawn("sh", ["-c", 'exec "$0" "$@" 2>&1', psql, ...args], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  let text = "";
  let waiting: { done: (rows: Record<string, unknown>[]) => void; fail: (error: Error) => void } | undefined;
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    text += chunk;
    if (!text.endsWith(`${END}\n`)) return;
    const rows = text.slice(0, -END.length - 1).trim();
    text = "";
    const one = waiting;
    waiting = undefined;
    if (rows.startsWith("[") && rows.endsWith("]")) one?.done(JSON.parse(rows));
    else one?.fail(new Error(rows));
  });
  const ask = (statement: string): Promise<Record<string, unknown>[]> => {
    const next = last.then(
      () =>
        new Promise<Record<string, unknown>[]>((done, fail) => {
          waiting = { done, fail };
          child.stdin.write(`${statement}\n\\echo ${END}\n`);
        }),
    );
    last = next.catch(() => undefined);
    return next;
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    query: (sql, params) => ask(`select coalesce(json_agg(r), '[]') from (${whole(sql, params)}) r;`),
    command: async (sql, params) => void (await ask(`${whole(sql, params)};\nselect '[]';`)),
    close: () => child.stdin.end("\\q\n"),
  };
}

function whole(sql: string, params: unknown[]): string {
  return sql.replace(/\$(\d+)/g, (_, place) => literal(params[Number(place) - 1]));
}

const END = "end-of-warmpath-rows";

/** A parameter as SQL: texts in quotes, each quote doubled. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return `array[${value.map(literal).join(",")}]`;
  if (typeof value === "number") return String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}

function idOf(flag: string): number {
  return Number(execFileSync("id", [flag, "postgres"]).toString());
}
