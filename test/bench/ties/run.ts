import { runAdvogato } from "./advogato.js";
import { runCollegeWindows } from "./college-windows.js";
import { runScoringSpeed } from "./scoring-speed.js";
import { runSimulatedWorlds } from "./simulated-worlds.js";

const DATA = new URL("../../../../shared/data/", import.meta.url);
const PARTS = ["college", "advogato", "worlds", "speed"];

/**
 * `npm run bench -- ties [college] [advogato] [worlds] [speed]`: predictive quality and speed of ties and learning; all
 * parts where none is named. Parts that need `../shared/data` are skipped where it is not there.
 */
export async function run(args: string[]): Promise<void> {
  const parts = args.length > 0 ? args : PARTS;
  if (parts.includes("college")) runCollegeWindows(new URL("college-msg/CollegeMsg.txt", DATA).pathname);
  if (parts.includes("advogato")) runAdvogato(new URL("advogato/out.advogato", DATA).pathname);
  if (parts.includes("worlds")) runSimulatedWorlds();
  if (parts.includes("speed")) runScoringSpeed();
}
