import type { ComponentType } from 'react';
import { ActionScreen } from '../screens/action/action-screen.tsx';
import { ClientScreen } from '../screens/client/client-screen.tsx';
import { CounterScreen } from '../screens/counter/counter-screen.tsx';
import { InvoiceScreen } from '../screens/invoice/invoice-screen.tsx';
import { RefundScreen } from '../screens/refund/refund-screen.tsx';
import { ReportsScreen } from '../screens/reports/reports-screen.tsx';
import { SettingsScreen } from '../screens/settings/settings-screen.tsx';
import { TillScreen } from '../screens/till/till-screen.tsx';
import type { ScreenName } from './router.ts';

const SCREEN_OF: Readonly<Record<ScreenName, ComponentType>> = {
  counter: CounterScreen,
  client: ClientScreen,
  invoice: InvoiceScreen,
  refund: RefundScreen,
  action: ActionScreen,
  till: TillScreen,
  reports: ReportsScreen,
  settings: SettingsScreen,
};

export function screenOf(name: ScreenName): ComponentType {
  return SCREEN_OF[name];
}
