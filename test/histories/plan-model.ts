/** Local date so many days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Equal cents over the dates, the spare ones first; dates without a cent are left out. */
export function splitOver(cents: number, dates: readonly string[]): Map<string, number> {
  const inOrder = [...new Set(dates)].sort();
  const plan = new Map<string, number>();
  for (const [index, date] of inOrder.entries()) {
    const part = Math.floor(cents / inOrder.length) + (index < cents % inOrder.length ? 1 : 0);
    if (part > 0) plan.set(date, part);
  }
  return plan;
}
