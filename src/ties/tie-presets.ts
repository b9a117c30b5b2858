import type { PartialTieModel } from "./partial-tie-model.js";

/** Named sets of numbers that stood as defaults before. */
export const TIE_PRESETS: Readonly<Record<"0.1", PartialTieModel>> = {
  "0.1": {
    strength: {
      closenessDoubt: 0,
      // What 0.1 did not read stands for no more than the mean of what is not known.
      recommended: 0.3,
      recommending: 0.3,
      workedTogether: 0.3,
      ownTeam: 0.3,
      endorsed: 0,
      invitationNote: 0,
      days: 1.2,
      wrote: 0,
      anyContact: 1,
    },
    priors: { thirdRelay: 0.33 },
    consent: {
      strength: 2,
      neverSpoken: 0,
      introduced: 0,
      introducedFloor: 0,
      targetChief: 0,
      targetLargeFirm: 0,
      taught: 0,
      reminded: 0,
      effort: 0,
    },
    inference: {
      share: 2.5,
      decay: 0.7,
      knee: 1,
      sameOffice: 1.8,
      sameFunction: 1.3,
      sameFunctionLarge: 1.3,
      differentFunction: 0,
      sameRank: 0.6,
      senior: 0,
      director: 0,
      junior: 0,
      smallFirm: 0,
      assistant: 0,
      wholeFirm: 0,
      leaders: 0,
      customerFacing: 0,
      willing: 1,
    },
    uncertainty: { moreTied: 3 },
  },
};
