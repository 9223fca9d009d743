import type { Instalment } from '../../../shared/domain/instalment.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { Amount } from '../../parts/amount.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './plan.module.css';

/** Dates and what is due on each. */
export function Schedule({ title, instalments }: { title: string; instalments: readonly Instalment[] }) {
  const { t, language } = useWords();
  if (instalments.length === 0)
    return (
      <p className={classes.soft}>
        {title} · {t('plan.none')}
      </p>
    );
  return (
    <table className={classes.table}>
      <caption>{title}</caption>
      <tbody>
        {instalments.map(({ dueDate, amountMinor }) => (
          <tr key={dueDate}>
            <td className={classes.date}>{formatDate(dueDate, language)}</td>
            <td className={classes.number}>
              <Amount minor={amountMinor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
