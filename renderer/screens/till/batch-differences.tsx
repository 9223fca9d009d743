import type { BatchDifference } from '../../../shared/domain/batch-slip.ts';
import { useWords } from '../../shell/language.ts';
import classes from './till.module.css';

/** Where a slip and the ledger differ, each with its most likely cause and what to check. */
export function BatchDifferences({ differences }: { differences: readonly BatchDifference[] }) {
  const { t } = useWords();
  return (
    <ul className={classes.list}>
      {differences.map(({ direction, count, amountMinor, cause, candidates }) => (
        <li key={direction}>
          <p>{t(`batchSlip.line.${direction}`, { count, amount: amountMinor })}</p>
          <p className={classes.strong}>{t(`batchSlip.cause.${cause}`)}</p>
          {candidates.length > 0 ? (
            <p>{t('batchSlip.candidates', { numbers: candidates.join(', ') })}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
