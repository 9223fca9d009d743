import { Alert, Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { zPaper } from '../../../shared/document/z-paper.ts';
import { useHasRole } from '../../connection/session.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { PaperDialog } from '../../parts/paper-dialog.tsx';
import { useWords } from '../../shell/language.ts';
import { BackToTill } from './back-to-till.tsx';
import { CountedPieces } from './counted-pieces.tsx';
import { differenceWords } from './difference-words.ts';
import { ReopenDialog } from './reopen-dialog.tsx';
import { SessionReport } from './session-report.tsx';
import classes from './till.module.css';

type Z = OutputOf<'till.readZ'>;

/** A close as it was sealed, and what became of it since. */
export function ZPage({ zNumber }: { zNumber: string }) {
  const { t } = useWords();
  const [isReopening, setReopening] = useState(false);
  const [isSeen, setSeen] = useState(false);
  const organisation = useOrganisation();
  const isSupervisor = useHasRole('supervisor');
  const read = useRead('till.readZ', { zNumber });
  if (read.failure) return <FailureAlert failure={read.failure} />;
  const z = read.data;
  if (!z) return null;
  return (
    <Page
      title={t('tillReport.zTitle', { number: z.zNumber, name: z.tillName })}
      lead={t('tillReport.zLead', { at: z.at, name: z.closedBy })}
      actions={
        <>
          <Button variant="default" onClick={() => setSeen(true)}>
            {t('document.preview.see')}
          </Button>
          {z.canReopen && isSupervisor ? (
            <Button variant="default" onClick={() => setReopening(true)}>
              {t('tillReport.reopen.button')}
            </Button>
          ) : null}
          <BackToTill tillId={z.tillId} />
        </>
      }
    >
      {z.reopenedReason === null ? null : (
        <Alert color="amber" variant="light" icon={<IconHistory aria-hidden="true" />}>
          {t('tillReport.reopenedLead', { name: z.reopenedBy, reason: z.reopenedReason })}
        </Alert>
      )}
      <div className={classes.halves}>
        <Counted z={z} />
        <CountedPieces denominations={z.denominations} counts={z.report.counts} />
      </div>
      <SessionReport report={z.report} />
      <Panel title={t('till.z.chain')}>
        <p className={classes.hash}>{z.chainHash}</p>
        <p className={classes.soft}>{t('till.z.chainHelp', { seq: z.chainSeq })}</p>
      </Panel>
      {isSeen && organisation ? (
        <PaperDialog
          paper={zPaper({ organisation, copy: 0, z })}
          number={z.zNumber}
          onClose={() => setSeen(false)}
        />
      ) : null}
      {isReopening ? (
        <ReopenDialog tillId={z.tillId} zNumber={z.zNumber} onClose={() => setReopening(false)} />
      ) : null}
    </Page>
  );
}

function Counted({ z }: { z: Z }) {
  const { t, language } = useWords();
  const more = [
    ['till.z.reason', z.differenceReason],
    ['tillReport.accepted', z.acceptedBy],
    ['tillReport.replaces', z.replaces],
    ['tillReport.deposited', z.depositNumber],
  ] as const;
  return (
    <Panel title={t('tillReport.count.title')}>
      <dl className={classes.pairs}>
        <div className={classes.pair}>
          <dt>{t('till.z.counted')}</dt>
          <dd>
            <Amount minor={z.countedMinor} size="big" />
          </dd>
        </div>
        <div className={classes.pair}>
          <dt>{t('till.z.expected')}</dt>
          <dd>
            <Amount minor={z.expectedMinor} />
          </dd>
        </div>
        <div className={classes.pair}>
          <dt>{t('till.z.difference')}</dt>
          <dd className={classes.difference} data-tone={z.differenceMinor === 0 ? 'even' : 'off'}>
            {differenceWords(t, z.differenceMinor, language)}
          </dd>
        </div>
        {more.map(([label, value]) =>
          value ? (
            <div key={label} className={classes.pair}>
              <dt>{t(label)}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Panel>
  );
}
