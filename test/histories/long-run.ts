import { type Counts, countsOf, merge } from './counts.ts';
import { History } from './history.ts';

const STEPS = 120;

/** So many histories of a whole desk each, cards, refunds and the till among them; throws at the first that disagrees. */
export async function runLongHistories(given: { firstSeed: number; histories: number }): Promise<Counts> {
  const counts = new Map<string, number>();
  for (let seed = given.firstSeed; seed < given.firstSeed + given.histories; seed++) {
    const history = new History(seed);
    try {
      await history.run(STEPS);
    } catch (error) {
      const why = error instanceof Error ? error.message : error;
      throw new Error(`history of seed ${seed}, after ${history.last}: ${why}`, { cause: error });
    }
    merge(counts, history.counts);
  }
  return countsOf(given.histories, counts);
}
