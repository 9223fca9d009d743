import { Button, FileButton, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './settings.module.css';

interface Props {
  readonly terminalId: number;
  /** An earlier key is kept, so there is something to go back to. */
  readonly isReplacing: boolean;
  readonly onKept: () => void;
  readonly onBack: () => void;
}

const FIELDS = ['keyIdentifier', 'passphrase', 'keyVersion', 'authorities'] as const;
type Field = (typeof FIELDS)[number];

function refusedField(failure: Failure | null): Field | null {
  if (failure?.code !== 'invalid-input') return null;
  const [issue] = (failure.detail as { issues: { path: string }[] }).issues;
  return FIELDS.find((field) => field === issue?.path) ?? null;
}

/** The key is typed, kept and forgotten by this window: it stands nowhere but in the desk's secret store. */
export function TerminalKeyForm({ terminalId, isReplacing, onKept, onBack }: Props) {
  const { t } = useWords();
  const [keyIdentifier, setKeyIdentifier] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [keyVersion, setKeyVersion] = useState('');
  const [authorities, setAuthorities] = useState('');
  const keep = useSessionCall('terminal.keepKey');
  const [isVersionWrong, setVersionWrong] = useState(false);
  const refused = isVersionWrong ? 'keyVersion' : refusedField(keep.failure);
  const errorOf = (field: Field) => (refused === field ? t(`terminalSettings.key.${field}Wrong`) : undefined);
  const isReady = [keyIdentifier, passphrase, keyVersion, authorities].every((text) => text.trim() !== '');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const isVersion = /^\d{1,9}$/.test(keyVersion.trim());
    setVersionWrong(!isVersion);
    if (!isVersion) return;
    const kept = await keep.run({
      terminalId,
      keyIdentifier: keyIdentifier.trim(),
      passphrase,
      keyVersion: Number(keyVersion),
      authorities: authorities.trim(),
    });
    if (kept) onKept();
  };
  return (
    <form className={classes.stack} onSubmit={(event) => void save(event)} autoComplete="off">
      <p>{t('terminalSettings.key.lead')}</p>
      <TextInput
        required
        label={t('terminalSettings.key.keyIdentifier')}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        value={keyIdentifier}
        error={errorOf('keyIdentifier')}
        onChange={(event) => setKeyIdentifier(event.currentTarget.value)}
      />
      <PasswordInput
        required
        label={t('terminalSettings.key.passphrase')}
        maxLength={200}
        autoComplete="new-password"
        value={passphrase}
        error={errorOf('passphrase')}
        withErrorStyles
        visibilityToggleButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <TextInput
        required
        label={t('terminalSettings.key.keyVersion')}
        inputMode="numeric"
        maxLength={9}
        autoComplete="off"
        value={keyVersion}
        error={errorOf('keyVersion')}
        onChange={(event) => setKeyVersion(event.currentTarget.value)}
      />
      <Textarea
        required
        label={t('terminalSettings.key.authorities')}
        description={t('terminalSettings.key.authoritiesHelp')}
        rows={4}
        classNames={{ input: classes.pem }}
        maxLength={65_536}
        spellCheck={false}
        value={authorities}
        error={errorOf('authorities')}
        onChange={(event) => setAuthorities(event.currentTarget.value)}
      />
      <div>
        <FileButton
          accept=".pem,.crt,.cer,application/x-pem-file"
          onChange={(file) => void file?.text().then((text) => setAuthorities(text.slice(0, 65_536)))}
        >
          {(props) => (
            <Button {...props} variant="default">
              {t('terminalSettings.key.choose')}
            </Button>
          )}
        </FileButton>
      </div>
      {refused ? null : <FailureAlert failure={keep.failure} />}
      <div className={classes.actions}>
        {isReplacing ? (
          <Button variant="default" onClick={onBack}>
            {t('settings.cancel')}
          </Button>
        ) : null}
        <Button type="submit" disabled={!isReady} loading={keep.isRunning}>
          {t('terminalSettings.key.keep')}
        </Button>
      </div>
    </form>
  );
}
