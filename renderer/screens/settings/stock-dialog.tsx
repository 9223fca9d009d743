import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatCount, formatInstant } from '../../../shared/i18n/format.ts';
import { useHasRole } from '../../connection/session.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import type { ProductRead } from './catalogue-page.tsx';
import classes from './settings.module.css';

/** "12", "-3" and "−3" are whole numbers; zero is none of them. */
function parseQuantity(text: string): number | null {
  const match = /^([+\-\u2212]?)(\d{1,6})$/.exec(text.trim());
  const size = Number(match?.[2] ?? 0);
  if (!match || size === 0) return null;
  return match[1] === '-' || match[1] === '\u2212' ? -size : size;
}

/** A product's stock, its movements, and a correction with its reason. */
export function StockDialog({ product, onClose }: { product: ProductRead; onClose: () => void }) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const isSupervisor = useHasRole('supervisor');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const command = useCommand('product.adjustStock', String(product.productId));
  const read = useRead('product.read', { productId: product.productId });
  const quantity = parseQuantity(text);
  const rows = (read.data?.stockMovements ?? []).map((movement, index) => ({ ...movement, key: index }));
  const causeWords = (cause: string) =>
    cause === 'sale' || cause === 'return' || cause === 'opening'
      ? t(`catalogue.stock.cause.${cause}`)
      : cause;
  const send = async () => {
    if (quantity === null) return;
    if (await command.run({ productId: product.productId, quantity, reason: reason.trim() })) {
      setText('');
      setReason('');
    }
  };
  return (
    <Dialog onClose={onClose} title={pickName(product, language)}>
      <div className={classes.stack}>
        <p className={classes.strong}>
          {t('catalogue.stock.now', { quantity: read.data?.stockQuantity ?? product.stockQuantity ?? 0 })}
        </p>
        {isSupervisor ? (
          <>
            <TextInput
              data-autofocus
              required
              label={t('catalogue.stock.quantity')}
              disabled={command.isUnanswered}
              value={text}
              error={text.trim() !== '' && quantity === null ? t('catalogue.stock.notZero') : undefined}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <TextInput
              required
              label={t('catalogue.stock.reason')}
              maxLength={200}
              disabled={command.isUnanswered}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
            <ConfirmBar
              inDialog
              label={t('catalogue.stock.submit')}
              disabled={quantity === null || reason.trim() === ''}
              isRunning={command.isRunning}
              isUnanswered={command.isUnanswered}
              onConfirm={() => void send()}
              onBack={onClose}
            />
          </>
        ) : (
          <p className={classes.soft}>{t('catalogue.stock.supervisor')}</p>
        )}
        <h3 className={classes.strong}>{t('catalogue.stock.history')}</h3>
        <table className={classes.table} aria-label={t('catalogue.stock.history')}>
          <tbody>
            {rows.map((movement) => (
              <tr key={movement.key}>
                <td>{formatInstant(movement.at, language, timeZone)}</td>
                <td>{causeWords(movement.cause)}</td>
                <td className={classes.number}>
                  {movement.quantity > 0 ? '+' : '\u2212'}
                  {formatCount(Math.abs(movement.quantity), language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
