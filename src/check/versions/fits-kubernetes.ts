// Whether what runs on a cluster, and what people use against it, is supported on its version of Kubernetes.

import type { Source } from '../../estate/estate.ts'
import { sourceOf } from '../../estate/source.ts'
import { lifeOf } from '../../knowledge/software.ts'
import { type Fit, firstFor, fitOf, fits, hasFits } from '../../knowledge/version-fits.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Stated } from '../../platform/source.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
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
    /** Of what runs: the version is the oldest that may be used. */
    readonly orNewer: boolean
    readonly fit: Fit
    readonly cluster: string
    /** `1.28`, `1.28 or newer` */
    readonly runs: string
    readonly kubernetes: string
    readonly first?: string
    readonly ends?: string
  }
  unknown: { readonly called: string; readonly cluster: string; readonly fit?: Fit }
}

export const fitsKubernetes = defineQuestion<Rules>({
  id: 'fits-kubernetes',
  asks: 'Is what runs on a cluster supported on its version of Kubernetes?',

  *judge(world) {
    for (const view of world.views) for (const used of usedOn(view, world)) yield findingOf(used, view)
  },

  says: {
    fits: (data, truth): Words => {
      const { called, fit, cluster, runs, ends } = data
      const line = `${called} is supported on ${rangeOf(fit)}, and ${cluster} runs ${runs}`
      return {
        line: `${line}${truth === false ? misfit(data) : truth === undefined ? ': it is not supported on all of those' : ''}`,
        rows: [
          ['source', `${fit.source}, ${fit.asOf}`],
          ...(ends === undefined ? [] : [['fixes', `until ${ends}`] as const]),
        ],
      }
    },
    unknown: ({ called, cluster, fit }) =>
      fit === undefined
        ? `nobody here knows which versions of Kubernetes ${called} is supported on`
        : `${called} is supported on ${rangeOf(fit)}, and nobody says which one ${cluster} runs`,
  },
})

function misfit({ orNewer, fit, kubernetes, first }: Rules['fits']): string {
  const oldest = orNewer ? `: the oldest ${fit.name} that may be used does not fit` : ''
  return first === undefined ? oldest : `${oldest}; the first that fits ${kubernetes} is ${first}`
}

function rangeOf({ from, to }: Fit): string {
  return from === to ? `Kubernetes ${from}` : `Kubernetes ${from} to ${to}`
}

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
  const { cluster, minor: kubernetes, orNewer: mayBeNewer = false } = estate
  const fit = fitOf(name, version)
  const called = `${fit?.name ?? name} ${version}`
  const base = {
    id: [cluster, name.toLowerCase()] as const,
    cluster,
    says: `${called} is supported on the Kubernetes of ${cluster}`,
    source,
  }
  if (!fit || kubernetes === undefined)
    return {
      ...base,
      parts: [part('unknown', undefined, { called, cluster, ...(fit && { fit }) }, { at: { source } })],
    }
  const truth = fits(fit, kubernetes, mayBeNewer)
  const first = firstFor(name, kubernetes)?.version
  const ends = lifeOf(name, version)?.ends
  const runs = mayBeNewer ? `${kubernetes} or newer` : kubernetes
  const data = { called, orNewer, fit, cluster, runs, kubernetes, ...(first && { first }), ...(ends && { ends }) }
  return {
    ...base,
    parts: [
      part('fits', truth, data, {
        at: { source },
        cause: `versions/${cluster}/${fit.name}`,
        hint: hintOf(data, truth),
        stated: [stated, estate.source.stated],
      }),
    ],
  }
}

function hintOf({ fit, cluster, first }: Rules['fits'], truth: Truth): string {
  if (truth === undefined) return `say which one ${cluster} runs: ${rangeOf(fit)}`
  const another = first === undefined ? `another ${fit.name}` : `${fit.name} ${first}`
  return `${another}, or ${rangeOf(fit)}`
}
