import { proposeByPolicy } from '../../../shared/domain/cancellation-policy.ts';
import { ZERO_FRACTION } from '../../../shared/domain/fraction.ts';
import { addDays } from '../../../shared/domain/local-time.ts';
import { taxItem } from '../../../shared/domain/tax.ts';
import { useWords } from '../../shell/language.ts';
import { type PolicyForm, termsOf } from './policy-form.ts';
import classes from './settings.module.css';

const START = '2026-09-14';
const COURSE = taxItem({ netMinor: 25_000, taxClass: 'taxable', localDate: START });
const NOTHING = { netMinor: 0, gstMinor: 0, qstMinor: 0, fraction: ZERO_FRACTION };
const SESSIONS = 10;
const LONG_BEFORE_DAYS = -30;

/** What the policy would give back of a course, on the first day of each period, by the function that decides. */
export function PolicyExample({ form }: { form: PolicyForm }) {
  const { t } = useWords();
  const terms = termsOf(form);
  const days = terms.periods.map(
    ({ fromDays }) => fromDays ?? Math.min(LONG_BEFORE_DAYS, firstDay(terms) - 1),
  );
  return (
    <section aria-label={t('cancel.policies.example')} className={classes.note}>
      <div className={classes.strong}>{t('cancel.policies.example')}</div>
      <p className={classes.soft}>{t('cancel.policies.exampleLead')}</p>
      <ul>
        {days.map((day) => {
          const { credit, fee } = proposeByPolicy({
            terms,
            startDate: START,
            localDate: addDays(START, day),
            sessions: { total: SESSIONS, given: day < 0 ? 0 : 2 },
            original: COURSE,
            credited: NOTHING,
          });
          return (
            <li key={day}>
              {t('cancel.policies.exampleLine', {
                day,
                credit: credit?.totalMinor ?? 0,
                fee: fee?.totalMinor ?? 0,
              })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const firstDay = (terms: ReturnType<typeof termsOf>) => terms.periods[1]?.fromDays ?? 0;
