// A fix is data: applied to the platform it was given for, it yields another platform that can be asked again.

import { amend, withOption } from '../platform/amend.ts'
import { componentsOf } from '../platform/derive.ts'
import { sized } from '../platform/language/sized.ts'
import type { Environment, Platform, Sized } from '../platform/model.ts'
import type { Edit } from './verdict.ts'

/**
 * The platform with the edits made. An edit of a component in one environment becomes a `sized` of that environment, and
 * holds as every `sized` does in environments that are like it and say nothing else.
 */
export function applyEdits(platform: Platform, edits: readonly Edit[]): Platform {
  return edits.reduce(applyEdit, platform)
}

type Options = { readonly [option: string]: unknown }

function applyEdit(platform: Platform, edit: Edit): Platform {
  const { of, path, to } = edit
  return amend(platform, (value, options) => {
    const noun = value as { readonly is?: string; readonly name?: string }
    if (of.is === 'component' && of.environment !== undefined)
      return noun.is === 'environment' && noun.name === of.environment
        ? resized(value as Environment, options, edit)
        : undefined
    return noun.is === of.is && noun.name === of.name ? (withOption(options, path, to) as Options) : undefined
  })
}

function resized(environment: Environment, options: Options, { of, path: [option, ...rest], to }: Edit): Options {
  const component = componentsOf(environment).find(({ name }) => name === of.name)
  if (!component || option === undefined) return options
  const [before] = environment.sized.filter((size) => size.component.name === of.name)
  const others = (options.sized as readonly Sized[] | undefined)?.filter((size) => size.component.name !== of.name)
  const value = withOption(component.options[option], rest, to)
  return { ...options, sized: [...(others ?? []), sized(component, { ...before?.options, [option]: value })] }
}
