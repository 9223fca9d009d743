import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ElectronApi, runElectronHost } from '../../electron/host/electron-host.ts';
import { CALL_CHANNEL, PUSH_CHANNEL } from '../../electron/host/ipc-host.ts';
import { keychainSecrets } from '../../electron/host/sealed-secrets.ts';
import { FILLED_PIN } from '../support/filled-desk.ts';
import { addProduct, sell } from '../support/goods.ts';
import { filledLedgerFile } from '../support/ledger-fixture.ts';
import { FakeContents, RecordingElectron } from '../support/recording-electron.ts';
import { openTestService } from '../support/test-service.ts';

let folder: string;
let ledgerFile: string;
const emptyLedgerFile = filledLedgerFile(async () => {});
let electron: RecordingElectron;

async function run(args: string[] = ['--ledger', ledgerFile]): Promise<void> {
  await runElectronHost(electron as unknown as ElectronApi, {
    pageFolder: folder,
    preloadFile: '/app/dist/preload.cjs',
    iconFile: '/app/dist/renderer/icon.png',
    args,
  });
}

async function quit(): Promise<void> {
  electron.app.emit('before-quit', { preventDefault: () => {} });
  await expect.poll(() => electron.steps.includes('quit')).toBe(true);
}

beforeEach(async () => {
  ledgerFile = await emptyLedgerFile();
  folder = mkdtempSync(join(tmpdir(), 'guichet-electron-'));
  writeFileSync(join(folder, 'index.html'), '<title>Guichet</title>');
  electron = new RecordingElectron();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the start', () => {
  test('guards come before the page, in this order, and one window is made', async () => {
    await run(['--ledger', join(folder, 'new.guichet')]);
    expect(electron.steps).toEqual(['sandbox', 'schemes', 'ready', 'serve app', 'load app://guichet/']);
    expect(electron.windows).toHaveLength(1);
    await quit();
  });

  test('the window has none of Node’s rights', async () => {
    await run();
    expect(electron.windows[0]!.options.webPreferences).toEqual({
      preload: '/app/dist/preload.cjs',
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
    });
    await quit();
  });

  test('the scheme is an origin of its own that bypasses nothing', async () => {
    await run();
    expect(electron.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    await quit();
  });

  test('a second start gives way to the first', async () => {
    electron.isFirstInstance = false;
    await run();
    expect(electron.steps).toEqual(['quit']);
  });

  test('a ledger that cannot be opened is told in words, and no window is made', async () => {
    writeFileSync(ledgerFile, 'this is no ledger at all, only some text in a file');
    await run();
    expect(electron.errorBoxes).toHaveLength(1);
    expect(electron.steps.at(-1)).toBe('exit 1');
    expect(electron.windows).toHaveLength(0);
  });
});

test('a demonstration has a virtual terminal of its own, whose page opens in the person’s browser and nothing else does', {
  timeout: 60_000,
}, async () => {
  writeFileSync(join(folder, 'simulator.html'), '<title>Terminal</title>');
  await run(['--demo']);
  const asked = { operation: 'organisation.read', input: {} };
  const outcome = (await electron.invoke(CALL_CHANNEL, asked)) as { value: { virtualTerminalPage: string } };
  const page = outcome.value.virtualTerminalPage;
  expect(await (await fetch(page)).text()).toContain('Terminal');
  const open = (url: string) => electron.windows[0]!.webContents.windowOpenHandler!({ url });
  for (const url of [page, `${page}x`, 'https://evil.test/', page.replace('http:', 'https:')])
    expect(open(url)).toEqual({ action: 'deny' });
  expect(electron.openedOutside).toEqual([page]);
  await quit();
  await expect(fetch(page)).rejects.toThrow();
});

describe('the guards', () => {
  beforeEach(() => run());
  afterEach(quit);

  test('every permission is denied', () => {
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fullscreen',
      'hid',
    ]) {
      let answered: boolean | undefined;
      electron.permissionRequest!({}, permission, (ok) => {
        answered = ok;
      });
      expect(answered).toBe(false);
    }
    expect(electron.permissionCheck!()).toBe(false);
    expect(electron.devicePermission!()).toBe(false);
  });

  test.each([
    ['will-navigate', 'https://evil.test/', true],
    ['will-navigate', 'file:///etc/passwd', true],
    ['will-navigate', 'app://guichet.evil.test/', true],
    ['will-navigate', 'app://other/', true],
    ['will-navigate', 'app://guichet/x.html', true],
    ['will-navigate', 'javascript:alert(1)', true],
    ['will-navigate', 'app://guichet/#/refund', false],
    ['will-frame-navigate', 'https://evil.test/', true],
    ['will-redirect', 'app://guichet/', true],
    ['will-attach-webview', '', true],
  ])('%s to %s: prevented %s', (name, url, expected) => {
    let prevented = false;
    electron.windows[0]!.webContents.emit(name, {
      url,
      preventDefault: () => {
        prevented = true;
      },
    });
    expect(prevented).toBe(expected);
  });

  const open = (url: string) => electron.windows[0]!.webContents.windowOpenHandler!({ url });

  test('the customer’s window is made by the host, once, with the same rights, and goes with the counter’s', () => {
    expect(open('app://guichet/#/display')).toEqual({ action: 'deny' });
    const [counter, display] = electron.windows;
    expect(electron.windows).toHaveLength(2);
    expect(display!.loaded).toBe('app://guichet/#/display');
    expect(display!.options.webPreferences).toEqual(counter!.options.webPreferences);
    expect(display!.options.fullscreen).toBeUndefined();
    open('app://guichet/#/display');
    expect(electron.windows).toHaveLength(2);
    expect(display!.focused).toBe(1);
    counter!.close();
    expect(electron.windows).toHaveLength(0);
  });

  test('on a desk with two screens it fills the second one', () => {
    electron.displays.push({ id: 2, bounds: { x: 1920, y: 0, width: 1024, height: 768 } });
    open('app://guichet/#/display');
    expect(electron.windows[1]!.options).toMatchObject({ x: 1920, width: 1024, fullscreen: true });
    electron.windows[1]!.close();
    open('app://guichet/#/display');
    expect(electron.windows).toHaveLength(2);
  });

  test.each(['app://guichet/', 'app://guichet/#/display/x', 'https://evil.test/#/display', 'about:blank'])(
    'no window for %s',
    (url) => {
      expect(open(url)).toEqual({ action: 'deny' });
      expect(electron.windows).toHaveLength(1);
    },
  );

  test('no page opens a window', () => {
    expect(open('app://guichet/')).toEqual({ action: 'deny' });
  });

  const save = (url: string, name: string, contents: object = electron.windows[0]!.webContents) => {
    const asked = { prevented: false, defaultPath: '' };
    electron.sessionEvents.emit(
      'will-download',
      {
        preventDefault: () => {
          asked.prevented = true;
        },
      },
      {
        getURL: () => url,
        getFilename: () => name,
        setSaveDialogOptions: ({ defaultPath }: { defaultPath: string }) => {
          asked.defaultPath = defaultPath;
        },
      },
      contents,
    );
    return asked;
  };
  const blob = 'blob:app://guichet/0b9cbb2e-6d5e-4b8e-9d3b-2f8a1f0d9c11';

  test.each([
    'REÇU-FACTURE-F-000001.pdf',
    'Ventes.xlsx',
    'Ventes.csv',
    'Journal.journal',
    'Journal.beancount',
  ])('a file that the page made is saved where the person says: %s', (name) => {
    expect(save(blob, name)).toEqual({ prevented: false, defaultPath: join('/home/desk/Documents', name) });
  });

  test('a name with a path in it stays a name', () => {
    expect(save(blob, '../../.config/autostart/x.pdf').defaultPath).toBe('/home/desk/Documents/x.pdf');
  });

  test.each([
    ['https://evil.test/x.pdf', 'x.pdf'],
    ['file:///etc/passwd', 'passwd.pdf'],
    ['data:application/pdf;base64,AA==', 'x.pdf'],
    ['app://guichet/index.html', 'x.pdf'],
    ['blob:app://guichet.evil.test/1', 'x.pdf'],
    ['blob:https://evil.test/1', 'x.pdf'],
    [blob, 'x.exe'],
    [blob, 'x.pdf.desktop'],
    [blob, 'pdf'],
  ])('no download of %s as %s', (url, name) => {
    expect(save(url, name)).toEqual({ prevented: true, defaultPath: '' });
  });

  test('no download for a window made elsewhere', () => {
    expect(save(blob, 'x.pdf', new FakeContents()).prevented).toBe(true);
  });
});

