// A component with other options in one environment.

import type { OptionsOf } from '../component/define.ts'
import { nounOf } from '../component/nouns.ts'
import type { Component } from '../component.ts'
import { makingOf } from '../made.ts'
import { make, type NounSpec } from '../make.ts'
import type { Sized } from '../model.ts'
import { need, noun } from '../schema.ts'
import type { Stated } from '../source.ts'
import { isPlainObject, validateFields } from '../validate.ts'
import { foundWords } from '../words.ts'
import { partial } from './partial.ts'

export const sizedSpec: NounSpec<Omit<Sized, 'is'>, Sized> = {
  is: 'sized',
  word: 'sized',
  fields: {
    component: need(noun('component'), 'what has another size'),
    options: need({ kind: 'anything' }, 'what is different'),
  },
  rules(_, { component, options }, say) {
    const noun = nounOf(component.noun)
    if (noun && isPlainObject(options)) validateFields(partial(noun.fields), options, '', say)
    else say({ path: '', found: foundWords(options), allowed: 'an object with options' })
  },
  build(_, { component, options }) {
    const { stated, ...rest } = options ?? {}
    return { is: 'sized', component, options: rest, ...(stated !== undefined && { stated: stated as Stated }) }
  },
}

/**
 * A component with other options in one environment; each option given replaces the whole option.
 * `sized: [sized(ledgerDb, { members: 1 })]`
 */
export function sized<C extends Component>(component: C, options: OptionsOf<C>): Sized {
  const title = makingOf(component)?.title
  const named = title === undefined ? sizedSpec : { ...sizedSpec, word: `sized ${title}` }
  return make(named, '', { component, options: options as Sized['options'] })
}
