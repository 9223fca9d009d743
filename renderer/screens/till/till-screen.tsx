import { Alert, Button, SegmentedControl } from '@mantine/core';
import { IconCashRegister, IconClockExclamation } from '@tabler/icons-react';
import { useHasRole } from '../../connection/session.ts';
import { useRead } from '../../connection/use-read.ts';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo, replaceRoute, useRoute } from '../../shell/router.ts';
import { BatchPage } from './batch-page.tsx';
import { ClosedTill } from './closed-till.tsx';
import { DepositPage } from './deposit-page.tsx';
import { DepositSlipPage } from './deposit-slip-page.tsx';
import { Digest } from './digest.tsx';
import { EndedTill } from './ended-till.tsx';
import { OpenDisplay } from './open-display.tsx';
import { OpenTill } from './open-till.tsx';
import { PayoutPage } from './payout-page.tsx';
import { XPage } from './x-page.tsx';
import { ZPage } from './z-page.tsx';

/** The till of this desk, or one of its reports: the address says which. */
export function TillScreen() {
  const { report, deposit, batch, payout } = useRoute((route) => route.params);
  const tillId = useRoute((route) => route.id);
  if (report === 'x' && tillId !== null) return <XPage tillId={tillId} />;
  if (report !== undefined) return <ZPage zNumber={report} />;
  if (batch !== undefined) return <BatchPage />;
  if (payout !== undefined) return <PayoutPage />;
  if (deposit === 'new') return <DepositPage />;
  if (deposit !== undefined) return <DepositSlipPage depositSlipId={Number(deposit)} />;
  return <TillNow />;
}

/** The till as it is: closed, open or being counted. */
function TillNow() {
  const { t } = useWords();
  useHelp({
    paragraphs: [t('till.help.lead'), t('till.help.blind')],
    keys: [
      ['F12', t('till.help.confirm')],
      ['↵', t('till.help.next')],
    ],
  });
  const chosen = useRoute((route) => route.id);
  const isSupervisor = useHasRole('supervisor');
  const list = useRead('till.list', {});
  const tills = list.data?.tills.filter((till) => till.active || till.session) ?? [];
  // The one in use is what the clerk means, until they say otherwise
  const tillId =
    tills.find((till) => till.tillId === chosen)?.tillId ??
    tills.find((till) => till.session)?.tillId ??
    tills[0]?.tillId;
  const hasGateway = (useRead('gateway.read', {}).data?.kind ?? 'none') !== 'none';
  const till = useRead('till.read', { tillId: tillId ?? 1 }, { enabled: tillId !== undefined });

  if (list.failure || till.failure) return <FailureAlert failure={list.failure ?? till.failure} />;
  if (list.data && tills.length === 0) {
    return (
      <Page title={t('till.title')}>
        <Panel>
          <Empty icon={IconCashRegister} title={t('till.title')} lead={t('till.noTill')} />
        </Panel>
      </Page>
    );
  }
  if (!till.data || tillId === undefined) return null;
  const { session, name } = till.data;
  return (
    <Page
      title={name}
      lead={
        session && session.state !== 'closed'
          ? t('till.since', { at: session.openedAt, name: session.openedBy })
          : t('till.closedLead')
      }
      actions={
        <>
          {tills.length > 1 ? (
            <SegmentedControl
              aria-label={t('till.choose')}
              value={String(tillId)}
              onChange={(value) => replaceRoute('till', Number(value))}
              data={tills.map((each) => ({ value: String(each.tillId), label: each.name }))}
            />
          ) : null}
          <OpenDisplay />
          <Button variant="default" onClick={() => goTo('till', null, { batch: 'new' })}>
            {t('batchSlip.button')}
          </Button>
          {isSupervisor && hasGateway ? (
            <Button variant="default" onClick={() => goTo('till', null, { payout: 'new' })}>
              {t('gateway.payout.button')}
            </Button>
          ) : null}
          {isSupervisor && session ? (
            <Button variant="default" onClick={() => goTo('till', tillId, { report: 'x' })}>
              {t('tillReport.x')}
            </Button>
          ) : null}
          {isSupervisor ? (
            <Button variant="default" onClick={() => goTo('till', null, { deposit: 'new' })}>
              {t('tillReport.deposit.button')}
            </Button>
          ) : null}
        </>
      }
    >
      {session?.isForgotten ? (
        <Alert role="status" color="amber" variant="light" icon={<IconClockExclamation aria-hidden="true" />}>
          {t('tillReport.forgotten', { date: session.localDate })}
        </Alert>
      ) : null}
      {session?.state === 'open' ? <Digest tillId={tillId} /> : null}
      {session?.state === 'open' ? (
        <OpenTill key={tillId} till={till.data} />
      ) : session?.state === 'ended' ? (
        <EndedTill key={tillId} till={till.data} />
      ) : (
        <ClosedTill key={tillId} till={till.data} />
      )}
    </Page>
  );
}
