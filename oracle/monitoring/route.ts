import { endingsOf } from '../../src/engine/monitoring/endings.ts'
import { routingOf } from '../../src/estate/monitoring/route-tree.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import { has, isJson, type ValueComparison } from '../values/comparison.ts'

/** At which receivers an alert ends. */
export const route: ValueComparison = {
  asks: 'route',
  says: 'trees of routes, and where an alert ends',
  cases: 20_000,
  answeredBy: 'monitoring',
  invent: (random) => ({ file: JSON.stringify(file(random)), labels: labels(random) }),
  wellFormed: (asked) => has('labels')(asked) && isJson(asked.file),
  ours: ({ file: text, labels: given }) => {
    const root = routingOf(JSON.parse(`${text}`)).route
    const known = given as { readonly [label: string]: string }
    const endings = root ? endingsOf(root, (label) => (Object.hasOwn(known, label) ? known[label] : '')) : []
    return { receivers: endings.map(({ receiver = '' }) => receiver) }
  },
  apart: (_, theirs) => (isObject(theirs) && theirs.refused === true ? 'that Alertmanager refuses' : undefined),
}

const receivers = ['r1', 'r2', 'r3', 'r4']
const names = ['severity', 'team', 'ns']
const texts = ['page', 'ticket', 'x', 'y', '']

function file(random: Random): object {
  const { routes } = below(random, 3) as { routes?: unknown }
  return { route: { receiver: 'r0', routes }, receivers: ['r0', ...receivers].map((name) => ({ name })) }
}

function below(random: Random, depth: number): object {
  return {
    ...(random.chance(0.8) && { receiver: random.pick(receivers) }),
    ...(random.chance(0.7) && { matchers: random.list(random.int(1, 2), () => matchers(random)) }),
    ...(random.chance(0.2) && { match: { [random.pick(names)]: random.pick(texts) } }),
    ...(random.chance(0.2) && { match_re: { [random.pick(names)]: random.pick(['page|x', '.*', 't.*']) } }),
    ...(random.chance(0.3) && { continue: true }),
    ...(depth > 0 && random.chance(0.8) && { routes: random.list(random.int(1, 3), () => below(random, depth - 1)) }),
  }
}

function matchers(random: Random): string {
  return random.chance(0.1) ? `{${matcher(random)}, ${matcher(random)}}` : matcher(random)
}

function matcher(random: Random): string {
  const name = random.pick(names)
  const op = random.pick(['=', '!=', '=~', '!~'])
  const text = random.pick(op.endsWith('~') ? ['page|ticket', '.*', '.+', 'x', 'p.*', ''] : texts)
  const isBare = /^[a-z]+$/.test(text) && random.chance(0.3)
  return isBare ? `${name}${op}${text}` : random.pick([`${name}${op}"${text}"`, `${name} ${op} "${text}"`])
}

function labels(random: Random): JsonObject {
  const given = names.filter(() => random.chance(0.6)).map((name) => [name, random.pick(texts)] as const)
  return Object.fromEntries(given.filter(([, text]) => text !== ''))
}
