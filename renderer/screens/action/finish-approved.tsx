import { Button } from '@mantine/core';
import { useCommand } from '../../connection/use-command.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import type { ApprovalRead } from '../refund/approval-facts.tsx';

/**
 * What was approved is done in one click by the person who asked, exactly as it was approved; a sale then goes to its
 * payment. A refund has its own screen.
 */
export function FinishApproved({ approval }: { approval: ApprovalRead }) {
  const { t } = useWords();
  const { approvalId, clientId, rebate, invoice, amountMinor: amount } = approval;
  const give = useCommand('rebate.give', `approval-${approvalId}`);
  const issue = useCommand('invoice.issue', `approval-${approvalId}`);
  const command = rebate ? give : issue;
  if (!rebate && !invoice) return null;
  const finish = async () => {
    if (rebate) {
      if (await give.run({ ...rebate.request, approvalId })) goTo('client', clientId);
      return;
    }
    const made = invoice && (await issue.run({ ...invoice.request, approvalId }));
    if (made?.state !== 'done' || made.invoiceId === null) return;
    // nothing more to pay, or paid from what the account had: the invoice is the end of it
    if (made.owedMinor > 0) goTo('client', clientId, { pay: made.invoiceId });
    else goTo('invoice', made.invoiceId);
  };
  return (
    <>
      <p>{t(rebate ? 'approval.finish.rebateLead' : 'approval.finish.saleLead')}</p>
      <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
      <div>
        <Button loading={command.isRunning} onClick={() => void finish()}>
          {command.isUnanswered
            ? t('shell.sendAgain')
            : t(rebate ? 'approval.finish.rebate' : 'approval.finish.sale', {
                amount: rebate ? rebate.netMinor : amount,
              })}
        </Button>
      </div>
    </>
  );
}
