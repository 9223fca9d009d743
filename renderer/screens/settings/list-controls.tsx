import { Button, Checkbox } from '@mantine/core';
import { useHasRole } from '../../connection/session.ts';
import { useWords } from '../../shell/language.ts';
import classes from './settings.module.css';

/** Above a list of what is renamed and deactivated, never deleted: whether the inactive ones are shown too. */
export function ShowInactive({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const { t } = useWords();
  return (
    <Checkbox
      classNames={{ body: classes.check }}
      label={t('catalogue.showInactive')}
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** Opens one row of a list, for administrators; `name` tells it apart for those who hear the buttons. */
export function ChangeButton({ name, onClick }: { name: string; onClick: () => void }) {
  const { t } = useWords();
  if (!useHasRole('administrator')) return null;
  return (
    <Button variant="default" aria-label={`${t('settings.change')} ${name}`} onClick={onClick}>
      {t('settings.change')}
    </Button>
  );
}
