import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../connection/use-command.ts';
import { useRead } from '../connection/use-read.ts';
import { useWords } from '../shell/language.ts';
import classes from './change-method.module.css';
import { FailureAlert } from './failure-alert.tsx';

interface Props {
  clientId: number;
  /** The instalments that are left of an item, or all that depend on one saved method. */
  scope: { itemId: number } | { fromSavedMethodId: number };
  onDone: (notice: string) => void;
}

const AT_DESK = '';

/** Another saved method, or the desk, for instalments that are left: dates and amounts stay. */
export function ChangeMethod({ clientId, scope, onDone }: Props) {
  const { t } = useWords();
  const change = useCommand('plan.changeMethod', JSON.stringify(scope));
  const methods = useRead('savedMethod.list', { clientId }).data?.methods;
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!methods) return null;
  const others = methods.filter(
    (method) =>
      method.canCharge && !('fromSavedMethodId' in scope && scope.fromSavedMethodId === method.savedMethodId),
  );
  const value = chosen ?? (others[0] ? String(others[0].savedMethodId) : AT_DESK);
  if (!isOpen && !change.isUnanswered)
    return (
      <div>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('action.can.change-method')}
        </Button>
      </div>
    );
  const send = async () => {
    const done = await change.run({
      ...scope,
      savedMethodId: value === AT_DESK ? null : Number(value),
    });
    if (done) onDone(t('action.method.done'));
  };
  return (
    <section className={classes.stack} aria-label={t('action.can.change-method')}>
      <div className={classes.choice}>
        <NativeSelect
          autoFocus
          label={t('action.method.choice')}
          description={t('action.method.help')}
          value={value}
          data={[
            ...others.map((method) => ({
              value: String(method.savedMethodId),
              label: t('gateway.saved.name', { brand: method.brand, last4: method.last4 }),
            })),
            { value: AT_DESK, label: t('action.method.atDesk') },
          ]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Button loading={change.isRunning} onClick={() => void send()}>
          {t('action.method.confirm')}
        </Button>
      </div>
      <FailureAlert failure={change.failure} isUnanswered={change.isUnanswered} />
    </section>
  );
}
