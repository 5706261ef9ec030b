// Every row that only a later part can show, with what it waits for. A row that is shown is taken out by itself.

import type { Fact, NotYet } from '../../facts/fact.ts'
import { notRendered } from './not-yet-rendered.ts'
import { waiting } from './waiting.ts'

const running = waiting('running', 'shown where the platform runs on one machine', [
  [1, 'one command starts it on a developer’s machine', 'run'],
  [180, 'a load test carries the promised rate', 'run', 'check'],
])

const environments = waiting('delivering', 'shown where versions are brought to environments', [
  [3, 'an environment comes and goes with a pull request', 'deliver', 'run'],
  [4, 'what is tried in staging', 'deliver'],
  [5, 'what is tried in pre-production', 'deliver', 'secure'],
  [11, 'what starts, holds and undoes each step', 'deliver'],
  [13, 'where the pipeline deploys', 'deliver'],
  [22, 'a merge brings a version to staging', 'deliver'],
  [23, 'one agrees to pre-production', 'deliver'],
  [24, 'one agrees to production, once a week', 'deliver'],
  [25, 'versions come to what takes over', 'deliver', 'drill'],
  [80, 'a second database takes the place of the first', 'deliver', 'drill'],
])

const stages = waiting('delivering', 'shown where stages of a pipeline are run', [
  [216, 'charts are packed', 'deliver'],
  [217, 'values and templates come together', 'deliver', 'check'],
  [223, 'a chart is installed', 'deliver', 'run'],
  [224, 'a chart is brought to a new version', 'deliver', 'run'],
  [225, 'a chart goes back to the version before', 'deliver', 'drill'],
  [226, 'a chart is tried', 'deliver'],
  [229, 'changes come by pull requests', 'deliver'],
  [231, 'what is looked at first', 'deliver'],
  [232, 'what is built side by side', 'deliver'],
  [233, 'three kinds of tests', 'deliver'],
  [234, 'gates before images', 'deliver', 'check'],
  [235, 'how images are made', 'deliver'],
  [236, 'where images lie', 'deliver'],
  [237, 'how charts are published', 'deliver'],
  [238, 'staging is tried', 'deliver'],
  [239, 'who agrees', 'deliver'],
  [240, 'production changes over at once', 'deliver', 'run'],
  [242, 'who is told of a release', 'deliver'],
  [243, 'who is told of a failure', 'deliver'],
  [244, 'one order of all stages', 'deliver', 'check'],
  [245, 'how long code is looked at', 'deliver', 'check'],
  [246, 'how long it is built and tried', 'deliver', 'check'],
  [247, 'how long images take', 'deliver', 'run'],
  [248, 'how long staging takes', 'deliver', 'run'],
  [249, 'how long production takes', 'deliver', 'run'],
  [250, 'what is looked at afterwards', 'deliver', 'observe'],
  [251, 'how much is covered by tests', 'deliver', 'check'],
  [252, 'no grave finding', 'deliver', 'check'],
  [253, 'no slower than before', 'deliver', 'check'],
  [254, 'the grade of code', 'deliver', 'check'],
  [255, 'what is documented', 'deliver', 'check'],
  [261, 'tools for charts', 'deliver'],
  [262, 'a tool for the marketplace', 'deliver'],
])

const drilling = waiting('drilling', 'measured where a failure is executed', [
  [119, 'a follower is promoted', 'drill'],
  [133, 'a copy that nobody can read without its key', 'drill', 'check'],
  [140, 'rows come back from the other region', 'drill'],
  [141, 'machines come back', 'drill'],
  [142, 'services come back', 'drill'],
  [143, 'callers are led elsewhere', 'drill'],
  [144, 'what watches comes back', 'drill'],
  [145, 'a region is lost', 'drill'],
  [146, 'rows go wrong', 'drill'],
  [147, 'a release does not work', 'drill'],
  [148, 'somebody is in', 'drill'],
])

const observing = waiting('observing', 'shown where something runs and is watched', [
  [178, 'pages come within two seconds', 'observe'],
  [179, 'questions to the database come within 50 ms', 'observe'],
  [181, 'how much of the time it is there', 'observe', 'check'],
  [241, 'how a release does', 'observe'],
])

const documenting = waiting('documenting', 'shown where documents are written from verdicts', [
  [189, 'what happened, and what was learned', 'document', 'deliver'],
  [192, 'how safe applications are', 'document'],
  [193, 'how safe rows are', 'document', 'check'],
  [194, 'how safe machines are', 'document', 'check'],
  [195, 'how it stands to SOC 2', 'document'],
  [196, 'how it stands to ISO 27001', 'document'],
  [197, 'how it stands to GDPR', 'document', 'check'],
  [198, 'how it stands to PCI DSS', 'document'],
  [199, 'how it stands to HIPAA', 'document'],
  [204, 'what insiders may do', 'document'],
  [265, 'links to other chapters', 'document', 'check'],
  [266, 'a table of contents', 'document', 'check'],
  [267, 'links to other projects', 'document'],
])

const notYet: readonly NotYet[] = [
  ...[...notRendered, ...running, ...environments, ...stages],
  ...[...drilling, ...observing, ...documenting],
]

/** Those of which none is shown. */
export function notShown(shown: readonly Fact[]): readonly NotYet[] {
  const ids = new Set(shown.map(({ id }) => id))
  return notYet.filter(({ id }) => !ids.has(id))
}
