import { plainSecrets } from '../../electron/host/sealed-secrets.ts';
import { addProduct, openClient } from './goods.ts';
import { openTestService, type TestService } from './test-service.ts';

/** The PIN of every member of staff; "founder" has all roles. */
export const FILLED_PIN = '284915';

/** A ledger for the built app: an open till with 200.00, three products, and « Famille Desrosiers » as client 2. */
export async function fillDesk(
  path: string,
  more: (desk: TestService) => Promise<void> = async () => {},
  at = new Date().toISOString(),
): Promise<void> {
  const secrets = plainSecrets(`${path}-secrets`);
  const desk = await openTestService({ path, at, secrets });
  await addProduct(desk, 1999, { nameFr: 'Lunettes' });
  await addProduct(desk, 1000, { nameFr: 'Livret', taxClass: 'exempt' });
  await addProduct(desk, 495, { nameFr: 'Bonnet' });
  await openClient(desk, { name: 'Famille Desrosiers' });
  await more(desk);
  await desk.close();
}
