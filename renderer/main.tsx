import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startPushedEvents } from './connection/pushed-events.ts';
import { queries } from './connection/queries.ts';
import { forgetSession } from './connection/session-token.ts';
import { CustomerDisplay } from './display/customer-display.tsx';
import { DISPLAY_HASH } from './display/open-display.ts';
import { App } from './shell/app.tsx';
import { startLanguage } from './shell/language.ts';
import { cssVariables, theme } from './theme.ts';

/** The nonce of this page load, which the component kit's style elements must carry (settled.md 51). */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

// The customer's window carries no sign-in, though a browser copies the counter's into it
const isDisplay = window.location.hash === DISPLAY_HASH;
if (isDisplay) forgetSession();
startLanguage();
startPushedEvents();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme="light"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queries}>
        <Notifications position="top-right" autoClose={6000} />
        {isDisplay ? <CustomerDisplay /> : <App />}
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
