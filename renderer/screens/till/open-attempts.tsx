import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';

/** Money of this session whose fate is unknown: cash stops the close, a terminal's is carried over (settled.md 17). */
export function OpenAttempts({ attempts }: { attempts: OutputOf<'till.read'>['openAttempts'] }) {
  const { t } = useWords();
  const terminals = attempts.filter((attempt) => attempt.driver !== 'cash');
  if (attempts.length === 0) return null;
  return (
    <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden="true" />}>
      {terminals.length < attempts.length ? <p>{t('till.close.openCash')}</p> : null}
      {terminals.length > 0 ? <p>{t('till.close.openTerminal', { count: terminals.length })}</p> : null}
      <Button mt="xs" variant="default" onClick={() => goTo('action')}>
        {t('till.close.openCashAction')}
      </Button>
    </Alert>
  );
}
