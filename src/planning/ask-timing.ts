import { DEFAULT_TIMING_SETTINGS, type TimingSettings } from "../base/index.js";

/** @deprecated The name of 0.1 for `TimingSettings`. */
export type TimingModel = TimingSettings;

/** @deprecated The name of 0.1 for `DEFAULT_TIMING_SETTINGS`. */
export const DEFAULT_TIMING: TimingSettings = DEFAULT_TIMING_SETTINGS;
