// Drawings held against what is declared: arrows against calls and promotions, boxes against what runs. What runs inside a
// box of a cluster is drawn with it, and an arrow may lead through what the drawing leaves out.

import { sourceOf } from '../../estate/source.ts'
import type { Drawing } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { drawnIn } from './drawn-in.ts'

type Pair = readonly [from: string, to: string]

type DrawnParts = {
  boxes: { readonly count: number; readonly undeclared: readonly string[] }
  arrows: { readonly count: number; readonly undeclared: readonly Pair[] }
  calls: { readonly undrawn: readonly Pair[] }
  whole: { readonly place: string; readonly count: number; readonly undrawn: readonly string[] }
}

export const drawn = defineQuestion<DrawnParts>({
  id: 'drawn',
  asks: 'Does each drawing show what is declared?',

  *judge({ platform }) {
    for (const drawing of platform?.drawings ?? []) {
      if (!platform) return
      yield {
        id: [platform.name, drawing.name],
        says: `${drawing.name} shows what is declared`,
        source: sourceOf(drawing, drawing.stated),
        parts: partsOf(drawing, drawnIn(drawing, platform)),
      }
    }
  },

  says: {
    boxes: ({ count, undeclared }) =>
      undeclared.length === 0
        ? `all boxes are declared: ${count}`
        : {
            line: `drawn, and declared nowhere: ${undeclared.length} of ${countOf(count, 'box', 'boxes')}`,
            rows: undeclared.map((one) => ['box', one] as const),
          },
    arrows: ({ count, undeclared }, truth) => {
      if (truth === true) return `all arrows are ways that are declared: ${count}`
      const what = truth === false ? 'drawn, and declared nowhere' : 'drawn, and nobody says where versions come from'
      return { line: `${what}: ${undeclared.length} of ${countOf(count, 'arrow')}`, rows: undeclared }
    },
    calls: ({ undrawn }) =>
      undrawn.length === 0
        ? 'no way between two boxes is left out'
        : {
            line: `${undrawn.length} declared ${undrawn.length === 1 ? 'way' : 'ways'} between two boxes ${undrawn.length === 1 ? 'has' : 'have'} no arrow`,
            rows: undrawn,
          },
    whole: ({ place, count, undrawn }) =>
      undrawn.length === 0
        ? count === 1
          ? `the one component of ${place} is drawn`
          : `all ${count} components of ${place} are drawn`
        : {
            line: `not drawn: ${undrawn.length} of ${countOf(count, 'component')} of ${place}`,
            rows: undrawn.map((one) => ['without', one] as const),
          },
  },
})

function partsOf(drawing: Drawing, found: ReturnType<typeof drawnIn>): readonly AnyPart<DrawnParts>[] {
  const { name, stated } = drawing
  const more = (rule: string, hint: string) => ({ cause: `drawn/${name}/${rule}`, hint, stated: [stated] })
  const sorted = (pairs: readonly Pair[]) => pairs.toSorted((a, b) => byCodePoint(a.join(' '), b.join(' ')))
  const { boxes, undeclared, arrows, undeclaredArrows, openArrows, undrawnWays, whole } = found
  const arrowsHold = undeclaredArrows.length > 0 ? false : openArrows.length > 0 ? undefined : true
  return [
    part(
      'boxes',
      undeclared.length === 0,
      { count: boxes, undeclared: undeclared.toSorted(byCodePoint) },
      more('boxes', 'declare it, or draw what is declared'),
    ),
    ...(arrows === 0
      ? []
      : [
          part(
            'arrows',
            arrowsHold,
            { count: arrows, undeclared: sorted(arrowsHold === undefined ? openArrows : undeclaredArrows) },
            {
              ...more('arrows', 'declare the way, or draw none'),
              ...(arrowsHold === undefined && { waitsFor: 'from: of the promotion' }),
            },
          ),
        ]),
    ...(arrows === 0
      ? []
      : [
          part('calls', undrawnWays.length === 0, { undrawn: sorted(undrawnWays) }, more('calls', 'an arrow for each')),
        ]),
    ...(whole
      ? [
          part(
            'whole',
            whole.undrawn.length === 0,
            { ...whole, undrawn: whole.undrawn.toSorted(byCodePoint) },
            more('whole', 'a box for each'),
          ),
        ]
      : []),
  ]
}
