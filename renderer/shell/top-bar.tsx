import { Button, Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconHelp, IconLogout, IconSearch, IconUserCircle } from '@tabler/icons-react';
import { guichet } from '../connection/guichet.ts';
import { signOut, useSession } from '../connection/session.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { toggleHelp } from './help.tsx';
import { setLanguage, useWords } from './language.ts';
import { openSearch } from './search-panel.tsx';
import { TillState } from './till-state.tsx';
import classes from './top-bar.module.css';

export function TopBar() {
  const { t } = useWords();
  return (
    <header className={`${classes.bar} not-printed`}>
      <UnstyledButton className={classes.search} onClick={openSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={18} aria-hidden="true" />
        <span className="seen-by-readers">{t('shell.search.label')}</span>
        <span className={classes.placeholder}>{t('shell.search.placeholder')}</span>
        <KeyHint keys="Ctrl K" />
      </UnstyledButton>
      <TillState />
      <div className={classes.right}>
        <Button
          variant="subtle"
          color="dark"
          size="compact-md"
          onClick={toggleHelp}
          aria-keyshortcuts="?"
          leftSection={<IconHelp size={19} aria-hidden="true" />}
        >
          {t('shell.help.open')}
        </Button>
        <LanguageSwitch />
        <StaffMenu />
      </div>
    </header>
  );
}

/** Switches at once; the choice is kept for the signed-in clerk (settled.md 57). */
export function LanguageSwitch() {
  const { t, language } = useWords();
  const isSignedIn = useSession((session) => session.staff !== null);
  const choose = (chosen: 'fr' | 'en') => {
    setLanguage(chosen);
    if (!isSignedIn) return;
    // A lost answer costs nothing: the screen has switched, and the next switch tells it again
    guichet
      .call('staff.setLanguage', { language: chosen }, { key: crypto.randomUUID() })
      .catch(() => undefined);
  };
  return (
    <fieldset className={classes.language}>
      <legend className="seen-by-readers">{t('shell.language')}</legend>
      {(['fr', 'en'] as const).map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={language === code}
          aria-label={code === 'fr' ? 'FR, Français' : 'EN, English'}
          onClick={() => choose(code)}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}

function StaffMenu() {
  const { t } = useWords();
  const staff = useSession((session) => session.staff);
  if (!staff) return null;
  // Everyone may do a clerk's work: it is named only where it is all
  const told = staff.roles.filter((each) => each !== 'clerk' || staff.roles.length === 1);
  const role = told.map((each) => t(`shell.role.${each}`)).join(', ');
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.staff}>
          <span className="seen-by-readers">{t('shell.staffMenu', { name: '' })}</span>
          <IconUserCircle size={24} stroke={1.6} aria-hidden="true" />
          <span className={classes.staffWords}>
            <span className={classes.staffName}>{staff.name}</span>
            <span className={classes.staffRole}>{role}</span>
          </span>
          <IconChevronDown size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconLogout size={18} aria-hidden="true" />}
          onClick={() => void signOut('signed-out')}
        >
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
