import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { Balance } from '../../parts/balance.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { ApprovalDialog } from '../approval/approval-dialog.tsx';
import { CreditedAccount } from '../invoice/credited-account.tsx';
import classes from './rebate.module.css';
import { RebateFields } from './rebate-fields.tsx';
import { formOf, rebateOf } from './rebate-form.ts';

interface GiveRebateDialogProps {
  readonly item: { itemId: number; nameFr: string; nameEn: string };
  readonly clientId: number;
  readonly onClose: () => void;
}

/** A rebate on an item that is billed already, with what it does to taxes and to the client's money. */
export function GiveRebateDialog({ item, clientId, onClose }: GiveRebateDialogProps) {
  const { t, language } = useWords();
  const [form, setForm] = useState(() => formOf(null));
  const [toClientId, setToClientId] = useState<number | null>(null);
  const [isApproving, setApproving] = useState(false);
  const command = useCommand('rebate.give', String(item.itemId));
  const isWalkIn = useRead('client.read', { clientId }).data?.client.kind === 'walk-in';
  const rebate = rebateOf(form);
  const asked = { itemId: item.itemId, ...rebate, ...(toClientId ? { toClientId } : {}) };
  const preview = useRead('rebate.preview', asked, { enabled: rebate !== null, keepPrevious: true });
  const parts = rebate ? preview.data : undefined;
  const give = async (approvalId?: number) => {
    const answer = await command.run({ ...asked, ...(approvalId ? { approvalId } : {}) });
    if (answer) onClose();
    return answer !== null;
  };
  if (isApproving)
    return (
      <ApprovalDialog
        ask={{ rebate: asked }}
        onGranted={give}
        failure={command.failure}
        onClose={() => setApproving(false)}
        onQueued={onClose}
      />
    );
  const label = parts?.needsApproval ? 'rebate.ask' : 'rebate.give';
  return (
    <Dialog onClose={onClose} size={620} title={t('rebate.title', { name: pickName(item, language) })}>
      <div className={classes.stack}>
        <p className={classes.soft}>{t('rebate.leadLater')}</p>
        <RebateFields form={form} onChange={setForm} isLocked={command.isUnanswered} />
        {isWalkIn && (parts?.openMinor ?? 0) > 0 ? (
          <CreditedAccount clientId={toClientId} isLocked={command.isUnanswered} onChange={setToClientId} />
        ) : null}
        {parts ? <Outcome parts={parts} /> : null}
        <FailureAlert
          failure={(rebate ? preview.failure : null) ?? command.failure}
          isUnanswered={command.isUnanswered}
        />
        <ConfirmBar
          inDialog
          label={t(label, { amount: parts?.netMinor ?? 0 })}
          disabled={!parts || preview.failure !== null}
          isRunning={command.isRunning}
          isUnanswered={command.isUnanswered}
          onConfirm={() => (parts?.needsApproval ? setApproving(true) : void give())}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}

function Outcome({ parts }: { parts: OutputOf<'rebate.preview'> }) {
  const { t } = useWords();
  return (
    <>
      <dl className={classes.facts} aria-live="polite">
        {(['net', 'gst', 'qst', 'total'] as const).map((part) => (
          <div key={part}>
            <dt>{t(`rebate.parts.${part}`)}</dt>
            <dd>
              <Amount minor={parts[`${part}Minor`]} strong={part === 'total'} />
            </dd>
          </div>
        ))}
        {parts.toItemMinor > 0 ? (
          <div>
            <dt>{t('rebate.toItem')}</dt>
            <dd>
              <Amount minor={parts.toItemMinor} />
            </dd>
          </div>
        ) : null}
        {parts.openMinor > 0 ? (
          <div>
            <dt>{t('rebate.toClient')}</dt>
            <dd>
              <Amount minor={parts.openMinor} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t('rebate.after')}</dt>
          <dd>
            <Balance minor={parts.balanceAfterMinor} />
          </dd>
        </div>
      </dl>
      {parts.needsApproval ? <p className={classes.soft}>{t('rebate.needsApproval')}</p> : null}
    </>
  );
}
