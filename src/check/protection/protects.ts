import type { Protection } from '../../platform/model.ts'
import { definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { type AccountsData, accountsPart, accountsWords } from './accounts-part.ts'
import { type BudgetsData, budgetsPart, budgetsWords } from './budgets-part.ts'
import { type PoliciesData, policiesPart, policiesWords } from './policies-part.ts'
import { protectedIn } from './protected.ts'
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
} satisfies { readonly [protection in Protection]: unknown }

// What keeps the tenants of one cluster apart counts where objects do it.
export const protects = definePromise<Rules>()({
  kind: 'protects',
  asks: 'Has the namespace everything that is to protect it?',

  *judge({ by, ...promise }, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const found = view && protectedIn(view, environment)
    const asked = [...new Set(by)].sort()
    yield {
      id: [place],
      environment,
      cluster,
      says: `${place} is protected by ${asked.join(', ')}`,
      parts: found ? asked.map((protection) => parts[protection](found)) : [part('absent', undefined, { place })],
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
