// Of questions on how versions come to an environment, and on what is written of that.

import type { Explanations } from './explanation.ts'

export const explainedDelivery: Explanations = {
  charted: {
    reads:
      'Helm charts of the platform: what they are said to make, whose values each environment gets, the commands that people type, and what pipelines package and go back from',
    broken:
      'a chart makes a Deployment of what keeps rows, makes volumes larger that a StatefulSet has claims of, or lies elsewhere than a command looks for it, a command takes the values of another environment or a chart that nobody packaged, is over before its pods are ready where a failure is to go back, or goes back to one fixed revision',
    open: 'environments of which nobody says what values they get, and commands of which nobody says where they go',
    absent: '{name} is no chart',
    confirm: 'helm history RELEASE',
  },
  coded: {
    reads: 'infrastructure as code: its folders, its modules and its state, and what is declared outside the clusters',
    broken:
      'an environment has no folder, something declared has no module, nobody locks the state, or what has no steps is to run procedures',
    open: 'a state of which nobody says where it lies',
    absent: 'no infrastructure as code is declared',
    confirm: 'terraform state list',
  },
  drawn: {
    reads:
      'the drawings of the document, declared calls and promotions, and what runs in the environments that are drawn',
    broken:
      'a box or an arrow is declared nowhere, a declared way between two boxes has no arrow, or what is drawn whole lacks a component',
    open: 'arrows to where a version is promoted, and nobody says from where',
    absent: 'the platform has no drawing',
    confirm: 'ask whoever drew it',
  },
  gated: {
    reads: 'the gates of pipelines, what promotions and branches require, and who may pass and who agrees',
    broken:
      'one measure has two bounds, what is required is tried by no stage or held by no gate, a check of a branch is never reported, one team waves through and agrees where it takes two, or who agrees is said in two ways',
    open: 'pipelines that nobody shows, what tries a change before it is merged, and what looks at rows that are replicated',
    absent: 'no pipeline and no promotion is declared',
    confirm: 'look at the last ten versions that came through, and at who let them',
  },
  halts: {
    reads:
      'the stages of pipelines: what each does, tries, makes, reads and leaves, its gates, and what happens where it fails',
    broken:
      'what fails a stage goes on to a place that is deployed to, a stage goes back before anything is deployed, deploys or looks through what is made later, or reads what no stage before it leaves',
    open: 'findings and figures without a bound, tests of what runs before anything does, and stages of which nobody says what they do their part with',
    absent: 'no pipeline is declared',
    confirm: 'let one test fail on a branch, and see what is deployed',
  },
  promoted: {
    reads: 'promotions, pipelines, branches and deliveries, and the environments between which versions travel',
    broken:
      'what stands by gets no versions, something is skipped, the way to where it is live is open, or there is nothing to go back to: no second set or not for long enough, no other place, a tag that moves',
    open: 'ways, origins, triggers and ways back that nobody says, and how long a second set stays',
    absent: 'the platform says nothing of how versions travel',
    confirm: 'ask which version runs where',
  },
  ready: {
    reads: 'the status of the document, the tasks and weeks of the roadmap and the choices that are open',
    broken:
      'the document is ready or in production, and a task or a choice is open; or something is set up before what it stands on or calls',
    open: 'what is declared and no task is of, copies and pipelines among it, where tasks say what they are of, and weeks without a phase',
    absent: 'the platform has no document, or neither a roadmap nor an open choice',
    confirm: 'go through the open tasks with their owner',
  },
  released: {
    reads: 'kinds of releases, what begins promotions and pipelines, and how long their stages take',
    broken:
      'what starts it comes less often or otherwise, a change cannot be there in time, or it does not pass where it is to be tried',
    open: 'what holds changes back until their day, and how long stages take that nobody says',
    absent: 'no kind of release is declared',
    confirm: 'look at when the last ten went out',
  },
  replaces: {
    reads: 'rollouts and strategies of promotions and stages, quotas, meshes, and which components keep rows',
    broken:
      'a component is replaced in two ways, two sets of a store would be written to, a second set has no room, or a share of the calls is shared out by nobody',
    open: 'what a chart deploys, where its command would make two ways of one',
    absent: 'nobody says how {name} is replaced',
    confirm: 'kubectl -n {namespace} rollout status {kind}/{name}',
  },
  schemas: {
    reads:
      'stores with tables where it is live, how what calls them is replaced and taken back, how tables change, and what changes them when',
    broken:
      'tables change at once while two versions work on them, or are changed after what calls the store is deployed',
    open: 'whether a change of the tables fits the version before too, and when it is made',
    absent: 'nobody says how what calls {name} is replaced or taken back, or it has no tables',
    confirm: 'run the tests of the version before against the tables of the next one',
  },
}
