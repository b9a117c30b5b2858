/** Area under the curve of scores against outcomes: the chance that a yes outscores a no, equal scores counting half. */
export function areaUnderCurve(scores: readonly number[], outcomes: readonly (0 | 1)[]): number {
  const order = scores.map((_, k) => k).sort((a, b) => scores[a]! - scores[b]!);
  let rankSum = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end + 1 < order.length && scores[order[end + 1]!] === scores[order[start]!]) end++;
    for (let k = start; k <= end; k++) if (outcomes[order[k]!] === 1) rankSum += (start + end) / 2 + 1;
    start = end + 1;
  }
  const yes = outcomes.filter((y) => y === 1).length;
  return (rankSum - (yes * (yes + 1)) / 2) / (yes * (outcomes.length - yes));
}
