import { measureWith } from "../support/linear.js";

/** Milliseconds of processor time. */
measureWith(async (run) => {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
});
