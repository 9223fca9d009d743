import { clientWithMethod, openGatewayDesk } from './gateway-desk.ts';

/**
 * Two clerks press "retry" on the same failed charge at the same moment, as often as asked, each time on a new charge.
 * Counts the charges that the processor made, and the presses that found one under way or settled.
 */
export async function raceRetries(
  rounds: number,
): Promise<{ rounds: number; charges: number; underWay: number }> {
  const gateway = await openGatewayDesk();
  const { desk, simulator } = gateway;
  let underWay = 0;
  try {
    const { clientId, savedMethodId } = await clientWithMethod(gateway);
    for (let round = 0; round < rounds; round += 1) {
      gateway.script({ declined: 'card_declined' });
      const taken = await desk.call('payment.take', {
        clientId,
        tenders: [{ method: 'online-card', amountMinor: 1000 + round, savedMethodId }],
        restAsDeposit: true,
      });
      if (taken.state !== 'in-progress') throw new Error('a charge waits for its gateway');
      await gateway.settled(taken.attemptId);
      const actionId = `sale-${taken.saleId}`;
      const pressed = await Promise.all([
        desk.send('action.retry', { actionId }, { as: 'clerk' }),
        desk.send('action.retry', { actionId }, { as: 'supervisor' }),
      ]);
      for (const outcome of pressed) {
        if (!outcome.ok && !['action-under-way', 'action-settled'].includes(outcome.failure.code))
          throw new Error(`refused: ${outcome.failure.code}`);
        if (!outcome.ok) underWay += 1;
        else await gateway.settled((outcome.value as { attemptId: number }).attemptId);
      }
    }
    const problems = await desk.verify();
    if (problems.length > 0) throw new Error(problems.join('; '));
    return { rounds, charges: simulator.world.moved.charges, underWay };
  } finally {
    await gateway.close();
  }
}
