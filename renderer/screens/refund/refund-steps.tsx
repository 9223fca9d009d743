import { IconCheck } from '@tabler/icons-react';
import { useWords } from '../../shell/language.ts';
import classes from './refund.module.css';

const STEPS = ['amount', 'destination', 'approval', 'handOver', 'receipt'] as const;
export type ShownStep = (typeof STEPS)[number];

/** Where the refund stands; told in words too, not by colour alone. */
export function RefundSteps({ now, withApproval = false }: { now: ShownStep; withApproval?: boolean }) {
  const { t } = useWords();
  const steps = STEPS.filter((step) => step !== 'approval' || withApproval);
  const place = steps.indexOf(now);
  return (
    <ol className={classes.steps} aria-label={t('refund.steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-state={index < place ? 'done' : index === place ? 'now' : 'later'}
          aria-current={index === place ? 'step' : undefined}
        >
          {index < place ? (
            <IconCheck size={16} stroke={2.5} aria-label={t('refund.stepDone')} />
          ) : (
            <span aria-hidden="true">{index + 1}</span>
          )}
          {t(`refund.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
