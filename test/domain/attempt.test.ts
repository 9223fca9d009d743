import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ATTEMPT_EDGES,
  type AttemptState,
  isFinal,
  isOpen,
  moneyMoved,
  OPEN_ATTEMPT_STATES,
  type OperatorAnswer,
  type RefundState,
  refundStateOf,
  startUpState,
  stateAfterAnswer,
} from '../../shared/domain/attempt.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { expectRefusal } from './expect-refusal.ts';
import { PROPERTY_RUN } from './property-run.ts';

const STATES = Object.keys(ATTEMPT_EDGES) as AttemptState[];
const ANSWERS: OperatorAnswer[] = ['approved', 'declined', 'not-done', 'unknown'];
const anyState = fc.constantFrom(...STATES);

describe('legal moves', () => {
  test('every edge leads to a state, none to itself', () => {
    for (const [from, edges] of Object.entries(ATTEMPT_EDGES)) {
      for (const to of edges) expect(STATES).toContain(to);
      expect(edges).not.toContain(from);
      expect(new Set(edges).size).toBe(edges.length);
    }
  });

  test('nothing proves "not sent" once it was sent and is in doubt', () => {
    expect(ATTEMPT_EDGES.unknown).not.toContain('not-sent');
    expect(ATTEMPT_EDGES['needs-operator']).not.toContain('not-sent');
  });

  test('an instruction is never shown before SENT: PREPARED knows no outcome', () => {
    expect(ATTEMPT_EDGES.prepared).toEqual(['sent', 'not-sent']);
  });

  test('a final state is left only by contradicting evidence, for a supervisor', () => {
    for (const state of STATES.filter(isFinal)) expect(ATTEMPT_EDGES[state]).toEqual(['conflict']);
  });

  test('every open state can reach an outcome', () => {
    for (const start of OPEN_ATTEMPT_STATES) {
      const reached = new Set<AttemptState>([start]);
      for (const state of reached) for (const next of ATTEMPT_EDGES[state]) reached.add(next);
      expect([...reached].some(moneyMoved)).toBe(true);
      expect([...reached].some((state) => isFinal(state) && !moneyMoved(state))).toBe(true);
    }
  });

  test('open and final are opposites', () => {
    for (const state of STATES) expect(isOpen(state)).toBe(!isFinal(state));
  });
});

describe('refundStateOf', () => {
  test.each<[AttemptState[], RefundState]>([
    [[], 'waiting'],
    [['prepared'], 'in-progress'],
    [['sent'], 'in-progress'],
    [['resolving'], 'in-progress'],
    [['unknown'], 'in-doubt'],
    [['needs-operator'], 'in-doubt'],
    [['conflict'], 'in-doubt'],
    [['approved'], 'done'],
    [['confirmed-by-operator'], 'done'],
    [['declined'], 'failed'],
    [['cancelled'], 'failed'],
    [['not-sent'], 'failed'],
    [['not-done-by-operator'], 'failed'],
    [['declined', 'approved'], 'done'],
    [['not-sent', 'sent'], 'in-progress'],
    [['conflict', 'approved'], 'in-doubt'],
    [['declined', 'not-sent'], 'failed'],
  ])('%j is %s', (attempts, expected) => {
    expect(refundStateOf(attempts)).toBe(expected);
  });

  test('a cheque without a number is to issue', () => {
    expect(refundStateOf([], 'to-issue')).toBe('to-issue');
  });

  test('the order of attempts does not matter, and money that moved is never called failed', () => {
    fc.assert(
      fc.property(fc.array(anyState, { minLength: 1, maxLength: 5 }), (attempts) => {
        const state = refundStateOf(attempts);
        expect(refundStateOf([...attempts].reverse())).toBe(state);
        if (state === 'failed')
          expect(attempts.every((each) => isFinal(each) && !moneyMoved(each))).toBe(true);
        if (state === 'done') expect(attempts.every(isFinal) && attempts.some(moneyMoved)).toBe(true);
      }),
      PROPERTY_RUN,
    );
  });
});