describe('messages', () => {
  beforeEach(() => run());
  afterEach(quit);
  const read = { operation: 'ledger.state', input: {} };

  test('one channel, answered to the app’s own page', async () => {
    expect([...electron.handlers.keys()]).toEqual([CALL_CHANNEL]);
    expect(await electron.invoke(CALL_CHANNEL, read)).toMatchObject({
      ok: true,
      value: { isReadOnly: false },
    });
  });

  test.each([
    ['another page', { url: 'https://evil.test/' }],
    ['another app host', { url: 'app://other/' }],
    ['a path beside the page', { url: 'app://guichet/x.html' }],
    ['a file', { url: 'file:///tmp/x.html' }],
    ['a blank page', { url: 'about:blank' }],
    ['a frame that is gone', null],
  ])('from %s are rejected', async (_who, frame) => {
    const sender = electron.windows[0]!.webContents;
    const mainFrame = sender.mainFrame.url;
    if (frame) sender.mainFrame.url = frame.url;
    await expect(
      electron.invoke(CALL_CHANNEL, read, { sender, frame: frame ? sender.mainFrame : null }),
    ).rejects.toThrow('wrong-sender');
    sender.mainFrame.url = mainFrame;
  });

  test('from a frame inside the page, or a window made elsewhere, are rejected', async () => {
    await expect(electron.invoke(CALL_CHANNEL, read, { frame: { url: 'app://guichet/' } })).rejects.toThrow(
      'wrong-sender',
    );
    const stranger = new FakeContents();
    stranger.mainFrame.url = 'app://guichet/';
    await expect(electron.invoke(CALL_CHANNEL, read, { sender: stranger })).rejects.toThrow('wrong-sender');
  });

  test.each([
    undefined,
    null,
    7,
    'ledger.state',
    [],
    {},
    { operation: 'ledger' },
    { operation: '__proto__.x' },
    { ...read, role: 'administrator' },
    { ...read, key: 7 },
    { ...read, session: '' },
  ])('%j is no call', async (message) => {
    await expect(electron.invoke(CALL_CHANNEL, message)).rejects.toThrow('not-a-call');
  });

  test('pushed events reach the window, by value', async () => {
    const { sent } = electron.windows[0]!.webContents;
    expect(sent.every(({ channel }) => channel === PUSH_CHANNEL)).toBe(true);
  });
});

