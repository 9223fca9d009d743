import { Button } from '@mantine/core';
import { useWords } from '../../shell/language.ts';
import classes from './settings.module.css';

interface SaveActionsProps {
  readonly isRunning: boolean;
  readonly disabled?: boolean;
  readonly onClose: () => void;
}

/** The foot of a form in a dialog: leave it as it was, or save it. */
export function SaveActions({ isRunning, disabled = false, onClose }: SaveActionsProps) {
  const { t } = useWords();
  return (
    <div className={classes.actions}>
      <Button variant="default" onClick={onClose}>
        {t('settings.cancel')}
      </Button>
      <Button type="submit" disabled={disabled} loading={isRunning}>
        {t('settings.save')}
      </Button>
    </div>
  );
}
