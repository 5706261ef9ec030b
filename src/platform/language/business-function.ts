import { make, type NounSpec } from '../make.ts'
import type { BusinessFunction } from '../model.ts'
import { duration, list, need, noun, oneOf, stated, text } from '../schema.ts'

export type BusinessFunctionOptions = Omit<BusinessFunction, 'is' | 'name'>

export const businessFunctionSpec: NounSpec<BusinessFunctionOptions, BusinessFunction> = {
  is: 'businessFunction',
  word: 'businessFunction',
  named: text,
  fields: {
    in: need(noun('environment'), 'where people use it'),
    needs: list(noun('component'), 1),
    downAtMost: need(duration, 'how long people can do without'),
    criticality: oneOf('critical', 'important', 'normal'),
    meanwhile: text,
    tells: text,
    stated,
  },
  build: (name, options) => ({ is: 'businessFunction', name, ...options }),
}

/**
 * What people need the platform for, and how long they can do without. It is down while anything is that it needs, or that
 * this calls. `businessFunction('paying', { in: live, needs: [checkout], downAtMost: '1h', criticality: 'critical' })`
 */
export function businessFunction(name: string, options: BusinessFunctionOptions): BusinessFunction {
  return make(businessFunctionSpec, name, options)
}
