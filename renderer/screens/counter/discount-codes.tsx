import { Button, Pill, TextInput } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { ask } from '../../connection/ask.ts';
import { Refused } from '../../connection/refused.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './counter.module.css';
import { setCodes, useCounter } from './counter-state.ts';

/** The codes the client gives; one that cannot serve is refused here, before anything is paid. */
export function DiscountCodes({ isLocked }: { isLocked: boolean }) {
  const { t } = useWords();
  const codes = useCounter((state) => state.codes);
  const [typed, setTyped] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const code = typed?.trim() ?? '';
    if (code === '') return setTyped(null);
    try {
      await ask('discountRule.simulate', { items: [], codes: [code] });
      setCodes([...codes.filter((each) => each !== code), code]);
      setTyped(null);
    } catch (error) {
      if (error instanceof Refused) setFailure(error.failure);
    }
  };

  return (
    <div className={classes.codes}>
      {codes.map((code) => (
        <Pill
          key={code}
          size="lg"
          withRemoveButton={!isLocked}
          removeButtonProps={{
            'aria-label': t('discount.counter.remove', { code }),
            'aria-hidden': false,
            tabIndex: 0,
          }}
          onRemove={() => setCodes(codes.filter((each) => each !== code))}
        >
          {code}
        </Pill>
      ))}
      {typed === null ? (
        <Button
          variant="subtle"
          color="dark"
          size="compact-md"
          disabled={isLocked}
          leftSection={<IconTicket size={16} aria-hidden="true" />}
          onClick={() => setTyped('')}
        >
          {t('discount.counter.addCode')}
        </Button>
      ) : (
        <form className={classes.codeForm} onSubmit={(event) => void add(event)}>
          <TextInput
            autoFocus
            data-takes-scan
            size="sm"
            aria-label={t('discount.counter.code')}
            placeholder={t('discount.counter.code')}
            autoComplete="off"
            maxLength={200}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setFailure(null);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setTyped(null);
              setFailure(null);
            }}
          />
          <Button type="submit" size="sm" variant="default">
            {t('discount.counter.apply')}
          </Button>
        </form>
      )}
      <FailureAlert failure={failure} />
    </div>
  );
}
