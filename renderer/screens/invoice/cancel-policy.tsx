import { TextInput } from '@mantine/core';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './cancel.module.css';
import type { ItemForm } from './cancel-form.ts';
import type { CancelState } from './use-cancel.ts';

interface Props {
  itemId: number;
  form: ItemForm;
  state: CancelState;
  onChange: (change: Partial<ItemForm>) => void;
}

/** Why the policy proposes what it does, sentence by sentence, and the one number the clerk may correct. */
export function CancelPolicy({ itemId, form, state, onChange }: Props) {
  const { t, language } = useWords();
  const policy = state.policyOf(itemId);
  const isCounted = policy?.sessionsTotal != null || state.failure?.code === 'sessions-needed';
  return (
    <div className={classes.policy}>
      {policy ? (
        <>
          <div className={classes.strong}>
            {t('cancel.policy.title', { name: pickName(policy, language) })}
          </div>
          <ul className={classes.why}>
            {sentencesOf(policy, t).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : null}
      {isCounted && form.way === 'policy' ? (
        <TextInput
          label={t('cancel.sessions')}
          description={t('cancel.sessionsHelp')}
          inputMode="numeric"
          maxLength={3}
          disabled={state.isLocked}
          value={form.sessionsText}
          placeholder={policy?.sessionsGiven == null ? undefined : String(policy.sessionsGiven)}
          onChange={(event) => onChange({ sessionsText: event.currentTarget.value.replace(/\D/g, '') })}
        />
      ) : null}
      {form.way === 'policy' || state.isSupervisor ? null : (
        <p className={classes.problem}>{t('cancel.policy.otherwise')}</p>
      )}
    </div>
  );
}

type Policy = NonNullable<ReturnType<CancelState['policyOf']>>;
type Translate = ReturnType<typeof useWords>['t'];

function sentencesOf(policy: Policy, t: Translate): string[] {
  const { sessionsTotal, sessionsGiven, creditMinor } = policy;
  const counted =
    sessionsTotal === null
      ? []
      : [t('cancel.policy.sessions', { given: sessionsGiven ?? 0, total: sessionsTotal })];
  if (creditMinor === 0) return [whenOf(policy, t), t('cancel.policy.nothing')];
  return [
    whenOf(policy, t),
    ...counted,
    t('cancel.policy.credit', { share: shareOf(policy), amount: creditMinor }),
    feeOf(policy, t),
    ...(policy.isFeeLimited ? [t('cancel.policy.limited')] : []),
    ...(policy.destination === 'account' ? [t('cancel.policy.account')] : []),
  ];
}

function whenOf({ daysFromStart }: Policy, t: Translate): string {
  if (daysFromStart === null) return t('cancel.policy.noStart');
  if (daysFromStart === 0) return t('cancel.policy.started');
  return daysFromStart < 0
    ? t('cancel.policy.before', { count: -daysFromStart })
    : t('cancel.policy.after', { count: daysFromStart });
}

/** Of the original price, sessions given left out, in hundredths of a percent. */
function shareOf({ creditBasisPoints, sessionsTotal, sessionsGiven }: Policy): number {
  if (!sessionsTotal) return creditBasisPoints;
  return Math.round((creditBasisPoints * (sessionsTotal - (sessionsGiven ?? 0))) / sessionsTotal);
}

function feeOf(policy: Policy, t: Translate): string {
  const { flatMinor, percentMinor, creditNetMinor: base } = policy;
  const share = policy.feeBasisPoints ?? 0;
  if (flatMinor !== null && percentMinor !== null)
    return t('cancel.policy.both', {
      taken: policy.taken === 'flat' ? flatMinor : percentMinor,
      flat: flatMinor,
      percentAmount: percentMinor,
      share,
      base,
    });
  if (flatMinor !== null) return t('cancel.policy.flat', { amount: flatMinor });
  if (percentMinor !== null) return t('cancel.policy.percentFee', { share, base, amount: percentMinor });
  return t('cancel.policy.noFee');
}
