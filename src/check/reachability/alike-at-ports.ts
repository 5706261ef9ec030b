// What gets in alike at several ports is told once.

interface AtPort {
  readonly rule: string
  readonly truth: boolean | undefined
  readonly because: { readonly at?: string }
}

/** The same parts; those that let in, or may let in, the same ones stand where the first of them did: `TCP 80, 443`. */
export function alikeAtPorts<P extends AtPort>(parts: readonly P[]): readonly P[] {
  const alike = Map.groupBy(parts, (part) =>
    part.rule === 'open' || part.rule === 'undecided'
      ? JSON.stringify([part.rule, part.truth, { ...part.because, at: '' }])
      : part,
  )
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (!first || group.length === 1) return group
    return [{ ...first, because: { ...first.because, at: portsOf(group.flatMap(({ because: { at } }) => at ?? [])) } }]
  })
}

function portsOf(all: readonly string[]): string {
  const byProtocol = Map.groupBy(all, (at) => at.slice(0, at.indexOf(' ')))
  return [...byProtocol]
    .map(([protocol, own]) => `${protocol} ${own.map((at) => at.slice(protocol.length + 1)).join(', ')}`)
    .join(', ')
}
