import { checkShape, madeOf, throwIfAborted } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import type { CompiledNetwork } from "./compiled-network.js";
import { checkAskers, forEachLastLeg } from "./find-paths.js";
import { blockedNodes } from "./first-asks.js";
import { callersRequest } from "./path-request.js";
import type { ReachRequest } from "./reach-targets.js";

/** The best way to a target over one new tie of a seeker's. */
export interface NewTieReach {
  readonly seeker: string;
  /** To whom the tie would be. */
  readonly person: string;
  /** Place of the target in the request. */
  readonly target: number;
  readonly probability: number;
}

/**
 * How well each target could be reached over a tie that a seeker does not have yet. It leads to somebody who stands at most two asks before the
 * target. One look at the target's own legs and at the ties of whoever asks it: O(sum of their degrees) for each target. Ways over more than three ties are left out.
 * The readable form is a plan anew with each tie put into the network: test/planner/tie-to-make.test.ts.
 * @param evidence What the new tie would rest on.
 * @throws WarmpathError as `reachTargets`.
 */
export function reachOverNewTies(
  compiled: CompiledNetwork,
  given: ReachRequest,
  evidence: TieEvidence,
): readonly NewTieReach[] {
  return madeOf("request", () => {
    checkShape(compiled, { takeInChanges: "function" }, "compiled");
    const request = callersRequest(given);
    checkShape(request, { targets: ["object"] }, "request");
    checkShape(evidence, "object", "evidence");
    compiled.takeInChanges();
    checkAskers(compiled, request);
    const view = compiled.seenBy(request.seekers, request.maskedTies ?? true);
    const { scorer } = compiled;
    const closed = new Set(blockedNodes(compiled, request));
    const seekers = request.seekers.map((id) => ({ id, node: compiled.numberOf(id) as number }));
    const own = seekers.map(({ id, node }) => {
      const known = new Set<number>(seekers.map((one) => one.node));
      view.forEachTieOf(node, (other) => known.add(other));
      return { id, node, known, asks: new Map<number, number>() };
    });
    const firstAsk = (seeker: (typeof own)[number], person: number): number => {
      let consent = seeker.asks.get(person);
      if (consent === undefined) {
        const context = request.askContext?.(seeker.id, compiled.ids[person] as string);
        const score = compiled.scoreOf(evidence, seeker.node, person, false);
        consent = scorer.consent({ ...context, ...score, role: "first" });
        seeker.asks.set(person, consent);
      }
      return consent;
    };
    const open = (node: number): boolean => !closed.has(node) && !seekers.some((one) => one.node === node);
    return compiled.space.withFound((inferred) =>
      request.targets.flatMap((target, index): NewTieReach[] => {
        throwIfAborted(request.signal);
        inferred.clear();
        const itself = compiled.numberOf(target.id);
        const best = new Map<number, number>();
        const note = (node: number, chance: number): void => {
          if (node !== itself && chance > (best.get(node) ?? 0)) best.set(node, chance);
        };
        const legs: [number, number][] = [];
        forEachLastLeg(view, { ...request, target, k: 1 }, inferred, (node, consent) => {
          if (open(node)) legs.push([node, consent]);
        });
        for (const [node, consent] of legs) {
          note(node, consent);
          if (request.maxHops < 3) continue;
          view.forEachTieOf(
            node,
            (other, score) => {
              if (open(other)) note(other, scorer.ofTie(score()) * consent);
            },
            true,
          );
        }
        return own.flatMap((seeker) =>
          [...best].flatMap(([node, chance]) =>
            seeker.known.has(node)
              ? []
              : [
                  {
                    seeker: seeker.id,
                    person: compiled.ids[node] as string,
                    target: index,
                    probability: firstAsk(seeker, node) * chance,
                  },
                ],
          ),
        );
      }),
    );
  });
}
