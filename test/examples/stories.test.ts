import { describe, expect, it } from "vitest";
import { weekAfter } from "../../examples/stories/after-delivery.js";
import { autumn } from "../../examples/stories/best-customers.js";
import { halfYear } from "../../examples/stories/consultant.js";
import { sixWeeks } from "../../examples/stories/hub-firm.js";
import { twelveWeeks } from "../../examples/stories/sellers-team.js";

const STORIES = { twelveWeeks, halfYear, weekAfter, sixWeeks, autumn } as const;

describe.each(Object.entries(STORIES))("the story %s", (_, story) => {
  it("reads as a person would read it, the same every time", () => {
    const text = story();
    expect(story()).toBe(text);
    expect(text).not.toMatch(/undefined|NaN|Infinity|\[object|somebody\.|\b(he|him|his|she|her)\b/);
    // No code of an event and no id of a person is shown.
    expect(text).not.toMatch(/\b[a-z]+\.(sent|held|won|lost|made|agreed|declined)\b|\bc\d\b/);
    expect(text.split("\n").length).toBeGreaterThan(20);
  });
});

describe("what the stories show", () => {
  it("a team is thanked for, told, and asks again by another way after a no", () => {
    const text = twelveWeeks();
    expect(text).toMatch(/would rather not.*Ask \w+ \w+ to introduce you to/su);
    for (const word of ["Thank Ann Reed", "Follow up with Bob Smith", "Tell Ann Reed how it went"])
      expect(text).toContain(word);
    expect(text).toContain("Introduce Ann Reed to Clara Lindt: both have said yes");
    // A teammate is nobody to be asked about.
    expect(text).not.toContain("Ada Park at Northwind");
  });

  it("a customer of a customer becomes one, is welcomed, and is asked after the delivery", () => {
    const text = halfYear();
    const order = ["Thank Ann Reed", "Welcome Dan Voss", "Ask Dan Voss whom else"].map((words) =>
      text.indexOf(words),
    );
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(text).toContain("find out what is wrong, and ask for nothing");
  });

  it("whoever cannot think of anyone is given names, and who complained is not asked", () => {
    const text = weekAfter();
    expect(text).toContain("You had named Dan Voss and Bob Smith");
    expect(text).not.toMatch(/Ask Eve Holt/);
    expect(text).toContain("Thank Ann Reed for recommending you to Dan Voss");
    expect(text).toMatch(
      /Ann Reed: a customer who has recommended you.*Eve Holt: a customer\. They are not happy/s,
    );
  });

  it("a hub brings together who needs and who offers, each pair once", () => {
    const pairs = [...sixWeeks().matchAll(/Introduce (\w+ \w+) to (\w+ \w+): both have said yes/g)].map(
      String,
    );
    expect(pairs.length).toBeGreaterThanOrEqual(4);
    expect(new Set(pairs).size).toBe(pairs.length);
    // Who would rather not is introduced to nobody.
    expect(pairs.join()).not.toContain("Eve Holt");
  });

  it("an introduction nobody asked for gets thanks, news and presents, and guests are brought together", () => {
    const text = autumn();
    for (const words of [
      "Thank Ann Reed for recommending you to Bob Smith",
      "Welcome Bob Smith",
      "Ask Bob Smith whom else",
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/At the customers' evening bring together\n {2}\w+ \w+ and \w+ \w+/);
  });
});
