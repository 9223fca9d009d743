import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatInstant } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useWords } from '../../shell/language.ts';
import { reasonWords } from './reason-fields.tsx';
import classes from './refund.module.css';

type Event = OutputOf<'refund.read'>['timeline'][number];

/** What happened to the refund, in order, with who said what. */
export function RefundTimeline({ timeline }: { timeline: readonly Event[] }) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  return (
    <section aria-label={t('refund.timeline.title')}>
      <h2 className={classes.cardTitle}>{t('refund.timeline.title')}</h2>
      <ol className={classes.timeline}>
        {timeline.map((event) => (
          <li key={`${event.at} ${event.kind}`}>
            <div className={classes.strong}>
              {t(`refund.timeline.kind.${event.kind}` as 'refund.timeline.kind.sent')}
            </div>
            <div className={classes.soft}>
              {formatInstant(event.at, language, timeZone)}
              {event.staffName ? ` ${t('refund.timeline.by', { name: event.staffName })}` : ''}
            </div>
            {event.note ? <div>{reasonWords(t, event.note)}</div> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
