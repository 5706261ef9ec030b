// Statements about a platform once it is judged, each told by a verdict, by an object of the estate, or by an engine.
// None of them reads the platform itself: what is said there and changes nothing is no fact.

import { isDeepStrictEqual } from 'node:util'
import type { Verdict, Word } from '../../src/check/verdict.ts'
import type { World } from '../../src/check/world.ts'
import type { Fact as EstateFact, EstateNode, EstateObject, FactOf } from '../../src/estate/estate.ts'
import { wordsOf } from './words-of.ts'

export interface Claim {
  /** Questions and kinds of promises whose verdicts it reads; empty where it reads the estate alone. */
  readonly asks: readonly string[]
  /** What is there instead; undefined where it holds. */
  readonly misses: (judged: Judged) => string | undefined
}

export interface Judged {
  readonly world: World
  readonly verdicts: ReadonlyMap<string, Verdict>
}

/** A verdict that ends so, and says all of these. */
export function verdict(words: readonly Word[], id: string, ...says: readonly string[]): Claim {
  return {
    asks: [id.slice(0, id.indexOf('/'))],
    misses: ({ verdicts }) => {
      const found = verdicts.get(id)
      if (!found || !words.includes(found.verdict)) return `${id} is ${found?.verdict ?? 'not there'}`
      const text = [found.says, ...found.because.map((reason) => wordsOf(reason.says))].join('\n')
      const missing = says.find((part) => !text.includes(part))
      return missing === undefined ? undefined : `${id} does not say '${missing}' in\n${text}`
    },
  }
}

export function kept(id: string, ...says: readonly string[]): Claim {
  return verdict(['kept'], id, ...says)
}

/** Kept, or assumed with every assumption named. */
export function holds(id: string, ...says: readonly string[]): Claim {
  return verdict(['kept', 'assumed'], id, ...says)
}

export function broken(id: string, ...says: readonly string[]): Claim {
  return verdict(['broken'], id, ...says)
}

/** A field of an object of some estate, as `field('Deployment/shop/checkout', ['spec', 'replicas'], 3)`; undefined: it is not there. */
export function field(ref: string, path: readonly (string | number)[], value: unknown): Claim {
  return answer(`${ref} ${path.join('.')}`, ({ views }) => at(objectOf(views, ref)?.manifest, path), value)
}

/** Whatever an engine, or a look at the estates, gives for it. */
export function answer(what: string, of: (world: World) => unknown, value: unknown): Claim {
  return {
    asks: [],
    misses: ({ world }) => {
      const found = of(world)
      return isDeepStrictEqual(found, value)
        ? undefined
        : `${what} is ${JSON.stringify(found)}, not ${JSON.stringify(value)}`
    },
  }
}

/** What the nodes of a cluster are, name by name. */
export function nodes<T>(cluster: string, of: (node: EstateNode) => T, value: { readonly [node: string]: T }): Claim {
  const rows = ({ views }: World) =>
    views
      .filter(({ estate }) => estate.cluster === cluster)
      .flatMap(({ estate }) => estate.nodes.map((node) => [node.name, of(node)] as const))
  return answer(`nodes of ${cluster}`, (world) => Object.fromEntries(rows(world)), value)
}

/** What objects cannot carry: the facts of one trait, of which `of` takes what matters, or undefined for none of it. */
export function facts<T extends EstateFact['trait']>(
  trait: T,
  of: (fact: FactOf<T>) => unknown,
  value: readonly unknown[],
): Claim {
  const rows = ({ views }: World) =>
    views.flatMap(({ estate }) =>
      estate.facts.flatMap((fact) => {
        const found = fact.trait === trait ? of(fact as FactOf<T>) : undefined
        return found === undefined ? [] : [found]
      }),
    )
  return answer(`facts of ${trait}`, rows, value)
}

function objectOf(views: World['views'], ref: string): EstateObject | undefined {
  return views.flatMap(({ estate }) => estate.objects).find((object) => object.ref === ref)
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((held, key) => (held as { [key: string | number]: unknown } | undefined)?.[key], value)
}
