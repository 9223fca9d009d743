import { Page } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';

export function SettingsScreen() {
  const { t } = useWords();
  return <Page title={t('shell.rail.settings')}>{null}</Page>;
}
