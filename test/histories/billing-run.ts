import { openBillingDesk } from './billing-desk.ts';
import { BillingHistory } from './billing-history.ts';
import { verifyDesk } from './compare-books.ts';

/** Histories that use one desk one after the other; each on accounts of its own. */
const PER_DESK = 25;

export interface BillingRun {
  histories: number;
  /** How many of each command were done, or refused with which code. */
  counts: Map<string, number>;
}

/** So many histories of consecutive seeds; throws at the first that disagrees, with the seeds of its desk. */
export async function runBilling(
  given: { firstSeed: number; histories: number; steps: number; comparesEach?: boolean },
  tell: (histories: number, counts: ReadonlyMap<string, number>) => void = () => {},
): Promise<BillingRun> {
  const counts = new Map<string, number>();
  let done = 0;
  while (done < given.histories) {
    const deskSeed = given.firstSeed + done;
    const shared = await openBillingDesk();
    for (let count = 0; count < PER_DESK && done < given.histories; count++) {
      const seed = given.firstSeed + done;
      const history = new BillingHistory(seed, shared);
      history.comparesEach = given.comparesEach ?? false;
      try {
        await history.run(given.steps);
      } catch (error) {
        const where = `history of seed ${seed}, at the desk of ${deskSeed}, after ${history.last}`;
        throw new Error(`${where}: ${error instanceof Error ? error.message : error}`, { cause: error });
      }
      for (const [word, times] of history.counts) counts.set(word, (counts.get(word) ?? 0) + times);
      done += 1;
    }
    await verifyDesk(shared.desk);
    await shared.desk.close();
    tell(done, counts);
  }
  return { histories: done, counts };
}
