import type { Guard } from '../../platform/model.ts'
import { definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { type AccountsData, accountsPart, accountsWords } from './accounts-part.ts'
import { type BudgetsData, budgetsPart, budgetsWords } from './budgets-part.ts'
import { guardedIn } from './guarded.ts'
import { type PoliciesData, policiesPart, policiesWords } from './policies-part.ts'
import { type QuotaData, quotaPart, quotaWords } from './quota-part.ts'
import { type SecretsData, secretsPart, secretsWords } from './secrets-part.ts'

type Rules = {
  policies: PoliciesData
  quota: QuotaData
  budgets: BudgetsData
  accounts: AccountsData
  secrets: SecretsData
  absent: { readonly place: string }
}

const parts = {
  policies: policiesPart,
  quota: quotaPart,
  budgets: budgetsPart,
  accounts: accountsPart,
  secrets: secretsPart,
} satisfies { readonly [guard in Guard]: unknown }

// What keeps the tenants of one cluster apart counts where objects do it.
export const guards = definePromise<Rules>()({
  kind: 'guards',
  asks: 'Has the namespace everything that is to guard it?',

  *judge({ by, ...promise }, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const guarded = view && guardedIn(view, environment)
    const asked = [...new Set(by)].sort()
    yield {
      id: [place],
      environment,
      cluster,
      says: `${place} is guarded by ${asked.join(', ')}`,
      parts: guarded ? asked.map((guard) => parts[guard](guarded)) : [part('absent', undefined, { place })],
    }
  },

  says: {
    policies: policiesWords,
    quota: quotaWords,
    budgets: budgetsWords,
    accounts: accountsWords,
    secrets: secretsWords,
    absent: ({ place }) => `${place} is no single namespace of a cluster that is shown`,
  },
})
