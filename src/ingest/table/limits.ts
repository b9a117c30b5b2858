import { isCount, unfit } from "../../base/index.js";
import type { ReadLimits } from "../import.js";

/** The limits in force. @throws WarmpathError `INVALID_ARGUMENT` for one that is no integer of 1 or more. */
export function checkLimits(limits: ReadLimits): Required<ReadLimits> {
  return {
    maxRows: limitOf(limits.maxRows, 1_000_000, "maxRows"),
    maxFieldLength: limitOf(limits.maxFieldLength, 65_536, "maxFieldLength"),
    maxColumns: limitOf(limits.maxColumns, 1000, "maxColumns"),
  };
}

/** A limit, or the standard where none is given. @throws WarmpathError `INVALID_ARGUMENT` for no integer of 1 or more. */
export function limitOf(value: number | undefined, standard: number, name: string): number {
  const limit = value ?? standard;
  if (isCount(limit)) return limit;
  throw unfit(name, "an integer of 1 or more");
}

/** Bytes of a zip, packed or unpacked, where its caller says nothing: 1 GiB. */
export const MOST_BYTES: number = 1024 ** 3;
