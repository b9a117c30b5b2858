import { describe, expect, it } from "vitest";
import { holdsTitle } from "../../src/people/index.js";

describe("holdsTitle", () => {
  it.each([
    ["Founder & CEO", "CEO"],
    ["Co-Founder & Chief Executive Officer", "CEO"],
    ["Vice President of Operations", "VP Operations"],
    ["Einkaufsleiter", "Head of Procurement"],
    ["Head of Procurement", "procurement"],
    ["CTO | Speaker", "CTO"],
    ["Zookeeper", "zookeeper"],
  ])("%s holds %s", (title, position) => {
    expect(holdsTitle(title, position)).toBe("same");
  });

  it.each([
    ["Managing Director", "CEO"],
    ["SVP Operations", "VP Operations"],
    ["Chief Financial Officer", "Finance"],
  ])("%s is like %s", (title, position) => {
    expect(holdsTitle(title, position)).toBe("alike");
  });

  it.each([
    ["Assistant to the CFO", "CFO"],
    ["Advisor to the CEO", "CEO"],
    ["Former CEO", "CEO"],
    ["Operations Manager", "VP Operations"],
    ["Director of Sales", "VP Sales"],
    [undefined, "CEO"],
    ["", "CEO"],
  ])("%s does not hold %s", (title, position) => {
    expect(holdsTitle(title, position)).toBeUndefined();
  });
});
