import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { deleteLogo, replaceLogo } from '../../ledger/organisation-store.ts';
import type { CommandHandler } from '../context.ts';
import { LOGO_MAX_BYTES, LOGO_MAX_SIDE, readLogoImage } from './logo-image.ts';

/** What heads every PDF; kept in the ledger, so that a backup has it. */
export const setLogo: CommandHandler<'organisation.setLogo'> = async ({ db, staff }, { image }) => {
  const bytes = image === null ? null : Buffer.from(image, 'base64');
  const read = bytes && readLogoImage(bytes);
  if (typeof read === 'string')
    refuse('logo-unusable', { why: read, maximumKib: LOGO_MAX_BYTES / 1024, maximumSide: LOGO_MAX_SIDE });
  if (bytes && read) await replaceLogo(db, { ...read, bytes });
  else await deleteLogo(db);
  await recordAudit(db, {
    kind: 'organisation.logo-set',
    staffId: staff.staffId,
    subject: 'organisation:1',
    detail: read ? { ...read, bytes: bytes?.length } : { removed: true },
  });
  return {};
};
