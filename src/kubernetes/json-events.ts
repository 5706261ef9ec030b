import { addEvent, deepestNesting, emptied, KIND, mostEvents, type YamlEvents } from './yaml/events.ts'
import { YamlFault } from './yaml/fault.ts'

const tokens = /[[\]{}]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s[\]{}",:]+/g

/** The events of a text that is one value of JSON, written into `events`; throws `YamlFault` where it is nested too deep. */
export function jsonEvents(text: string, events: YamlEvents): YamlEvents {
  emptied(events, text)
  let depth = 0
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const end = index + token.length
    if (events.count > mostEvents) {
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
