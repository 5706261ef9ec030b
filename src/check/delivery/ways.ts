// The ways by which something new comes into an environment, whoever says them.

import type {
  Approval,
  Branch,
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
  readonly strategies: readonly Strategy[]
  readonly stated?: Stated
}

/** The ways of versions; what only carries rows (`replication`) is none. */
export function waysInto(environment: Environment, platform: Platform): readonly Way[] {
  const isHere = ({ name }: { readonly name: string }) => name === environment.name
  return [
    ...platform.promotions.filter(({ to, on }) => isHere(to) && on !== 'replication').map(promotionWay),
    ...platform.branches.filter(({ deploysTo }) => deploysTo !== undefined && isHere(deploysTo)).map(branchWay),
    ...platform.pipelines.flatMap((pipeline) =>
      pipeline.stages
        .filter(({ does, in: place }) => does.includes('deploy') && place !== undefined && isHere(place))
        .map((stage) => stageWay(pipeline, stage)),
    ),
    ...platform.deliveries
      .filter(({ applies }) => applies.some(isHere))
      .map(({ name, by, stated }) =>
        wayOf({ says: `delivery ${name}`, by: by === 'person' ? by : 'machine', ...(stated && { stated }) }),
      ),
    ...platform.charts.flatMap(({ commands }) =>
      commands
        .filter(({ line, in: places }) => changes(line) && places?.some(isHere))
        .map(({ line, by, stated }) =>
          wayOf({ says: line, by: 'person', strategies: by ? [by] : [], ...(stated && { stated }) }),
        ),
    ),
  ]
}

function wayOf(way: Partial<Way> & Pick<Way, 'says' | 'by'>): Way {
  return { approvals: [], reviews: 0, strategies: [], ...way }
}

/** `promotion from staging to live`, or `promotion to live`. */
export function promotionWords({ from, to }: Pick<Promotion, 'from' | 'to'>): string {
  return `promotion ${from ? `from ${from.name} ` : ''}to ${to.name}`
}

function promotionWay({ from, to, approvers, by, stated }: Promotion): Way {
  return wayOf({
    says: promotionWords({ from, to }),
    ...(from && { from: from.name }),
    by: 'machine',
    approvals: approvers,
    reviews: from?.is === 'branch' ? (from.reviews ?? 0) : 0,
    strategies: by,
    ...(stated && { stated }),
  })
}

function branchWay({ name, reviews = 0, stated }: Branch): Way {
  return wayOf({ says: `branch ${name}`, from: name, by: 'machine', reviews, ...(stated && { stated }) })
}

// A pipeline that any branch starts has no reviews to count on.
function stageWay({ name, stages, branches }: Pipeline, stage: Stage): Way {
  const before = stages.slice(0, stages.indexOf(stage) + 1)
  const reviews = branches.length === 0 ? 0 : Math.min(...branches.map((branch) => branch.reviews ?? 0))
  const [first] = branches
  return wayOf({
    says: `stage ${stage.name} of ${name}`,
    ...(branches.length === 1 && first && { from: first.name }),
    by: 'machine',
    approvals: before.flatMap(({ approvers }) => approvers),
    reviews,
    strategies: stage.by,
    ...(stage.stated && { stated: stage.stated }),
  })
}

/** Of the commands of Helm, those that change what runs. */
function changes(line: string): boolean {
  return /^\s*helm\s+(install|upgrade|rollback|uninstall)\b/.test(line)
}
