import { guichet } from '../connection/guichet.ts';

/** Read when a PDF is asked for, since no screen needs it; a document without its logo is better than none. */
export async function readLogo(): Promise<{ logo?: string }> {
  const outcome = await guichet.call('organisation.logo', {}).catch(() => null);
  return outcome?.ok && outcome.value.image ? { logo: outcome.value.image.address } : {};
}
