import type { OutputOf } from '../../../shared/contract/contract.ts';
import { Amount } from '../../parts/amount.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { differenceWords } from './difference-words.ts';
import classes from './till.module.css';

export type ZRead = Pick<
  OutputOf<'till.read'>['closes'][number],
  'zNumber' | 'expectedMinor' | 'countedMinor' | 'differenceMinor' | 'chainSeq' | 'chainHash'
>;

/** The numbered close: counted, expected, the difference in words, and the head of the chain it seals. */
export function ZSummary({ z }: { z: ZRead & { differenceReason?: string } }) {
  const { t, language } = useWords();
  return (
    <Panel title={t('till.z.title', { number: z.zNumber })}>
      <dl className={classes.pairs}>
        <div className={classes.pair}>
          <dt>{t('till.z.counted')}</dt>
          <dd>
            <Amount minor={z.countedMinor} />
          </dd>
        </div>
        <div className={classes.pair}>
          <dt>{t('till.z.expected')}</dt>
          <dd>
            <Amount minor={z.expectedMinor} />
          </dd>
        </div>
        <div className={classes.pair}>
          <dt>{t('till.z.difference')}</dt>
          <dd className={classes.difference} data-tone={z.differenceMinor === 0 ? 'even' : 'off'}>
            {differenceWords(t, z.differenceMinor, language)}
          </dd>
        </div>
        {z.differenceReason ? (
          <div className={classes.pair}>
            <dt>{t('till.z.reason')}</dt>
            <dd>{z.differenceReason}</dd>
          </div>
        ) : null}
      </dl>
      <p className={classes.soft}>{t('till.z.chain')}</p>
      <p className={classes.hash}>{z.chainHash}</p>
      <p className={classes.soft}>{t('till.z.chainHelp', { seq: z.chainSeq })}</p>
    </Panel>
  );
}
