// A value that ends has to be replaced before it does: a certificate, a token.

import { sourceOf } from '../../estate/source.ts'
import { cadenceSeconds, longestCadenceSeconds } from '../../platform/cadence.ts'
import type { Cadence, Environment, Secret } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'

type Parts = { replaced: { readonly secret: string; readonly lives: string; readonly rotates?: Cadence } }

export const replaced = defineQuestion<Parts>({
  id: 'replaced',
  asks: 'Is every value that ends replaced before it does?',

  *judge({ platform }) {
    for (const where of platform ? environmentsOf(platform) : [])
      for (const one of where.secrets.toSorted((a, b) => byCodePoint(a.name, b.name)))
        if (one.lives !== undefined) yield findingOf(where, one, one.lives)
  },

  says: {
    replaced: ({ secret, lives, rotates }, truth) => {
      if (rotates === undefined) return `${secret} is good for ${lives}, and nobody says that it is replaced`
      return truth === true
        ? `${secret} is replaced every ${rotates}, and is good for ${lives}`
        : `${secret} is good for ${lives}, and replaced every ${rotates} only${mostOf(rotates)}: between the two nothing that reads it works`
    },
  },
})

// Months and quarters are of several lengths.
function mostOf(rotates: Cadence): string {
  const most = longestCadenceSeconds(rotates)
  return most === cadenceSeconds(rotates) ? '' : `, which may be ${most / 86_400}d`
}

function findingOf(where: Environment, one: Secret, lives: NonNullable<Secret['lives']>) {
  const { name, rotates, stated } = one
  const truth = rotates === undefined ? undefined : longestCadenceSeconds(rotates) <= (secondsOf(lives) ?? 0)
  const more = truth === undefined ? { waitsFor: `rotation/${name}` } : { cause: `ends/${where.name}/${name}` }
  const parts: readonly AnyPart<Parts>[] = [
    part(
      'replaced',
      truth,
      { secret: name, lives, rotates },
      { ...more, hint: 'rotates: sooner than it ends', stated: [stated] },
    ),
  ]
  return {
    id: [where.name, name] as const,
    environment: where.name,
    cluster: where.on.name,
    says: `${name} is replaced before it ends`,
    source: sourceOf(one, stated),
    parts,
  }
}
