import { expect, it } from "vitest";
import { pastEmployers } from "../../src/people/index.js";

it.each([
  ["CFO (ex-Acme)", ["Acme"]],
  ["Founder | formerly VP Sales at Acme Corp", ["Acme Corp"]],
  ["Berater, ehemals Einkauf bei Müller & Söhne", ["Müller & Söhne", "Müller", "Söhne"]],
  ["Directora · antes en Acme", ["Acme"]],
  ["Ancien directeur chez Acme - conseil", ["Acme"]],
  ["Investor, ex-Acme/Globex, ex Initech", ["Acme/Globex", "Acme", "Globex", "Initech"]],
  ["previously at Acme", ["Acme"]],
])("%s names %j", (title, employers) => {
  expect(pastEmployers(title)).toEqual(employers);
});

it.each(["Executive", "VP Export at Acme", "Head of Sales at Acme", "Ex", "Index-Acme", "", undefined])(
  "%s names no past employer",
  (title) => {
    expect(pastEmployers(title)).toEqual([]);
  },
);
