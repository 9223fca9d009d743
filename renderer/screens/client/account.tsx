import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { Balance } from '../../parts/balance.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import { useRoute } from '../../shell/router.ts';
import { PlanPanel } from '../plan/plan-panel.tsx';
import { ChooseItemDialog } from '../rebate/choose-item-dialog.tsx';
import { StatementDialog } from '../statement/statement-dialog.tsx';
import { AccountLedger } from './account-ledger.tsx';
import { AccountMenu } from './account-menu.tsx';
import { ArchiveDialog } from './archive-dialog.tsx';
import classes from './client.module.css';
import { CreditDialog } from './credit-dialog.tsx';
import { LowerDialog } from './lower-dialog.tsx';
import { OpenItems } from './open-items.tsx';
import { People } from './people.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { ReconcileDialog } from './reconcile-dialog.tsx';
import { Registrations } from './registrations.tsx';
import { SavedMethods } from './saved-methods.tsx';

export type AccountRead = OutputOf<'client.read'>;
export type Person = AccountRead['client']['people'][number];

/** One account: what it owes in words, who belongs to it, what is open, and its ledger in two columns. */
export function Account({ clientId }: { clientId: number }) {
  const { t, language } = useWords();
  const { data: account, failure } = useRead('client.read', { clientId });
  const [person, setPerson] = useState<Person | 'new' | null>(null);
  const [lowering, setLowering] = useState<'choose' | 'credit' | 'rebate' | null>(null);
  const wantsReconciling = useRoute((route) => route.params.reconcile !== undefined);
  const [isReconciling, setReconciling] = useState(wantsReconciling);
  const [isStating, setStating] = useState(false);
  const [isArchiving, setArchiving] = useState(false);
  if (failure) {
    return (
      <Page title={t('client.title')}>
        <FailureAlert failure={failure} />
      </Page>
    );
  }
  if (!account) return null;
  const { client } = account;
  const contact = [client.number, client.phone, client.email, client.address].filter(Boolean).join(' · ');
  return (
    <Page
      title={client.name}
      lead={
        <>
          {contact} {client.archivedAt && <StatusBadge tone="plain" label={t('client.archived')} />}
        </>
      }
      actions={
        <AccountMenu
          account={account}
          onAddPerson={() => setPerson('new')}
          onReconcile={() => setReconciling(true)}
          onStatement={() => setStating(true)}
          onLower={() => setLowering('choose')}
          onArchive={() => setArchiving(true)}
        />
      }
    >
      {client.note && <p className={classes.note}>{client.note}</p>}
      <div className={classes.standing}>
        <Balance minor={account.balanceMinor} size="big" />
        <dl className={classes.facts}>
          {account.depositAvailableMinor > 0 && (
            <div>
              <dt>{t('client.deposit')}</dt>
              <dd>
                <Amount minor={account.depositAvailableMinor} strong />
              </dd>
            </div>
          )}
          {account.creditAvailableMinor > 0 && (
            <div>
              <dt>{t('client.credit')}</dt>
              <dd>
                <Amount minor={account.creditAvailableMinor} strong />
              </dd>
            </div>
          )}
          {account.plannedMinor + account.pendingMinor > 0 && (
            <div>
              <dt>{t('plan.expected')}</dt>
              <dd>
                <Balance minor={account.expectedBalanceMinor} />
              </dd>
            </div>
          )}
        </dl>
        {account.unpaid.mode !== 'none' && (
          <StatusBadge
            tone={account.unpaid.mode === 'block' ? 'bad' : 'waiting'}
            label={t(`rebate.unpaid.${account.unpaid.mode}`, {
              amount: account.unpaid.overdueMinor,
              since: account.unpaid.since,
            })}
          />
        )}
        {account.overdueMinor > 0 && (
          <StatusBadge
            tone="bad"
            label={`${t('plan.overdue')} ${formatMoney(account.overdueMinor, language)}`}
          />
        )}
        {account.heldMinor > 0 && (
          <StatusBadge tone="waiting" label={t('client.held', { amount: account.heldMinor })} />
        )}
        {account.expiringCredits.map((credit) => (
          <StatusBadge
            key={credit.memoId}
            tone="doubt"
            label={t('client.expiring', {
              number: credit.number,
              date: credit.expiresOn,
              amount: credit.openMinor,
            })}
          />
        ))}
      </div>
      <div className={classes.columns}>
        <OpenItems account={account} />
        <People account={account} onEdit={setPerson} />
        <Registrations account={account} />
        <SavedMethods clientId={clientId} />
      </div>
      <PlanPanel scope={{ clientId }} />
      <AccountLedger account={account} />
      {person && (
        <PersonDialog
          clientId={clientId}
          person={person === 'new' ? null : person}
          onClose={() => setPerson(null)}
        />
      )}
      {lowering === 'choose' && (
        <LowerDialog
          account={account}
          onCredit={() => setLowering('credit')}
          onRebate={() => setLowering('rebate')}
          onClose={() => setLowering(null)}
        />
      )}
      {lowering === 'rebate' && <ChooseItemDialog clientId={clientId} onClose={() => setLowering(null)} />}
      {lowering === 'credit' && <CreditDialog clientId={clientId} onClose={() => setLowering(null)} />}
      {isReconciling && <ReconcileDialog account={account} onClose={() => setReconciling(false)} />}
      {isStating && (
        <StatementDialog clientId={clientId} name={client.name} onClose={() => setStating(false)} />
      )}
      {isArchiving && (
        <ArchiveDialog clientId={clientId} name={client.name} onClose={() => setArchiving(false)} />
      )}
    </Page>
  );
}
