/**
 * Property tests draw the same cases in every run of `npm test`, so that a red run is red again; `FC_SEED=random` or a number draws
 * others, as the long runs do.
 */
import fc from "fast-check";

const given = process.env["FC_SEED"];
if (given !== "random") fc.configureGlobal({ seed: Number(given ?? 20_261_122) });
