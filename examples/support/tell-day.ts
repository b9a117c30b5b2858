import type { IntroductionPlanner, NextAction } from "warmpath";
import { describeActions } from "warmpath/report";

/** What a seeker or a team would read on a day: what to do, for whom, and why; with `drafts` the first message too. */
export function tellDay(
  planner: IntroductionPlanner,
  actions: readonly NextAction[],
  { day, drafts = false }: { readonly day: string; readonly drafts?: boolean },
): string[] {
  const lines = actions.flatMap((action, i) => {
    const [view] = describeActions([action], planner).actions;
    const about = view?.about === undefined ? "" : ` ${view.about}`;
    const note = action.draft?.note.split("\n").filter((line) => line !== "");
    const message = drafts && i === 0 && note !== undefined ? note.map((line) => `       | ${line}`) : [];
    return [`  ${i + 1}. ${view?.text}.${about}`, `     Why: ${action.why}`, ...message];
  });
  return [day, ...(lines.length === 0 ? ["  Nothing is due."] : lines), ""];
}

/** Records that an action was done on a day, as an app would once the user pressed the button. */
export function done(planner: IntroductionPlanner, action: NextAction, at: string): string {
  const id = `${at} ${action.kind} ${action.person} ${action.target ?? ""}`.trim();
  planner.record({ ...action.done, id, at });
  return id;
}

/** Both of a pair who were asked say yes. */
export function bothSayYes(planner: IntroductionPlanner, pair: NextAction, at: string): string[] {
  const { seeker: broker, person, target = "", names } = pair;
  const between: [string, string] = [person, target];
  for (const by of between) {
    const id = `${at} ${by} ${target}`;
    planner.record({ id, type: "introduction.offered", at, broker, between, by, answer: "yes" });
  }
  return [`  (${between.map((id) => names[id]).join(" and ")} both say yes.)`, ""];
}

/** The day that lies some days after another one. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
