// A promise that data and every copy of it lie in these regions.

import { type AnyPart, definePromise, part } from '../define.ts'
import { type Kept, keptIn } from './kept-in.ts'
import { placeName, placesIn } from './places.ts'

type Rules = {
  unsaid: { readonly what: string }
  lies: { readonly what: string; readonly where: string; readonly region?: string; readonly allowed: readonly string[] }
  nowhere: { readonly what: string; readonly place: string }
}

export const resides = definePromise<Rules>()({
  kind: 'resides',
  asks: 'Does data, and every copy of it, lie where it may?',

  *judge(promise, world) {
    const place = placeName(promise, world)
    const { what, regions } = promise
    const name = typeof what === 'string' ? `${what} data` : what.name
    const kept = placesIn(promise, world).flatMap((where) => keptIn(where, what))
    yield {
      id: [place, typeof what === 'string' ? what : what.name],
      environment: promise.in?.name,
      says: `${name} of ${place} lies ${regions === undefined ? 'where it may' : `in ${regions.join(', ')} only`}`,
      source: { stated: promise.stated },
      parts: [
        ...(regions === undefined ? [unsaidPart(name)] : kept.map((one) => liesPart(one, regions))),
        ...(kept.length === 0 ? [nowherePart(name, place)] : []),
      ],
    }
  },

  says: {
    unsaid: ({ what }) => `nobody says in which regions ${what} may lie`,
    lies: ({ what, where, region, allowed }, truth) => {
      if (region === undefined) return `nobody says in which region ${where} keeps ${what}`
      return truth === true
        ? `${where} keeps ${what} in ${region}`
        : `${where} keeps ${what} in ${region}, which is none of ${allowed.join(', ')}`
    },
    nowhere: ({ what, place }) => `nobody says what of ${place} keeps ${what}`,
  },
})

function unsaidPart(what: string): AnyPart<Rules> {
  return part('unsaid', undefined, { what }, { waitsFor: `regions/${what}`, hint: "regions: ['eu-north-1']" })
}

function nowherePart(what: string, place: string): AnyPart<Rules> {
  return part(
    'nowhere',
    undefined,
    { what, place },
    { waitsFor: `kept/${what}`, hint: 'holds: [content(…, { class })] of the store that keeps it' },
  )
}

function liesPart({ what, where, region, says, stated }: Kept, allowed: readonly string[]): AnyPart<Rules> {
  const because = { what, where, region, allowed: [...allowed].sort() }
  const hint = `${says}: ${allowed.length === 1 ? `'${allowed[0]}'` : `one of ${because.allowed.join(', ')}`}`
  if (region === undefined)
    return part('lies', undefined, because, { waitsFor: `region/${where}`, hint, stated: [stated] })
  return part('lies', allowed.includes(region), because, { cause: `region/${where}`, hint, stated: [stated] })
}