describe('the computer’s printers', () => {
  test('an administrator picks one; a receipt goes to it with no dialog, from a page that runs nothing', async () => {
    electron.printers = [
      { name: 'EPSON_TM', displayName: 'Epson TM-T88', options: { 'is-default': 'true' } },
      { name: 'Bureau', displayName: '', options: {} },
    ];
    const secrets = keychainSecrets(join(folder, 'desk.guichet-secrets'), electron.safeStorage as never);
    const desk = await openTestService({ path: join(folder, 'desk.guichet'), secrets });
    const productId = await addProduct(desk, 1200, { nameFr: 'Serviette <b>', taxClass: 'exempt' });
    await sell(desk, {
      clientId: desk.walkInClientId,
      items: [{ productId }],
      tenders: [{ method: 'cash', tenderedMinor: 1200 }],
    });
    const { tillId, staffIds } = desk;
    await desk.close();
    await run(['--ledger', join(folder, 'desk.guichet')]);
    let session: string | undefined;
    const call = async (operation: string, input: object) => {
      const key = randomUUID();
      const outcome = await electron.invoke(CALL_CHANNEL, {
        operation,
        input,
        key,
        ...(session === undefined ? {} : { session }),
      });
      const { ok, value, failure } = outcome as { ok: boolean; value: never; failure: unknown };
      if (!ok) throw new Error(`${operation}: ${JSON.stringify(failure)}`);
      return value as { session: string; printers: unknown };
    };
    session = (await call('staff.signIn', { staffId: staffIds.founder, pin: FILLED_PIN })).session;
    expect((await call('printer.system', {})).printers).toEqual([
      { name: 'EPSON_TM', label: 'Epson TM-T88', isDefault: true },
      { name: 'Bureau', label: 'Bureau', isDefault: false },
    ]);
    const printer = { kind: 'system', address: 'EPSON_TM', columns: 48, page: 'roll', printsReceipts: false };
    await call('printer.set', { tillId, printer });
    await call('printer.print', { tillId, kind: 'receipt', number: 'F-000001' });
    await expect.poll(() => electron.prints.length).toBe(1);
    const [print] = electron.prints;
    expect(print?.options).toMatchObject({
      silent: true,
      deviceName: 'EPSON_TM',
      margins: { marginType: 'none' },
      pageSize: { width: 80_000 },
    });
    const page = decodeURIComponent(print?.page.replace(/^data:text\/html;charset=utf-8,/, '') ?? '');
    expect(page).toContain('Serviette &lt;b&gt;');
    expect(page).toContain('<div class="under">F-000001</div>');
    await expect.poll(() => electron.windows.length).toBe(1);
    await quit();
    const hidden = electron.made.find(({ show, icon }) => show === false && icon === undefined);
    expect(hidden?.webPreferences).toMatchObject({ javascript: false, sandbox: true });
  });
});
