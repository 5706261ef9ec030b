// Of questions on who may do what, on keys, and on rules that come from outside.

import type { Explanations } from './explanation.ts'

export const explainedSecurity: Explanations = {
  answered: {
    reads: 'what is declared that somebody may do to the platform, with alerts, procedures and teams',
    broken: 'nothing',
    open: 'signs and answers in a word, that no alert and no procedure carries',
    absent: 'nothing that somebody may do is called {name}',
    confirm: 'hold a drill: do it, and see who is told and when',
  },
  belongs: {
    reads: 'contexts that are listed, and the contexts of what runs',
    broken: 'a context has nothing that runs, or something belongs to one that is not listed',
    open: 'nothing',
    absent: 'no contexts are listed',
    confirm: 'kubectl get pods --all-namespaces -L context',
  },
  complies: {
    reads:
      'laws and standards with their status, what is done for them, data of environments and stores, copies that nobody can delete, incidents, auditors',
    broken:
      'something that is done for it is not in place, a store keeps data to which it applies, or it is about other data, or shown otherwise, than is said, or an authority is told later than it wants',
    open: 'what fulfils a control, when it is verified again, rows of production elsewhere, how what persons have erased leaves what nobody can delete, whether an authority is told of rows that get out, and what is audited against',
    absent: 'no standard is called {name}',
    confirm: 'ask who verifies it',
  },
  fulfilled: {
    reads: 'controls, and the verdicts on the promises that fulfil each',
    broken: 'a promise that fulfils it is broken, or it is looked at less often than its standards are verified',
    open: 'promises that are unknown, what is only named, and standards that nobody speaks of',
    absent: 'no control is called {name}',
    confirm: 'seaworthy explain the promise that fulfils it',
  },
  guarded: {
    reads:
      'environments with rows of production, and all that is said of encryption, keys, Secrets, policies and access',
    broken: 'rows of production lie there, and nothing is said of what guards them',
    open: 'nothing',
    absent: '{name} holds no rows of production',
    confirm: 'ask who answers for the rows',
  },
  operates: {
    reads: 'organisations, what each operates, and members of ledgers',
    broken: 'somebody belongs to a consortium and operates nothing',
    open: 'members of a consortium and of a ledger that nobody names',
    absent: 'no organisation or ledger is called {name}',
    confirm: 'ask the members',
  },
  replaced: {
    reads: 'how long the values of Secrets are good for, and how often each is replaced',
    broken: 'it ends before it is replaced',
    open: 'values of which nobody says how often they are replaced',
    absent: 'nobody says how long {name} is good for',
    confirm: 'kubectl -n {namespace} get secret {name} -o yaml',
  },
  'signs-in': {
    reads: 'who may do what, contexts, and identity providers with what they hand out',
    broken:
      'a token may be had anew for less long than it is good for, nothing is signed, or a right over contexts or tenants that are not there',
    open: 'what somebody may do, and how they prove who they are, where nobody says',
    absent: 'nobody is called {name}',
    confirm: 'ask the identity provider for a token, and look into it',
  },
  tenancy: {
    reads:
      'that a platform is for several tenants, who one is, roles, promises of isolation, and what stores say of it',
    broken: 'nothing',
    open: 'who a tenant is, the role of its people, and each layer at which nobody says what keeps two of them apart',
    absent: '{name} is not said to be for several tenants',
    confirm: 'sign in as one tenant, and ask for what is of another',
  },
}
