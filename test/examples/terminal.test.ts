import { describe, expect, it } from "vitest";
import { shown, table } from "../../examples/cli/terminal.js";

describe("what a name in a file may do to a terminal", () => {
  it("is nothing: controls, escape sequences and bidi marks are gone from texts and tables", () => {
    const hostile = [
      "\u001b[2J\u001b]0;title\u0007",
      "a\u009b31mb",
      "x\u202ey",
      "\u0000\u0008\u007f",
      "a\r\nb",
    ];
    for (const name of hostile) {
      for (const text of [shown(name), table(["who"], [[name]])])
        expect(text.replaceAll("\n", "")).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
      expect(shown(name)).not.toContain("\n");
    }
  });
});
