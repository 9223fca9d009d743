import { Page } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';

export function ActionScreen() {
  const { t } = useWords();
  return <Page title={t('shell.rail.action')}>{null}</Page>;
}
