/**
 * What is named as missing while a gate of the social debt is not open; any one of them opens it. None bars an ask as long as
 * the gate is only unknown.
 */
export const GATE_CODES: readonly string[] = ["deposit", "recent-sale", "strong-tie"];
