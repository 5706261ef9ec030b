// What a product in the path of traffic is known to do, held against what is said of it: its kind, layer and duties, the
// figures of its health checks, the addresses that it calls from.

import { blockOf } from '../../engine/reachability/address.ts'
import { type EdgeProduct, edgeProduct } from '../../knowledge/edges.ts'
import type { Component, Forwarding, Naming } from '../../platform/component.ts'
import type { Environment } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'

export type EdgeRules = {
  product: {
    component: string
    by: string
    name: string | undefined
    misfits: readonly string[]
    fits: readonly string[]
  }
  blocks: { component: string; at: string; name: string; blocks: number }
}

type Said = Pick<Forwarding, 'is' | 'by' | 'layer' | 'does' | 'healthChecks'> | (Naming & { readonly is: 'dns' })

export const edgeSays = {
  product: ({ component, by, name, misfits, fits }: EdgeRules['product'], truth: boolean | undefined): string => {
    if (name === undefined) return `${component} is ${by}, and nothing is known here of what that can do`
    const can = fits.length === 0 ? '' : `: ${fits.join(', ')}`
    return truth ? `${component} is ${name}${can}` : `${component} is ${name}, which does not do ${misfits.join(', ')}`
  },
  blocks: ({ component, at, name, blocks }: EdgeRules['blocks'], truth: boolean | undefined): string =>
    truth
      ? `${component} calls from ${at}, which is one of the ${blocks} blocks of ${name}, or in one: what comes from the others is let in by no policy for it`
      : `${component} is said to call from ${at}, and that is in none of the ${blocks} blocks that ${name} publishes`,
}

export function edgeParts(component: Component, said: Said, environment: Environment): AnyPart<EdgeRules>[] {
  if (said.by === undefined) return []
  const known = edgeProduct(said.by)
  // Gateways run among the pods, and what each of them can be told is a matter of its own.
  if (!known && said.is === 'gateway') return []
  const told = toldOf(said)
  if (said.is === 'gateway' && told.length === 1 && known?.value.is.includes('gateway')) return []
  const misfits = known ? told.filter((one) => !isIn(known.value, one)).map(({ words }) => words) : []
  const fits = told.map(({ words }) => words)
  const { name } = component
  return [
    part(
      'product',
      known && misfits.length === 0,
      { component: name, by: said.by, name: known?.value.name, misfits, fits },
      {
        cause: `not-of-this-product/${environment.name}/${name}`,
        waitsFor: `what ${said.by} can do`,
        hint: 'another product, or what this one does',
        stated: [cited(component, 'by'), cited(component, 'does')],
      },
    ),
    ...(known ? blockParts(component, known.value, environment) : []),
  ]
}

interface Told {
  readonly what: 'is' | 'layers' | 'does' | 'answers' | 'everySeconds' | 'failures' | 'timeoutSeconds'
  readonly value: string | number
  readonly words: string
}

function toldOf(said: Said): readonly Told[] {
  const kind: Told = { what: 'is', value: said.is, words: kinds[said.is] }
  if (said.is === 'dns') {
    const whose = said.answers === 'cluster' ? 'names of a cluster' : 'names on the internet'
    return [kind, { what: 'answers', value: said.answers, words: whose }]
  }
  const { layer, does, healthChecks: { every, failures, timeout } = {} } = said
  const [everySeconds, timeoutSeconds] = [secondsOf(every), secondsOf(timeout)]
  return [
    kind,
    ...(layer === undefined ? [] : [{ what: 'layers', value: layer, words: `layer ${layer}` } as const]),
    ...does.map((duty) => ({ what: 'does', value: duty, words: duty }) as const),
    ...(everySeconds === undefined
      ? []
      : [{ what: 'everySeconds', value: everySeconds, words: `a check every ${every}` } as const]),
    ...(failures === undefined
      ? []
      : [{ what: 'failures', value: failures, words: `${failures} failed checks` } as const]),
    ...(timeoutSeconds === undefined
      ? []
      : [{ what: 'timeoutSeconds', value: timeoutSeconds, words: `${timeout} for each check` } as const]),
  ]
}

const kinds = {
  cdn: 'a CDN',
  waf: 'a firewall of requests',
  'load-balancer': 'load balancing',
  gateway: 'a gateway',
  dns: 'DNS',
}

function isIn(product: EdgeProduct, { what, value }: Told): boolean {
  if (what === 'everySeconds' || what === 'failures' || what === 'timeoutSeconds') {
    const [least, most] = product.checks?.[what] ?? [0, Number.POSITIVE_INFINITY]
    return Number(value) >= least && Number(value) <= most
  }
  const list: readonly (string | number)[] | undefined = product[what]
  return list === undefined || list.includes(value)
}

function blockParts(
  component: Component,
  { name, callsFrom }: EdgeProduct,
  environment: Environment,
): AnyPart<EdgeRules>[] {
  const at = traitsOf(component).runs.flatMap((one) => one.at ?? [])[0]
  const own = at === undefined ? undefined : blockOf(at)
  if (!callsFrom || !own || at === undefined) return []
  const isWithin = callsFrom.some((text) => {
    const block = blockOf(text)
    return block && block.family === own.family && block.first <= own.first && own.last <= block.last
  })
  return [
    part(
      'blocks',
      own.family === 4 ? isWithin : undefined,
      { component: component.name, at, name, blocks: callsFrom.length },
      {
        cause: `other-addresses/${environment.name}/${component.name}`,
        waitsFor: `the blocks that ${name} calls from`,
        hint: `one of ${callsFrom.join(', ')}`,
        stated: [cited(component, 'at')],
      },
    ),
  ]
}

function cited({ options }: Component, option: string): Stated | undefined {
  const cites = options.cites as { readonly [option: string]: Stated } | undefined
  return cites && Object.hasOwn(cites, option) ? cites[option] : (options.stated as Stated | undefined)
}
