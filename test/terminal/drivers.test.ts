import { describe, expect, it } from 'vitest';
import { driverOf } from '../../electron/terminal/drivers.ts';

describe('the stand-alone terminal', () => {
  it('has a human in the loop and believes only a whole slip', () => {
    const driver = driverOf('standalone');
    expect(driver.humanInTheLoop).toBe(true);
    const whole = {
      retypedMinor: 4567,
      approvalCode: '0071',
      brand: 'Interac',
      last4: '4417',
      slipNumber: '12',
    };
    expect(driver.requireProof(4567, whole)).toMatchObject({
      amountMinor: 4567,
      approvalCode: '0071',
      slipAt: null,
    });
    for (const field of ['approvalCode', 'brand', 'last4', 'slipNumber'] as const)
      expect(() => driver.requireProof(4567, { ...whole, [field]: undefined })).toThrow(
        expect.objectContaining({ code: 'evidence-incomplete', detail: { missing: [field] } }),
      );
  });

  it('keeps the amount of the slip, never the one that was asked', () => {
    const shown = { retypedMinor: 4500, approvalCode: 'A', brand: 'Visa', last4: '4417', slipNumber: '1' };
    expect(driverOf('standalone').requireProof(4567, shown).amountMinor).toBe(4500);
  });
});

it('a hand-over of cash needs no slip and keeps none', () => {
  const driver = driverOf('cash');
  expect(driver.humanInTheLoop).toBe(true);
  expect(driver.requireProof(2300, undefined)).toMatchObject({
    amountMinor: 2300,
    approvalCode: null,
    last4: null,
  });
});
