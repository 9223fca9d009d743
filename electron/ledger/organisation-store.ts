import type { Language } from '../../shared/i18n/format.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export interface OrganisationRow {
  name: string;
  address: string;
  phone: string;
  gstNumber: string;
  qstNumber: string;
  language: Language;
  timeZone: string;
  /** 1 to 12: the month in which the fiscal year begins. */
  fiscalMonth: number;
  /** 1 on every ledger that `--demo` made. */
  demonstration: number;
}

/** The one organisation of this ledger; undefined before the first start is finished. */
export async function readOrganisation(db: ReadableLedger): Promise<OrganisationRow | undefined> {
  return await db.get<OrganisationRow>`
    SELECT name, address, phone, gst_number AS gstNumber, qst_number AS qstNumber, language,
      time_zone AS timeZone, fiscal_month AS fiscalMonth, demonstration
    FROM organisation WHERE id = 1`;
}

/** The zone that says which day it is (settled.md 36); undefined before the organisation is set up. */
export async function readTimeZone(db: ReadableLedger): Promise<string | undefined> {
  const row = await db.get<{ timeZone: string }>`SELECT time_zone AS timeZone FROM organisation WHERE id = 1`;
  return row?.timeZone;
}

export async function insertOrganisation(
  db: WritableLedger,
  row: Omit<OrganisationRow, 'demonstration'>,
): Promise<void> {
  await db.run`
    INSERT INTO organisation (id, name, address, phone, gst_number, qst_number, language, time_zone, fiscal_month)
    VALUES (1, ${row.name}, ${row.address}, ${row.phone}, ${row.gstNumber}, ${row.qstNumber},
      ${row.language}, ${row.timeZone}, ${row.fiscalMonth})`;
}

export async function updateOrganisation(
  db: WritableLedger,
  row: Omit<OrganisationRow, 'demonstration' | 'timeZone'>,
): Promise<void> {
  await db.run`
    UPDATE organisation SET name = ${row.name}, address = ${row.address}, phone = ${row.phone},
      gst_number = ${row.gstNumber}, qst_number = ${row.qstNumber}, language = ${row.language},
      fiscal_month = ${row.fiscalMonth}
    WHERE id = 1`;
}

/** The picture at the head of PDFs: a PNG or a JPEG, checked before it was kept. */
export interface LogoRow {
  mediaType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  bytes: Uint8Array;
}

export async function readLogo(db: ReadableLedger): Promise<LogoRow | undefined> {
  return await db.get<LogoRow>`
    SELECT media_type AS mediaType, width, height, bytes FROM organisation_logo WHERE id = 1`;
}

export async function replaceLogo(db: WritableLedger, logo: LogoRow): Promise<void> {
  await deleteLogo(db);
  await db.run`
    INSERT INTO organisation_logo (id, media_type, width, height, bytes)
    VALUES (1, ${logo.mediaType}, ${logo.width}, ${logo.height}, ${logo.bytes})`;
}

export async function deleteLogo(db: WritableLedger): Promise<void> {
  await db.run`DELETE FROM organisation_logo`;
}

/** Marks the ledger as a demonstration, for good: every screen and paper says so. */
export async function markDemonstration(db: WritableLedger): Promise<void> {
  await db.run`UPDATE organisation SET demonstration = 1 WHERE id = 1`;
}
