import { Button, NativeSelect } from '@mantine/core';
import { IconReload } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './action.module.css';
import type { ActionRow } from './action-sentence.ts';
import type { Tried } from './tried-again.tsx';

interface Props {
  row: ActionRow;
  onTried: (tried: Tried) => void;
}

/** A failed charge once more: on the same method, or on another one that the client authorised. */
export function ChargeAgain({ row, onTried }: Props) {
  const { t } = useWords();
  const { actionId, amountMinor, clientId, savedMethodId } = row;
  const retry = useCommand('action.retry', actionId);
  const methods = useRead('savedMethod.list', { clientId: clientId ?? 1 }, { enabled: clientId !== null })
    .data?.methods;
  const [isChoosing, setChoosing] = useState(false);
  const [chosenId, setChosenId] = useState<number | null>(null);
  if (!methods) return null;
  const nameOf = (method: (typeof methods)[number]) =>
    t('gateway.saved.name', { brand: method.brand, last4: method.last4 });
  const same = methods.find((method) => method.savedMethodId === savedMethodId);
  const others = methods.filter((method) => method.canCharge && method.savedMethodId !== savedMethodId);
  const otherId = chosenId ?? others[0]?.savedMethodId ?? null;
  const send = async (onMethodId: number | null) => {
    const tried = await retry.run({
      actionId,
      ...(onMethodId === null ? {} : { savedMethodId: onMethodId }),
    });
    if (tried) onTried(tried);
  };
  return (
    <section className={classes.stack} aria-label={t('action.again.title')}>
      {same?.canCharge ? (
        <div className={classes.links}>
          <Button
            size="lg"
            leftSection={<IconReload size={20} aria-hidden="true" />}
            loading={retry.isRunning}
            onClick={() => void send(null)}
          >
            {t('action.again.same', { amount: amountMinor, name: nameOf(same) })}
          </Button>
        </div>
      ) : same ? (
        <p>
          {t('action.again.unusable', {
            name: nameOf(same),
            status: t(`gateway.saved.status.${same.status}`).toLowerCase(),
          })}
        </p>
      ) : null}
      {others.length === 0 ? (
        <p className={classes.soft}>{t('action.again.noOther')}</p>
      ) : isChoosing ? (
        <div className={classes.choice}>
          <NativeSelect
            autoFocus
            label={t('action.again.other')}
            value={String(otherId)}
            data={others.map((method) => ({ value: String(method.savedMethodId), label: nameOf(method) }))}
            onChange={(event) => setChosenId(Number(event.currentTarget.value))}
          />
          <Button loading={retry.isRunning} onClick={() => void send(otherId)}>
            {t('action.again.charge', { amount: amountMinor })}
          </Button>
        </div>
      ) : (
        <div className={classes.links}>
          <Button variant="default" onClick={() => setChoosing(true)}>
            {t('action.can.other-method')}
          </Button>
        </div>
      )}
      <FailureAlert failure={retry.failure} isUnanswered={retry.isUnanswered} />
    </section>
  );
}
