import { useRead } from '../../connection/use-read.ts';
import { ClientForm } from './client-form.tsx';

export function EditClient({ clientId }: { clientId: number }) {
  const account = useRead('client.read', { clientId }).data;
  return account ? <ClientForm key={clientId} client={account.client} startName="" /> : null;
}
