// A verdict for tests of what is done with verdicts.

import type { Reason, Verdict } from './verdict.ts'

export function verdict(id: string, word: Verdict['verdict'], more: Partial<Verdict> = {}): Verdict {
  const [asks = '', environment = '', ...subject] = id.split('/')
  return {
    id,
    kind: 'question',
    asks,
    subject: subject.join('/'),
    cluster: 'harbour',
    environment,
    verdict: word,
    says: `${subject.join('/')} is sound`,
    because: [reason(word === 'broken' ? `cause of ${id}` : undefined, { truth: truthOf(word) })],
    assumes: [],
    after: [],
    ...more,
  }
}

function truthOf(word: Verdict['verdict']): Reason['truth'] {
  return word === 'unknown' ? undefined : word !== 'broken'
}

/** A reason that is false for a cause. */
export function reason(cause: string | undefined, more: Partial<Reason> = {}): Reason {
  return { rule: 'any', truth: false, because: {}, says: { line: `because of ${cause}` }, assumes: [], cause, ...more }
}
