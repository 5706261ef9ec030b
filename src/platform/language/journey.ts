import { make, type NounSpec } from '../make.ts'
import type { Journey } from '../model.ts'
import { list, need, noun, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'

export interface JourneyOptions {
  /** Components, or ports of them, in the order in which each calls the next. */
  readonly path: Journey['path']
  readonly stated?: Stated
}

export const journeySpec: NounSpec<JourneyOptions, Journey> = {
  is: 'journey',
  word: 'journey',
  named: text,
  fields: { path: need(list(noun('component', 'port'), 2), 'who calls whom, from the first to the last'), stated },
  build: (name, { path = [], stated }) => ({ is: 'journey', name, path, ...(stated && { stated }) }),
}

/** A path of calls that people need. `journey('buying', { path: [edge, checkout.port('http'), orders] })` */
export function journey(name: string, options: JourneyOptions): Journey {
  return make(journeySpec, name, options)
}
