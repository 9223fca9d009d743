import { Loader } from '@mantine/core';
import { useSession } from '../connection/session.ts';
import { useOrganisation } from '../connection/use-organisation.ts';
import { useRead } from '../connection/use-read.ts';
import { FirstRunScreen } from '../screens/first-run/first-run-screen.tsx';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.tsx';
import classes from './app.module.css';
import { Banners } from './banners.tsx';
import { useWords } from './language.ts';
import { Shell } from './shell.tsx';

/** The gate: first run, then sign-in, then the screens. */
export function App() {
  const organisation = useOrganisation();
  const staff = useSession((session) => session.staff);
  // A sign-in kept by the window may have died with the service: no screen before the service knows it
  const member = useRead('staff.read', {}, { enabled: staff !== null }).data;
  const isWaiting = !organisation || (organisation.isSetUp && staff !== null);
  if (organisation?.isSetUp && staff && member) return <Shell />;
  return (
    <div className={classes.gate}>
      <Banners />
      {isWaiting && <Waiting />}
      {organisation && !organisation.isSetUp && <FirstRunScreen />}
      {organisation?.isSetUp && !staff && <SignInScreen organisation={organisation} />}
    </div>
  );
}

function Waiting() {
  const { t } = useWords();
  return (
    <main className={classes.waiting}>
      <h1 className="seen-by-readers">Guichet</h1>
      <Loader aria-label={t('shell.loading')} />
    </main>
  );
}