describe('stateAfterAnswer', () => {
  test.each<[AttemptState, OperatorAnswer, boolean, AttemptState]>([
    ['sent', 'approved', false, 'approved'],
    ['sent', 'declined', false, 'declined'],
    ['sent', 'not-done', false, 'not-done-by-operator'],
    ['sent', 'unknown', false, 'needs-operator'],
    ['unknown', 'approved', false, 'confirmed-by-operator'],
    ['resolving', 'approved', false, 'confirmed-by-operator'],
    ['needs-operator', 'approved', false, 'confirmed-by-operator'],
    ['needs-operator', 'not-done', true, 'not-done-by-operator'],
    ['needs-operator', 'declined', true, 'not-done-by-operator'],
    ['needs-operator', 'unknown', false, 'needs-operator'],
    ['unknown', 'unknown', false, 'unknown'],
    ['conflict', 'approved', true, 'confirmed-by-operator'],
    ['conflict', 'not-done', true, 'not-done-by-operator'],
    ['conflict', 'unknown', false, 'conflict'],
  ])('%s + %s (supervisor: %s) -> %s', (state, answer, isSupervisor, expected) => {
    expect(stateAfterAnswer({ state, answer, isSupervisor })).toBe(expected);
  });

  test.each<[AttemptState, OperatorAnswer]>([
    ['needs-operator', 'not-done'],
    ['needs-operator', 'declined'],
    ['unknown', 'not-done'],
    ['conflict', 'approved'],
    ['conflict', 'not-done'],
  ])('%s + %s needs a supervisor', (state, answer) => {
    const given = { state, answer, isSupervisor: false };
    expect(expectRefusal('supervisor-needed', () => stateAfterAnswer(given))).toEqual({ answer });
  });

  test('an attempt not yet sent, or already settled, takes no answer', () => {
    for (const answer of ANSWERS) {
      expectRefusal('attempt-not-sent', () =>
        stateAfterAnswer({ state: 'prepared', answer, isSupervisor: true }),
      );
      for (const state of STATES.filter(isFinal)) {
        expect(
          expectRefusal('attempt-settled', () => stateAfterAnswer({ state, answer, isSupervisor: true })),
        ).toEqual({ state });
      }
    }
  });

  test('an answer only takes legal moves, and a clerk never frees money in doubt', () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(...ANSWERS), fc.boolean(), (state, answer, isSupervisor) => {
        try {
          const next = stateAfterAnswer({ state, answer, isSupervisor });
          if (next !== state) expect(ATTEMPT_EDGES[state]).toContain(next);
          if (!isSupervisor && state !== 'sent') expect(isOpen(next) || moneyMoved(next)).toBe(true);
          expect(moneyMoved(next)).toBe(answer === 'approved');
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      PROPERTY_RUN,
    );
  });
});

describe('startUpState', () => {
  test.each<[AttemptState, boolean, AttemptState]>([
    ['prepared', true, 'not-sent'],
    ['prepared', false, 'not-sent'],
    ['sent', true, 'needs-operator'],
    ['sent', false, 'unknown'],
    ['unknown', true, 'needs-operator'],
    ['unknown', false, 'unknown'],
    ['resolving', false, 'unknown'],
    ['needs-operator', true, 'needs-operator'],
    ['conflict', true, 'conflict'],
    ['approved', true, 'approved'],
    ['declined', false, 'declined'],
  ])('%s (human in the loop: %s) -> %s', (state, humanInTheLoop, expected) => {
    expect(startUpState(state, humanInTheLoop)).toBe(expected);
  });

  test('starting twice is starting once, by legal moves, and never settles what was sent', () => {
    for (const state of STATES) {
      for (const humanInTheLoop of [true, false]) {
        const started = startUpState(state, humanInTheLoop);
        expect(startUpState(started, humanInTheLoop)).toBe(started);
        if (started !== state) expect(ATTEMPT_EDGES[state]).toContain(started);
        if (state !== 'prepared') expect(isFinal(started)).toBe(isFinal(state));
      }
    }
  });
});
