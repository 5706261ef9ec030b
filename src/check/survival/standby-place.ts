// The place of what stands by: elsewhere, of one version, as large, and with room for all that it takes over.

import { type SteadyAnswer, steadyPlacement } from '../../engine/placement/steady.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { FactOf } from '../../estate/estate.ts'
import { imageOf } from '../../knowledge/image-reference.ts'
import { compareQuantity, sayQuantity } from '../../kubernetes/quantity.ts'
import { type AnyPart, part } from '../define.ts'
import type { View } from '../world.ts'
import type { Less, Standby, StandbyParts } from './standby-parts.ts'

/** It stands where one loss does not take both. */
export function awayPart(view: View, { name, view: there }: Standby): AnyPart<StandbyParts> {
  const [home, on] = [view.estate, there.estate]
  const all = [...home.nodes, ...on.nodes].map(({ zone }) => zone)
  const zones = new Set(home.nodes.map(({ zone }) => zone))
  const isSaid = home.nodes.length > 0 && on.nodes.length > 0 && !all.includes(undefined)
  const shared = isSaid
    ? [...new Set(on.nodes.flatMap(({ zone }) => (zone !== undefined && zones.has(zone) ? [zone] : [])))].sort()
    : undefined
  const isOther = home.cluster !== on.cluster
  return part(
    'away',
    isOther ? shared && shared.length === 0 : false,
    { standby: name, on: on.cluster, cluster: home.cluster, shared },
    {
      cause: `standby-beside/${name}`,
      hint: 'a cluster on standby in zones of its own',
      ...(!shared && { waitsFor: 'the zones of nodes: topology.kubernetes.io/zone' }),
      at: { source: on.source },
    },
  )
}

// A log of another major version cannot be replayed; what is minor may differ.
export function versionPart(
  component: string,
  [here, view]: readonly [PodClass, View],
  [there, standby]: readonly [PodClass, Standby],
): readonly AnyPart<StandbyParts>[] {
  const [a, b] = [softwareOf(here, view), softwareOf(there, standby.view)]
  if (!a || !b || a.software !== b.software) return []
  const because = { component, standby: standby.name, software: a.software, here: a.version, there: b.version }
  return [
    part('sameVersion', majorOf(a.version) === majorOf(b.version), because, {
      cause: `other-version/${standby.name}/${component}`,
      hint: `${a.software} ${a.version} in ${standby.name} too`,
      at: { source: there.source, path: ['spec', 'template', 'spec', 'containers', 0, 'image'] },
    }),
  ]
}

// As somebody says it, else as the tag of the image does.
function softwareOf({ workload, spec }: PodClass, { estate }: View) {
  const said = estate.facts.find((fact): fact is FactOf<'runs'> => fact.trait === 'runs' && fact.of === workload)
  if (said?.version !== undefined) return { software: said.software, version: said.version }
  const image = imageOf(String(spec.containers[0]?.image ?? ''))
  return image?.tag !== undefined && /^v?\d/.test(image.tag)
    ? { software: image.repository, version: image.tag.replace(/^v/, '') }
    : undefined
}

function majorOf(version: string): string {
  return version.split('.', 1)[0] ?? version
}

export function largePart(component: string, here: PodClass, there: PodClass, standby: string): AnyPart<StandbyParts> {
  const requests = Object.keys(here.requests)
    .sort()
    .flatMap((resource): Less[] => {
      const [mine, other] = [here.requests[resource], there.requests[resource]]
      if (!mine || (other && compareQuantity(other, mine) >= 0)) return []
      return [{ what: resource, here: sayQuantity(resource, mine), there: other ? sayQuantity(resource, other) : '0' }]
    })
  const volumes = here.claims.flatMap(({ claim, size }): Less[] => {
    const other = there.claims.find((one) => one.claim === claim)?.size
    if (!size || !other || compareQuantity(other, size) >= 0) return []
    return [{ what: claim, here: sayQuantity('storage', size), there: sayQuantity('storage', other) }]
  })
  const less = [...requests, ...volumes]
  return part(
    'asLarge',
    less.length === 0,
    { component, standby, less },
    {
      cause: `smaller-on-standby/${standby}/${component}`,
      hint: `pods and volumes of ${component} in ${standby} as large as where it runs now`,
      at: { source: there.source },
    },
  )
}

// As many pods as run now, beside all else that is there.
export function takesOverPart(
  component: string,
  here: PodClass,
  there: PodClass,
  { view, standby }: { view: View; standby: Standby },
): AnyPart<StandbyParts> {
  const answer = takeovers(view, standby).find(({ workload }) => workload === there.workload)
  const truth = answer?.answer === 'can' ? true : answer?.answer === 'cannot' ? false : undefined
  const on = standby.view.estate.cluster
  return part(
    'takesOver',
    truth,
    { component, standby: standby.name, on, count: Math.max(here.count, there.count), answer },
    {
      assumes: truth === true ? (answer?.assumes ?? []) : [],
      cause: `no-room-to-take-over/${on}`,
      hint: `nodes of ${on} for all pods that it takes over`,
      at: { source: there.source },
    },
  )
}

const known = new WeakMap<View, Map<string, readonly SteadyAnswer[]>>()

/** Where the pods of the standby stand once each is as many as it has to be. */
function takeovers(view: View, { name, view: there }: Standby): readonly SteadyAnswer[] {
  const asked = known.get(there) ?? new Map<string, readonly SteadyAnswer[]>()
  known.set(there, asked)
  const before = asked.get(name)
  if (before) return before
  const standing = there.estate.environments.find((one) => one.name === name)
  const from = view.pods.filter(({ environment }) => environment === standing?.standbyOf)
  const pods = there.pods.map((pod) => {
    const count = from.find((one) => one.component === pod.component && one.name === pod.name)?.count ?? 0
    return pod.environment === name && count > pod.count ? raised(pod, count) : pod
  })
  const answers = steadyPlacement(there.estate, pods, { denied: there.denied })
  asked.set(name, answers)
  return answers
}

function raised(pod: PodClass, count: number): PodClass {
  const more = Array.from({ length: count - pod.podNames.length }, (_, at) => `${pod.name}-more-${at}`)
  return { ...pod, count, podNames: [...pod.podNames, ...more] }
}
