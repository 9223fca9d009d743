/** What a run of histories did. */
export interface Counts {
  histories: number;
  commands: number;
  /** How many of each command were done, or refused with which code. */
  counts: Map<string, number>;
}

export function countsOf(histories: number, counts: Map<string, number>): Counts {
  return { histories, commands: [...counts.values()].reduce((all, each) => all + each, 0), counts };
}

export function merge(into: Map<string, number>, from: ReadonlyMap<string, number>): void {
  for (const [word, times] of from) into.set(word, (into.get(word) ?? 0) + times);
}

/** One line a command: done, refused, and each refusal with its count. */
export function coverage(counts: ReadonlyMap<string, number>): string[] {
  const byName = Map.groupBy([...counts].sort(), ([word]) => word.split(' ')[0] ?? '');
  return [...byName].map(([name, words]) => {
    const refused = words.filter(([word]) => !word.endsWith(' done'));
    const sum = (each: readonly (readonly [string, number])[]) =>
      each.reduce((all, [, times]) => all + times, 0);
    const codes = refused.map(([word, times]) => `${word.split(' ')[1]} ${times}`).join(', ');
    const done = sum(words) - sum(refused);
    return `  ${name}: ${done} accepted, ${sum(refused)} refused${codes ? ` (${codes})` : ''}`;
  });
}
