import { foldText } from '../../../shared/domain/search-text.ts';
import { readAccountPeople } from '../../ledger/participant-store.ts';
import type { QueryHandler } from '../context.ts';
import { type CsvColumn, readCsvTable } from '../import/csv-table.ts';
import { ImportReport } from '../import/import-report.ts';

const COLUMNS: readonly CsvColumn[] = [
  {
    field: 'clientNumber',
    headers: ['compte', 'numerodecompte', 'client', 'account', 'accountnumber'],
    isRequired: true,
  },
  { field: 'givenName', headers: ['prenom', 'givenname', 'firstname'], isRequired: true },
  { field: 'familyName', headers: ['nomdefamille', 'nom', 'familyname', 'lastname'] },
];

/** The people of a list, by account number and name; the whole list is refused when one is unknown or named twice. */
export const readBulkFile: QueryHandler<'bulk.readPeople'> = async ({ db }, { csv }) => {
  const report = new ImportReport();
  const people = [];
  const seen = new Set<number>();
  for (const { line, cells } of readCsvTable(csv, COLUMNS, report)) {
    const clientNumber = cells.get('clientNumber') ?? '';
    const givenName = cells.get('givenName') ?? '';
    const familyName = cells.get('familyName');
    const found = (await readAccountPeople(db, clientNumber)).filter(
      (person) =>
        foldText(person.givenName) === foldText(givenName) &&
        (familyName === undefined || foldText(person.familyName) === foldText(familyName)),
    );
    const [person] = found;
    const value = `${clientNumber} ${givenName} ${familyName ?? ''}`.trim();
    if (!person) report.refuse({ line, field: 'givenName', problem: 'person-not-found', value });
    else if (found.length > 1) report.refuse({ line, field: 'givenName', problem: 'several-people', value });
    else if (seen.has(person.personId))
      report.refuse({ line, field: 'givenName', problem: 'repeated', value });
    else {
      seen.add(person.personId);
      const { personId, clientId } = person;
      const personName = `${person.givenName} ${person.familyName}`.trim();
      people.push({ personId, personName, clientId, clientNumber });
    }
  }
  report.requireNone();
  return { people };
};
