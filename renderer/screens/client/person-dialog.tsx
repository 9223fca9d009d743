import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import type { Person } from './account.tsx';
import classes from './client.module.css';
import { EMPTY_PERSON, type PersonDraft, PersonFields, personOf } from './person-fields.tsx';

interface PersonDialogProps {
  readonly clientId: number;
  /** Null: a new person. */
  readonly person: Person | null;
  readonly onClose: () => void;
}

export function PersonDialog({ clientId, person, onClose }: PersonDialogProps) {
  const { t } = useWords();
  const add = useCommand('client.addPerson', String(clientId));
  const change = useCommand('client.changePerson', String(person?.personId ?? 0));
  const [draft, setDraft] = useState<PersonDraft>(
    person ? { ...person, birthDate: person.birthDate ?? '' } : EMPTY_PERSON,
  );
  const [wasTried, setTried] = useState(false);
  const used = person ? change : add;
  const save = async () => {
    setTried(true);
    if (!used.isUnanswered && !draft.givenName.trim()) return;
    const fields = personOf(draft);
    const done = person
      ? await change.run({ personId: person.personId, ...fields, tags: [...person.tags] })
      : await add.run({ clientId, ...fields });
    if (done) onClose();
  };
  return (
    <Dialog title={t(person ? 'client.personEditTitle' : 'client.personTitle')} onClose={onClose} size="lg">
      <div className={classes.dialog}>
        <PersonFields draft={draft} onChange={setDraft} wasTried={wasTried} autoFocus />
        <FailureAlert failure={used.failure} isUnanswered={used.isUnanswered} />
        <ConfirmBar
          inDialog
          label={t('shell.save')}
          isRunning={used.isRunning}
          isUnanswered={used.isUnanswered}
          onConfirm={() => void save()}
          onBack={onClose}
          backLabel={t('shell.cancel')}
        />
      </div>
    </Dialog>
  );
}
