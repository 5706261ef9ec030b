import { instance } from '@viz-js/viz'
import { lower } from '../../src/estate/lower.ts'
import type { Platform } from '../../src/platform/model.ts'
import { dot } from '../../src/render/drawing/dot.ts'
import { drawn } from '../../src/render/drawing/drawn.ts'

/** A platform as SVG, laid out by Graphviz, with its title for those who do not see it. */
export async function drawingOf(platform: Platform): Promise<string> {
  const graphviz = await instance()
  const svg = graphviz.renderString(dot(lower(platform).map(drawn)), { format: 'svg' })
  return svg.replace(/<svg[^>]*>/, (open) => `${open}\n<title>${escaped(platform.title ?? platform.name)}</title>`)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
