import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { PinPad } from '../../parts/pin-pad.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useWords } from '../../shell/language.ts';
import classes from './sign-in.module.css';
import type { StaffName } from './sign-in-screen.tsx';
import { useSignIn } from './use-sign-in.ts';

const SHORTEST_PIN = 6;

interface EnterPinProps {
  readonly staff: StaffName;
  readonly timeZone: string;
  readonly onBack: (() => void) | undefined;
  readonly onHasCode: () => void;
}

export function EnterPin({ staff, onBack, onHasCode }: EnterPinProps) {
  const { t } = useWords();
  const [pin, setPin] = useState('');
  const { send, failure, isRunning } = useSignIn('staff.signIn');
  useKeys({ Escape: onBack });
  // A wrong PIN is typed again from the start
  useEffect(() => {
    if (failure) setPin('');
  }, [failure]);
  const enter = () => {
    if (pin.length >= SHORTEST_PIN) void send({ staffId: staff.staffId, pin });
  };
  return (
    <>
      <h1 className={classes.title}>{staff.name}</h1>
      <div className={classes.form}>
        <PinPad
          label={t('signIn.pin')}
          description={t('signIn.pinHint')}
          value={pin}
          onChange={setPin}
          onEnter={enter}
          autoFocus
        />
        <FailureAlert failure={failure} />
        <Button
          fullWidth
          size="lg"
          onClick={enter}
          loading={isRunning}
          disabled={pin.length < SHORTEST_PIN}
          rightSection={
            <KeyHint keys={t('shell.key.enter')} on={pin.length < SHORTEST_PIN ? 'light' : 'dark'} />
          }
        >
          {t('signIn.enter')}
        </Button>
        <div className={classes.links}>
          {onBack && (
            <Button variant="subtle" onClick={onBack}>
              {t('signIn.other')}
            </Button>
          )}
          <Button variant="subtle" onClick={onHasCode}>
            {t('signIn.forgot')}
          </Button>
        </div>
      </div>
    </>
  );
}
