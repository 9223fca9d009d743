import { Amount } from '../../parts/amount.tsx';
import { OriginLine } from './origin-line.tsx';
import classes from './refund.module.css';
import { keyOf, type RefundPlanRead } from './source-table.tsx';

interface Props {
  lines: RefundPlanRead['lines'];
  sources: RefundPlanRead['sources'];
}

/** What the amount is made of: each source it draws on, and the payment behind it. */
export function PlannedLines({ lines, sources }: Props) {
  return (
    <ul className={classes.timeline}>
      {lines.map((line) => {
        const source = sources.find((each) => keyOf(each) === keyOf(line));
        const origin = source?.origins.find((each) => each.paymentId === line.originPaymentId);
        return (
          <li key={`${keyOf(line)} ${line.originPaymentId}`}>
            <div className={classes.pair}>
              <span className={classes.strong}>{source?.number}</span>
              <Amount minor={line.amountMinor} />
            </div>
            {origin ? <OriginLine origin={origin} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
