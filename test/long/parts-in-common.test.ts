import { expect, it } from "vitest";
import type { Hostile } from "../support/spoilt/hostile.js";
import { SpoiltWorld } from "../support/spoilt/spoil.js";
import { surface } from "../support/spoilt/surface.js";

/** Reads that a call may make of a part that is held in 2 to the power of 60 places: 20 times as many as any takes. */
const MOST_READS = 3_000_000;

it("a valid call with one part held in a million million places and more ends soon", async () => {
  let reads = 0;
  const read = (): void => {
    if (++reads > MOST_READS) throw new Error("read too often");
  };
  const counted: ProxyHandler<object> = {
    get: (part, key) => {
      read();
      return Reflect.get(part, key) as unknown;
    },
    ownKeys: (part) => {
      read();
      return Reflect.ownKeys(part);
    },
  };
  const held = (): object => {
    let part: object = { id: "me", at: "2026-01-01" };
    for (let level = 0; level < 60; level++)
      part = new Proxy(level % 2 === 0 ? { a: part, b: part } : [part, part], counted);
    return part;
  };
  const kinds: readonly Hostile[] = [
    { name: "a part", put: () => ({ value: held() }) },
    { name: "a list of it", put: () => ({ value: [held()] }) },
  ];
  const { offers, held: functions } = await surface();
  const world = new SpoiltWorld(offers, kinds);
  const endless: string[] = [];
  let calls = 0;
  for (const one of functions) {
    await world.spoil(
      one,
      (all) => all,
      ({ name }, place) => {
        calls++;
        if (reads > MOST_READS) endless.push(`${name} ${place.join(".")}`);
        reads = 0;
      },
    );
  }
  console.log(`${calls} calls`);
  expect(endless).toEqual([]);
});
