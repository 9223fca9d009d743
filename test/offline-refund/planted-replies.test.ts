import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { openIncidentLog } from '../../electron/host/incident-log.ts';
import { openFilePrinter } from '../../electron/printing/file-printer.ts';
import { readJson } from '../../electron/terminal/nexo/json-text.ts';
import { readPaymentAnswer, readStatusAnswer } from '../../electron/terminal/nexo/read-answer.ts';
import type { DeviceAttempt, TerminalOutcome } from '../../electron/terminal/terminal-device.ts';
import { reportCsv } from '../../shared/export/report-csv.ts';
import { reportPdf } from '../../shared/export/report-pdf.ts';
import { reportWorkbook } from '../../shared/export/report-workbook.ts';
import { workbookFile } from '../../shared/export/workbook-file.ts';
import { decodeEscpos } from '../printing/decode-escpos.ts';
import { addProduct, itemIdsOf, openClient, requireInProgress } from '../support/goods.ts';
import { testFolder } from '../support/ledger-fixture.ts';
import { type Chance, chanceOf, POI_ID, SALE_ID } from '../support/nexo-answers.ts';
import { pdfBytesOf, pdfPages } from '../support/pdf-text.ts';
import {
  CONTROL,
  cardNumber,
  expectNothingOn,
  fullAnswer,
  leavesOf,
  Planted,
  type Tree,
  written,
} from '../support/planted-numbers.ts';
import { ScriptedDevice, UNKNOWN } from '../support/scripted-device.ts';
import { openTestService, type TestService } from '../support/test-service.ts';
import { unzip } from '../support/unzip.ts';

const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_127);
/** A sale and its refund each; more than a reply has fields. */
const REPLIES = 120;
const SOLD_MINOR = 4_567;

/** A terminal whose every answer to a message carries one number in one of its fields; the second answer is honest. */
class PlantingTerminal extends ScriptedDevice {
  readonly #planted: Planted;
  readonly #chance: Chance;
  /** How often it answered at once, and a question: each goes through the fields by itself. */
  #answers = { payment: 0, status: 0 };
  #isHonest = false;
  count = 0;
  readonly kinds: Record<string, number> = {};

  constructor(planted: Planted, chance: Chance) {
    super();
    this.#planted = planted;
    this.#chance = chance;
    this.onPerform = (attempt) => {
      this.#isHonest = false;
      // every third says nothing until it is asked
      return this.performed.length % 3 === 0 ? UNKNOWN : this.#answer(attempt, 'payment');
    };
    this.onStatus = (attempt) => this.#answer(attempt, 'status');
  }

  #answer(attempt: DeviceAttempt, to: 'payment' | 'status'): TerminalOutcome {
    const type = attempt.direction === 'in' ? 'Normal' : 'Refund';
    const about = { reference: attempt.transactionReference, dollars: attempt.amountMinor / 100, type };
    const payment = fullAnswer(this.count % 2 === 0 ? 'form' : 'base64', about);
    const body = to === 'payment' ? payment : repeated(attempt, payment);
    if (!this.#isHonest) this.#plant(body, to);
    // once asked again, the terminal says it clearly
    this.#isHonest = to === 'status';
    const asked = { attempt, currency: 'CAD', saleId: SALE_ID, poiId: POI_ID };
    const read = to === 'payment' ? readPaymentAnswer : readStatusAnswer;
    const outcome = read(Object(readJson(JSON.stringify(body))), asked);
    this.kinds[outcome.kind] = (this.kinds[outcome.kind] ?? 0) + 1;
    return outcome.kind === 'ask-again'
      ? { kind: 'unknown', reason: 'unavailable', reply: outcome.reply }
      : outcome;
  }

