// Which objects of an estate a team applies: what it declares; never what the distribution or an operator brings.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { whyNotInFiles } from '../../estate/lower/not-in-files.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Left } from '../renderer.ts'

/** Sorted as they are in the estate. */
export function writtenObjects({ objects }: Estate): readonly EstateObject[] {
  return objects.filter((object) => isDeclared(object) && whyNotInFiles(object) === undefined)
}

/** What is declared and is not written, with the reason. */
export function leftObjects({ cluster, objects }: Estate): readonly Left[] {
  return objects.filter(isDeclared).flatMap((object) => {
    const because = whyNotInFiles(object)
    const { kind, namespace, name } = partsOf(object.ref)
    const place = namespace === '' ? cluster : namespace
    return because === undefined ? [] : [{ part: `${kind} ${name} in ${place}`, because }]
  })
}

function isDeclared({ origin, implied }: EstateObject): boolean {
  return (origin === 'lowered' || origin === 'written') && !implied
}
