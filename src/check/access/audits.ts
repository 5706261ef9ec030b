// A promise that the API server writes who did what: a server writes nothing unless it is told what and where to.
// Source: https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/ (2026-11-21).

import { definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'

type Rules = {
  written: {
    readonly cluster: string
    /** Undefined where nobody says. */
    readonly level?: string
    readonly distribution?: string
    readonly known?: string
  }
}

export const audits = definePromise<Rules>()({
  kind: 'audits',
  asks: 'Does the API server write who did what?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    if (!view) return
    const { server, distribution, source } = view.estate
    const level = server?.audit?.level
    const known = server?.audit?.source.known
    yield {
      id: [place, 'audit-log'],
      environment,
      cluster,
      says: 'the API server writes each request into its audit log, with who asked and whether it was allowed',
      source: { stated: promise.stated },
      parts: [
        part(
          'written',
          level === undefined ? undefined : level !== 'None',
          { cluster: view.estate.cluster, level, distribution, known },
          {
            cause: `no-audit-log/${view.estate.cluster}`,
            hint: "server: { audit: 'Metadata' }: --audit-policy-file and --audit-log-path, on K3s as --kube-apiserver-arg",
            at: { source: server?.audit?.source ?? source, path: ['server', 'audit'] },
          },
        ),
      ],
    }
  },

  says: {
    written: ({ cluster, level, distribution = '', known }) => {
      if (level === undefined) return `nobody says what the API server of ${cluster} writes`
      const by = known === undefined ? '' : `, as ${distribution} starts it without being told otherwise`
      const line =
        level === 'None'
          ? `the API server of ${cluster} writes no audit log${by}`
          : `the API server of ${cluster} writes its audit log at level ${level}${by}`
      return { line, rows: known === undefined ? [] : [['source', known]] }
    },
  },
})
