import { Button } from '@mantine/core';
import { useRead } from '../../connection/use-read.ts';
import { ClientPicker } from '../../parts/client-picker.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './invoice.module.css';

interface Props {
  clientId: number | null;
  isLocked: boolean;
  onChange: (clientId: number | null) => void;
}

/** Names the client who receives what a walk-in account may not keep (settled.md 11). */
export function CreditedAccount({ clientId, isLocked, onChange }: Props) {
  const { t } = useWords();
  const read = useRead('client.read', { clientId: clientId ?? 1 }, { enabled: clientId !== null });
  return (
    <div>
      <div className={classes.strong}>{t('invoice.cancel.toClient')}</div>
      <p className={classes.soft}>{t('invoice.cancel.toClientHelp')}</p>
      {clientId === null ? (
        <ClientPicker onPick={onChange} />
      ) : (
        <div className={classes.row}>
          <span className={classes.strong}>{read.data?.client.name}</span>
          <Button variant="default" disabled={isLocked} onClick={() => onChange(null)}>
            {t('invoice.cancel.otherClient')}
          </Button>
        </div>
      )}
    </div>
  );
}
