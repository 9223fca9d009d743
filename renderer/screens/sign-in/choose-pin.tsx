import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { PinPad } from '../../parts/pin-pad.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './sign-in.module.css';
import type { StaffName } from './sign-in-screen.tsx';
import { useSignIn } from './use-sign-in.ts';

const CODE_DIGITS = 8;
const SHORTEST_PIN = 6;

/** First PIN, or a new one, with the one-time code an administrator gave: nobody else ever knows the PIN. */
export function ChoosePin({ staff, onBack }: { staff: StaffName; onBack: () => void }) {
  const { t } = useWords();
  const [resetCode, setResetCode] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [wasTried, setTried] = useState(false);
  const { send, failure, isRunning } = useSignIn('staff.setPin');
  const codeError = resetCode.length === CODE_DIGITS ? null : t('signIn.codeLength');
  const pinError = pin.length >= SHORTEST_PIN ? null : t('signIn.pinLength');
  const againError = pin === again ? null : t('signIn.pinsDiffer');
  const save = () => {
    setTried(true);
    if (!codeError && !pinError && !againError) void send({ staffId: staff.staffId, resetCode, pin });
  };
  return (
    <>
      <h1 className={classes.title}>{staff.name}</h1>
      <p className={classes.lead}>{t('signIn.choosePinLead')}</p>
      <div className={classes.form}>
        <TextInput
          label={t('signIn.resetCode')}
          value={resetCode}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          error={wasTried ? codeError : null}
          onChange={(event) =>
            setResetCode(event.currentTarget.value.replace(/\D/g, '').slice(0, CODE_DIGITS))
          }
        />
        <PinPad
          label={t('signIn.newPin')}
          description={t('signIn.pinHint')}
          value={pin}
          onChange={setPin}
          error={wasTried ? pinError : null}
          withKeys={false}
        />
        <PinPad
          label={t('signIn.repeatPin')}
          value={again}
          onChange={setAgain}
          onEnter={save}
          error={wasTried ? againError : null}
          withKeys={false}
        />
        <FailureAlert failure={failure} />
        <Button fullWidth size="lg" onClick={save} loading={isRunning}>
          {t('signIn.savePin')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('signIn.other')}
        </Button>
      </div>
    </>
  );
}
