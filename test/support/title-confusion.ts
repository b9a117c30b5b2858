import { parseTitle } from "../../src/people/index.js";
import { TITLES } from "./titles.js";

/** For each rank and function that titles tell: how many do, how many are read so, and what the others are taken for. */
export function confusionTable(): { readonly text: string; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  const read = TITLES.map(({ title, assistantTo, ...told }) => {
    const { function: business = "-", rank = "-", assistantTo: boss } = parseTitle(title);
    if (business !== told.function || rank !== told.rank || boss !== assistantTo) wrong.push(title);
    return { told, read: { function: business as string, rank: rank as string } };
  });
  const part = (field: "rank" | "function"): string => {
    const rows = new Map<string, Map<string, number>>();
    for (const { told, read: taken } of read) {
      const row = rows.get(told[field]) ?? new Map<string, number>();
      rows.set(told[field], row.set(taken[field], (row.get(taken[field]) ?? 0) + 1));
    }
    const lines = [...rows].map(([name, row]) => {
      const all = [...row.values()].reduce((sum, count) => sum + count, 0);
      const others = [...row].filter(([taken]) => taken !== name).sort(([a], [b]) => (a < b ? -1 : 1));
      const label = (one: string): string => (one === "-" ? "none told" : one);
      const taken = others.map(([one, count]) => `${label(one)} ${count}`).join(", ");
      return [all, `| ${label(name)} | ${all} | ${row.get(name) ?? 0} | ${taken} |`] as const;
    });
    const sorted = lines.sort(([a, one], [b, other]) => b - a || (one < other ? -1 : 1));
    const [head, line] = [`| ${field} | titles | read so | taken for |`, "| - | - | - | - |"];
    return `${[head, line, ...sorted.map(([, text]) => text)].join("\n")}\n`;
  };
  return { text: [part("rank"), part("function")].join("\n"), wrong };
}
