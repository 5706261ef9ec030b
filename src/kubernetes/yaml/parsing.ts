import { addEvent, KIND, type YamlEvents } from './events.ts'
import type { Scanner } from './scanner.ts'

/** A document while it is parsed. */
export interface Parsing {
  readonly scanner: Scanner
  readonly events: YamlEvents
  /** Parses whatever stands next. */
  readonly node: (parsing: Parsing, context: Context) => void
  depth: number
}

/** In a block anything may stand; `dashes` is the value of a key, whose list may stand no further in than the key. */
export type Context = 'block' | 'dashes' | 'flow'

/** Nothing where a value could be, which is a null. */
export function empty({ events }: Parsing, at: number): void {
  addEvent(events, KIND.plain, at, at)
}
