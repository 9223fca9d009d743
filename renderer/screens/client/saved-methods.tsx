import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { SAVED_METHOD_EDGES, type SavedMethodState } from '../../../shared/domain/saved-method.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './client.module.css';
import { SavedMethodDialog } from './saved-method-dialog.tsx';

type Method = OutputOf<'savedMethod.list'>['methods'][number];

/** The cards and accounts the client authorised: what they are called, how they stand; never a number. */
export function SavedMethods({ clientId }: { clientId: number }) {
  const { t } = useWords();
  const { data } = useRead('savedMethod.list', { clientId });
  const [isAdding, setAdding] = useState(false);
  const methods = data?.methods ?? [];
  return (
    <Panel title={t('gateway.saved.title')}>
      {data && methods.length === 0 ? <p className={classes.soft}>{t('gateway.saved.none')}</p> : null}
      <ul className={classes.list}>
        {methods.map((method) => (
          <MethodRow key={method.savedMethodId} method={method} />
        ))}
      </ul>
      <Button variant="default" onClick={() => setAdding(true)}>
        {t('gateway.saved.add')}
      </Button>
      {isAdding ? <SavedMethodDialog clientId={clientId} onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}

function MethodRow({ method }: { method: Method }) {
  const { t } = useWords();
  const { savedMethodId, status } = method;
  const mark = useCommand('savedMethod.mark', String(savedMethodId));
  const name = t('gateway.saved.name', { brand: method.brand, last4: method.last4 });
  const facts = [
    method.expiresOn ? t('gateway.saved.expires', { month: method.expiresOn }) : '',
    t('gateway.saved.consent', { date: method.consentDate }),
  ].filter(Boolean);
  const choices: readonly SavedMethodState[] = [status, ...SAVED_METHOD_EDGES[status]];
  return (
    <li>
      <span className={classes.words}>
        {name}
        <span className={classes.under}>{facts.join(' · ')}</span>
        <FailureAlert failure={mark.failure} isUnanswered={mark.isUnanswered} />
      </span>
      {choices.length > 1 ? (
        <NativeSelect
          aria-label={t('gateway.saved.mark', { name })}
          value={status}
          disabled={mark.isRunning}
          data={choices.map((value) => ({ value, label: t(`gateway.saved.status.${value}`) }))}
          onChange={(event) =>
            void mark.run({ savedMethodId, status: event.currentTarget.value as SavedMethodState })
          }
        />
      ) : (
        <StatusBadge tone="plain" label={t(`gateway.saved.status.${status}`)} />
      )}
    </li>
  );
}
