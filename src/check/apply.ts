// A fix is data: applied to the platform it was given for, it yields another platform that can be asked again.

import { amend, withOption } from '../platform/amend.ts'
import type { Platform } from '../platform/model.ts'
import type { Edit } from './verdict.ts'

/** The platform with the edits made. An edit of a component in one environment becomes a `sized` of that environment. */
export function applyEdits(platform: Platform, edits: readonly Edit[]): Platform {
  return edits.reduce(applyEdit, platform)
}

function applyEdit(platform: Platform, { of, path, to }: Edit): Platform {
  return amend(platform, (value, options) => {
    const noun = value as { readonly is?: string; readonly name?: string }
    return noun.is === of.is && noun.name === of.name ? (withOption(options, path, to) as typeof options) : undefined
  })
}