  #plant(body: Tree, to: 'payment' | 'status'): void {
    const leaves = leavesOf(body);
    const number = cardNumber(this.#chance);
    const text = written(number, this.#chance);
    leaves[this.#answers[to] % leaves.length]?.(text);
    this.#answers[to] += 1;
    this.count += 1;
    this.#planted.add(number, text);
  }
}

/** The answer to a question about a message: the message's own answer, repeated. */
function repeated(attempt: DeviceAttempt, payment: Tree): { [key: string]: Tree } {
  return {
    Response: { Result: 'Success', AdditionalResponse: 'message=Repeated' },
    MessageReference: {
      MessageCategory: 'Payment',
      ServiceID: attempt.messageId,
      SaleID: SALE_ID,
      POIID: POI_ID,
    },
    RepeatedMessageResponse: {
      MessageHeader: {
        ProtocolVersion: '3.0',
        MessageClass: 'Service',
        MessageType: 'Response',
        MessageCategory: 'Payment',
        ServiceID: attempt.messageId,
        SaleID: SALE_ID,
        POIID: POI_ID,
      },
      RepeatedResponseMessageBody: { PaymentResponse: payment },
    },
  };
}

const PENDING = ['prepared', 'sent', 'unknown', 'resolving'];

/** What it reads once its last attempt is known. */
async function settled<T extends { attempts: readonly { state: string }[] }>(
  read: () => Promise<T>,
): Promise<T> {
  for (;;) {
    const found = await read();
    if (!PENDING.includes(found.attempts.at(-1)?.state ?? 'prepared')) return found;
    await turn();
  }
}

const DAY = { fromDate: '2026-03-01', toDate: '2026-03-31', allRows: true };

/** Every file that leaves by an export, as text: the reports' three kinds and the journal's two syntaxes. */
async function exportsOf(desk: TestService): Promise<[string, string][]> {
  const files: [string, string][] = [];
  for (const name of [
    'report.payments',
    'report.refunds',
    'report.exceptions',
    'report.salesSummary',
  ] as const) {
    const report = await desk.call(name, DAY);
    const zone = 'America/Toronto';
    files.push([`${name}.csv`, reportCsv(report, 'fr', zone)]);
    files.push([`${name}.pdf`, (await pdfPages(await pdfBytesOf(reportPdf(report, 'fr', zone)))).join('\n')]);
    const book = await workbookFile(reportWorkbook(report, 'fr', zone));
    for (const [part, bytes] of unzip(Buffer.from(await book.arrayBuffer())))
      files.push([`${name}.xlsx ${part}`, bytes.toString('utf8')]);
  }
  for (const syntax of ['ledger', 'beancount'] as const) {
    const { text } = await desk.call('report.journal', { syntax, form: 'full' });
    files.push([`journal.${syntax}`, text]);
  }
  return files;
}

test(`card numbers over every field of every reply of a terminal: none is kept, printed or exported (seed ${SEED})`, {
  timeout: 120_000,
}, async () => {
  const folder = testFolder();
  const planted = new Planted();
  planted.add(CONTROL, CONTROL);
  const device = new PlantingTerminal(planted, chanceOf(SEED));
  let papers = 0;
  const printer = openFilePrinter(join(folder, 'prints'), () => {
    papers += 1;
    return `${papers}.bin`;
  });
  const desk = await openTestService({
    path: join(folder, 'desk.guichet'),
    logIncident: openIncidentLog(join(folder, 'incidents.log')),
    deviceOf: async () => device,
    waitForTerminal: async () => void (await turn()),
    printerOf: () => printer,
  });
  const roll = { kind: 'file', columns: 48, printsReceipts: true } as const;
  await desk.call('printer.set', { tillId: desk.tillId, printer: roll });
  const productId = await addProduct(desk, SOLD_MINOR, { taxClass: 'exempt' });
  let { clientId } = await openClient(desk, { name: `Client ${CONTROL}` });
  const addTerminal = async (name: string) => {
    const integrated = { address: '192.0.2.7', poiId: `V400m-${name}`, environment: 'test' } as const;
    return (await desk.call('terminal.add', { name, integrated })).terminalId;
  };
  let terminalId = await addTerminal('T0');
  for (let index = 0; index < REPLIES; index += 1) {
    const tenders = [{ method: 'terminal', amountMinor: SOLD_MINOR, terminalId } as const];
    const begun = await desk.call('invoice.issue', { clientId, items: [{ productId }], tenders });
    const { saleId } = requireInProgress(begun);
    const sale = await settled(() => desk.call('sale.read', { saleId }));
    let last = sale.attempts.at(-1)?.state;
    if (sale.outcome?.state === 'done') {
      const [itemId = 0] = await itemIdsOf(desk, sale.outcome.invoiceId);
      await desk.call('item.cancel', { itemId, reason: 'retour' });
      const input = { clientId, destination: 'terminal', terminalId, amountMinor: SOLD_MINOR } as const;
      const { refundId } = await desk.call('refund.issue', { ...input, reason: 'retour' });
      const refund = await settled(() => desk.call('refund.read', { refundId }));
      last = refund.attempts.at(-1)?.state;
    }
    // such a terminal and such a client wait for a person
    if (last === 'conflict') {
      terminalId = await addTerminal(`T${index + 1}`);
      ({ clientId } = await openClient(desk));
    }
  }
  await vi.waitFor(
    async () => {
      const { printers } = await desk.call('printer.list', {});
      expect(printers).toMatchObject([{ waiting: 0, problem: null }]);
    },
    { timeout: 20_000, interval: 20 },
  );
  expect(papers).toBeGreaterThan(REPLIES / 2);
  for (const name of readdirSync(join(folder, 'prints'))) {
    const { rows } = decodeEscpos(readFileSync(join(folder, 'prints', name)));
    expect(
      planted.shownIn(rows.map(({ text }) => text).join('\n')).filter((each) => each !== CONTROL),
    ).toEqual([]);
  }
  for (const [name, text] of await exportsOf(desk))
    expect(
      planted.shownIn(text).filter((each) => each !== CONTROL),
      name,
    ).toEqual([]);
  console.log(`${device.count} replies of a terminal with a card number, seed ${SEED}:`, device.kinds);
  expect(await desk.verify()).toEqual([]);
  expectNothingOn(folder, planted);
  await desk.close();
});
