import { Button } from '@mantine/core';
import { KeyHint } from '../../parts/key-hint.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';

/** Leaves a report or a deposit; Esc too. */
export function BackToTill({ tillId }: { tillId?: number | null }) {
  const { t } = useWords();
  const back = () => goTo('till', tillId);
  useKeys({ Escape: back });
  return (
    <Button
      variant="default"
      onClick={back}
      aria-keyshortcuts="Escape"
      rightSection={<KeyHint keys={t('shell.key.escape')} />}
    >
      {t('tillReport.back')}
    </Button>
  );
}
