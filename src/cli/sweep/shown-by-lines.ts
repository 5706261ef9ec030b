import type { Outcome } from '../../engine/loss/outcome.ts'

/** What shows that pods have a place: one line, where anything does. */
export function shownByLines(rows: readonly Outcome[]): readonly string[] {
  const proofs = new Set(rows.flatMap(({ must }) => Object.keys(must)))
  const named = kinds.filter((kind) => proofs.has(kind)).map((kind) => says[kind])
  return named.length === 0 ? [] : [`that pods have a place is shown ${named.join(', ')}`]
}

const says: { readonly [By in keyof Outcome['must']]-?: string } = {
  requests: 'by what all others ask for',
  shares: 'by the shares of nodes that all others take',
  count: 'by how many pods fill a node',
  search: 'by every order, tried',
}

const kinds = Object.keys(says) as readonly (keyof typeof says)[]
