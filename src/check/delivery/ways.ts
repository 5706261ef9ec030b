// The ways by which something new comes into an environment, whoever says them.

import type {
  Approval,
  Branch,
  Chart,
  Command,
  Delivery,
  Environment,
  Pipeline,
  Platform,
  Promotion,
  Stage,
  Strategy,
} from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'

export interface Way {
  readonly says: string
  /** The branch or the environment that it comes from, by name; absent: whatever a pipeline was started by. */
  readonly from?: string
  /** `person`: somebody does it, and nothing keeps what they did. */
  readonly by: 'person' | 'machine'
  /** Who has to agree on this way. */
  readonly approvals: readonly Approval[]
  /** People beside the author who look at a change before it begins. */
  readonly reviews: number
  /** Whether they have seen what is merged: an approval is void once the change is changed. Undefined: nobody says. */
  readonly seen: boolean | undefined
  readonly strategies: readonly Strategy[]
  /** The pipeline whose stage it is. */
  readonly pipeline?: string
  /** It puts there what was not there, and is refused where it is. */
  readonly isFirst?: true
  /** What is typed of a chart brings what that chart deploys; absent: all that runs there. */
  readonly brings?: Brings
  readonly stated?: Stated
}

export interface Brings {
  readonly chart: string
  readonly components: readonly string[]
  /** Whether the chart says what it deploys, beside what the charts below it do. */
  readonly isWhole: boolean
}

/** The ways of versions; what only carries rows (`replication`) is none. */
export function waysInto(environment: Environment, platform: Platform): readonly Way[] {
  const isHere = ({ name }: { readonly name: string }) => name === environment.name
  return [
    ...platform.promotions
      .filter(({ to, on }) => isHere(to) && on !== 'replication')
      .map((promotion) => promotionWay(promotion, platform)),
    ...platform.branches.filter(({ deploysTo }) => deploysTo !== undefined && isHere(deploysTo)).map(branchWay),
    ...platform.pipelines.flatMap((pipeline) =>
      pipeline.stages
        .filter(({ does, in: place }) => does.includes('deploy') && place !== undefined && isHere(place))
        .map((stage) => stageWay(pipeline, stage)),
    ),
    ...platform.deliveries
      .filter(({ applies }) => applies.some(isHere))
      .map((delivery) => deliveryWay(delivery, environment, platform)),
    ...platform.charts.flatMap((chart) =>
      chart.commands
        .filter(({ line, in: places }) => changes(line) && places?.some(isHere))
        .map((command) => commandWay(command, chart)),
    ),
  ]
}

function commandWay({ line, by, stated }: Command, chart: Chart): Way {
  const brings = { chart: chart.name, components: deployedBy(chart), isWhole: chart.deploys.length > 0 }
  // A name that is still in use is refused (https://helm.sh/docs/helm/helm_install/).
  const isFirst = /^\s*helm\s+install\b/.test(line)
  return wayOf({
    says: line,
    by: 'person',
    strategies: by ? [by] : [],
    brings,
    ...(isFirst && { isFirst }),
    ...(stated && { stated }),
  })
}

function deployedBy({ deploys, charts }: Chart): readonly string[] {
  return [...deploys.map(({ name }) => name), ...charts.flatMap(deployedBy)]
}

function wayOf(way: Partial<Way> & Pick<Way, 'says' | 'by'>): Way {
  return { approvals: [], reviews: 0, seen: undefined, strategies: [], ...way }
}

/** `promotion from staging to live`, or `promotion to live`. */
export function promotionWords({ from, to }: Pick<Promotion, 'from' | 'to'>): string {
  return `promotion ${from ? `from ${from.name} ` : ''}to ${to.name}`
}

function promotionWay(promotion: Promotion, platform: Platform): Way {
  const { from, to, approvers, by, stated } = promotion
  return wayOf({
    says: promotionWords({ from, to }),
    ...(from && { from: from.name }),
    by: 'machine',
    approvals: approvers,
    ...reviewsOf(mergedInto(promotion, platform)),
    strategies: by,
    ...(stated && { stated }),
  })
}

// What is merged is merged into a branch: its own, or that of the pipeline which deploys there.
function mergedInto({ from, to, on }: Promotion, { pipelines }: Platform): readonly Branch[] {
  if (from?.is === 'branch') return [from]
  if (on !== 'merge') return []
  return pipelines
    .filter(({ stages }) => stages.some(({ does, in: place }) => does.includes('deploy') && place?.name === to.name))
    .flatMap(({ branches }) => branches)
}

/** Of several branches the fewest, and what all of them say. */
function reviewsOf(branches: readonly Branch[]): Pick<Way, 'reviews' | 'seen'> {
  if (branches.length === 0) return { reviews: 0, seen: undefined }
  const says = branches.map(({ dismissesStale }) => dismissesStale)
  return {
    reviews: Math.min(...branches.map(({ reviews = 0 }) => reviews)),
    seen: says.includes(false) ? false : says.includes(undefined) ? undefined : true,
  }
}

// A controller holds an environment to what lies on the branch that is deployed there.
function deliveryWay({ name, by, stated }: Delivery, { name: place }: Environment, { branches }: Platform): Way {
  const held = by === 'controller' ? branches.filter(({ deploysTo }) => deploysTo?.name === place) : []
  return wayOf({
    says: `delivery ${name}`,
    by: by === 'person' ? by : 'machine',
    ...reviewsOf(held),
    ...(stated && { stated }),
  })
}

function branchWay(branch: Branch): Way {
  const { name, stated } = branch
  return wayOf({ says: `branch ${name}`, from: name, by: 'machine', ...reviewsOf([branch]), ...(stated && { stated }) })
}

// A pipeline that any branch starts has no reviews to count on.
function stageWay({ name, stages, branches }: Pipeline, stage: Stage): Way {
  const before = stages.slice(0, stages.indexOf(stage) + 1)
  const [first] = branches
  return wayOf({
    says: `stage ${stage.name} of ${name}`,
    pipeline: name,
    ...(branches.length === 1 && first && { from: first.name }),
    by: 'machine',
    approvals: before.flatMap(({ approvers }) => approvers),
    ...reviewsOf(branches),
    strategies: stage.by,
    ...(stage.stated && { stated: stage.stated }),
  })
}

/** Of the commands of Helm, those that change what runs. */
function changes(line: string): boolean {
  return /^\s*helm\s+(install|upgrade|rollback|uninstall)\b/.test(line)
}

/** A command may be what a stage of a pipeline does; nobody says which, where one deploys there too. */
export function typedBy({ brings }: Way, good: readonly Way[]): string | undefined {
  return brings && good.find(({ pipeline }) => pipeline !== undefined)?.pipeline
}
