import { formatDate, formatMoney, formatTime } from '../../shared/i18n/format.ts';
import { useOrganisation } from '../connection/use-organisation.ts';
import { useWords } from '../shell/language.ts';
import classes from './receipt.module.css';

export interface ReceiptLine {
  readonly key: string | number;
  readonly label: string;
  readonly detail?: string;
  readonly minor: number;
}

interface ReceiptProps {
  /** « Reçu », « Facture F-000012 »… */
  readonly title: string;
  readonly at: string;
  readonly clientName: string;
  readonly staffName?: string;
  readonly lines: readonly ReceiptLine[];
  /** GST and QST each on its own line, never a combined rate. */
  readonly taxes: readonly ReceiptLine[];
  readonly total: { readonly label: string; readonly minor: number };
  /** Tenders, change, rounding, deposit, what is still owed. */
  readonly money: readonly ReceiptLine[];
  /** Why, and who approved it: one line each. */
  readonly remarks?: readonly string[];
}

/** A receipt as it would print: who sold, their tax numbers, items, each tax, total, how it was paid. */
export function Receipt(props: ReceiptProps) {
  const { t, language } = useWords();
  const organisation = useOrganisation();
  if (!organisation) return null;
  const localDate = new Intl.DateTimeFormat('en-CA', { timeZone: organisation.timeZone }).format(
    new Date(props.at),
  );
  return (
    <article className={classes.paper} aria-label={props.title}>
      <header className={classes.head}>
        <strong className={classes.organisation}>{organisation.name}</strong>
        {organisation.address && <span>{organisation.address}</span>}
        {organisation.phone && <span>{organisation.phone}</span>}
        <span className={classes.title}>{props.title}</span>
        <span>
          {formatDate(localDate, language)}, {formatTime(props.at, language, organisation.timeZone)}
        </span>
        <span>{props.clientName}</span>
      </header>
      <Lines lines={props.lines} />
      <Lines lines={props.taxes} isSoft />
      <div className={classes.total}>
        <span>{props.total.label}</span>
        <span>{formatMoney(props.total.minor, language)}</span>
      </div>
      <Lines lines={props.money} />
      <footer className={classes.foot}>
        {organisation.gstNumber && (
          <span>
            {t('counter.receipt.gstNumber')} {organisation.gstNumber}
          </span>
        )}
        {organisation.qstNumber && (
          <span>
            {t('counter.receipt.qstNumber')} {organisation.qstNumber}
          </span>
        )}
        {props.remarks?.map((remark) => (
          <span key={remark}>{remark}</span>
        ))}
        {props.staffName && <span>{t('counter.receipt.servedBy', { name: props.staffName })}</span>}
        {organisation.isDemonstration && <strong>{t('counter.receipt.demonstration')}</strong>}
      </footer>
    </article>
  );
}

function Lines({ lines, isSoft = false }: { lines: readonly ReceiptLine[]; isSoft?: boolean }) {
  const { language } = useWords();
  if (lines.length === 0) return null;
  return (
    <ul className={classes.lines} data-soft={isSoft || undefined}>
      {lines.map((line) => (
        <li key={line.key}>
          <span className={classes.label}>
            {line.label}
            {line.detail && <small>{line.detail}</small>}
          </span>
          <span>{formatMoney(line.minor, language)}</span>
        </li>
      ))}
    </ul>
  );
}
