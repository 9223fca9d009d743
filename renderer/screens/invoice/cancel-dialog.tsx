import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { CancelPreview } from './cancel-preview.tsx';
import { type CreditForm, creditAsk, creditNow } from './credit-ask.ts';
import { CreditFields } from './credit-fields.tsx';
import { CreditedAccount } from './credited-account.tsx';
import classes from './invoice.module.css';
import type { ItemRead } from './item-table.tsx';

interface Props {
  item: ItemRead;
  clientId: number;
  onClose: () => void;
}

type Made = OutputOf<'item.cancel'>;

/** Credits an item by percentage, amount or units, with the outcome shown before it is written. */
export function CancelDialog({ item, clientId, onClose }: Props) {
  const { t, language } = useWords();
  const [form, setForm] = useState<CreditForm>({
    way: 'all',
    percentText: '',
    amountMinor: null,
    units: null,
  });
  const [reason, setReason] = useState('');
  const [keepRegistration, setKeepRegistration] = useState(false);
  const [restockQuantity, setRestockQuantity] = useState(0);
  const [toClientId, setToClientId] = useState<number | null>(null);
  const [wasTried, setTried] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const command = useCommand('item.cancel', String(item.itemId));
  const client = useRead('client.read', { clientId });
  const ask = creditAsk(form);
  const now = ask && creditNow(item, ask);
  const preview = useRead(
    'item.cancelPreview',
    { itemId: item.itemId, ...ask },
    { enabled: ask !== null && made === null, keepPrevious: true },
  );
  const failure = ask ? (now && 'failure' in now ? now.failure : preview.failure) : null;
  const totalMinor = (now && 'credit' in now ? now.credit : preview.data)?.totalMinor ?? 0;
  const isWalkIn = client.data?.client.kind === 'walk-in';
  // nothing left to credit, but a registration: only that ends
  const isPlaceOnly = item.creditedMinor === item.totalMinor;
  const isReady =
    ask !== null && failure === null && (isPlaceOnly ? preview.data !== undefined : totalMinor > 0);
  const isLocked = command.isUnanswered || command.isRunning;

  const send = async () => {
    setTried(true);
    if (!ask || (reason.trim() === '' && !command.isUnanswered)) return;
    const answer = await command.run({
      itemId: item.itemId,
      ...ask,
      reason: reason.trim(),
      ...(keepRegistration ? { keepRegistration } : {}),
      ...(restockQuantity > 0 ? { restockQuantity } : {}),
      ...(toClientId ? { toClientId } : {}),
    });
    if (answer) setMade(answer);
  };

  if (made) {
    return (
      <Dialog
        onClose={onClose}
        title={
          made.number === null
            ? t('invoice.cancel.placeEnded')
            : t('invoice.cancel.done', { number: made.number })
        }
      >
        <div className={classes.stack}>
          {made.refundableMinor > 0 ? (
            <Button
              fullWidth
              onClick={() =>
                goTo('refund', null, { client: toClientId ?? clientId, only: `memo-${made.memoId}` })
              }
            >
              {t('invoice.cancel.refundNow', { amount: made.refundableMinor })}
            </Button>
          ) : null}
          <Button fullWidth variant="default" data-autofocus onClick={onClose}>
            {t('invoice.cancel.stay')}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog onClose={onClose} size={900} title={`${t('invoice.cancel.title')} · ${pickName(item, language)}`}>
      <div className={classes.cancel}>
        <div className={classes.stack}>
          <p className={classes.soft}>
            {t(isPlaceOnly ? 'invoice.cancel.placeLead' : 'invoice.cancel.lead')}
          </p>
          {isPlaceOnly ? null : (
            <CreditFields item={item} form={form} isLocked={isLocked} failure={failure} onChange={setForm} />
          )}
          {item.registrationState === 'active' && !isPlaceOnly ? (
            <Checkbox
              label={t('invoice.cancel.keepRegistration', { name: item.personName ?? '' })}
              description={t('invoice.cancel.keepRegistrationHelp')}
              disabled={isLocked}
              checked={keepRegistration}
              onChange={(event) => setKeepRegistration(event.currentTarget.checked)}
            />
          ) : null}
          {item.productType === 'merchandise' ? (
            <NumberInput
              label={t('invoice.cancel.restock')}
              min={0}
              max={item.quantity}
              clampBehavior="strict"
              allowDecimal={false}
              disabled={isLocked}
              value={restockQuantity}
              onChange={(value) => setRestockQuantity(Number(value) || 0)}
            />
          ) : null}
          <TextInput
            required
            label={t('invoice.cancel.reason')}
            placeholder={t('invoice.cancel.reasonPlaceholder')}
            maxLength={200}
            disabled={isLocked}
            value={reason}
            error={wasTried && reason.trim() === '' ? t('invoice.cancel.reasonNeeded') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {isWalkIn ? (
            <CreditedAccount clientId={toClientId} isLocked={isLocked} onChange={setToClientId} />
          ) : null}
        </div>
        <div className={classes.preview}>
          <CancelPreview
            now={now && 'credit' in now ? now.credit : null}
            preview={failure ? undefined : preview.data}
          />
          <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
          <ConfirmBar
            inDialog
            label={
              isPlaceOnly
                ? t('invoice.cancel.endPlace', { name: item.personName ?? '' })
                : t('invoice.cancel.submit', { amount: isReady ? totalMinor : 0 })
            }
            disabled={!isReady}
            isRunning={command.isRunning}
            isUnanswered={command.isUnanswered}
            onConfirm={() => void send()}
            onBack={onClose}
          />
        </div>
      </div>
    </Dialog>
  );
}
