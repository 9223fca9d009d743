import { DateTime } from 'luxon';

function requireValid(value: DateTime, what: string): DateTime<true> {
  if (!value.isValid)
    throw new Error(`not a valid ${what}: ${value.invalidExplanation ?? value.invalidReason}`);
  return value as DateTime<true>;
}

function readDate(localDate: string): DateTime<true> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(localDate)) throw new Error(`not a YYYY-MM-DD date: ${localDate}`);
  return requireValid(DateTime.fromISO(localDate, { zone: 'utc' }), 'date');
}

/** Zones stand whole minutes from UTC, so no date changes within a minute: the counter asks many times in one. */
let remembered = { minute: '', timeZone: '', localDate: '' };
const MINUTE_CHARACTERS = '2026-03-02T14:00'.length;

/**
 * The calendar date (YYYY-MM-DD) of an instant in the organisation's zone; a document's date (settled.md 36).
 */
export function localDateOf(utcIso: string, timeZone: string): string {
  const minute = utcIso.endsWith('Z') ? utcIso.slice(0, MINUTE_CHARACTERS) : '';
  if (minute !== '' && remembered.minute === minute && remembered.timeZone === timeZone)
    return remembered.localDate;
  const localDate = readLocalDate(utcIso, timeZone);
  remembered = { minute, timeZone, localDate };
  return localDate;
}

function readLocalDate(utcIso: string, timeZone: string): string {
  return requireValid(
    DateTime.fromISO(utcIso, { zone: 'utc' }).setZone(timeZone),
    'instant or zone',
  ).toISODate();
}

/** A local date moved by whole calendar days, forward or back; no zone is involved. */
export function addDays(localDate: string, days: number): string {
  return requireValid(readDate(localDate).plus({ days }), 'date').toISODate();
}

/** A local date moved by whole months; a day that the month lacks becomes its last. */
export function addMonths(localDate: string, months: number): string {
  return requireValid(readDate(localDate).plus({ months }), 'date').toISODate();
}

/** Calendar days from one local date to another; negative when the second is earlier. */
export function daysBetween(fromDate: string, toDate: string): number {
  return Math.round(readDate(toDate).diff(readDate(fromDate), 'days').days);
}

/** Mondays to Fridays after a local date, up to and with another; 0 when that is not later. Holidays are not known. */
export function businessDaysBetween(fromDate: string, toDate: string): number {
  const days = Math.max(0, daysBetween(fromDate, toDate));
  const weekday = readDate(fromDate).weekday;
  const rest = Array.from({ length: days % 7 }, (_, index) => (weekday + index) % 7);
  return Math.floor(days / 7) * 5 + rest.filter((day) => day < 5).length;
}

/** Age in full years on a local date; who was born on 29 February is a year older on 1 March of a common year. */
export function ageOn(birthDate: string, localDate: string): number {
  const years = readDate(localDate).year - readDate(birthDate).year;
  return localDate.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Whether the name is a time zone the system knows, such as America/Toronto. */
export function isTimeZone(timeZone: string): boolean {
  return DateTime.utc().setZone(timeZone).isValid;
}

/** The instant (UTC ISO) at which a local date ends in the zone, whatever the length of that day. */
export function endOfLocalDay(localDate: string, timeZone: string): string {
  const next = DateTime.fromISO(addDays(localDate, 1), { zone: timeZone }).startOf('day');
  return requireValid(next, 'date or zone').toUTC().toISO();
}

/** The time of day (HH:MM, 24 hours) of an instant in the organisation's zone. */
export function localTimeOf(utcIso: string, timeZone: string): string {
  return requireValid(
    DateTime.fromISO(utcIso, { zone: 'utc' }).setZone(timeZone),
    'instant or zone',
  ).toFormat('HH:mm');
}

/** Whether a text is a calendar date as people type it, "2026-09-01", and one that exists. */
export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}
