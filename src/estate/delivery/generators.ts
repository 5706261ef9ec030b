// The parameters that the generators of an ApplicationSet give, one set for each application.
// Source: argo-cd@v3.0.12 applicationset/generators.

import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { textIn, textsIn } from './declared.ts'
import { fill } from './fill.ts'
import { flat, type Generating } from './generating.ts'
import { gitParameters } from './git-generator.ts'
import { TemplateFault } from './go-template-parse.ts'
import { goText } from './template-functions.ts'
import { readYaml } from './yaml-file.ts'

const kinds = ['list', 'git', 'matrix', 'merge'] as const

/** Sets of parameters, each with nothing that a prototype lends; throws TemplateFault where files cannot say them. */
export function parametersOf(generator: Fields, generating: Generating): readonly Fields[] {
  const kind = kinds.find((one) => Object.hasOwn(generator, one))
  if (kind === undefined) throw new TemplateFault(`its generator ${unreadKind(generator)} asks what no file says`)
  const given = fieldsAt(generator, kind)
  const found = {
    list: () => listed(given, generating),
    git: () => gitParameters(given, generating),
    matrix: () => crossed(given, generating),
    merge: () => merged(given, generating),
  }[kind]()
  const selector = fieldsAt(generator, 'selector')
  if (Object.keys(selector).length === 0) return found
  return found.filter((parameters) => matchesLabels(selector as LabelSelector, flat(parameters)))
}

function unreadKind(generator: Fields): string {
  return (
    Object.keys(generator)
      .filter((field) => field !== 'selector')
      .sort(byCodePoint)[0] ?? '(none)'
  )
}

function listed(list: Fields, { isGo }: Generating): readonly Fields[] {
  const written = textIn(list.elementsYaml)
  const more = written === undefined ? [] : fieldsIn(readYaml(written))
  return [...fieldsIn(list.elements).map((element) => (isGo ? element : flatElement(element))), ...more]
}

function flatElement({ values, ...element }: Fields): Fields {
  const own = typeof values === 'object' && values !== null ? Object.entries(values) : []
  return Object.fromEntries([...Object.entries(element), ...own.map(([key, value]) => [`values.${key}`, value])])
}

// The second generator is filled with the parameters of the first.
function crossed(matrix: Fields, generating: Generating): readonly Fields[] {
  const [first, second, ...others] = fieldsIn(matrix.generators)
  if (!first || !second || others.length > 0) throw new TemplateFault('its matrix has not two generators')
  return parametersOf(first, generating).flatMap((outer) =>
    parametersOf(fill(second, outer, generating) as Fields, generating).map((inner) =>
      generating.isGo ? (deepMerged(inner, outer) as Fields) : { ...inner, ...outer },
    ),
  )
}

function merged(merge: Fields, generating: Generating): readonly Fields[] {
  const [base, ...others] = fieldsIn(merge.generators)
  if (!base) throw new TemplateFault('its merge has no generators')
  const keyOf = (parameters: Fields) =>
    textsIn(merge.mergeKeys)
      .map((key) => goText(parameters[key]))
      .join('\n')
  const sets = new Map(parametersOf(base, generating).map((parameters) => [keyOf(parameters), parameters]))
  for (const other of others) {
    for (const parameters of parametersOf(other, generating)) {
      const key = keyOf(parameters)
      const before = sets.get(key)
      if (before)
        sets.set(key, (generating.isGo ? deepMerged(before, parameters) : { ...before, ...parameters }) as Fields)
    }
  }
  return [...sets.values()]
}

/** The second wins; mappings are merged, lists replaced. */
export function deepMerged(weak: unknown, strong: unknown): unknown {
  if (!isFields(weak) || !isFields(strong)) return strong === undefined ? weak : strong
  const keys = new Set([...Object.keys(weak), ...Object.keys(strong)])
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      deepMerged(
        Object.hasOwn(weak, key) ? weak[key] : undefined,
        Object.hasOwn(strong, key) ? strong[key] : undefined,
      ),
    ]),
  )
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
