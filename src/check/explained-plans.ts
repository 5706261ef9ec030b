// The same of the questions that only platforms are asked.

import type { Explained } from './explained.ts'

export const explainedPlans: { readonly [question: string]: Explained } = {
  applied: {
    reads: 'deliveries with their waves, and steps of procedures that deploy or migrate by hand',
    broken:
      'two ways apply the same environment, a schema is migrated beside what a controller applies, or a wave comes before what it needs',
    open: 'nothing',
    absent: 'no delivery is called {name}',
    confirm: 'kubectl get applications.argoproj.io,kustomizations.kustomize.toolkit.fluxcd.io --all-namespaces',
  },
  charted: {
    reads:
      'Helm charts of the platform: what they are said to make, whose values each environment gets, the commands that people type, and what pipelines package and go back from',
    broken:
      'a chart makes a Deployment of what keeps rows or lies elsewhere than a command looks for it, a command takes the values of another environment or a chart that nobody packaged, is over before its pods are ready where a failure is to go back, or goes back to one fixed revision',
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
  decided: {
    reads: 'decisions, their options, and whether what implements them is there',
    broken:
      'what is selected is not there or is not one, what is rejected is there, or the day until which one waits is over',
    open: 'nothing is selected',
    absent: 'no decision is called {name}',
    confirm: 'ask who decides',
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
  drills: {
    reads: 'drills, their procedures, the zones of clusters, purposes and data classes of environments, and decisions',
    broken:
      'what has to take over is not there, it rests on a decision that is not taken, it takes away what serves without an availability that allows it, or it carries rows where they may not lie',
    open: 'regions and zones that nobody says, where it is held, and rows whose place nobody rules on',
    absent: 'no drill is called {name}',
    confirm: 'hold it, and note when it began, when it ended, and what came back',
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
  ordered: {
    reads:
      'steps of procedures that deploy and migrate, who calls what they deploy, and steps that look whether all is well',
    broken:
      'a schema is migrated before its store is there, what calls the store is deployed before its schema is, or the last look is taken before a step that changes something is over',
    open: 'nothing',
    absent: '{name} deploys and migrates nothing that is named, and looks at nothing',
    confirm: 'go through its steps on a cluster of its own',
  },
  performed: {
    reads: 'procedures, what each of their steps does and who takes it, and deliveries',
    broken: 'Kubernetes is to take a step that nothing of it takes',
    open: 'controllers that nobody shows',
    absent: 'no procedure is called {name}',
    confirm: 'go through the steps with those who are to take them',
  },
  planned: {
    reads: 'environments that are planned, what they call, and all that they would add to their clusters',
    broken:
      'a call leads to what runs nowhere and is planned nowhere; or, as if all that is planned stood, something would be refused, find no room, leave its quota, name what is not there, or not get through',
    open: 'what the same would leave open of anything that stands',
    absent: '{name} is not planned',
    confirm: 'ask who plans it',
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
    open: 'what is declared and no task is of, where tasks say what they are of, and weeks without a phase',
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
  reviewed: {
    reads: 'the document of the platform: its version, status, owner and next review',
    broken: 'it is withdrawn, or the day of its review is over',
    open: 'a document that says no day',
    absent: 'the platform names no document',
    confirm: 'ask its owner',
  },
}
