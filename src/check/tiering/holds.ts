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
          data === undefined ? undefined : data === promise.data,
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
    class: ({ environment, data }) =>
      data === undefined
        ? `nobody says whose rows lie in ${environment}`
        : `${environment} is said to hold ${data} rows`,
  },
})
