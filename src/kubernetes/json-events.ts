import { addEvent, deepestNesting, KIND, mostEvents, noEvents, type YamlEvents } from './yaml/events.ts'
import { YamlFault } from './yaml/fault.ts'

const tokens = /[[\]{}]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s[\]{}",:]+/g

/** The events of a text that is one value of JSON; throws `YamlFault` where it is nested too deep. */
export function jsonEvents(text: string): YamlEvents {
  const events = noEvents(text)
  let depth = 0
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const end = index + token.length
    if (events.kinds.length > mostEvents) {
      throw new YamlFault(index, `one document of more than ${mostEvents} values`)
    }
    if (token === '{' || token === '[') {
      if (++depth > deepestNesting) {
        throw new YamlFault(index, `values are nested more than ${deepestNesting} deep here`)
      }
      addEvent(events, token === '{' ? KIND.mapping : KIND.sequence, index, index)
    } else if (token === '}' || token === ']') {
      depth--
      addEvent(events, KIND.end, index, end)
    } else addEvent(events, token.startsWith('"') ? KIND.quoted : KIND.plain, index, end)
  }
  return events
}
