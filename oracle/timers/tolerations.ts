export interface TolerationJson {
  readonly key?: string
  readonly operator: 'Exists'
  readonly effect?: 'NoExecute' | 'NoSchedule'
  readonly tolerationSeconds?: number
}

export const unreachableKey = 'node.kubernetes.io/unreachable'
export const outOfServiceKey = 'node.kubernetes.io/out-of-service'

export const unreachableFor = (seconds?: number) => tolerationOf(unreachableKey, seconds)
export const outOfServiceFor = (seconds?: number) => tolerationOf(outOfServiceKey, seconds)

function tolerationOf(key: string, seconds: number | undefined): TolerationJson {
  return { key, operator: 'Exists', effect: 'NoExecute', ...(seconds !== undefined && { tolerationSeconds: seconds }) }
}
