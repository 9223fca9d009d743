import { DENOMINATIONS } from '../../../shared/domain/till-count.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { Amount } from '../../parts/amount.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import type { Report } from './session-report.tsx';
import classes from './till.module.css';

interface Props {
  denominations: Readonly<Record<string, number>>;
  counts: Report['counts'];
}

/** The pieces of the accepted count, and who counted how much. */
export function CountedPieces({ denominations, counts }: Props) {
  const { t } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const pieces = DENOMINATIONS.filter(({ key }) => (denominations[key] ?? 0) > 0);
  return (
    <Panel title={t('tillReport.count.denominations')}>
      <dl className={classes.pairs}>
        {pieces.map(({ key, kind, pieceMinor }) => (
          <div key={key} className={classes.pair}>
            <dt>
              {denominations[key]} ×{' '}
              {kind === 'roll' ? (
                t('shell.denomination.roll', { value: Number(key.replace('roll-', '')), total: pieceMinor })
              ) : (
                <Amount minor={pieceMinor} />
              )}
            </dt>
            <dd>
              <Amount minor={pieceMinor * (denominations[key] ?? 0)} />
            </dd>
          </div>
        ))}
        {counts.map((count) => (
          <div key={count.at} className={classes.pair}>
            <dt>{t('tillReport.count.taken')}</dt>
            <dd>
              {t('tillReport.count.by', {
                amount: count.totalMinor,
                name: count.staffName,
                at: count.at,
                timeZone,
              })}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
