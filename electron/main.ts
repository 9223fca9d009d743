import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron';
import { runElectronHost } from './host/electron-host.ts';

const dist = import.meta.dirname;

// Not awaited: Electron is ready only once this module has been evaluated.
void runElectronHost(
  { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session, shell },
  {
    pageFolder: join(dist, 'renderer'),
    preloadFile: join(dist, 'preload.cjs'),
    iconFile: join(dist, 'renderer', 'icon.png'),
    args: process.argv.slice(app.isPackaged ? 1 : 2),
  },
);
