import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatCount } from '../../../shared/i18n/format.ts';
import { Balance } from '../../parts/balance.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './statement.module.css';

export type Candidate = OutputOf<'statement.candidates'>['clients'][number];

interface CandidateTableProps {
  readonly candidates: readonly Candidate[];
  readonly leftOut: ReadonlySet<number>;
  readonly onChange: (leftOut: ReadonlySet<number>) => void;
}

/** Who would get a statement; each can be left out. */
export function CandidateTable({ candidates, leftOut, onChange }: CandidateTableProps) {
  const { t, language } = useWords();
  const isAll = candidates.every(({ clientId }) => !leftOut.has(clientId));
  const toggle = (clientId: number) => {
    const next = new Set(leftOut);
    if (!next.delete(clientId)) next.add(clientId);
    onChange(next);
  };
  return (
    <table className={classes.table} aria-label={t('statement.page.list')}>
      <thead>
        <tr>
          <th scope="col" className={classes.tick}>
            <label>
              <span className="seen-by-readers">{t('statement.page.all')}</span>
              <input
                type="checkbox"
                checked={isAll}
                onChange={() =>
                  onChange(isAll ? new Set(candidates.map((each) => each.clientId)) : new Set())
                }
              />
            </label>
          </th>
          <th scope="col">{t('statement.page.column.client')}</th>
          <th scope="col">{t('statement.page.column.last')}</th>
          <th scope="col" className={classes.number}>
            {t('statement.page.column.movements')}
          </th>
          <th scope="col" className={classes.number}>
            {t('statement.page.column.balance')}
          </th>
        </tr>
      </thead>
      <tbody>
        {candidates.map((candidate) => (
          <tr key={candidate.clientId}>
            <td className={classes.tick}>
              <label>
                <span className="seen-by-readers">
                  {t('statement.page.include', { name: candidate.name })}
                </span>
                <input
                  type="checkbox"
                  checked={!leftOut.has(candidate.clientId)}
                  onChange={() => toggle(candidate.clientId)}
                />
              </label>
            </td>
            <td>
              {candidate.name} <span className={classes.under}>{candidate.number}</span>
            </td>
            <td>
              {candidate.last === null ? (
                t('statement.page.never')
              ) : (
                <>
                  {candidate.last.number}{' '}
                  <span className={classes.under}>
                    {t('statement.page.until', { date: candidate.last.toDate })}
                  </span>
                </>
              )}
            </td>
            <td className={classes.number}>{formatCount(candidate.movementCount, language)}</td>
            <td className={classes.number}>
              <Balance minor={candidate.closingMinor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
