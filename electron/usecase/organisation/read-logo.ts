import { readLogo } from '../../ledger/organisation-store.ts';
import type { QueryHandler } from '../context.ts';

export const readLogoQuery: QueryHandler<'organisation.logo'> = async ({ db }) => {
  const logo = await readLogo(db);
  if (!logo) return { image: null };
  const { mediaType, width, height, bytes } = logo;
  return {
    image: { address: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`, width, height },
  };
};
