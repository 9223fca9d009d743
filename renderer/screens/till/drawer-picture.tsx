import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { DrawerEventKind } from '../../../shared/domain/till-count.ts';
import { useWords } from '../../shell/language.ts';
import { SignedAmount } from './signed-amount.tsx';
import classes from './till.module.css';

/** What makes up the expected cash right now, kind by kind; the lines add up to it. */
export function DrawerPicture({ events }: { events: OutputOf<'till.read'>['events'] }) {
  const { t } = useWords();
  const sums = new Map<string, number>();
  for (const { kind, amountMinor } of events)
    if (amountMinor !== 0) sums.set(kind, (sums.get(kind) ?? 0) + amountMinor);
  return [...sums].map(([kind, minor]) => (
    <div key={kind} className={classes.pair}>
      <dt>{t(`till.events.kind.${kind as DrawerEventKind}`)}</dt>
      <dd>
        <SignedAmount minor={minor} />
      </dd>
    </div>
  ));
}
