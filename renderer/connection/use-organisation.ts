import type { OutputOf } from '../../shared/contract/contract.ts';
import { useRead } from './use-read.ts';

export type OrganisationRead = OutputOf<'organisation.read'>;

/** The organisation, once its first answer has come. */
export function useOrganisation(): OrganisationRead | undefined {
  return useRead('organisation.read', {}).data;
}
