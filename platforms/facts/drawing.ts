import { instance } from '@viz-js/viz'
import { lower } from '../../src/estate/lower.ts'
import type { Platform } from '../../src/platform/model.ts'
import { dot } from '../../src/render/drawing/dot.ts'
import { drawn } from '../../src/render/drawing/drawn.ts'

/** A platform as SVG, laid out by Graphviz. */
export async function drawingOf(platform: Platform): Promise<string> {
  const graphviz = await instance()
  return graphviz.renderString(dot(lower(platform).map(drawn)), { format: 'svg' })
}
