import { expect, it } from "vitest";
import { callersOwn, madeOf } from "../../src/base/index.js";

/** A public function that calls a function of the caller's. */
const door = (call: () => unknown): unknown => madeOf("input", () => callersOwn(call, "call")());

it("what a caller's function throws passes as it came, though it went through another door of ours", () => {
  const thrower = (own: Error) => (): never => {
    throw own;
  };
  const [first, second] = [new TypeError("one"), new TypeError("two")];
  expect(() => door(() => door(thrower(first)))).toThrow(first);
  expect(() => door(thrower(second))).toThrow(second);
  const spoilt = () => madeOf("input", () => (undefined as never as { at: number }).at);
  const refused = expect.objectContaining({ code: "INVALID_ARGUMENT" });
  expect(spoilt).toThrow(refused);
  expect(() => door(spoilt)).toThrow(refused);
  expect(() => door(7 as never)).toThrow(refused);
});
