import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';

interface Props {
  readonly clientId: number;
  readonly onClose: () => void;
}

/** What the client authorised, by the token that the gateway gave: there is no field for a number. */
export function SavedMethodDialog({ clientId, onClose }: Props) {
  const { t } = useWords();
  const add = useCommand('savedMethod.add', String(clientId));
  const [kind, setKind] = useState<'card' | 'bank'>('card');
  const [token, setToken] = useState('');
  const [brand, setBrand] = useState('');
  const [last4, setLast4] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [consentDate, setConsentDate] = useState('');
  const isReady =
    token.trim() !== '' &&
    brand.trim() !== '' &&
    last4.length === 4 &&
    (kind === 'bank' || /^\d{4}-\d{2}$/.test(expiresOn));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const added = await add.run({
      clientId,
      kind,
      token,
      brand,
      last4,
      ...(kind === 'card' ? { expiresOn } : {}),
      ...(consentDate ? { consentDate } : {}),
    });
    if (added) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('gateway.saved.add')} size="lg">
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="md">
          <Radio.Group
            label={t('gateway.saved.kind')}
            value={kind}
            onChange={(value) => setKind(value === 'bank' ? 'bank' : 'card')}
          >
            <Group mt={6}>
              <Radio size="md" value="card" label={t('gateway.saved.card')} />
              <Radio size="md" value="bank" label={t('gateway.saved.bank')} />
            </Group>
          </Radio.Group>
          <TextInput
            data-autofocus
            required
            label={t('gateway.saved.token')}
            description={t('gateway.saved.tokenHelp')}
            value={token}
            autoComplete="off"
            onChange={(event) => setToken(event.currentTarget.value)}
          />
          <Group grow align="end">
            <TextInput
              required
              label={t(kind === 'card' ? 'gateway.saved.brand' : 'gateway.saved.institution')}
              value={brand}
              autoComplete="off"
              onChange={(event) => setBrand(event.currentTarget.value)}
            />
            <TextInput
              required
              label={t('gateway.saved.last4')}
              inputMode="numeric"
              autoComplete="off"
              value={last4}
              onChange={(event) => setLast4(event.currentTarget.value.replace(/\D/g, '').slice(0, 4))}
            />
          </Group>
          <Group grow align="end">
            {kind === 'card' ? (
              <TextInput
                required
                label={t('gateway.saved.expiresOn')}
                autoComplete="off"
                value={expiresOn}
                onChange={(event) => setExpiresOn(event.currentTarget.value)}
              />
            ) : null}
            <TextInput
              type="date"
              label={t('gateway.saved.consentDate')}
              value={consentDate}
              onChange={(event) => setConsentDate(event.currentTarget.value)}
            />
          </Group>
          <FailureAlert failure={add.failure} isUnanswered={add.isUnanswered} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('gateway.saved.cancel')}
            </Button>
            <Button type="submit" disabled={!isReady} loading={add.isRunning}>
              {t('gateway.saved.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
