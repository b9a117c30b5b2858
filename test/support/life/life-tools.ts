import { plannerTools } from "warmpath/tools";
import type { Random } from "../random.js";
import { COMPANIES } from "./life-names.js";
import type { Looked, Reader } from "./life-texts.js";

/** What every tool answers to a call that an assistant may make, and to one that it should not. */
export function readTools(
  { planner, seeker, now }: Looked,
  people: readonly string[],
  random: Random,
  read: Reader,
): void {
  const tools = plannerTools(planner, { seeker, now: () => now });
  const call = (name: string, input: object): Readonly<Record<string, unknown>> => {
    const answer = tools.find((tool) => tool.name === name)?.handler(input) as Readonly<
      Record<string, unknown>
    >;
    if (answer["code"] === "INTERNAL") throw new Error(`${name} answers INTERNAL`);
    read(`tool ${name}`, "en", "result", answer);
    return answer;
  };
  const company = random.pick(COMPANIES);
  const detail = random.chance(0.3) ? { detail: "full" } : {};
  const [target = seeker] = people;
  const { asks = [] } = call("plan_introduction", { target, ...detail }) as {
    asks?: readonly { ask?: string; id?: string }[];
  };
  const ask = asks[0]?.ask ?? asks[0]?.id ?? "none";
  call("draft_request", { ask });
  call("explain", { ask, ...detail });
  const others: Readonly<Record<string, object>> = {
    find_person: { query: random.pick(["Bob Smith", "CEO at Acme", company, "Zed"]) },
    who_can_reach: { targets: people },
    account_plan: { company },
    next_actions: detail,
    standing: { person: target },
    insights: {},
    prospects: { titles: ["CEO"] },
    pairs: {},
    ties_to_make: { targets: people },
    ladder: {},
    progress: {},
  };
  for (const [name, input] of Object.entries(others)) if (random.chance(0.4)) call(name, input);
  if (random.chance(0.1)) call("give_first", { targets: people });
  call(
    "record_event",
    random.pick([
      {},
      { event: { type: "ask.agreed", ask: "none" } },
      { event: { type: "thanks.sent" } },
      { event: { type: "favor.given", giver: seeker, receiver: "Nobody Known", kind: "advice" } },
    ]),
  );
}
