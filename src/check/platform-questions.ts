// What only a platform is asked: no manifest shows drills, decisions, deliveries or documents. One line per question.

import { graded } from './alerting/graded.ts'
import { measured } from './alerting/measured.ts'
import { told } from './alerting/told.ts'
import type { AnyQuestion } from './define.ts'
import { charted } from './delivery/charted.ts'
import { coded } from './delivery/coded.ts'
import { drawn } from './delivery/drawn.ts'
import { gated } from './delivery/gated.ts'
import { halts } from './delivery/halts.ts'
import { promoted } from './delivery/promoted.ts'
import { ready } from './delivery/ready.ts'
import { released } from './delivery/released.ts'
import { replaces } from './delivery/replaces.ts'
import { schemas } from './delivery/schemas.ts'
import { probed } from './disruption/probed.ts'
import { covered } from './monitoring/covered.ts'
import { gathered } from './monitoring/gathered.ts'
import { holdsSeries } from './monitoring/holds-series.ts'
import { overlooks } from './monitoring/overlooks.ts'
import { addresses } from './networks/addresses.ts'
import { enforces } from './networks/enforces.ts'
import { regions } from './networks/regions.ts'
import { subnets } from './networks/subnets.ts'
import { wayOut } from './networks/way-out.ts'
import { applied } from './plans/applied.ts'
import { continues } from './plans/continues.ts'
import { decided } from './plans/decided.ts'
import { drills } from './plans/drills.ts'
import { ordered } from './plans/ordered.ts'
import { outlives } from './plans/outlives.ts'
import { performed } from './plans/performed.ts'
import { planned } from './plans/planned.ts'
import { reviewed } from './plans/reviewed.ts'
import { scenarios } from './plans/scenarios.ts'
import { takesOver } from './plans/takes-over.ts'
import { questions } from './questions.ts'
import { autoscaling } from './scaling/autoscaling.ts'
import { connections } from './scaling/connections.ts'
import { consumers } from './scaling/consumers.ts'
import { forecasts } from './scaling/forecasts.ts'
import { maxima } from './scaling/maxima.ts'
import { nodeScaling } from './scaling/node-scaling.ts'
import { answered } from './security/answered.ts'
import { belongs } from './security/belongs.ts'
import { complies } from './security/complies.ts'
import { fulfilled } from './security/fulfilled.ts'
import { guarded } from './security/guarded.ts'
import { operates } from './security/operates.ts'
import { replaced } from './security/replaced.ts'
import { signsIn } from './security/signs-in.ts'
import { tenancy } from './security/tenancy.ts'
import { assembled } from './stores/assembled.ts'
import { keepsContent } from './stores/keeps-content.ts'
import { mounts } from './stores/mounts.ts'
import { offered } from './stores/offered.ts'
import { storageClasses } from './stores/storage-classes.ts'
import { apart } from './survival/apart.ts'
import { controlPlane } from './tiering/control-plane.ts'
import { pools } from './tiering/pools.ts'
import { provided } from './tiering/provided.ts'
import { rows } from './tiering/rows.ts'
import { servesBoth } from './tiering/serves-both.ts'
import { standsBy } from './tiering/stands-by.ts'
import { breakers } from './traffic/breakers.ts'
import { canaries } from './traffic/canaries.ts'
import { dnssec } from './traffic/dnssec.ts'
import { forwards } from './traffic/forwards.ts'
import { latency } from './traffic/latency.ts'
import { meshed } from './traffic/meshed.ts'
import { nests } from './traffic/nests.ts'
import { retries } from './traffic/retries.ts'
import { through } from './traffic/through.ts'
import { fitsKubernetes } from './versions/fits-kubernetes.ts'

export const allQuestions: readonly AnyQuestion[] = [
  ...questions,
  answered,
  belongs,
  complies,
  fulfilled,
  guarded,
  operates,
  replaced,
  signsIn,
  tenancy,
  charted,
  coded,
  drawn,
  gated,
  halts,
  promoted,
  ready,
  released,
  replaces,
  schemas,
  addresses,
  enforces,
  regions,
  subnets,
  wayOut,
  breakers,
  canaries,
  dnssec,
  forwards,
  latency,
  meshed,
  nests,
  retries,
  through,
  apart,
  applied,
  assembled,
  autoscaling,
  connections,
  consumers,
  continues,
  decided,
  drills,
  fitsKubernetes,
  forecasts,
  maxima,
  nodeScaling,
  covered,
  gathered,
  graded,
  holdsSeries,
  overlooks,
  keepsContent,
  mounts,
  storageClasses,
  offered,
  measured,
  ordered,
  outlives,
  performed,
  planned,
  probed,
  reviewed,
  scenarios,
  takesOver,
  told,
  controlPlane,
  pools,
  provided,
  rows,
  servesBoth,
  standsBy,
]
