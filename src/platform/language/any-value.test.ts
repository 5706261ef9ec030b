// Whatever a file hands to a noun, it ends in a platform or in problems that say where: never in another error.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as language from '../../index.ts'
import { PlatformProblems } from '../problem.ts'

const { cluster, environment, node, platform, service } = language
const east = cluster('east', { kubernetes: '1.33', nodes: [node('n1', { cpu: 4, memory: '8G' })] })
const checkout = service('checkout', { listens: { http: 80 } })
const shop = environment('live', { on: east, namespace: 'shop', runs: [checkout] })

const known = fc.constantFrom<unknown>(
  east,
  checkout,
  checkout.port('http'),
  shop,
  language.loss.node,
  language.undecided('size', '1Gi', '1 Gi'),
  language.planned(checkout),
  language.total.pods(shop),
  language.statedIn('Shop')('1', 2),
  '6 h',
  '1Gi',
  '5m',
  Number('1e400'),
  null,
  Symbol('x'),
  new Proxy({}, {}),
  JSON.parse('{"__proto__": 1}'),
)
const words = fc.constantFrom(
  ...'on namespace runs like sized without instead flows includes quota listens calls members replication volume size'.split(
    ' ',
  ),
  ...'backups every to names headless place apart by how budget metrics port nodes pools storage bound cpu memory'.split(
    ' ',
  ),
  ...'environments promises alerts waivers keeps within losing steps when metric above rules stated orderers'.split(
    ' ',
  ),
  'constructor',
  'toString',
)
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    { weight: 4, arbitrary: known },
    { weight: 1, arbitrary: fc.anything({ maxDepth: 1 }) },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 3, arbitrary: fc.dictionary(words, tie('value'), { maxKeys: 5 }) },
  ),
}))

const nouns = Object.entries(language).filter(
  ([name, noun]) => typeof noun === 'function' && !/Problems|statedIn/.test(name),
)

for (const [name, noun] of nouns) {
  test(`any value: ${name}`, () => {
    fc.assert(
      fc.property(value, value, value, (first, second, third) => {
        const call = noun as (...given: readonly unknown[]) => unknown
        for (const make of [
          () => call(first, second, third),
          () => call('a-name', second, third),
          () => platform('shop', { environments: [shop], promises: [call('a-name', second) as never] }),
          () => environmentWith(call('a-name', second)),
        ]) {
          try {
            make()
          } catch (error) {
            if (!(error instanceof PlatformProblems)) throw error
            assert.ok(error.problems.length > 0)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
}

function environmentWith(made: unknown): unknown {
  const runs = [checkout, made] as never
  return platform('shop', { environments: [environment('live', { on: east, namespace: 'shop', runs })] })
}

for (const [name, make] of Object.entries(language.promise)) {
  test(`any value: promise.${name}`, () => {
    fc.assert(
      fc.property(value, value, value, (first, second, third) => {
        const call = make as (...given: readonly unknown[]) => unknown
        try {
          platform('shop', { environments: [shop], promises: [call(first, second, third) as never] })
        } catch (error) {
          if (!(error instanceof PlatformProblems)) throw error
        }
      }),
      { numRuns: 60 },
    )
  })
}
