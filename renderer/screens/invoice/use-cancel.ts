import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useHasRole } from '../../connection/session.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { type ItemForm, isCancellable, itemAsk, NEW_ITEM, reopenableMinor } from './cancel-form.ts';
import type { InvoiceRead } from './item-table.tsx';

export type MoneyGoes = 'refund' | 'account';

/** What the clerk answers, what the service decides of it, and the one command that does it. */
export function useCancel(invoice: InvoiceRead, firstItemId: number) {
  const { t } = useWords();
  const isSupervisor = useHasRole('supervisor');
  const items = invoice.items.filter(isCancellable);
  const [ticked, setTicked] = useState<readonly number[]>([firstItemId]);
  const [forms, setForms] = useState<Readonly<Record<number, ItemForm>>>({});
  const [keepsPlace, setKeepsPlace] = useState(false);
  const [isStillOwed, setStillOwed] = useState(false);
  const [moneyGoes, setMoneyGoes] = useState<MoneyGoes>('refund');
  const [refundTyped, setRefundTyped] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [overrideReason, setOverrideReason] = useState('');
  const [toClientId, setToClientId] = useState<number | null>(null);
  const [wasTried, setTried] = useState(false);
  // an item's policy is known once the service looked at it; until then it is asked without one
  const [policyIds, setPolicyIds] = useState<ReadonlySet<number>>(new Set());
  const cancel = useCommand('item.cancel', String(invoice.invoiceId));
  const reopen = useCommand('item.reopen', String(invoice.invoiceId));
  const client = useRead('client.read', { clientId: invoice.clientId });
  const isWalkIn = client.data?.client.kind === 'walk-in';

  const chosen = items.filter((item) => ticked.includes(item.itemId));
  const formOf = (itemId: number) => forms[itemId] ?? NEW_ITEM;
  const asksWith = (why: string) =>
    chosen.map((item) => {
      const form = formOf(item.itemId);
      const isAside = form.way !== 'policy' && policyIds.has(item.itemId);
      return itemAsk(item, form, { keepsPlace, overrideReason: isAside && isSupervisor ? why : null });
    });
  const previewAsks = asksWith(overrideReason.trim() || '—');
  const isComplete = chosen.length > 0 && previewAsks.every((ask) => ask !== null);
  const preview = useRead(
    'item.cancelPreview',
    { items: previewAsks.flatMap((ask) => ask ?? []) },
    { enabled: isComplete && !isStillOwed, keepPrevious: true },
  );
  const policies = (preview.data?.items ?? []).filter((item) => item.policy !== null);
  const newlyFound = policies.filter(({ itemId }) => !policyIds.has(itemId));
  if (newlyFound.length > 0) {
    setPolicyIds(new Set([...policyIds, ...newlyFound.map(({ itemId }) => itemId)]));
    setForms({
      ...forms,
      ...Object.fromEntries(
        newlyFound
          .filter(({ itemId }) => formOf(itemId).way === 'all')
          .map(({ itemId }) => [itemId, { ...formOf(itemId), way: 'policy' as const }]),
      ),
    });
  }
  const shown = isComplete && !preview.failure ? preview.data : undefined;
  const reopenMaximumMinor = chosen.length === 1 && chosen[0] ? reopenableMinor(chosen[0]) : 0;
  const isReopening = isStillOwed && reopenMaximumMinor > 0;
  const isOverriding = !isReopening && (shown?.items.some((item) => item.policy?.isOverridden) ?? false);
  const refundMaximumMinor = isReopening ? reopenMaximumMinor : (shown?.refundableMinor ?? 0);
  const refundMinor =
    isReopening || moneyGoes === 'refund'
      ? Math.min(refundTyped ?? refundMaximumMinor, refundMaximumMinor)
      : 0;
  const isRefundWrong = refundTyped !== null && (refundTyped > refundMaximumMinor || refundTyped === 0);
  const command = isReopening ? reopen : cancel;
  const isMissing =
    reason.trim() === '' ||
    (isOverriding && overrideReason.trim() === '') ||
    (isWalkIn && toClientId === null && (shown?.openMinor ?? 0) > 0);
  // what is confirmed is what is shown: an answer about other numbers is not confirmed
  const isCounting = !isReopening && isComplete && !preview.failure && (!shown || preview.isStale);
  const isReady = isReopening
    ? !isRefundWrong
    : shown !== undefined && !isCounting && !(refundMinor > 0 && isRefundWrong);

  const send = async () => {
    setTried(true);
    if (isMissing && !command.isUnanswered) return;
    if (isReopening) await sendReopen();
    else await sendCancel();
  };
  const sendCancel = async () => {
    const done = await cancel.run({
      items: asksWith(overrideReason.trim()).flatMap((ask) => ask ?? []),
      reason: reason.trim(),
      ...(toClientId ? { toClientId } : {}),
    });
    if (!done) return;
    const only = done.memos.filter((memo) => memo.refundableMinor > 0).map((memo) => `memo-${memo.memoId}`);
    notifications.show({
      message: done.number
        ? t('cancel.done', { number: done.memos.map((memo) => memo.number).join(', ') })
        : t('cancel.placeEnded'),
      closeButtonProps: { 'aria-label': t('shell.close') },
    });
    // sent again after its answer was lost, the page may know no more than what came back
    const backMinor =
      moneyGoes === 'refund' ? Math.min(refundTyped ?? done.refundableMinor, done.refundableMinor) : 0;
    if (backMinor > 0 && only.length > 0)
      goTo('refund', null, {
        client: toClientId ?? invoice.clientId,
        only: only.join(','),
        amount: backMinor,
      });
    else goTo('invoice', invoice.invoiceId);
  };
  const sendReopen = async () => {
    const [item] = chosen;
    if (!item) return;
    const done = await reopen.run({ itemId: item.itemId, amountMinor: refundMinor, reason: reason.trim() });
    if (!done) return;
    const only = done.freed.map((part) => `payment-${part.paymentId}`).join(',');
    goTo('refund', null, { client: invoice.clientId, only, amount: done.amountMinor });
  };

  return {
    items,
    ticked,
    tick: (itemId: number, isTicked: boolean) =>
      setTicked(isTicked ? [...ticked, itemId] : ticked.filter((id) => id !== itemId)),
    formOf,
    setForm: (itemId: number, form: ItemForm) => {
      setForms({ ...forms, [itemId]: form });
      setRefundTyped(null);
    },
    hasPolicy: (itemId: number) => policyIds.has(itemId),
    policyOf: (itemId: number) => preview.data?.items.find((item) => item.itemId === itemId)?.policy ?? null,
    chosen,
    keepsPlace,
    setKeepsPlace,
    isStillOwed: isReopening,
    setStillOwed,
    reopenMaximumMinor,
    moneyGoes,
    setMoneyGoes,
    refundMinor,
    refundMaximumMinor,
    refundTyped,
    setRefundTyped,
    isRefundWrong,
    reason,
    setReason,
    reasons: [...new Set(policies.flatMap((item) => item.policy?.reasons ?? []))],
    overrideReason,
    setOverrideReason,
    isOverriding,
    isSupervisor,
    isWalkIn,
    toClientId,
    setToClientId,
    wasTried,
    /** The confirm key was pressed too early: what is missing is said. */
    tryEarly: () => setTried(true),
    isComplete,
    isCounting,
    preview: shown,
    failure: isReopening || !isComplete ? null : preview.failure,
    command,
    isReady,
    isLocked: command.isUnanswered || command.isRunning,
    send,
  };
}

export type CancelState = ReturnType<typeof useCancel>;
