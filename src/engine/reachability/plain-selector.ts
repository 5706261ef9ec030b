import type { LabelRequirement, LabelSelector } from '../../kubernetes/types.ts'

/** Requirements as a selector: one value for a key is written as a label, as people write it. */
export function plainSelector(requirements: readonly LabelRequirement[]): LabelSelector {
  const isEqual = ({ operator, values = [] }: LabelRequirement) => operator === 'In' && values.length === 1
  const others = requirements.filter((each) => !isEqual(each))
  const equal = requirements.filter(isEqual).map(({ key, values = [] }) => [key, values[0] ?? ''] as const)
  // Two values for one key contradict each other: both are kept.
  const isPlain = new Set(equal.map(([key]) => key)).size === equal.length
  if (!isPlain) return { matchExpressions: requirements }
  return {
    ...(equal.length > 0 && { matchLabels: Object.fromEntries(equal) }),
    ...(others.length > 0 && { matchExpressions: others }),
  }
}
