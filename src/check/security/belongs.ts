// Contexts and what belongs to them: one that is listed has something that runs, and what runs belongs to one that is listed.

import { sourceOf } from '../../estate/source.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Context } from '../../platform/model.ts'
import { nearest } from '../../platform/nearest.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { World } from '../world.ts'

type Parts = {
  has: { readonly context: string; readonly components: readonly string[]; readonly near?: string }
  listed: { readonly context: string; readonly components: readonly string[]; readonly near?: string }
}

export const belongs = defineQuestion<Parts>({
  id: 'belongs',
  asks: 'Has each context something that runs, and is it among those that are listed?',

  *judge(world) {
    const place = world.platform?.name ?? 'platform'
    const used = usedContexts(world)
    const listed = new Map((world.platform?.contexts ?? []).map((context) => [context.name, { context, by: [] }]))
    // Where none is listed, those that are named are all there are.
    if (listed.size === 0) return
    const all = [...new Map<string, Used>([...listed, ...used])].toSorted(([a], [b]) => byCodePoint(a, b))
    for (const [name, { context, by }] of all)
      yield {
        id: [place, name],
        says: listed.has(name) ? `something runs for ${name}` : `${name} is a context of the platform`,
        source: sourceOf(context, context.stated),
        parts: [listed.has(name) ? hasPart(name, by, listed, used) : listedPart(name, by, listed, used)],
      }
  },

  says: {
    has: ({ context, components, near }, truth) =>
      truth === true
        ? `${components.join(', ')} ${components.length === 1 ? 'belongs' : 'belong'} to ${context}`
        : `nothing that runs belongs to ${context}${near === undefined ? '' : `, and what belongs to ${near} belongs to none that is listed`}`,
    listed: ({ context, components, near }) =>
      `${components.join(', ')} ${components.length === 1 ? 'belongs' : 'belong'} to ${context}, which is not among the contexts that are listed${near === undefined ? '' : `: ${near} is, and has nothing`}`,
  },
})

interface Used {
  readonly context: Context
  /** Components that belong to it. */
  readonly by: readonly string[]
}

type Contexts = ReadonlyMap<string, Used>

function usedContexts({ platform }: World): Contexts {
  const used = new Map<string, { context: Context; by: Set<string> }>()
  for (const component of (platform ? environmentsOf(platform) : []).flatMap(componentsOf)) {
    const { context } = traitsOf(component)
    if (typeof context !== 'object') continue
    const known = used.get(context.name) ?? { context, by: new Set<string>() }
    used.set(context.name, known)
    known.by.add(component.name)
  }
  return new Map([...used].map(([name, { context, by }]) => [name, { context, by: [...by].sort() }]))
}

function hasPart(name: string, by: readonly string[], listed: Contexts, used: Contexts): AnyPart<Parts> {
  const strangers = [...used.keys()].filter((one) => !listed.has(one))
  const near = by.length === 0 ? likeliest(name, strangers) : undefined
  const hint =
    near === undefined ? `context: ${name} of what runs for it, or contexts without it` : `one name: ${name} or ${near}`
  return part('has', by.length > 0, { context: name, components: by, near }, { cause: `context/${near ?? name}`, hint })
}

function listedPart(name: string, by: readonly string[], listed: Contexts, used: Contexts): AnyPart<Parts> {
  const idle = [...listed.keys()].filter((one) => !used.has(one))
  const near = likeliest(name, idle)
  const hint = near === undefined ? 'contexts: all that there are' : `one name: context: ${near}`
  return part('listed', false, { context: name, components: by, near }, { cause: `context/${name}`, hint })
}

// Of two lists of names, what is left over on both sides is the same thing where words of the one are words of the other.
function likeliest(name: string, names: readonly string[]): string | undefined {
  const words = (text: string) => text.split('-')
  const shared = names.filter((other) => {
    const [few, many] = [words(name), words(other)].sort((a, b) => a.length - b.length)
    return few?.every((word) => many?.includes(word))
  })
  return shared.length === 1 ? shared[0] : nearest(name, names)
}
