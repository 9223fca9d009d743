import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { AttemptEnded, endedOnTerminal } from '../../parts/attempt-ended.tsx';
import { Panel } from '../../parts/page.tsx';
import { EMPTY_DRAFT, type TenderDraft } from '../../parts/tender-draft.ts';
import { type ConfirmedTenders, TenderPanel } from '../../parts/tender-panel.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './counter.module.css';
import type { SaleRead } from './live-sale.tsx';

/** Another way to pay what is left of a sale, after a decline; the cart is intact (settled.md 10). */
export function ResumeSale({ sale }: { sale: SaleRead }) {
  const { t } = useWords();
  const resume = useCommand('sale.resume', String(sale.saleId));
  const [draft, setDraft] = useState<TenderDraft>(EMPTY_DRAFT);
  const account = useRead('client.read', { clientId: sale.clientId }).data;
  const isNamed = account !== undefined && account.client.kind !== 'walk-in';
  const last = sale.attempts.at(-1);
  const wasDeclined = last?.state === 'declined';
  const confirm = async (confirmed: ConfirmedTenders) => {
    const outcome = await resume.run({ saleId: sale.saleId, ...confirmed });
    if (outcome) setDraft(EMPTY_DRAFT);
  };
  return (
    <Panel>
      {(wasDeclined || endedOnTerminal(last)) && (
        <div className={classes.declined} role="status">
          {endedOnTerminal(last) && <AttemptEnded attempt={last} />}
          <p>{t('counter.sale.declined')}</p>
        </div>
      )}
      <p className={classes.dueAmount}>
        <span>{t('tender.remaining')}</span>
        <Amount minor={sale.remainingMinor} size="huge" />
      </p>
      <TenderPanel
        rules={{
          dueMinor: sale.remainingMinor,
          depositAvailableMinor: isNamed ? account.depositAvailableMinor : 0,
          creditAvailableMinor: isNamed ? account.creditAvailableMinor : 0,
          allowDeposit: isNamed,
          allowPartPayment: isNamed,
          items: [],
        }}
        draft={draft}
        onDraft={setDraft}
        labelOf={() => ''}
        onConfirm={(confirmed) => void confirm(confirmed)}
        isRunning={resume.isRunning}
        isUnanswered={resume.isUnanswered}
        failure={resume.failure}
      />
    </Panel>
  );
}
