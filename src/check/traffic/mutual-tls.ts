// A promise that calls are encrypted and both ends show who they are. A mesh does so between pods that have its proxy; what
// it calls beyond them has no certificate of it.

import { componentsOf, targetIn } from '../../platform/derive.ts'
import type { Call, Environment, Mesh, PlatformPromise } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { countOf } from '../count-words.ts'
import { definePromise, type Finding, part } from '../define.ts'
import { onlyEnvironment, placeOf } from '../place.ts'
import type { Truth } from '../verdict.ts'
import type { World } from '../world.ts'

type MutualTls = Extract<PlatformPromise, { kind: 'mutualTls' }>

type Rules = {
  mesh: { place: string; mesh: string | undefined }
  mode: { mesh: string; mode: Mesh['mtls'] }
  version: { mesh: string; oldest: Mesh['tls']; promised: NonNullable<Mesh['tls']> }
  crossing: { from: string; to: string; beyond: string; tls: Call['tls'] }
  within: { calls: number }
}

export const mutualTls = definePromise<Rules>()({
  kind: 'mutualTls',
  asks: 'Is every call encrypted, and do both ends show who they are?',

  *judge(promise, world) {
    const { place, environment, cluster } = placeOf(promise, world)
    const where = promise.in ?? onlyEnvironment(world)
    const of = promise.of && new Set(promise.of.map(({ name }) => name))
    yield {
      id: [place, 'mtls'],
      environment,
      cluster,
      says: `every call ${of ? `of ${[...of].join(', ')}` : `in ${place}`} is encrypted, and both ends show who they are`,
      source: { stated: promise.stated },
      parts: where ? [...partsFor(where, of, promise.beyond, world), ...versionParts(where, promise)] : [],
    }
  },

  says: {
    mesh: ({ place, mesh }) =>
      mesh === undefined ? `${place} has no mesh` : `the pods of ${place} have proxies of ${mesh}`,
    mode: ({ mesh, mode }) => {
      if (mode === 'strict') return `${mesh} refuses what shows no certificate`
      return mode === 'permissive'
        ? `${mesh} is permissive: what shows no certificate gets in as well`
        : `nobody says whether ${mesh} refuses what shows no certificate`
    },
    version: ({ mesh, oldest, promised }, truth) => {
      if (oldest === undefined)
        return `nobody says which is the oldest TLS that ${mesh} speaks, and ${promised} is promised`
      return truth
        ? `${mesh} speaks TLS ${oldest} and no older`
        : `${mesh} speaks TLS ${oldest} too, and ${promised} is promised`
    },
    crossing: ({ from, to, beyond, tls }) => {
      const where = `${from} calls ${to}, ${beyond}`
      if (tls === undefined)
        return `${where}: no certificate of the mesh reaches there, and nobody says which TLS the call has of its own`
      return tls === 'mutual'
        ? `${where}: by a mutual TLS of its own`
        : `${where}: only ${to} shows a certificate there`
    },
    within: ({ calls }) =>
      `${countOf(calls, 'declared call stays', 'declared calls stay')} among pods that have a proxy`,
  },
})

function partsFor(
  environment: Environment,
  of: ReadonlySet<string> | undefined,
  outside: 'server' | undefined,
  world: World,
): Finding<Rules>['parts'] {
  const { mesh, name: place } = environment
  const calls = callsOf(environment)
    .filter(({ from, to }) => !of || of.has(from) || of.has(to))
    .toSorted((a, b) => byCodePoint(a.from, b.from) || byCodePoint(a.to, b.to))
  const crossing = calls.flatMap((call) => {
    const beyond = beyondOf(call.to, environment, world)
    return beyond === undefined ? [] : [{ ...call, beyond }]
  })
  const said = { cause: `no-mesh/${place}`, hint: `a mesh of ${place}`, stated: [mesh?.stated] }
  return [
    part('mesh', mesh !== undefined, { place, mesh: mesh?.name }, said),
    ...(mesh ? [modePart(mesh, place)] : []),
    ...crossing.map(({ stated, ...call }) =>
      part('crossing', crossesWell(call, outside), call, {
        cause: `beyond-mesh/${place}/${call.to}`,
        waitsFor: `tls of the call ${call.from} → ${call.to}`,
        hint: isEnough(call, outside)
          ? `tls: 'server' of the call`
          : `tls: 'mutual' of the call, or ${call.to} in the mesh`,
        stated: [stated],
      }),
    ),
    ...(mesh && crossing.length < calls.length
      ? [part('within', true, { calls: calls.length - crossing.length })]
      : []),
  ]
}

function modePart({ name, mtls, cites, stated }: Mesh, place: string) {
  return part(
    'mode',
    mtls === undefined ? undefined : mtls === 'strict',
    { mesh: name, mode: mtls },
    {
      cause: `permissive/${place}`,
      waitsFor: `mtls of mesh ${name}`,
      hint: "mtls: 'strict'",
      stated: [cites?.mtls ?? stated],
    },
  )
}

function versionParts(
  { mesh, name: place }: Environment,
  { tls: promised, stated }: MutualTls,
): Finding<Rules>['parts'] {
  if (!mesh || promised === undefined) return []
  const { tls: oldest } = mesh
  return [
    part(
      'version',
      oldest === undefined ? undefined : Number(oldest) >= Number(promised),
      { mesh: mesh.name, oldest, promised },
      {
        cause: `older-tls/${place}`,
        waitsFor: `tls of mesh ${mesh.name}`,
        hint: `tls: '${promised}'`,
        stated: [mesh.cites?.tls ?? mesh.stated, stated],
      },
    ),
  ]
}

interface MadeCall {
  readonly from: string
  readonly to: string
  readonly tls: Call['tls']
  readonly stated: Stated | undefined
}

/** From what runs in the cluster: what stands outside is called by no proxy. */
function callsOf(environment: Environment): readonly MadeCall[] {
  return componentsOf(environment).flatMap((component) => {
    const { runs, calls, tuned = [] } = traitsOf(component)
    if (runs.every(({ controller }) => controller === 'outside')) return []
    return calls.map((called) => {
      const call = tuned.find(({ to }) => to === called)
      const target = targetIn(environment, called)
      const to = target.is === 'port' ? target.component.name : target.name
      return { from: component.name, to, tls: call?.tls, stated: call?.stated }
    })
  })
}

/** Where what is called stands, if no proxy of the mesh stands before it. */
function beyondOf(name: string, from: Environment, { platform }: World): string | undefined {
  const own = componentsOf(from).find((component) => component.name === name)
  if (own) return runsInside(own) ? undefined : outsideCluster
  for (const environment of platform ? environmentsOf(platform) : []) {
    const found = componentsOf(environment).find((component) => component.name === name)
    if (!found || !runsInside(found)) continue
    return environment.mesh?.name === from.mesh?.name && environment.mesh
      ? undefined
      : `which stands in ${environment.name}, outside the mesh`
  }
  return outsideCluster
}

const outsideCluster = 'which stands outside the cluster'

// A program may begin TLS by itself, whatever its platform says of it.
function crossesWell(call: Rules['crossing'], outside: 'server' | undefined): Truth {
  return call.tls && (call.tls === 'mutual' || isEnough(call, outside))
}

function isEnough({ beyond }: { readonly beyond: string }, outside: 'server' | undefined): boolean {
  return outside === 'server' && beyond === outsideCluster
}

function runsInside(component: Parameters<typeof traitsOf>[0]): boolean {
  return traitsOf(component).runs.some(({ controller }) => controller !== 'outside')
}
