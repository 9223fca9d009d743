import type { Catalog } from '../../../shared/i18n/catalogs.ts';
import { formatInstant, formatMoney } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './invoice.module.css';
import type { InvoiceRead } from './item-table.tsx';

type Kind = keyof Catalog['invoice']['history']['kind'];

/** What happened to the invoice, in order; the invoice itself never changes. */
export function InvoiceHistory({ history }: { history: InvoiceRead['history'] }) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const rows = history.map((event, index) => ({ ...event, key: index }));
  return (
    <Panel title={t('invoice.history.title')}>
      <ol className={classes.timeline}>
        {rows.map((event) => (
          <li key={event.key}>
            <div className={classes.strong}>
              {t(`invoice.history.kind.${event.kind as Kind}`)} {event.number}
            </div>
            {event.amountMinor === null ? null : (
              <div>{formatMoney(Math.abs(event.amountMinor), language)}</div>
            )}
            {event.note ? <div>{event.note}</div> : null}
            <div className={classes.soft}>
              {formatInstant(event.at, language, timeZone)}{' '}
              {t('invoice.history.by', { name: event.staffName })}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
