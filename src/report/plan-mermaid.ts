import { checkShape, madeOf } from "../base/index.js";
import { shown } from "../drafts/index.js";
import type { PlanView } from "./plan-view.js";

/** The paths of a plan as a Mermaid flowchart, for READMEs and notes; guesses are dashed, the weakest step is thick. */
export function planMermaid(view: Pick<PlanView, "paths" | "names">): string {
  checkShape(view, { paths: ["object"], names: ["list"] }, "view");
  return madeOf("view", () => {
    const { paths, names } = view;
    const nodes = new Map(names.map(([id], i) => [id, `n${i}`]));
    const boxes = names.map(([, name], i) => `  n${i}["${mermaidText(name)}"]`);
    const ties = new Map<string, string>();
    for (const { people, legs } of paths) {
      for (const [i, { guessed, weakest }] of legs.entries()) {
        const [from, to] = [nodes.get(people[i] ?? ""), nodes.get(people[i + 1] ?? "")];
        if (from === undefined || to === undefined) continue;
        const key = `${from} ${to}`;
        // In one text the last of these reads as the end of an HTML comment, which SES refuses to load.
        const arrow = `${guessed ? "-.-" : weakest ? "==" : "--"}>`;
        if (!ties.has(key) || weakest) ties.set(key, `  ${from} ${arrow} ${to}`);
      }
    }
    return `${["flowchart LR", ...boxes, ...ties.values()].join("\n")}\n`;
  });
}

/** Text in quotes of Mermaid: everything but letters, digits and a few harmless marks goes in as an entity code. */
function mermaidText(name: string): string {
  return (shown(name, 60) ?? "").replace(
    /[^\p{L}\p{M}\p{N} .,'-]/gu,
    (mark) => `#${mark.codePointAt(0) ?? 32};`,
  );
}
