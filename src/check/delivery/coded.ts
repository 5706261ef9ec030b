// Infrastructure as code: whether it builds all that is declared, where its state lies, and whether it can run what people
// are to do step by step.

import { sourceOf } from '../../estate/source.ts'
import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Infrastructure, Platform } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'

type CodedParts = {
  folders: { readonly has: readonly string[]; readonly lacks: readonly string[] }
  modules: { readonly count: number; readonly lacks: readonly string[] }
  state: { readonly by: string; readonly remote?: boolean; readonly locked?: boolean }
  steps: { readonly by: string }
  guarded: { readonly name: string }
}

export const coded = defineQuestion<CodedParts>({
  id: 'coded',
  asks: 'Does the infrastructure as code build all that is declared?',

  *judge({ platform }) {
    for (const infrastructure of platform?.infrastructure ?? []) {
      const parts = platform ? partsOf(infrastructure, platform) : []
      if (parts.length === 0) continue
      yield {
        id: [platform?.name ?? 'platform', infrastructure.name],
        says: `${infrastructure.name} builds all that is declared`,
        source: sourceOf(infrastructure, infrastructure.stated),
        parts,
      }
    }
  },

  says: {
    folders: ({ has, lacks }) =>
      lacks.length === 0
        ? `${has.join(', ')}: each has a folder of its own`
        : `${lacks.join(' and ')} ${lacks.length === 1 ? 'has' : 'have'} no folder beside ${has.join(', ')}: built by hand, or not at all`,
    modules: ({ count, lacks }) =>
      lacks.length === 0
        ? `${countOf(count, 'module makes', 'modules make')} whatever stands outside the clusters, and the clusters`
        : {
            line: `no module makes ${lacks.length} of what is declared`,
            rows: lacks.map((one) => ['without', one] as const),
          },
    state: ({ by, remote, locked }, truth) => {
      if (truth === true) return `the state of ${by} lies where all see it, and one run at a time changes it`
      if (remote === false) return `the state of ${by} lies on the machine of whoever ran it last`
      return locked === false
        ? `two runs of ${by} may change one state at once`
        : `nobody says where the state of ${by} lies, and whether it is locked`
    },
    guarded: ({ name }, truth) =>
      truth === true
        ? `policies are asked before ${name} changes anything: what breaks one is refused`
        : `no policy is asked before ${name} changes something: what opens a door is seen once it is open`,
    steps: ({ by }, truth) =>
      truth === true
        ? `${by} takes steps one after the other`
        : `${by} brings about what is declared, in an order of its own: it cannot wait, ask or decide between two steps of a procedure`,
  },
})

// A playbook of Ansible runs its tasks in order (https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_intro.html);
// the others plan what is declared as a graph (https://developer.hashicorp.com/terraform/internals/graph).
const inOrder: ReadonlySet<Infrastructure['by']> = new Set(['ansible'])

function partsOf(infrastructure: Infrastructure, platform: Platform): readonly AnyPart<CodedParts>[] {
  const { name, by, environments, modules, runbooks, guarded, stated } = infrastructure
  const more = { stated: [stated] }
  const parts: AnyPart<CodedParts>[] = []
  if (environments.length > 0) {
    const has = environments.map((one) => one.name).sort(byCodePoint)
    const lacks = environmentsOf(platform)
      .map((one) => one.name)
      .filter((one) => !has.includes(one))
      .sort(byCodePoint)
    const fix = { cause: `no-folder/${lacks[0]}`, hint: `a folder for ${lacks.join(' and ')}` }
    parts.push(part('folders', lacks.length === 0, { has, lacks }, { ...fix, ...more }))
  }
  if (Object.keys(modules).length > 0) {
    const lacks = [...madeOutside(platform)].filter((one) => !namesIn(modules).has(one)).sort(byCodePoint)
    const fix = { cause: `no-module/${name}`, hint: `a module for ${lacks.join(', ')}` }
    parts.push(part('modules', lacks.length === 0, { count: Object.keys(modules).length, lacks }, { ...fix, ...more }))
    parts.push(statePart(infrastructure))
  }
  if (guarded !== undefined)
    parts.push(
      part(
        'guarded',
        guarded,
        { name },
        { cause: `unguarded/${name}`, hint: 'policies as code: guarded: true', ...more },
      ),
    )
  if (runbooks)
    parts.push(
      part(
        'steps',
        inOrder.has(by),
        { by },
        { cause: `no-steps/${by}`, hint: 'a procedure with its steps, and who takes each', ...more },
      ),
    )
  return parts
}

function statePart({ by, state, stated }: Infrastructure): AnyPart<CodedParts> {
  const { remote, locked } = state ?? {}
  const isWrong = remote === false || locked === false
  const truth = isWrong ? false : remote && locked ? true : undefined
  return part(
    'state',
    truth,
    { by, ...(remote !== undefined && { remote }), ...(locked !== undefined && { locked }) },
    {
      cause: `state/${by}`,
      hint: 'a remote state with a lock',
      ...(truth === undefined && { waitsFor: 'state:' }),
      stated: [state?.stated ?? stated],
    },
  )
}

/** Names of what no object of a cluster makes: clusters, and what providers run. */
function madeOutside(platform: Platform): ReadonlySet<string> {
  const environments = environmentsOf(platform)
  const components = environments.flatMap(componentsOf).filter(isMadeOutside)
  return new Set([...environments.map(({ on }) => on.name), ...components.map(({ name }) => name)])
}

const edges: ReadonlySet<string> = new Set(['loadBalancer', 'natGateway', 'cdn', 'waf', 'dns'])

function isMadeOutside(component: Component): boolean {
  return edges.has(component.noun) || traitsOf(component).managed !== undefined
}

function namesIn(modules: Infrastructure['modules']): ReadonlySet<string> {
  return new Set(Object.values(modules).flatMap((made) => made.map(({ name }) => name)))
}
