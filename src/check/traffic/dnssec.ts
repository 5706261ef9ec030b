// Signed answers help who can follow the signatures from a key that it trusts (RFC 4033 section 2). The domain of a cluster is
// delegated by nobody, and the resolvers in its pods check nothing.

import { componentsOf } from '../../platform/derive.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { defineQuestion, part } from '../define.ts'

type Rules = { chain: { component: string; by: string | undefined; answers: 'cluster' | 'internet' } }

export const dnssec = defineQuestion<Rules>({
  id: 'dnssec',
  asks: 'Can whoever asks follow the signatures of answers that are said to be signed?',

  *judge({ platform }) {
    for (const environment of platform ? environmentsOf(platform) : [])
      for (const component of componentsOf(environment)) {
        const { resolves, stated } = traitsOf(component)
        if (!resolves?.dnssec) continue
        const { answers, by } = resolves
        yield {
          id: [environment.name, component.name],
          environment: environment.name,
          cluster: environment.on.name,
          says: `who asks ${component.name} can tell that its answers are genuine`,
          source: { stated },
          parts: [
            part(
              'chain',
              answers === 'internet' ? true : undefined,
              { component: component.name, by, answers },
              {
                cause: `unsigned-names/${environment.name}`,
                waitsFor: 'a key of the domain of the cluster that its pods trust',
                hint: 'mutual TLS between pods, which shows who answers; and DNSSEC for the names on the internet',
                stated: [stated],
              },
            ),
          ],
        }
      }
  },

  says: {
    chain: ({ component, by, answers }) =>
      answers === 'internet'
        ? `the domain of ${component} can be signed and delegated`
        : `nobody says which key those who ask ${component}${by === undefined || by === component ? '' : ` (${by})`} trust: it answers for names of the cluster, and as nobody delegates their domain, signatures lead to a key only where it is given to whoever asks`,
  },
})
