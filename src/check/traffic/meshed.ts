// What a mesh is told has to be something that it can do: it has one kind of proxy, some ways to pick who is asked, and no
// object of it carries the rest.

import { type MeshProduct, meshProduct } from '../../knowledge/meshes.ts'
import type { CallPolicy, Environment, Mesh } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { type DeclaredCall, declaredCalls, isTcp, runsInside } from './declared-calls.ts'

type Rules = {
  proxy: { mesh: string; has: string; said: string | undefined; known: string }
  balances: { mesh: string; call: string; how: string; why: 'none' | 'key' | 'slots' | 'roles'; known: string }
  breaker: { mesh: string; call: string; why: 'unsaid' | 'connections'; known: string }
  requests: { call: string; says: 'a timeout' | 'retries'; port: string; begun: boolean }
}

export const meshed = defineQuestion<Rules>({
  id: 'meshed',
  asks: 'Can each mesh do what it is told?',

  *judge({ platform }) {
    for (const environment of platform ? environmentsOf(platform) : []) {
      const { mesh } = environment
      const product = meshProduct(mesh?.by)
      if (!mesh || !product) continue
      yield {
        id: [environment.name, mesh.name],
        environment: environment.name,
        cluster: environment.on.name,
        says: `${product.value.name} can do what ${mesh.name} of ${environment.name} is told`,
        source: { stated: mesh.stated },
        parts: partsFor(environment, mesh, product.value, product.source),
      }
    }
  },

  says: {
    proxy: ({ mesh, has, said }) => {
      if (said === undefined) return `nobody says what its proxies are: those of ${mesh} are ${has}`
      return `the proxies of ${mesh} are ${has}${said === has ? '' : `, and not ${said}`}`
    },
    balances: ({ mesh, call, how, why }) => {
      if (why === 'none') return `${call}: ${mesh} picks by how fast each answers, and cannot be told ${how}`
      if (why === 'key') return `${call}: nobody says by what ${mesh} tells calls apart for ${how}`
      if (why === 'slots')
        return `${call}: its clients find the member by the slot of a key themselves; a proxy that picks by ${how} sends them to others`
      return `${call}: no proxy knows who has which role, and no name of what is called promises one`
    },
    breaker: ({ mesh, call, why }) =>
      why === 'unsaid'
        ? `${call}: nobody says after how many failures a breaker opens`
        : `${call}: ${mesh} counts failures of requests, and these are connections: its breaker never opens`,
    requests: ({ call, says, port, begun }) =>
      begun
        ? `${call}: the caller begins TLS itself, so its proxy sees a connection, and only requests have ${says}`
        : `${call}: only requests have ${says}, and what comes at ${port} is a connection to a proxy`,
  },
})

type Parts = Finding<Rules>['parts']

function partsFor(environment: Environment, mesh: Mesh, product: MeshProduct, known: string): Parts {
  const calls = declaredCalls(environment)
  const { name, proxy } = product
  const own = part(
    'proxy',
    mesh.proxy === undefined || mesh.proxy === proxy,
    { mesh: name, has: proxy, said: mesh.proxy, known },
    {
      cause: `other-proxy/${mesh.name}/${mesh.by}`,
      hint: `proxy: '${proxy}', or the mesh whose proxies are ${mesh.proxy}`,
      stated: [mesh.cites?.proxy ?? mesh.stated],
    },
  )
  const said = calls.filter(({ call }) => call !== undefined)
  const whole: DeclaredPolicy[] = [
    { what: `calls in ${environment.name}`, policy: mesh, stated: mesh.cites ?? {}, isOfMesh: true },
  ]
  const single = said.map((declared) => policyOf(declared))
  return [own, ...[...whole, ...single].flatMap((policy) => policyParts(policy, product, known, environment.name))]
}

interface DeclaredPolicy {
  readonly what: string
  readonly policy: CallPolicy
  readonly stated: { readonly [option: string]: Stated | undefined }
  readonly isOfMesh?: true
  readonly declared?: DeclaredCall
}

function policyOf(declared: DeclaredCall): DeclaredPolicy {
  const { from, to, call } = declared
  const stated = {
    balances: call?.stated,
    breaker: call?.breaker?.stated ?? call?.stated,
    timeout: call?.stated,
    retries: call?.retries?.stated ?? call?.stated,
  }
  return { what: `${from.name} → ${to.name}`, policy: call ?? {}, stated, declared }
}

function policyParts(of: DeclaredPolicy, product: MeshProduct, known: string, place: string): Parts {
  return [
    ...balancePart(of, product, known, place),
    ...breakerPart(of, product, known, place),
    ...requestParts(of, place),
  ]
}

function balancePart(
  { what: call, policy, stated, declared }: DeclaredPolicy,
  product: MeshProduct,
  known: string,
  place: string,
): Parts {
  const { balances: how } = policy
  if (how === undefined || product.balances.includes(how)) return []
  const isSharded = declared && traitsOf(declared.to).shards !== undefined
  const hasRoles = declared && traitsOf(declared.to).serves.some(({ role }) => role !== undefined)
  if (how === 'by-role' && hasRoles) return []
  const why =
    how === 'by-role'
      ? 'roles'
      : how === 'consistent-hash' && isSharded
        ? 'slots'
        : product.byKey.includes(how)
          ? 'key'
          : 'none'
  const truth = why === 'slots' || why === 'none' ? false : undefined
  return [
    part(
      'balances',
      truth,
      { mesh: product.name, call, how, why, known },
      {
        cause: `cannot-balance/${place}/${product.name}/${how}`,
        waitsFor: why === 'key' ? `by what calls are told apart for ${how}` : 'names of roles',
        hint:
          why === 'slots' ? 'no balancing of its own: the clients know the members' : `a way that ${product.name} has`,
        stated: [stated.balances],
      },
    ),
  ]
}

function breakerPart(
  { what: call, policy, stated, isOfMesh, declared }: DeclaredPolicy,
  product: MeshProduct,
  known: string,
  place: string,
): Parts {
  const { breaker } = policy
  if (!breaker) return []
  const isConnection = !isOfMesh && product.breaks === 'requests' && isTcp(declared)
  if (breaker.failures !== undefined && !isConnection) return []
  const why = breaker.failures === undefined ? 'unsaid' : 'connections'
  return [
    part(
      'breaker',
      why === 'unsaid' ? undefined : false,
      { mesh: product.name, call, why, known },
      {
        cause: `no-breaker/${place}/${product.name}/${call}`,
        waitsFor: 'failures of a breaker',
        hint: 'failures and for of the breaker; for connections, one in the client',
        stated: [breaker.stated ?? stated.breaker],
      },
    ),
  ]
}

// A mesh as a whole says what holds for its requests; a call that says it of itself means that call. What a program encrypts
// itself is opaque to its proxy (istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration).
function requestParts({ what: call, policy, stated, isOfMesh, declared }: DeclaredPolicy, place: string): Parts {
  const begun = declared?.call?.tls !== undefined && runsInside(declared.to)
  if (isOfMesh || !(begun || isTcp(declared))) return []
  const says = [
    ...(policy.timeout === undefined ? [] : [['a timeout', stated.timeout] as const]),
    ...(policy.retries === undefined ? [] : [['retries', stated.retries] as const]),
  ]
  return says.map(([what, cited]) =>
    part(
      'requests',
      false,
      { call, says: what, port: declared?.port ?? 'its port', begun },
      {
        cause: `only-requests/${place}/${call}`,
        hint: begun
          ? 'no TLS of its own: the proxies encrypt what goes between them'
          : 'a setting of the client of the store',
        stated: [cited],
      },
    ),
  )
}
