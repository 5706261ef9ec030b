// Short ways of writing where a fault is found.

import type { FoundAdvice, FoundAssumed, FoundByRule, FoundOpen, FoundUnsaid } from './entry.ts'

export function byRule(verdict: string, rule: string, cause: string, ...shows: readonly string[]): FoundByRule {
  return { verdict, rule, cause, shows }
}

export function unsaid(verdict: string, rule: string, ...shows: readonly string[]): FoundUnsaid {
  return { verdict, unsaid: rule, shows }
}

export function assumed(verdict: string, assumes: string, ...shows: readonly string[]): FoundAssumed {
  return { verdict, assumes, shows }
}

export function advice(id: string, ...shows: readonly string[]): FoundAdvice {
  return { advice: id, shows }
}

export function open(choice: string, ...shows: readonly string[]): FoundOpen {
  return { open: choice, shows }
}
