import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import type { AccountRead } from './account.tsx';
import classes from './client.module.css';
import { LinkByHand } from './link-by-hand.tsx';

/** What reconciling the whole account would do, before it does it; and one link by hand (domain.md B15). */
export function ReconcileDialog({ account, onClose }: { account: AccountRead; onClose: () => void }) {
  const { t, language } = useWords();
  const { clientId } = account.client;
  const { data: plan, failure } = useRead('allocation.plan', { clientId });
  const command = useCommand('allocation.auto', String(clientId));
  if (!plan) return null;
  const expectedMinor = plan.shares.reduce((sum, share) => sum + share.amountMinor, 0);
  const run = async () => {
    if (await command.run({ clientId, expectedMinor })) onClose();
  };
  return (
    <Dialog size={760} title={t('client.reconcile.title')} onClose={onClose}>
      <div className={classes.stack}>
        <p className={classes.soft}>{t('client.reconcile.lead')}</p>
        {plan.shares.length === 0 ? <p role="status">{t('client.reconcile.nothing')}</p> : null}
        <ul className={classes.list}>
          {plan.shares.map((share) => (
            <li key={`${share.source.kind} ${share.source.id} ${share.itemId}`}>
              <span className={classes.words}>
                <strong>
                  {t(`client.reconcile.${share.source.kind === 'deposit' ? 'deposit' : 'memo'}`, {
                    number: share.source.number,
                  })}{' '}
                  {t('client.reconcile.pays')} {pickName(share, language)}
                </strong>
                <span className={classes.under}>
                  {t('client.reconcile.of', { number: share.invoiceNumber, date: share.dueDate })}
                </span>
              </span>
              <Amount minor={share.amountMinor} strong />
            </li>
          ))}
        </ul>
        {plan.shares.length > 0 ? (
          <>
            <dl className={classes.facts}>
              {(['rest', 'owed'] as const).map((part) => (
                <div key={part}>
                  <dt>{t(`client.reconcile.${part}`)}</dt>
                  <dd>
                    <Amount minor={plan[`${part}Minor` as const]} strong />
                  </dd>
                </div>
              ))}
            </dl>
            <LinkByHand plan={plan} account={account} />
          </>
        ) : null}
        <FailureAlert failure={failure ?? command.failure} isUnanswered={command.isUnanswered} />
        <ConfirmBar
          inDialog
          label={t('client.reconcile.confirm', { amount: expectedMinor })}
          disabled={expectedMinor === 0}
          isRunning={command.isRunning}
          isUnanswered={command.isUnanswered}
          onConfirm={() => void run()}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
