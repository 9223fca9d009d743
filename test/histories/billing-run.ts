import { openBillingDesk } from './billing-desk.ts';
import { BillingHistory } from './billing-history.ts';
import { verifyDesk } from './compare-books.ts';
import { type Counts, countsOf, merge } from './counts.ts';

/** Histories that use one desk one after the other, each on accounts of its own; the ledger is verified after them. */
const PER_DESK = 25;

export interface BillingAsk {
  firstSeed: number;
  histories: number;
  /** Commands of each history. */
  steps: number;
  /** Compares after each command: slow, and names the one that disagrees. */
  comparesEach?: boolean;
}

/** So many histories of consecutive seeds; throws at the first that disagrees, with the first seed of its desk. */
export async function runBilling(ask: BillingAsk, tell: (done: number) => void = () => {}): Promise<Counts> {
  const counts = new Map<string, number>();
  let done = 0;
  while (done < ask.histories) {
    const deskSeed = ask.firstSeed + done;
    const shared = await openBillingDesk();
    for (let count = 0; count < PER_DESK && done < ask.histories; count++) {
      const history = new BillingHistory(ask.firstSeed + done, shared);
      history.comparesEach = ask.comparesEach ?? false;
      try {
        await history.run(ask.steps);
      } catch (error) {
        const where = `history of seed ${history.seed}, at the desk of ${deskSeed}, after ${history.last}`;
        throw new Error(`${where}: ${error instanceof Error ? error.message : error}`, { cause: error });
      }
      merge(counts, history.counts);
      done += 1;
    }
    await verifyDesk(shared.desk);
    await shared.desk.close();
    tell(done);
  }
  return countsOf(done, counts);
}
