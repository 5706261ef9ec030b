// A promise on what containers may not do, held against each container that starts with a pod.
// Source: https://kubernetes.io/docs/tasks/configure-pod-container/security-context/, of seccomp where nothing is said
// https://kubernetes.io/docs/tutorials/security/seccomp/ (the kubelet's seccompDefault).

import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { shareOf } from '../count-words.ts'
import { definePromise, part } from '../define.ts'
import { type StartSecurity, startSecurity } from '../images/start-security.ts'
import { placeOf } from '../place.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'
import { mutated, mutatorsIn } from './mutated.ts'

interface Asked {
  readonly place: string
  readonly containers: number
  /** Each container that does not keep to it, `pod/container`, with what it says instead. */
  readonly not: readonly (readonly [container: string, says: string])[]
}

type HardenedPromise = Extract<PlatformPromise, { kind: 'hardened' }>

type Rules = {
  nonRoot: Asked
  readOnlyRoot: Asked
  drops: Asked & { readonly drops: readonly string[] }
  seccomp: Asked & { readonly profile: string }
  empty: { readonly place: string }
  unsaid: { readonly place: string }
}

/** What a container says against a rule: false where it certainly has the right, undefined where nobody says. */
interface Miss {
  readonly truth: false | undefined
  readonly says: string
}
type Test = (said: StartSecurity) => Miss | undefined

const no = (says: string): Miss => ({ truth: false, says })

const nonRoot: Test = ({ nonRoot }) => (nonRoot ? undefined : no('no runAsNonRoot: true'))
const readOnlyRoot: Test = (said) => (said.readOnlyRoot ? undefined : no('no readOnlyRootFilesystem: true'))

// Who is privileged has every capability and no profile, whatever is said beside it.
const drops =
  (wanted: readonly string[]): Test =>
  ({ privileged, drops: dropped, adds }) => {
    if (privileged) return no('privileged')
    const kept = dropped.includes('ALL') ? [] : wanted.filter((each) => !dropped.includes(each))
    const added = adds.filter((each) => each === 'ALL' || wanted.includes(each) || wanted.includes('ALL'))
    if (added.length > 0) return no(`adds ${added.join(', ')}`)
    return kept.length > 0 ? no(`does not drop ${kept.join(', ')}`) : undefined
  }

const seccomp =
  (profile: string): Test =>
  ({ privileged, seccomp: said }) => {
    if (privileged) return no('privileged')
    if (said === profile) return undefined
    return said === undefined ? { truth: undefined, says: "no profile: the kubelet's own default" } : no(said)
  }

export const hardened = definePromise<Rules>()({
  kind: 'hardened',
  asks: 'Is every container kept from what it need not do?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const namespace = (promise.in ?? view?.estate.environments.find(({ name }) => name === environment))?.namespace
    const pods = (view?.pods ?? []).filter((pod) => pod.count > 0 && (!namespace || pod.namespace === namespace))
    const ask = (test: Test, rule: string) => held(pods, test, { place, rule, view })
    const of = {
      nonRoot: promise.nonRoot && ask(nonRoot, 'non-root'),
      readOnlyRoot: promise.readOnlyRoot && ask(readOnlyRoot, 'read-only-root'),
      drops: promise.drops && ask(drops(promise.drops.map(plain)), 'drops'),
      seccomp: promise.seccomp && ask(seccomp(promise.seccomp), 'seccomp'),
    }
    const wanted = (promise.drops ?? []).map(plain).sort(byCodePoint)
    yield {
      id: [place],
      environment,
      cluster,
      says: `the containers of ${place} are kept from what they need not do`,
      source: { stated: promise.stated },
      parts:
        pods.length === 0
          ? [part('empty', undefined, { place })]
          : [
              ...(isSaid(promise) ? [] : [part('unsaid', undefined, { place }, { waitsFor: `hardened/${place}` })]),
              ...(of.nonRoot ? [part('nonRoot', of.nonRoot.truth, of.nonRoot.data, of.nonRoot.more)] : []),
              ...(of.readOnlyRoot
                ? [part('readOnlyRoot', of.readOnlyRoot.truth, of.readOnlyRoot.data, of.readOnlyRoot.more)]
                : []),
              ...(of.drops ? [part('drops', of.drops.truth, { ...of.drops.data, drops: wanted }, of.drops.more)] : []),
              ...(of.seccomp && promise.seccomp
                ? [part('seccomp', of.seccomp.truth, { ...of.seccomp.data, profile: promise.seccomp }, of.seccomp.more)]
                : []),
            ],
    }
  },

  says: {
    nonRoot: (asked) => words(asked, 'is told not to run as root', 'may run as root'),
    readOnlyRoot: (asked) => words(asked, 'cannot write to its root filesystem', 'may write to its root filesystem'),
    drops: (asked) => words(asked, `is without ${asked.drops.join(', ')}`, `may have ${asked.drops.join(', ')}`),
    seccomp: (asked) =>
      words(
        asked,
        `runs under seccomp profile ${asked.profile}`,
        `may run under another seccomp profile than ${asked.profile}`,
      ),
    unsaid: ({ place }) => `nobody says what the containers of ${place} are kept from`,
    empty: ({ place }) => `nothing runs in ${place} that could be kept from anything`,
  },
})

function isSaid({ nonRoot, readOnlyRoot, drops, seccomp }: HardenedPromise): boolean {
  return Boolean(nonRoot || readOnlyRoot || drops || seccomp)
}

interface Around {
  readonly place: string
  readonly rule: string
  readonly view: View | undefined
}

function held(pods: readonly PodClass[], test: Test, { place, rule, view }: Around) {
  const not: [string, string][] = []
  const assumes = new Map<string, Assumption>()
  let truth: Truth = true
  let containers = 0
  for (const pod of pods) {
    const said = startSecurity(pod)
    containers += said.length
    const misses = said.flatMap((one) => {
      const miss = test(one)
      return miss ? [{ container: one.container, ...miss }] : []
    })
    for (const { container, says } of misses)
      not.push([container === pod.name ? pod.name : `${pod.name}/${container}`, says])
    // What an operator makes may say more of its security than is known of it here.
    const written =
      misses.length === 0 ? true : misses.some((miss) => miss.truth === false) && !pod.source.made ? false : undefined
    const found = view ? mutated(written, mutatorsIn(view)(pod), view.denied) : { truth: written, assumes: [] }
    for (const one of found.assumes) assumes.set(one.id, one)
    if (found.truth === false || (found.truth === undefined && truth === true)) truth = found.truth
  }
  const data: Asked = { place, containers, not: not.sort(([a], [b]) => byCodePoint(a, b)) }
  return {
    truth,
    data,
    more: {
      cause: `not-hardened/${place}/${rule}`,
      hint: 'a securityContext that says so',
      assumes: [...assumes.values()],
    },
  }
}

function plain(capability: string): string {
  return capability.toUpperCase().replace(/^CAP_/, '')
}

/** Of each that does what is wanted, or of those that may do otherwise. */
function words({ place, containers, not }: Asked, what: string, otherwise: string) {
  const line =
    not.length === 0
      ? `${containers === 1 ? 'the one container' : `each of the ${containers} containers`} of ${place} ${what}`
      : `${shareOf(not.length, containers, 'container')} of ${place} ${otherwise}`
  return { line, rows: not }
}
