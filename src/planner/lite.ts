// The sub-path `warmpath/lite`: what a plugin needs, for hosts that weigh every kilobyte. It is the same code as the root's, with
// the same bytes of every result. Types are those of the root: a type of `warmpath` costs nothing in a bundle.

export { isWarmpathError, WarmpathError } from "../base/error.js";
export { Journal } from "../journal/journal.js";
export { Network } from "../network/network.js";
export { CorePlanner as IntroductionPlanner } from "./core-planner.js";
