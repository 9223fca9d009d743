import { Alert, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate } from '../../../shared/i18n/format.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Balance } from '../../parts/balance.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './statement.module.css';
import { inputOf, NEW_ASK } from './statement-ask.ts';
import { StatementFields } from './statement-fields.tsx';
import { StatementPreview } from './statement-preview.tsx';

const TYPING_MS = 250;

interface StatementDialogProps {
  readonly clientId: number;
  readonly name: string;
  readonly onClose: () => void;
}

/** One client's statement: the paper is seen before it is made, and those made before are at hand (domain.md B22). */
export function StatementDialog({ clientId, name, onClose }: StatementDialogProps) {
  const { t } = useWords();
  const [ask, setAsk] = useState({ ...NEW_ASK, kind: 'detailed' as (typeof NEW_ASK)['kind'] });
  const [shownId, setShownId] = useState<number | null>(null);
  const [asked] = useDebouncedValue(ask, TYPING_MS);
  const command = useCommand('statement.issue', String(clientId));
  const preview = useRead(
    'statement.preview',
    { clientId, ...inputOf(asked) },
    { enabled: shownId === null, keepPrevious: true },
  );
  const made = useRead('statement.read', { statementId: shownId ?? 1 }, { enabled: shownId !== null });
  const issue = async () => {
    const answer = await command.run({ clientId, ...inputOf(ask) });
    if (answer) setShownId(answer.statementId);
  };
  if (shownId !== null)
    return (
      <Dialog size={560} title={t('statement.form.title', { name })} onClose={onClose}>
        <div className={classes.stack}>
          {made.data ? (
            <>
              <Alert role="status" color="teal" variant="light" icon={<IconCircleCheck aria-hidden="true" />}>
                {t('statement.form.made', { number: made.data.number ?? '' })}
              </Alert>
              <StatementPreview statement={made.data} />
            </>
          ) : (
            <FailureAlert failure={made.failure} />
          )}
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('document.preview.close')}
          </Button>
        </div>
      </Dialog>
    );
  const isEmpty = preview.data?.openingMinor === 0 && preview.data.lines.length === 0;
  return (
    <Dialog size={1080} title={t('statement.form.title', { name })} onClose={onClose}>
      <div className={classes.sides}>
        <div className={classes.stack}>
          <StatementFields ask={ask} onChange={setAsk} disabled={command.isUnanswered} />
          <FailureAlert failure={command.failure ?? preview.failure} isUnanswered={command.isUnanswered} />
          <ConfirmBar
            inDialog
            label={t('statement.form.issue')}
            disabled={preview.failure !== null || isEmpty}
            isRunning={command.isRunning}
            isUnanswered={command.isUnanswered}
            onConfirm={() => void issue()}
            onBack={onClose}
          />
          <PastStatements clientId={clientId} onOpen={setShownId} />
        </div>
        <section aria-label={t('statement.form.preview')}>
          {preview.data && !preview.failure ? <StatementPreview statement={preview.data} /> : null}
        </section>
      </div>
    </Dialog>
  );
}

function PastStatements({ clientId, onOpen }: { clientId: number; onOpen: (statementId: number) => void }) {
  const { t, language } = useWords();
  const statements = useRead('statement.list', { clientId }).data?.statements;
  if (!statements) return null;
  if (statements.length === 0) return <p className={classes.soft}>{t('statement.form.none')}</p>;
  return (
    <section aria-label={t('statement.form.past')}>
      <h3>{t('statement.form.past')}</h3>
      <ul className={classes.past}>
        {statements.map((each) => (
          <li key={each.statementId}>
            <span>
              {each.number}
              <span className={classes.under}>
                {t('statement.paper.between', {
                  from: formatDate(each.fromDate, language),
                  to: formatDate(each.toDate, language),
                })}
              </span>
            </span>
            <Balance minor={each.closingMinor} />
            <Button
              variant="default"
              aria-label={t('statement.form.open', { number: each.number })}
              onClick={() => onOpen(each.statementId)}
            >
              {t('document.preview.see')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
