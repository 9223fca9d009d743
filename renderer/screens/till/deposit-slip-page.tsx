import { Button } from '@mantine/core';
import { useState } from 'react';
import { depositSlipPaper } from '../../../shared/document/deposit-slip-paper.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { PaperDialog } from '../../parts/paper-dialog.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { BackToTill } from './back-to-till.tsx';
import { ChequeTable } from './cheque-table.tsx';
import classes from './till.module.css';

/** A deposit slip as it was made. */
export function DepositSlipPage({ depositSlipId }: { depositSlipId: number }) {
  const { t } = useWords();
  const [isSeen, setSeen] = useState(false);
  const organisation = useOrganisation();
  const read = useRead('depositSlip.read', { depositSlipId });
  if (read.failure) return <FailureAlert failure={read.failure} />;
  const slip = read.data;
  if (!slip) return null;
  const lines = [
    [t('tillReport.deposit.cashLine'), slip.cashMinor],
    [t('tillReport.deposit.chequesTotal', { count: slip.cheques.length }), slip.chequesMinor],
  ] as const;
  return (
    <Page
      title={t('tillReport.deposit.slipTitle', { number: slip.number })}
      lead={t('tillReport.deposit.slipLead', { at: slip.at, name: slip.madeBy })}
      actions={
        <>
          <Button variant="default" onClick={() => setSeen(true)}>
            {t('document.preview.see')}
          </Button>
          <Button variant="default" onClick={() => goTo('till', null, { deposit: 'new' })}>
            {t('tillReport.deposit.another')}
          </Button>
          <BackToTill />
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Panel title={t('tillReport.deposit.chequesTotal', { count: slip.cheques.length })}>
            {slip.cheques.length === 0 ? (
              <p className={classes.soft}>{t('tillReport.deposit.noCheques')}</p>
            ) : (
              <ChequeTable cheques={slip.cheques} />
            )}
          </Panel>
          {slip.closes.length === 0 ? null : (
            <Panel title={t('till.history.title')}>
              <dl className={classes.pairs}>
                {slip.closes.map((close) => (
                  <div key={close.zNumber} className={classes.pair}>
                    <dt>{close.zNumber}</dt>
                    <dd>
                      <Amount minor={close.countedMinor} />
                    </dd>
                  </div>
                ))}
              </dl>
            </Panel>
          )}
        </div>
        <Panel title={t('tillReport.deposit.total')}>
          <dl className={classes.pairs}>
            {lines.map(([label, minor]) => (
              <div key={label} className={classes.pair}>
                <dt>{label}</dt>
                <dd>
                  <Amount minor={minor} />
                </dd>
              </div>
            ))}
            <div className={classes.pair}>
              <dt>{t('tillReport.deposit.total')}</dt>
              <dd>
                <Amount minor={slip.totalMinor} size="big" />
              </dd>
            </div>
          </dl>
          {slip.note ? <p className={classes.soft}>{slip.note}</p> : null}
        </Panel>
      </div>
      {isSeen && organisation ? (
        <PaperDialog
          paper={depositSlipPaper({ organisation, copy: 0, slip })}
          number={slip.number}
          onClose={() => setSeen(false)}
        />
      ) : null}
    </Page>
  );
}
