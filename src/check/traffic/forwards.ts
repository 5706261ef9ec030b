// What hands traffic on: whether it can see what it is said to act upon, and whether TLS that it ends is ended again behind it.

import { sortedBy } from '../../estate/order.ts'
import type { Component, Forwarding } from '../../platform/component.ts'
import { componentIn, componentsOf } from '../../platform/derive.ts'
import type { EdgeDuty, Environment } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { type EdgeRules, edgeParts, edgeSays } from './edge-parts.ts'
import { type NamingRules, namingParts, namingSays } from './naming-parts.ts'
import { type TargetRules, targetParts, targetSays } from './target-parts.ts'

type Rules = EdgeRules &
  NamingRules &
  TargetRules & {
    sees: { component: string; duties: readonly EdgeDuty[]; blind: 'layer 4' | 'encrypted' | undefined }
    ends: { component: string; again: string | undefined; path: readonly string[] }
    leads: { component: string; to: string; by: string }
  }

export const forwards = defineQuestion<Rules>({
  id: 'forwards',
  asks: 'Can what hands traffic on do what is said of it, and does TLS end once?',

  *judge(world) {
    const { platform } = world
    for (const environment of platform ? environmentsOf(platform) : [])
      for (const component of componentsOf(environment)) {
        const { forwards, resolves, stated } = traitsOf(component)
        const parts = [
          ...(forwards ? partsFor(component, forwards, environment) : []),
          ...(forwards ? edgeParts(component, forwards, environment) : []),
          ...(forwards ? targetParts(component, forwards, environment, world) : []),
          ...(resolves ? edgeParts(component, { ...resolves, is: 'dns' }, environment) : []),
          ...(resolves ? namingParts(component, resolves, environment, world) : []),
        ]
        if (parts.length > 0)
          yield {
            id: [environment.name, component.name],
            environment: environment.name,
            cluster: environment.on.name,
            says: `${component.name} can do what is said of it${forwards ? ', and TLS ends there once' : ''}`,
            source: { stated },
            parts,
          }
      }
  },

  says: {
    ...edgeSays,
    ...targetSays,
    ...namingSays,
    sees: ({ component, duties, blind }) => {
      const what = duties.join(', ')
      if (blind === 'layer 4')
        return `${component} works on layer 4: it sees connections, and none of what ${what} is about`
      return blind === 'encrypted'
        ? `${component} hands TLS on as it is: it sees none of what ${what} is about`
        : `${component} sees the requests: ${what}`
    },
    ends: ({ component, again, path }) =>
      again === undefined
        ? `TLS ends at ${component}, and nowhere behind it`
        : `TLS ends at ${component} and again at ${again} (${path.join(' → ')}): unless ${component} begins another, which nobody says, what gets there is no longer encrypted`,
    leads: ({ component, to, by }, truth) =>
      truth === true
        ? `${component}, an Application Load Balancer, leads to pods of ${to} (${by})`
        : `${component} and ${to} are each an Application Load Balancer, and none of them can lead to another: they are one and the same, or one is too many`,
  },
})

// What is about a request, and cannot be told from its connection: the host can, by the name in the handshake (RFC 6066 section 3).
const ofRequests: ReadonlySet<EdgeDuty> = new Set([
  'caches',
  'filters',
  'authenticates',
  'routes-by-path',
  'translates',
])

function partsFor(component: Component, forwards: Forwarding, environment: Environment): Finding<Rules>['parts'] {
  const { layer, tls, does } = forwards
  const duties = does.filter((duty) => ofRequests.has(duty))
  const { name } = component
  const blind: Rules['sees']['blind'] = layer === 4 ? 'layer 4' : tls === 'passes' ? 'encrypted' : undefined
  const isSaid = duties.length > 0 && (layer !== undefined || tls !== undefined)
  return [
    ...(isSaid
      ? [
          part(
            'sees',
            blind === undefined,
            { component: name, duties, blind },
            {
              cause: `sees-no-requests/${environment.name}/${name}`,
              hint: `layer 7 for ${name}, where it ends TLS; or these duties behind it`,
              stated: [citedBy(component, 'layer'), citedBy(component, 'does')],
            },
          ),
        ]
      : []),
    ...(tls === 'terminates' ? [endsPart(component, environment)] : []),
    ...(forwards.is === 'load-balancer' && forwards.by === 'alb' ? leadsParts(component, environment) : []),
  ]
}

// Its targets are instances, addresses or functions (docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html,
// target type); a gateway by the controller of AWS is one itself.
function leadsParts(component: Component, environment: Environment): Finding<Rules>['parts'] {
  const targets = traitsOf(component).calls.flatMap(
    (called) => componentIn(environment, called.is === 'port' ? called.component : called) ?? [],
  )
  return sortedBy(targets, ({ name }) => name).flatMap((target) => {
    const by = traitsOf(target).forwards?.by
    if (by === undefined) return []
    return part(
      'leads',
      by !== 'alb',
      { component: component.name, to: target.name, by },
      {
        cause: `balancer-before-itself/${environment.name}/${component.name}`,
        hint: `another way in for ${target.name}, such as by: 'nginx'; or calls of ${component.name} that lead past it`,
        stated: [citedBy(component, 'calls'), citedBy(target, 'by')],
      },
    )
  })
}

function endsPart(component: Component, environment: Environment): Finding<Rules>['parts'][number] {
  const path = againBehind(component, environment)
  const again = path?.at(-1)
  const behind = componentsOf(environment).find(({ name }) => name === again)
  return part(
    'ends',
    path === undefined,
    { component: component.name, again, path: path ?? [] },
    {
      cause: `tls-ends-twice/${environment.name}/${component.name}`,
      hint: `tls: 're-encrypts' for ${component.name}, or 'passes'; or only one of the two ends it`,
      stated: [citedBy(component, 'tls'), behind && citedBy(behind, 'tls')],
    },
  )
}

/** The way to the next that ends TLS, through what hands traffic on as it comes. */
function againBehind(from: Component, environment: Environment): readonly string[] | undefined {
  const seen = new Set([from.name])
  const ways = [{ at: from, path: [from.name] }]
  for (const { at, path } of ways)
    for (const called of traitsOf(at).calls) {
      const target = componentIn(environment, called.is === 'port' ? called.component : called)
      const { forwards } = target ? traitsOf(target) : {}
      if (!target || !forwards || seen.has(target.name)) continue
      seen.add(target.name)
      const on = [...path, target.name]
      if (forwards.tls === 'terminates' || forwards.tls === 're-encrypts') return on
      ways.push({ at: target, path: on })
    }
  return undefined
}

function citedBy({ options }: Component, option: string): Stated | undefined {
  const cites = options.cites as { readonly [option: string]: Stated } | undefined
  return cites && Object.hasOwn(cites, option) ? cites[option] : (options.stated as Stated | undefined)
}
