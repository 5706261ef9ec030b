import { lower } from '../../estate/lower.ts'
import type { Platform } from '../../platform/model.ts'
import { worldsOf } from '../../platform/worlds.ts'
import type { Rendered } from '../../render/renderer.ts'
import { renderers } from '../../render/renderers.ts'
import type { Asked } from './tasks.ts'

/** What a renderer writes; or the open choices, between which nobody renders. */
export type RenderAnswer = Rendered | { readonly open: readonly string[] }

export function renderTask(platform: Platform, { options, textOf }: Asked): RenderAnswer {
  const { worlds } = worldsOf(platform)
  const [decided, ...others] = worlds
  if (!decided || others.length > 0) return { open: [...(decided?.choices.keys() ?? [])].sort() }
  const { target } = options as { readonly target: keyof typeof renderers }
  return renderers[target].render({ platform, estates: lower(decided.platform, { textOf }) })
}
