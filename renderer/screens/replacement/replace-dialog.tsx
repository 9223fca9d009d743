import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useHasRole } from '../../connection/session.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { replaceRoute } from '../../shell/router.ts';
import classes from '../plan/plan.module.css';
import { ReplacePreview } from './replace-preview.tsx';

type Item = OutputOf<'invoice.read'>['items'][number];

const TYPING_MS = 150;
const SHOWN = 20;

interface ReplaceDialogProps {
  readonly item: Item;
  readonly clientId: number;
  readonly onClose: () => void;
}

/** One click instead of an edit: a credit memo and a new invoice, with everything shown before (domain.md B17). */
export function ReplaceDialog({ item, clientId, onClose }: ReplaceDialogProps) {
  const { t, language } = useWords();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), TYPING_MS);
  const [productId, setProductId] = useState<number | null>(null);
  const [personId, setPersonId] = useState<number | null>(null);
  const [keepOldPrice, setKeepOldPrice] = useState(false);
  const [reason, setReason] = useState('');
  const isSupervisor = useHasRole('supervisor');
  const people = useRead('client.read', { clientId }).data?.client.people ?? [];
  const found = useRead('product.find', { text, limit: SHOWN }, { keepPrevious: true }).data?.products ?? [];
  const command = useCommand('invoice.replaceItem', String(item.itemId));
  const ask = {
    itemId: item.itemId,
    productId: productId ?? 1,
    ...(personId === null ? {} : { personId }),
    ...(keepOldPrice ? { keepOldPrice } : {}),
  };
  const preview = useRead('invoice.replacePreview', ask, {
    enabled: productId !== null,
    keepPrevious: true,
  });
  const shown = productId !== null && preview.failure === null ? preview.data : undefined;
  const isLocked = command.isRunning || command.isUnanswered;
  const send = async () => {
    const answer = await command.run({ ...ask, reason: reason.trim() });
    if (answer) replaceRoute('invoice', answer.invoiceId);
  };
  const name = pickName(item, language);
  return (
    <Dialog onClose={onClose} size={960} title={t('plan.replace.title', { name })}>
      <div className={classes.sides} inert={isLocked}>
        <div className={classes.stack}>
          <p className={classes.soft}>{t('plan.replace.lead')}</p>
          <TextInput
            data-autofocus
            label={t('plan.replace.find')}
            autoComplete="off"
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ul className={classes.found} aria-label={t('plan.replace.found')}>
            {found.map((product) => (
              <li key={product.productId}>
                <button
                  type="button"
                  aria-pressed={product.productId === productId}
                  onClick={() => setProductId(product.productId)}
                >
                  <span>{pickName(product, language)}</span>
                  <Amount minor={product.priceMinor} />
                </button>
              </li>
            ))}
          </ul>
          {people.length > 1 ? (
            <NativeSelect
              label={t('plan.replace.person')}
              value={personId === null ? '' : String(personId)}
              data={[
                { value: '', label: t('plan.replace.samePerson') },
                ...people.map((person) => ({
                  value: String(person.personId),
                  label: [person.givenName, person.familyName].filter(Boolean).join(' '),
                })),
              ]}
              onChange={(event) =>
                setPersonId(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
              }
            />
          ) : null}
          {isSupervisor ? (
            <Checkbox
              label={t('plan.replace.keep')}
              description={t('plan.replace.keepHelp')}
              checked={keepOldPrice}
              onChange={(event) => setKeepOldPrice(event.currentTarget.checked)}
            />
          ) : null}
          <TextInput
            required
            label={t('plan.replace.reason')}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        <div className={classes.stack} aria-live="polite">
          {shown ? (
            <ReplacePreview preview={shown} />
          ) : (
            <p className={classes.soft}>{productId === null ? t('plan.replace.choosing') : ''}</p>
          )}
          <FailureAlert failure={command.failure ?? preview.failure} isUnanswered={command.isUnanswered} />
          <ConfirmBar
            inDialog
            label={t('plan.replace.confirm', { amount: shown?.item.totalMinor ?? 0 })}
            disabled={!shown || reason.trim() === ''}
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
