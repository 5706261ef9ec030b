// Whether what runs on a cluster, and what people use against it, is supported on its version of Kubernetes.

import type { Source } from '../../estate/estate.ts'
import { sourceOf } from '../../estate/source.ts'
import { lifeOf } from '../../knowledge/software.ts'
import { type Fit, firstFor, fitOf, hasFits, isWithin } from '../../knowledge/version-fits.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Stated } from '../../platform/source.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View, World } from '../world.ts'

interface Used {
  readonly name: string
  readonly version: string
  readonly orNewer: boolean
  readonly source: Source
  readonly stated: Stated | undefined
}

type Rules = {
  fits: {
    readonly called: string
    readonly orNewer: boolean
    readonly fit: Fit
    readonly kubernetes: string
    readonly first?: string
    readonly ends?: string
  }
  unknown: { readonly called: string; readonly kubernetes?: string }
}

export const fitsKubernetes = defineQuestion<Rules>({
  id: 'fits-kubernetes',
  asks: 'Is what runs on a cluster supported on its version of Kubernetes?',

  *judge(world) {
    for (const view of world.views) for (const used of usedOn(view, world)) yield findingOf(used, view)
  },

  says: {
    fits: ({ called, orNewer, fit, kubernetes, first, ends }, truth): Words => {
      const range = `${called} is supported on Kubernetes ${fit.from} to ${fit.to}`
      const newer = first === undefined ? '' : `; the first that fits is ${first}`
      const line =
        truth === true
          ? `${range}, and ${kubernetes} is said`
          : `${range}, and ${kubernetes} is said${orNewer ? `: the oldest that is let in does not fit${newer}` : newer}`
      return {
        line,
        rows: [
          ['source', `${fit.source}, ${fit.asOf}`],
          ...(ends === undefined ? [] : [['fixes', `until ${ends}`] as const]),
        ],
      }
    },
    unknown: ({ called, kubernetes }) =>
      kubernetes === undefined
        ? `nobody says the version of Kubernetes that ${called} runs on`
        : `nobody here knows which versions of Kubernetes ${called} is supported on`,
  },
})

/** What is said with a version and stands in the table by its name; each version once. */
function usedOn({ estate }: View, { platform }: World): readonly Used[] {
  const environments = (platform?.environments ?? []).filter((one) => one.is === 'environment')
  const here = environments.filter(({ on }) => on.name === estate.cluster)
  const meshes = here.flatMap(({ mesh }) => {
    if (mesh?.by === undefined || mesh.version === undefined) return []
    const { by, version, stated } = mesh
    return { name: by, version, orNewer: false, source: sourceOf(mesh, stated), stated }
  })
  const tools = (platform?.tools ?? []).map((tool) => {
    const { name, version, orNewer = false, stated } = tool
    return { name, version, orNewer, source: sourceOf(tool, stated), stated }
  })
  const runs = estate.facts.flatMap((fact) =>
    fact.trait === 'runs' && fact.version !== undefined
      ? { name: fact.software, version: fact.version, orNewer: false, source: fact.source, stated: fact.source.stated }
      : [],
  )
  const all = [...meshes, ...tools, ...runs].filter(({ name }) => hasFits(name))
  const once = new Map(all.map((used) => [`${used.name.toLowerCase()}-${used.version}`, used]))
  return [...once].sort(([a], [b]) => byCodePoint(a, b)).map(([, used]) => used)
}

function findingOf({ name, version, orNewer, source, stated }: Used, { estate }: View): Finding<Rules> {
  const { cluster, minor: kubernetes } = estate
  const fit = fitOf(name, version)
  const called = `${fit?.name ?? name} ${version}`
  const base = {
    id: [cluster, name.toLowerCase()] as const,
    cluster,
    says: `${called} is supported on the Kubernetes of ${cluster}`,
    source,
  }
  if (!fit || kubernetes === undefined) {
    const data = { called, ...(kubernetes !== undefined && { kubernetes }) }
    return { ...base, parts: [part('unknown', undefined, data, { at: { source } })] }
  }
  const first = firstFor(name, kubernetes)?.version
  const ends = lifeOf(name, version)?.ends
  const data = { called, orNewer, fit, kubernetes, ...(first && { first }), ...(ends && { ends }) }
  return {
    ...base,
    parts: [
      part('fits', isWithin(kubernetes, fit.from, fit.to), data, {
        at: { source },
        cause: `versions/${cluster}/${fit.name}`,
        hint:
          first === undefined ? 'versions that fit together' : `${fit.name} ${first}, or a Kubernetes up to ${fit.to}`,
        stated: [stated, estate.source.stated],
      }),
    ],
  }
}
