import { lower } from '../../estate/lower.ts'
import type { Platform } from '../../platform/model.ts'
import { worldsOf } from '../../platform/worlds.ts'
import type { Rendered, Renderer } from '../../render/renderer.ts'
import type { Asked } from './tasks.ts'

/** What a renderer writes; or the open choices, between which nobody renders. */
export type RenderAnswer = Rendered | { readonly open: readonly string[] }

export function renderTask(renderer: Renderer): (platform: Platform, asked: Asked) => RenderAnswer {
  return (platform, { asOf, textOf }) => {
    const { worlds } = worldsOf(platform)
    const [decided, ...others] = worlds
    if (!decided || others.length > 0) return { open: [...(decided?.choices.keys() ?? [])].sort() }
    return renderer.render({ platform, estates: lower(decided.platform, { textOf }), asOf, textOf })
  }
}
