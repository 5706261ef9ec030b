// Whether the cloud that a cluster is said to stand in has the Kubernetes that it is said to be.

import { sourceOf } from '../../estate/source.ts'
import { managedClusterOf } from '../../knowledge/managed-clusters.ts'
import { defineQuestion, part } from '../define.ts'
import { clustersIn } from './clusters-in.ts'

type Rules = {
  provider: {
    readonly cluster: string
    readonly distribution: string
    readonly provider: string
    readonly of: string
    readonly known: string
  }
}

export const provided = defineQuestion<Rules>({
  id: 'provided',
  asks: 'Does the provider have the Kubernetes that a cluster is said to be?',

  *judge(world) {
    for (const cluster of clustersIn(world)) {
      const { name, distribution, provider, stated } = cluster
      const known = managedClusterOf(distribution)
      if (!known || provider === undefined || distribution === undefined) continue
      yield {
        id: [name],
        cluster: name,
        says: `${name} is a Kubernetes that ${provider} has`,
        source: sourceOf(cluster, stated),
        parts: [
          part(
            'provider',
            known.provider === provider,
            { cluster: name, distribution, provider, of: known.provider, known: `${known.source} (${known.asOf})` },
            { cause: `provider/${distribution}`, hint: `provider: '${known.provider}', or its distribution there` },
          ),
        ],
      }
    }
  },

  says: {
    provider: ({ cluster, distribution, provider, of, known }, truth) => ({
      line: `${cluster} is ${distribution}, a service of ${of}${truth === true ? '' : `, and stands in ${provider}`}`,
      rows: [['known', known]],
    }),
  },
})
