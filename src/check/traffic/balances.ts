import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { FactOf } from '../../estate/estate.ts'
import { fieldsAt } from '../../estate/import/fields.ts'
import { meshProduct } from '../../knowledge/meshes.ts'
import { type ProxyMode, serviceProxies } from '../../knowledge/service-proxies.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Balancing, Mesh, PlatformPromise } from '../../platform/model.ts'
import { definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { podsOfAll, type View } from '../world.ts'

type Rules = {
  picks: { readonly mode?: ProxyMode; readonly picks?: Balancing; readonly how: Balancing; readonly cluster: string }
  proxied: { readonly mesh: string; readonly is: readonly string[]; readonly how: Balancing; readonly isSaid: boolean }
  each: { readonly each: 'connection' | 'request' }
  sticks: { readonly service: string }
  name: { readonly to: string; readonly services: readonly string[] }
}

type Balances = Extract<PlatformPromise, { kind: 'balances' }>

// A Service is no proxy of requests: for each new connection one pod is picked, and what comes over it stays with that pod.
// The proxies of a mesh look at what stands behind the Service themselves, and pick for each request.
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
    proxied: ({ mesh, is, how, isSaid }, truth) => {
      if (truth === undefined) return `nobody says how the proxies of ${mesh} pick`
      return truth
        ? `the proxies of ${mesh} pick ${howText(how)}${isSaid ? '' : ', as they do where nobody says'}`
        : `the proxies of ${mesh} pick ${is.map(howText).join(' and ')}${isSaid ? '' : ', as they do where nobody says'}, and not ${howText(how)}`
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

function partsOfPromise(promise: Balances, environment: string | undefined, view: View) {
  const { component } = promise
  const { estate } = view
  const meshed = promise.in?.mesh
  const pods = podsOfAll(view, [component], environment).filter(({ steady }) => steady)
  const leading = estate.objects.filter(
    ({ manifest, component: of, environment: where }) =>
      manifest.kind === 'Service' && of === component.name && pods.some((pod) => pod.environment === where),
  )
  const balancing = leading.filter(({ manifest }) => fieldsAt(manifest, 'spec').clusterIP !== 'None')
  const sticky = balancing.filter(({ manifest }) => fieldsAt(manifest, 'spec').sessionAffinity === 'ClientIP')
  const services = balancing.map(({ ref }) => partsOf(ref).name).sort()
  return [
    part('name', pods.length === 0 ? undefined : services.length > 0, { to: component.name, services }),
    ...(meshed ? [proxiedPart(promise, meshed, pods, view)] : servicePart(promise, view)),
    ...(meshed ? [] : sticky.map(({ ref }) => part('sticks', false, { service: partsOf(ref).name }))),
  ]
}

// Of each caller as its call says, else as the mesh does.
function proxiedPart({ how, stated, component }: Balances, mesh: Mesh, pods: readonly PodClass[], { estate }: View) {
  const own = new Set(pods.map(({ workload }) => workload))
  const calls = estate.facts.filter(
    (fact) => fact.trait === 'routed' && fact.to.is === 'workload' && own.has(fact.to.workload),
  ) as readonly FactOf<'routed'>[]
  const product = meshProduct(mesh.by)?.value
  const said = calls.length === 0 ? [mesh.balances] : calls.map(({ policy }) => policy.balances)
  const is = [...new Set(said.map((one) => one ?? product?.picks ?? ''))].sort()
  const truth = said.includes(undefined) && !product ? undefined : is.every((one) => one === how)
  return part(
    'proxied',
    truth,
    { mesh: mesh.name, is, how, isSaid: !said.includes(undefined) },
    {
      cause: `mesh-picks/${mesh.name}/${component.name}`,
      hint: `balances: '${how}' of the mesh`,
      stated: [mesh.cites?.balances ?? mesh.stated, stated],
    },
  )
}

function servicePart({ how, each }: Balances, { estate }: View) {
  const { proxy } = estate
  const picks = proxy && serviceProxies[proxy.mode].picks
  return [
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
  ]
}

const words: { readonly [how: string]: string } = {
  random: 'at random',
  'round-robin': 'in turn (round-robin)',
  'least-connections': 'by least connections',
  'least-requests': 'by least requests',
  fastest: 'who answers fastest',
}

function howText(how: string): string {
  return words[how] ?? how
}
