import { Checkbox } from '@mantine/core';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { Amount } from '../../parts/amount.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './till.module.css';

interface Props {
  cheques: OutputOf<'depositSlip.plan'>['cheques'];
  /** With these, each cheque can be left out of the deposit. */
  leftOut?: ReadonlySet<string | number>;
  onToggle?: (paymentId: number) => void;
}

/** Cheques one by one, as the bank wants them. */
export function ChequeTable({ cheques, leftOut, onToggle }: Props) {
  const { t } = useWords();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {(['cheque', 'bank', 'client', 'payment'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`tillReport.deposit.${column}`)}
            </th>
          ))}
          <th scope="col" className={classes.number}>
            {t('tillReport.deposit.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {cheques.map((cheque) => {
          const label = cheque.chequeNumber || cheque.paymentNumber;
          return (
            <tr key={cheque.paymentId}>
              <td>
                {onToggle ? (
                  <Checkbox
                    label={label}
                    aria-label={t('tillReport.deposit.pick', { what: label })}
                    checked={!leftOut?.has(cheque.paymentId)}
                    onChange={() => onToggle(cheque.paymentId)}
                  />
                ) : (
                  label
                )}
              </td>
              <td>{cheque.chequeBank || '—'}</td>
              <td>{cheque.clientName}</td>
              <td>{cheque.paymentNumber}</td>
              <td className={classes.number}>
                <Amount minor={cheque.amountMinor} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
