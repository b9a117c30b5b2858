import type { ArcIndex } from "../../../src/search/index.js";
import { type Random, seededRandom } from "../../support/random.js";
import { type SocialGraph, socialGraph } from "../search/social-graph.js";
import type { Row } from "./two-versions.js";

/** Building and asking indexes of three graphs. */
export function searchRows(): Row<unknown>[] {
  return [
    ...rowsOf("10k", 10_000, false),
    ...rowsOf("10k mutual", 10_000, true),
    ...rowsOf("100k", 100_000, false),
  ];
}

function rowsOf(name: string, people: number, mutual: boolean): Row<unknown>[] {
  let made: SocialGraph | undefined;
  const graph = (): SocialGraph => {
    made ??= socialGraph(people, 10, mutual, 1);
    return made;
  };
  const build: Row<SocialGraph> = {
    what: `search ${name}: build`,
    ready: graph,
    work: (input, { search }) => {
      for (let i = 0; i < 500_000; i += people * 10) search.ArcIndex.build(input);
    },
  };
  const asked = (what: string, count: number, query: Query): Row<ArcIndex> => ({
    what: `search ${name}: ${what}, ${count} times`,
    ready: ({ search }) => search.ArcIndex.build(graph()),
    work: (index, { search }) => {
      const random = seededRandom(11);
      for (let i = 0; i < count; i++) query(search, index, people, random);
    },
  });
  const ends = (people: number, random: Random) => ({
    sources: random.below(people / 2),
    targets: people / 2 + random.below(people / 2),
  });
  return [
    build,
    asked("best path", 400, ({ bestPath }, index, people, random) => {
      const { sources: source, targets: target } = ends(people, random);
      bestPath(index, { source, target });
    }),
    ...[8, 50].flatMap((k) =>
      [3, 4, undefined].map((maxHops) =>
        asked(
          `${k} best${maxHops === undefined ? "" : ` of ${maxHops} hops`}`,
          // Fewer are over before the engine has compiled them, and the row says what that cost.
          maxHops === undefined ? 100 : maxHops === 3 ? 4_000 : 1_000,
          ({ kBestPaths }, index, people, random) =>
            kBestPaths(index, { ...ends(people, random), k, ...(maxHops === undefined ? {} : { maxHops }) }),
        ),
      ),
    ),
  ] as Row<unknown>[];
}

type Query = (
  search: typeof import("../../../src/search/index.js"),
  index: ArcIndex,
  people: number,
  random: Random,
) => unknown;
