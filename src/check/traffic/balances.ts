import { fieldsAt } from '../../estate/import/fields.ts'
import { type ProxyMode, serviceProxies } from '../../knowledge/service-proxies.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Balancing, PlatformPromise } from '../../platform/model.ts'
import { definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { podsOfAll, type View } from '../world.ts'

type Rules = {
  picks: { readonly mode?: ProxyMode; readonly picks?: Balancing; readonly how: Balancing; readonly cluster: string }
  each: { readonly each: 'connection' | 'request' }
  sticks: { readonly service: string }
  name: { readonly to: string; readonly services: readonly string[] }
}

type Balances = Extract<PlatformPromise, { kind: 'balances' }>

// A Service is no proxy of requests: for each new connection one pod is picked, and what comes over it stays with that pod.
export const balances = definePromise<Rules>()({
  kind: 'balances',
  asks: 'Is who answers next picked as is said?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const { component, how, each } = promise
    yield {
      id: [place, component.name],
      environment,
      cluster,
      says: `who answers for ${component.name} is picked ${howText(how)} for each ${each}`,
      parts: view ? partsOfPromise(promise, environment, view) : [],
    }
  },

  says: {
    picks: ({ mode, picks, how, cluster }) => {
      if (mode === undefined || picks === undefined) return `nobody says what leads Services of ${cluster} to pods`
      return `kube-proxy in mode ${mode} picks ${howText(picks)}${picks === how ? '' : `, and not ${howText(how)}`}`
    },
    each: ({ each }, truth) =>
      truth
        ? 'a Service picks once for each connection'
        : `a Service picks once for each connection, not for each ${each}: all requests of a connection stay with one pod`,
    sticks: ({ service }) => `${service} keeps each client with one pod (sessionAffinity ClientIP)`,
    name: ({ to, services }) =>
      services.length === 0
        ? `no Service that balances leads to ${to}: a headless one gives all addresses, and callers pick`
        : `${services.join(', ')} leads to ${to}`,
  },
})

function partsOfPromise({ component, how, each }: Balances, environment: string | undefined, view: View) {
  const { estate } = view
  const pods = podsOfAll(view, [component], environment).filter(({ steady }) => steady)
  const leading = estate.objects.filter(
    ({ manifest, component: of, environment: where }) =>
      manifest.kind === 'Service' && of === component.name && pods.some((pod) => pod.environment === where),
  )
  const balancing = leading.filter(({ manifest }) => fieldsAt(manifest, 'spec').clusterIP !== 'None')
  const sticky = balancing.filter(({ manifest }) => fieldsAt(manifest, 'spec').sessionAffinity === 'ClientIP')
  const { proxy } = estate
  const picks = proxy && serviceProxies[proxy.mode].picks
  const services = balancing.map(({ ref }) => partsOf(ref).name).sort()
  return [
    part('name', pods.length === 0 ? undefined : services.length > 0, { to: component.name, services }),
    part(
      'picks',
      picks && picks === how,
      { how, cluster: estate.cluster, ...(proxy && { mode: proxy.mode, picks }) },
      {
        cause: `service-proxy/${estate.cluster}`,
        hint: 'the promise by what the proxy does, or a proxy in front that balances requests',
        ...(proxy && { at: { source: proxy.source } }),
      },
    ),
    part('each', each === 'connection', { each }, { cause: `service-proxy/${estate.cluster}` }),
    ...sticky.map(({ ref }) => part('sticks', false, { service: partsOf(ref).name })),
  ]
}

function howText(how: Balancing): string {
  return how === 'random' ? 'at random' : how === 'round-robin' ? 'in turn (round-robin)' : 'by least connections'
}
