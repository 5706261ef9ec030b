// How a kubelet starts a container again that keeps dying, and which of those an alert on so many restarts can see.
// Source: kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy (the wait doubles from the first to
// the most, and is forgotten after ten minutes without a crash); kubernetes@v1.36.3,
// pkg/kubelet/kuberuntime/kuberuntime_manager.go:1908 (the first restart does not wait).

export interface BackOff {
  readonly firstSeconds: number
  readonly mostSeconds: number
}

export interface RestartRule {
  /** Fires at so many restarts … */
  readonly restarts: number
  /** … in so long. */
  readonly overSeconds: number
  /** It must hold for so long before it fires. */
  readonly forSeconds: number
}

/** The waits before each of so many restarts: `[0, 10, 20, 40, 80]`. */
export function waitsBefore(restarts: number, { firstSeconds, mostSeconds }: BackOff): readonly number[] {
  return Array.from({ length: restarts }, (_, at) =>
    at === 0 ? 0 : Math.min(firstSeconds * 2 ** (at - 1), mostSeconds),
  )
}

/**
 * How long a container may run each time it is started for the rule still to fire, in seconds; below zero where the
 * waits alone take longer than the rule looks back.
 */
export function longestLifeSeconds({ restarts, overSeconds, forSeconds }: RestartRule, backOff: BackOff): number {
  const waits = waitsBefore(restarts, backOff).reduce((sum, wait) => sum + wait, 0)
  return (overSeconds - forSeconds - waits) / restarts
}

/** What runs so long is no longer in a loop: the kubelet forgets that it crashed (twice the longest wait). */
export function loopEndsSeconds({ mostSeconds }: BackOff): number {
  return 2 * mostSeconds
}
