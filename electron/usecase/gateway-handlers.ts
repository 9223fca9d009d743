import { dismissAction } from './action/dismiss-action.ts';
import { retryAction } from './action/retry-action.ts';
import { settleAction } from './action/settle-action.ts';
import { askGateway } from './gateway/ask-gateway.ts';
import { changeGatewaySetting } from './gateway/change-gateway.ts';
import { checkGatewayLink } from './gateway/check-gateway-link.ts';
import { forgetGatewayKeyHere } from './gateway/forget-gateway-key.ts';
import { keepGatewayKeyHere } from './gateway/keep-gateway-key.ts';
import { readGatewaySetting } from './gateway/read-gateway.ts';
import type { Handlers } from './handlers.ts';
import { readInstalmentProgress } from './instalment/read-progress.ts';
import { runInstalments } from './instalment/run-instalments.ts';
import { returnPayment } from './payment/return-payment.ts';
import { addSavedMethod } from './saved-method/add-saved-method.ts';
import { listSavedMethods } from './saved-method/list-saved-methods.ts';
import { markSavedMethod } from './saved-method/mark-saved-method.ts';
import { listSettlements } from './settlement/list-settlements.ts';
import { planSettlement } from './settlement/plan-settlement.ts';
import { recordSettlement } from './settlement/record-settlement.ts';

/** The operations of saved methods, of the gateway, and of what is tried once more. */
export const GATEWAY_HANDLERS = {
  'action.retry': retryAction,
  'action.settle': settleAction,
  'action.dismiss': dismissAction,
  'savedMethod.list': listSavedMethods,
  'savedMethod.add': addSavedMethod,
  'savedMethod.mark': markSavedMethod,
  'gateway.read': readGatewaySetting,
  'gateway.change': changeGatewaySetting,
  'gateway.keepKey': keepGatewayKeyHere,
  'gateway.forgetKey': forgetGatewayKeyHere,
  'gateway.checkLink': checkGatewayLink,
  'gateway.ask': askGateway,
  'instalment.run': runInstalments,
  'instalment.progress': readInstalmentProgress,
  'settlement.plan': planSettlement,
  'settlement.record': recordSettlement,
  'settlement.list': listSettlements,
  'payment.return': returnPayment,
} satisfies Partial<Handlers>;
