import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { OVERRIDE_KINDS, type OverrideKind } from '../../../shared/domain/sale-override.ts';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { useCommand } from '../../connection/use-command.ts';
import type { ConfirmedTenders } from '../../parts/tender-panel.tsx';
import { replaceRoute } from '../../shell/router.ts';
import { addOverride, finishSale, type Override, setPaysOverdue } from './counter-state.ts';

type Sale = InputOf<'invoice.issue'>;

const NEEDS_APPROVAL: ReadonlySet<string> = new Set(['rebate-above-limit', 'override-needs-supervisor']);

/** The override that would let the sale through, when its refusal names one. */
function overrideOf(failure: Failure | null): OverrideKind | null {
  if (!failure || NEEDS_APPROVAL.has(failure.code)) return null;
  const { override } = failure.detail as { override?: unknown };
  return OVERRIDE_KINDS.find((kind) => kind === override) ?? null;
}

/**
 * Sells what the clerk confirmed; what stands in the way is asked about, with the same tenders: an override with its
 * reason, then another person's approval when the clerk may not decide alone.
 */
export function useSaleConfirm(saleOf: (overrides?: readonly Override[]) => Sale) {
  const issue = useCommand('invoice.issue');
  const [tenders, setTenders] = useState<ConfirmedTenders>({});
  const [overriding, setOverriding] = useState<OverrideKind | null>(null);

  const send = async (sale: Sale): Promise<boolean> => {
    const outcome = await issue.run(sale);
    if (outcome?.state === 'in-progress') {
      finishSale(null);
      replaceRoute('counter', null, { sale: outcome.saleId });
    } else if (outcome) finishSale(outcome);
    return outcome !== null;
  };
  const needed = issue.isUnanswered ? null : issue.failure;
  const [dismissed, setDismissed] = useState<Failure | null>(null);
  const asked = needed === dismissed ? null : needed;
  return {
    issue,
    /** What the override dialog is about, or null. */
    overriding: overriding ?? overrideOf(asked),
    /** What is to be approved by another person, or null. */
    approving: asked && NEEDS_APPROVAL.has(asked.code) ? { ...saleOf(), ...tenders } : null,
    confirm: async (confirmed: ConfirmedTenders) => {
      setTenders(confirmed);
      await send({ ...saleOf(), ...confirmed });
    },
    openOverride: setOverriding,
    override: async (kind: OverrideKind, reason: string) => {
      const overrides = addOverride({ kind, reason });
      // opened by the clerk before anything was confirmed: the payment comes next
      if (overriding === null) await send({ ...saleOf(overrides), ...tenders });
      setOverriding(null);
    },
    approve: async (approvalId: number) => await send({ ...saleOf(), ...tenders, approvalId }),
    payAlong: () => {
      setPaysOverdue(true);
      issue.clearFailure();
    },
    /** The sale waits for its approval in the list; the counter is free for the next client. */
    leave: () => finishSale(null),
    dismiss: () => {
      setDismissed(issue.failure);
      setOverriding(null);
    },
  };
}
