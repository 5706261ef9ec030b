// Of questions on what is declared beside components: procedures, scenarios, drills, decisions, what is planned.

import type { Explanations } from './explanation.ts'

export const explainedPlans: Explanations = {
  applied: {
    reads: 'deliveries with their waves, and steps of procedures that deploy or migrate by hand',
    broken:
      'two ways apply the same environment, a schema is migrated beside what a controller applies, or a wave comes before what it needs',
    open: 'nothing',
    absent: 'no delivery is called {name}',
    confirm: 'kubectl get applications.argoproj.io,kustomizations.kustomize.toolkit.fluxcd.io --all-namespaces',
  },
  continues: {
    reads:
      'what people need the platform for, what that calls, scenarios with their procedures, and times that are promised',
    broken:
      'a scenario, or what is promised of something that is needed, takes longer than people can do without, or what is less critical has to be back first',
    open: 'what a function needs, and steps of which nobody says how long they take',
    absent: 'nothing that people need is called {name}',
    confirm: 'hold the drill, and note how long people could not do it',
  },
  decided: {
    reads: 'decisions, their options, and whether what implements them is there',
    broken:
      'what is selected is not there or is not one, what is rejected is there, or the day until which one waits is over',
    open: 'nothing is selected',
    absent: 'no decision is called {name}',
    confirm: 'ask who decides',
  },
  drills: {
    reads: 'drills, their procedures, the zones of clusters, purposes and data classes of environments, and decisions',
    broken:
      'what has to take over is not there, it rests on a decision that is not taken, it takes away what serves without an availability that allows it, or it carries rows where they may not lie',
    open: 'regions and zones that nobody says, where it is held, and rows whose place nobody rules on',
    absent: 'no drill is called {name}',
    confirm: 'hold it, and note when it began, when it ended, and what came back',
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
  outlives: {
    reads:
      'environments that are promised in several regions or serve beside another one, their stores, replicas in other regions, and where copies lie',
    broken: 'nothing of a store is in a second region; or two regions serve at once, each with a store of its own',
    open: 'where copies lie, and which of several takes writes',
    absent: '{name} keeps no rows, or its environment is promised in one region',
    confirm: 'write in one region and read in the other',
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
  reviewed: {
    reads: 'the document of the platform: its version, status, owner and next review',
    broken: 'it is withdrawn, or the day of its review is over',
    open: 'a document that says no day',
    absent: 'the platform names no document',
    confirm: 'ask its owner',
  },
  scenarios: {
    reads:
      'scenarios, the steps of their procedures, times that are promised, health checks and TTLs of names, who stands by, what is said of the copies that a step brings back, and what callers of theirs write to besides',
    broken:
      'no step brings back what is gone, callers are led away before the rows are, a store is promoted before it is decided, older rows are put over those that follow, the steps take longer than is said of the whole, a copy takes longer to bring back than the step that does it, all copies can be deleted by whoever breaks in, or a fallback brings nothing back',
    open: 'steps that say neither what they do nor how long, who declares a region or a cluster lost, whether anybody looks at what was taken over before callers come, who compares rows that are brought back with a chain that still holds what was written since, promises that leave a step longer than the whole is said to take, whether credentials stay good after a break-in, and who can delete a copy',
    absent: 'no scenario is called {name}',
    confirm: 'hold the drill, and note when each step was over',
  },
  'takes-over': {
    reads:
      'replicas in other regions, environments that stand by, what they run and how much of it, and the steps of what is prepared for a lost region or cluster',
    broken:
      'nobody promotes a replica that does not promote itself, clients do not find it, what stands by lacks something that has to run, or is never brought to full size',
    open: 'what a service of a provider does by itself, how much stands by, and when there is a follower again',
    absent: 'nothing stands elsewhere for {name}',
    confirm: 'lead the callers there for a day',
  },
}
