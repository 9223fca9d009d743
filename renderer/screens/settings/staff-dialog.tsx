import { Checkbox, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Role } from '../../../shared/domain/staff-rights.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { problemOf } from './field-problem.ts';
import { SaveActions } from './save-actions.tsx';
import classes from './settings.module.css';
import type { NewCode, StaffRow } from './staff-page.tsx';

const ROLES: readonly Role[] = ['clerk', 'supervisor', 'administrator'];

interface Props {
  /** Null for a new person. */
  row: StaffRow | null;
  onClose: () => void;
  onCode: (code: NewCode) => void;
}

/** Name, roles, language and whether the person still works here. */
export function StaffDialog({ row, onClose, onCode }: Props) {
  const { t, i18n, language: screenLanguage } = useWords();
  const [name, setName] = useState(row?.name ?? '');
  const [roles, setRoles] = useState<Role[]>(row?.roles ?? ['clerk']);
  const [language, setLanguage] = useState(row?.language ?? screenLanguage);
  const [active, setActive] = useState(row?.active ?? true);
  const add = useSessionCall('staff.add');
  const change = useCommand('staff.change', String(row?.staffId ?? 0));
  const command = row ? change : add;
  const isUnanswered = row !== null && change.isUnanswered;
  const isComplete = name.trim() !== '' && roles.length > 0;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (row) {
      if (await change.run({ staffId: row.staffId, name, roles, language, active })) onClose();
      return;
    }
    const added = await add.run({ name, roles, language });
    if (added) onCode({ name: name.trim(), resetCode: added.resetCode });
  };

  return (
    <Dialog onClose={onClose} title={row ? row.name : t('settings.staff.add')}>
      <form className={classes.stack} onSubmit={(event) => void save(event)}>
        <TextInput
          data-autofocus
          required
          label={t('settings.staff.name')}
          maxLength={200}
          disabled={isUnanswered}
          value={name}
          error={problemOf(i18n, command.failure, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group
          label={t('settings.staff.roles')}
          value={roles}
          error={roles.length === 0 ? t('settings.staff.needRole') : undefined}
          onChange={(chosen) => setRoles(ROLES.filter((role) => chosen.includes(role)))}
        >
          {ROLES.map((role) => (
            <Checkbox
              key={role}
              mt="sm"
              value={role}
              label={t(`settings.staff.role.${role}`)}
              description={t(`settings.staff.roleHelp.${role}`)}
            />
          ))}
        </Checkbox.Group>
        <SegmentedControl
          aria-label={t('settings.staff.language')}
          value={language}
          onChange={(value) => setLanguage(value as 'fr' | 'en')}
          data={[
            { value: 'fr', label: t('settings.organisation.french') },
            { value: 'en', label: t('settings.organisation.english') },
          ]}
        />
        {row ? (
          <Switch
            size="md"
            label={t('settings.active')}
            checked={active}
            onChange={(event) => setActive(event.currentTarget.checked)}
          />
        ) : null}
        <FailureAlert failure={command.failure} isUnanswered={isUnanswered} />
        <SaveActions isRunning={command.isRunning} disabled={!isComplete} onClose={onClose} />
      </form>
    </Dialog>
  );
}
