// The procedures of a file, by name, made as a platform makes them.

import { procedureAt } from '../../platform/language/procedure.ts'
import { makingOf } from '../../platform/made.ts'
import type { Procedure, Step } from '../../platform/model.ts'
import { isPlainObject, type Say, validateFields } from '../../platform/validate.ts'
import { foundWords } from '../../platform/words.ts'
import { procedureForm, statedOf, stepForm } from './forms.ts'
import type { Found } from './found.ts'

/** `procedures: { restore: { steps: [{ step: bring it back, actor: person, takes: 30m }] } }`; `of` finds one's lines. */
export function proceduresOf(written: unknown, of: (name: string) => Found): ReadonlyMap<string, Procedure> {
  const made = new Map<string, Procedure>()
  if (!isPlainObject(written)) return made
  for (const [name, value] of Object.entries(written)) {
    const one = procedureOf(name, value, of(name))
    if (one) made.set(name, one)
  }
  return made
}

function procedureOf(name: string, value: unknown, found: Found): Procedure | undefined {
  if (!isPlainObject(value)) {
    found.say({
      path: '',
      found: foundWords(value),
      allowed: 'steps, { steps: [{ step: bring it back, actor: person }] }',
    })
    return undefined
  }
  let isSound = true
  const say: Say = (wrong) => {
    isSound = false
    found.say(wrong)
  }
  validateFields(procedureForm, value, '', say)
  const { steps: written, stated: cited } = value as { readonly steps?: unknown; readonly stated?: unknown }
  const at = { at: found.at, via: [] }
  const steps = (Array.isArray(written) ? written : []).map((one, i) => stepOf(one, `steps[${i}]`, say, at))
  if (!isSound) return undefined
  const made = procedureAt.procedure(name, { steps, stated: statedOf(cited) }, at)
  for (const slip of makingOf(made)?.problems ?? []) say(slip)
  return isSound ? made : undefined
}

function stepOf(one: unknown, path: string, say: Say, at: Parameters<typeof procedureAt.step>[2]): Step | undefined {
  if (!isPlainObject(one)) {
    say({ path, found: foundWords(one), allowed: 'a step, { step: bring it back, actor: person, takes: 30m }' })
    return undefined
  }
  let isSound = true
  validateFields(stepForm, one, path, (wrong) => {
    isSound = false
    say(wrong)
  })
  const { step, stated: cited, ...options } = one as { readonly step?: string; readonly stated?: unknown }
  return isSound ? procedureAt.step(step ?? '', { ...options, stated: statedOf(cited) }, at) : undefined
}
