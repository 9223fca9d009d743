import { SegmentedControl } from '@mantine/core';
import { useHasRole } from '../../connection/session.ts';
import { useWords } from '../../shell/language.ts';
import { replaceRoute, useRoute } from '../../shell/router.ts';

export type ActionTab = 'toSettle' | 'exceptions';

/** Only a supervisor looks at the exceptions; everyone else has the one list. */
export function useActionTab(): ActionTab {
  const tab = useRoute((route) => route.params.tab);
  return useHasRole('supervisor') && tab === 'exceptions' ? 'exceptions' : 'toSettle';
}

export function ActionTabs({ tab }: { tab: ActionTab }) {
  const { t } = useWords();
  if (!useHasRole('supervisor')) return null;
  return (
    <SegmentedControl
      aria-label={t('action.tabs')}
      value={tab}
      onChange={(chosen) =>
        replaceRoute('action', null, { tab: chosen === 'exceptions' ? chosen : undefined })
      }
      data={[
        { value: 'toSettle', label: t('action.tab.toSettle') },
        { value: 'exceptions', label: t('action.tab.exceptions') },
      ]}
    />
  );
}
