// Failures in ids and in words.

import type { Failure } from '../platform/model.ts'

/** `corruption`, `breach`, `bad-release`, `loss-of-a-node`; of none that is named `any-failure`. */
export function failureName(failure: Failure | undefined): string {
  if (!failure) return 'any-failure'
  const { kind, of } = failure
  if (kind === 'loss' || kind === 'hang') return `${kind}-of-a-${of}`
  return kind === 'release' ? 'bad-release' : kind
}

/** What has happened, after which something comes back: `the loss of the node`. */
export function failureText(failure: Failure | undefined): string {
  if (!failure) return 'any failure'
  const { kind, of } = failure
  switch (kind) {
    case 'corruption':
      return 'its rows went wrong'
    case 'breach':
      return 'somebody broke in'
    case 'release':
      return 'a release that does not work'
    default:
      return `the ${kind} of the ${of}`
  }
}

/** The same as a thing: `wrong rows`, `a break-in`. */
export function failureNoun(failure: Failure | undefined): string {
  if (failure?.kind === 'corruption') return 'wrong rows'
  return failure?.kind === 'breach' ? 'a break-in' : failureText(failure)
}
