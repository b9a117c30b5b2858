import type { TieModel } from "./tie-model.js";

/** Any part of a {@link TieModel}; what is left out keeps its default. */
export type PartialTieModel = {
  readonly [Group in keyof TieModel]?: { readonly [Name in keyof TieModel[Group]]?: number };
} & {
  /** Numbers to start from in place of the defaults: `"0.1"`, those of version 0.1. */
  readonly preset?: "0.1" | undefined;
};
