// What operators do with the members of what they run; an operator is named as in the notes of what it makes.

/**
 * Every member scrapes the same targets, or is sent the same alerts, by itself: none follows another, and none holds what
 * the others lack. Source: https://prometheus-operator.dev/docs/platform/high-availability/
 */
export function gathersAlone(operator: string | undefined): boolean {
  return operator === 'prometheus-operator'
}

/**
 * Who makes pods itself, with no StatefulSet between: one of a name, once no other of that name is there. Sources:
 * strimzi/strimzi-kafka-operator StrimziPodSetController.java, maybeCreateOrPatchPod; cloudnative-pg.io/docs, failure modes.
 */
export function podKeeper(operator: string | undefined): string | undefined {
  return operator === undefined ? undefined : keepers.get(operator)
}

const keepers: ReadonlyMap<string, string> = new Map([
  ['cloudnative-pg', 'CloudNativePG'],
  ['strimzi', 'Strimzi'],
])
