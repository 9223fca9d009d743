/** Runs two programs in turn, so that a noisy machine disturbs both alike; medians in milliseconds a round. */
export async function measureSideBySide(
  rounds: number,
  perRound: number,
  first: () => Promise<void> | void,
  second: () => Promise<void> | void,
): Promise<{ firstMs: number; secondMs: number }> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1)
    for (const [index, program] of [first, second].entries()) {
      const start = performance.now();
      for (let count = 0; count < perRound; count += 1) await program();
      times[index]?.push((performance.now() - start) / perRound);
    }
  return { firstMs: percentile(times[0], 0.5), secondMs: percentile(times[1], 0.5) };
}

/** The value below which the given share of the list lies. */
export function percentile(list: number[], share: number): number {
  const sorted = list.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
