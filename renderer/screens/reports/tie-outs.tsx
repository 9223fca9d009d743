import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Tie } from '../../../shared/contract/report-model.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import { useWords } from '../../shell/language.ts';
import classes from './tie-outs.module.css';

/** What the report was compared with: green when every amount agrees, else the exact difference first. */
export function TieOuts({ ties }: { ties: readonly Tie[] }) {
  const { t, language } = useWords();
  if (ties.length === 0) return null;
  const off = ties.filter(({ differenceMinor }) => differenceMinor !== 0);
  const isEven = off.length === 0;
  return (
    <Alert
      color={isEven ? 'teal' : 'brick'}
      variant="light"
      icon={isEven ? <IconCircleCheck aria-hidden="true" /> : <IconAlertTriangle aria-hidden="true" />}
      role={isEven ? 'status' : 'alert'}
    >
      <details className={classes.details}>
        <summary>
          <strong>
            {isEven
              ? t('reportScreen.tie.even', { count: ties.length })
              : t('reportScreen.tie.off', { count: off.length })}
          </strong>
          <span>{t('reportScreen.tie.show')}</span>
        </summary>
        <TieList ties={ties} />
      </details>
      {isEven ? null : <TieList ties={off} />}
    </Alert>
  );

  function TieList({ ties: listed }: { ties: readonly Tie[] }) {
    return (
      <ul className={classes.list}>
        {listed.map((tie) => (
          <li key={tie.id}>
            <strong>{tie.title[language]}</strong>
            <span>{t('reportScreen.tie.side', sideOf(tie.left))}</span>
            <span>{t('reportScreen.tie.side', sideOf(tie.right))}</span>
            <em data-off={tie.differenceMinor !== 0 || undefined}>
              {tie.differenceMinor === 0
                ? t('reportScreen.tie.same')
                : t('reportScreen.tie.difference', { amount: formatMoney(tie.differenceMinor, language) })}
            </em>
          </li>
        ))}
      </ul>
    );
  }

  function sideOf({ words, amountMinor }: Tie['left']) {
    return { words: words[language], amount: formatMoney(amountMinor, language) };
  }
}
