/**
 * One seed for every property of the domain, fixed so that a failure is the same everywhere; change it to
 * explore.
 */
export const PROPERTY_RUN = { seed: Number(process.env.PROPERTY_SEED ?? 20_260_302), numRuns: 300 };
