// Whose rows an environment is promised to hold, against whose may lie there by all else that is said of it.

import type { DataClass } from '../../platform/model.ts'
import { definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'
import { dataOf } from '../plans/drilled-rows.ts'

type Rules = { class: { readonly environment: string; readonly promised: DataClass; readonly data?: DataClass } }

export const holds = definePromise<Rules>()({
  kind: 'holds',
  asks: 'Does it hold rows of that kind?',

  *judge(promise, world) {
    const environment = promise.in ?? onlyEnvironment(world)
    if (!environment) return
    const { name, stated } = environment
    const data = dataOf(environment)
    yield {
      id: [name, promise.data],
      environment: name,
      says: `${name} holds ${promise.data} rows`,
      source: { stated: promise.stated },
      parts: [
        part(
          'class',
          truthOf(promise.data, data),
          { environment: name, promised: promise.data, ...(data && { data }) },
          {
            cause: `rows-of/${name}`,
            hint: 'one kind of rows, wherever it is said',
            waitsFor: `data of ${name}`,
            stated: [stated],
          },
        ),
      ],
    }
  },

  says: {
    class: ({ environment, promised, data }, truth) => {
      if (data === undefined) return `nobody says whose rows lie in ${environment}`
      const said = `${environment} is said to hold ${data} rows`
      return truth === undefined ? `${said}, and ${promised} rows may be ${data} too: ${both}` : said
    },
  },
})

const both = 'nobody says whether it is a part of them, and whether persons are unknown in it'

// How many rows there are and whether persons are known in them are two things: a masked part is both.
function truthOf(promised: DataClass, data: DataClass | undefined): boolean | undefined {
  if (data === promised) return true
  const isPart = [promised, data].includes('subset') && [promised, data].includes('masked')
  return data === undefined || isPart ? undefined : false
}
