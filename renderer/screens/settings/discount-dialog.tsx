import { Button, Switch } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { DiscountConditionFields } from './discount-condition-fields.tsx';
import { type DiscountRead, draftOf, formOf, problemsOf } from './discount-form.ts';
import { DiscountSimulator } from './discount-simulator.tsx';
import { DiscountWhatFields } from './discount-what-fields.tsx';
import { SaveActions } from './save-actions.tsx';
import classes from './settings.module.css';

/** The rule editor; a rule is tried beside the live ones before anybody meets it. */
export function DiscountDialog({ rule, onClose }: { rule: DiscountRead | null; onClose: () => void }) {
  const { t, language } = useWords();
  const [form, setForm] = useState(() => formOf(rule));
  const [wasTried, setTried] = useState(false);
  const [isSimulating, setSimulating] = useState(false);
  const command = useCommand('discountRule.save', String(rule?.ruleId ?? 0));
  const problems = problemsOf(form);
  const isRight = Object.keys(problems).length === 0;
  const shown = wasTried ? problems : {};
  const draft = draftOf(form);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isRight) {
      const editor = event.currentTarget as HTMLFormElement;
      // once the errors are drawn, the keyboard is on the first of them
      requestAnimationFrame(() => editor.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const answer = await command.run({
      ...draft,
      active: form.active,
      ...(rule ? { ruleId: rule.ruleId } : {}),
    });
    if (answer) onClose();
  };

  if (isSimulating) {
    return (
      <Dialog onClose={() => setSimulating(false)} size={860} title={t('discount.simulator.title')}>
        <DiscountSimulator draft={{ ...draft, ...(rule ? { ruleId: rule.ruleId } : {}) }} />
      </Dialog>
    );
  }
  const title = rule ? pickName({ nameFr: rule.nameFr, nameEn: rule.nameEn ?? '' }, language) : null;
  return (
    <Dialog onClose={onClose} size={860} title={title ?? t('discount.add')}>
      <form className={classes.stack} noValidate onSubmit={(event) => void save(event)}>
        {rule ? <p className={classes.soft}>{t('discount.frozen')}</p> : null}
        <DiscountWhatFields form={form} problems={shown} onChange={setForm} />
        <DiscountConditionFields form={form} problems={shown} onChange={setForm} />
        {rule ? (
          <Switch
            size="md"
            label={t('discount.field.active')}
            checked={form.active}
            onChange={(event) => setForm({ ...form, active: event.currentTarget.checked })}
          />
        ) : null}
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <div className={classes.spread}>
          <Button
            variant="default"
            leftSection={<IconFlask size={18} aria-hidden="true" />}
            onClick={() => {
              setTried(true);
              if (isRight) setSimulating(true);
            }}
          >
            {t('discount.simulator.open')}
          </Button>
          <SaveActions isRunning={command.isRunning} onClose={onClose} />
        </div>
      </form>
    </Dialog>
  );
}
