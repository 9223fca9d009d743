import { useWords } from '../../shell/language.ts';
import classes from './sign-in.module.css';
import type { StaffName } from './sign-in-screen.tsx';

interface StaffNamesProps {
  readonly staff: readonly StaffName[];
  readonly onChoose: (staffId: number) => void;
}

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .map((part) => part[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
}

export function StaffNames({ staff, onChoose }: StaffNamesProps) {
  const { t } = useWords();
  return (
    <>
      <h1 className={classes.title}>{t('signIn.title')}</h1>
      <p className={classes.lead}>{t('signIn.lead')}</p>
      <ul className={classes.names} aria-label={t('signIn.names')}>
        {staff.map((member) => (
          <li key={member.staffId}>
            <button type="button" className={classes.name} onClick={() => onChoose(member.staffId)}>
              <span className={classes.initials} aria-hidden="true">
                {initialsOf(member.name)}
              </span>
              <span className={classes.nameWords}>
                {member.name}
                {!member.hasPin && <small>{t('signIn.noPin')}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
