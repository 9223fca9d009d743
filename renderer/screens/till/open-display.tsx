import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { openCustomerDisplay } from '../../display/open-display.ts';
import { useWords } from '../../shell/language.ts';

/** Opens the window that the customer looks at. */
export function OpenDisplay() {
  const { t } = useWords();
  return (
    <Button
      variant="default"
      onClick={() => {
        if (!openCustomerDisplay())
          notifications.show({
            color: 'amber',
            message: t('display.blocked'),
            closeButtonProps: { 'aria-label': t('shell.close') },
          });
      }}
    >
      {t('display.open')}
    </Button>
  );
}
