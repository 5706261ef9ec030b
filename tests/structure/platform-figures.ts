import type { Tree } from './rules.ts'

const amount = /^(?:[$€])?(\d[\d_,]*(?:\.\d+)?)(?:%|[a-zA-Z]+(?:\/[a-z]+)?|\/[a-z]+)$/
const version = /^\d+\.\d+\.\d+$/
const inSource = /[$€]?\d[\d_,]*(?:\.\d+)*(?:%|[a-zA-Z]+(?:\/[a-z]+)?|\/[a-z]+)?/g

/** The figures of a reference platform that are its own: amounts with a unit, and versions to the last digit. */
export function platformFigures(platform: string, tree: Tree): Set<string> {
  const texts = [...tree].filter(([path]) => path.startsWith(`platforms/${platform}/`)).map(([, source]) => source)
  const literals = texts.flatMap((source) => [...source.matchAll(/'([^'\n]+)'/g)].map(([, text = '']) => text))
  return new Set(literals.filter((text) => version.test(text) || isOwnAmount(text)))
}

// Three significant digits are somebody's own; fewer are everybody's, as are rungs of a ladder and sizes of memory.
function isOwnAmount(text: string): boolean {
  const [, digits = ''] = amount.exec(text) ?? []
  const value = Number(digits.replaceAll(/[_,]/g, ''))
  if (digits === '' || ladder.has(text)) return false
  const significant = String(value).replace('.', '').replace(/^0+/, '').replace(/0+$/, '')
  return significant.length > 2 && !isOfMemory(value)
}

const ladder = new Set(['99.5%', '99.9%', '99.95%', '99.99%', '99.999%', '365d', '1825d', '2555d', '3650d'])

// 256, 768, 1536: a small number doubled again and again.
function isOfMemory(value: number): boolean {
  let odd = value
  while (odd > 0 && odd % 2 === 0) odd /= 2
  return Number.isInteger(value) && odd <= 15
}

/** Names every place in src where such a figure stands. */
export function figuresIn(tree: Tree, figures: ReadonlySet<string>): string[] {
  return [...tree].flatMap(([path, source]) =>
    path.startsWith('src/')
      ? (source.match(inSource) ?? []).filter((found) => figures.has(found)).map((found) => `${path} says ${found}`)
      : [],
  )
}
