import { make, type NounSpec } from '../make.ts'
import type { Failure } from '../model.ts'
import { need, oneOf } from '../schema.ts'

export const failureSpec: NounSpec<Pick<Failure, 'kind' | 'of'>, Failure> = {
  is: 'failure',
  word: 'failure',
  fields: {
    kind: need(oneOf('loss', 'corruption', 'hang', 'breach', 'release'), ''),
    of: need(oneOf('pod', 'node', 'zone', 'cluster', 'region', 'store', 'environment'), ''),
  },
  build: (_, { kind, of }) => ({ is: 'failure', kind, of }),
}

const NOWHERE = { at: Object.freeze({ file: 'seaworthy', line: 1, column: 1 }), via: Object.freeze([]) }

function failure(kind: Failure['kind'], of: Failure['of']): Failure {
  return make(failureSpec, '', { kind, of }, NOWHERE)
}

/** The loss of any one of its kind, without warning: the thing is gone and does not come back. */
export const loss = Object.freeze({
  pod: failure('loss', 'pod'),
  node: failure('loss', 'node'),
  zone: failure('loss', 'zone'),
  cluster: failure('loss', 'cluster'),
  region: failure('loss', 'region'),
  store: failure('loss', 'store'),
})

/** Containers that die each time they are started, over and over. */
export const crashLoops = 'crash-loops'

/** Wrong data in a store: replicas have it at once, copies taken before it have not. */
export const corruption: Failure = failure('corruption', 'store')

/** A process of a pod that answers no more and does not end: only a probe notices. */
export const hang: Failure = failure('hang', 'pod')

/** Somebody is in who should not be: what was there since is not to be trusted, and neither are copies of it. */
export const breach: Failure = failure('breach', 'environment')

/** A release that does not work. */
export const badRelease: Failure = failure('release', 'environment')
