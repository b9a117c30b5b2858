/** Days as a person would say them: to the day below three weeks, then weeks, months and years. */
export function spanInWords(days: number): string {
  const whole = Math.round(days);
  if (whole < 21) return count(whole, "day");
  if (whole < 84) return count(Math.round(whole / 7), "week");
  if (whole < 700) return count(Math.round(whole / 30.44), "month");
  return count(Math.round(whole / 365.25), "year");
}

/** A count with its noun. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}
