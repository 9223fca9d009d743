import type * as Electron from 'electron';
import { paperPage, rollSize } from '../printing/paper-page.ts';
import type { SystemPrinting } from '../printing/system-printer.ts';
import { PAGE_RIGHTS } from './window-security.ts';

const MICRONS_PER_MM = 1000;

/** The printers of the computer as Electron knows them; a paper is a page of a window that nobody sees. */
export function electronPrinting({ BrowserWindow }: Pick<typeof Electron, 'BrowserWindow'>): SystemPrinting {
  return {
    async list() {
      const [window] = BrowserWindow.getAllWindows();
      const printers = (await window?.webContents.getPrintersAsync()) ?? [];
      return printers.map(({ name, displayName, options }) => ({
        name,
        label: displayName || name,
        // Electron tells the default one among the options of some platforms only
        isDefault: String((options as Record<string, unknown>)['is-default'] ?? '') === 'true',
      }));
    },

    async print(printerName, paper, page) {
      // No script runs in it and it loads nothing: the page is only its own text
      const window = new BrowserWindow({
        show: false,
        webPreferences: { ...PAGE_RIGHTS, javascript: false },
      });
      try {
        const html = paperPage(paper, page);
        await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
        const size = rollSize(paper, page);
        return await new Promise<boolean>((resolve) => {
          window.once('closed', () => resolve(false));
          window.webContents.print(
            {
              silent: true,
              deviceName: printerName,
              printBackground: false,
              color: false,
              ...(size
                ? {
                    margins: { marginType: 'none' },
                    pageSize: {
                      width: size.widthMm * MICRONS_PER_MM,
                      height: size.heightMm * MICRONS_PER_MM,
                    },
                  }
                : { pageSize: 'Letter' }),
            },
            (isDone) => resolve(isDone),
          );
        });
      } finally {
        window.destroy();
      }
    },
  };
}
