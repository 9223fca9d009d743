import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useSession } from '../../connection/session.ts';
import type { OrganisationRead } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { useWords } from '../../shell/language.ts';
import { LanguageSwitch } from '../../shell/top-bar.tsx';
import { ChoosePin } from './choose-pin.tsx';
import { EnterPin } from './enter-pin.tsx';
import classes from './sign-in.module.css';
import { StaffNames } from './staff-names.tsx';

export type StaffName = OutputOf<'staff.names'>['staff'][number];

/** Pick a name, type a PIN; or choose a PIN with the code an administrator gave. */
export function SignInScreen({ organisation }: { organisation: OrganisationRead }) {
  const { t } = useWords();
  const staff = useRead('staff.names', {}).data?.staff ?? [];
  const ended = useSession((session) => session.ended);
  const [chosenId, setChosenId] = useState<number | null>(null);
  const [hasCode, setHasCode] = useState(false);
  const chosen =
    staff.find(({ staffId }) => staffId === chosenId) ?? (staff.length === 1 ? staff[0] : undefined);
  const leave = () => {
    setChosenId(null);
    setHasCode(false);
  };
  const back = staff.length === 1 && !hasCode ? undefined : leave;
  return (
    <main className={classes.screen}>
      <div className={classes.side}>
        <div className={classes.brand}>
          <span className={classes.mark} aria-hidden="true">
            G
          </span>
          Guichet
        </div>
        <p className={classes.organisation}>{organisation.name}</p>
      </div>
      <div className={classes.body}>
        <div className={classes.top}>
          <LanguageSwitch />
        </div>
        <div className={classes.card}>
          {ended && !chosen && (
            <p role="status" className={classes.ended}>
              {t(`signIn.ended.${ended}`)}
            </p>
          )}
          {!chosen && <StaffNames staff={staff} onChoose={setChosenId} />}
          {chosen &&
            (hasCode || !chosen.hasPin ? (
              <ChoosePin staff={chosen} onBack={back ?? (() => setHasCode(false))} />
            ) : (
              <EnterPin
                key={chosen.staffId}
                staff={chosen}
                timeZone={organisation.timeZone}
                onBack={back}
                onHasCode={() => setHasCode(true)}
              />
            ))}
        </div>
      </div>
    </main>
  );
}
