export type { IntroductionPath, Leg } from "./introduction-path.js";
