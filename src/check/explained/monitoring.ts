// Of questions on what watches, and on who is told.

import type { Explanations } from './explanation.ts'

export const explainedMonitoring: Explanations = {
  covered: {
    reads:
      'promised availabilities, what is said to watch each environment, what collects metrics there and how long it keeps them, and alerts',
    broken:
      'others are watched and this environment is not, what is gathered is gone before the share can be read, or what is to tell somebody has no alert',
    open: 'what watches an environment where nobody says it, and over which time a share counts',
    absent: 'no availability is promised of {name}',
    confirm: 'look for a series of {name} that is as old as the time over which the share counts',
  },
  fires: {
    reads: 'the expressions of alert rules, what is scraped, and the labels that each side has',
    broken: 'no samples can ever make the expression true',
    open: 'metrics that programs expose: nobody sees those in files',
    absent: 'no alert {name} is among the rules',
    confirm: "promtool test rules FILE, or the rule's expression in Prometheus",
  },
  gathered: {
    reads: 'the shares of logs and traces that are taken, when it is decided, and the tiers that keep them',
    broken: 'traces are to be kept by how they end, and it is decided at their start',
    open: 'when it is decided, and from when each tier counts',
    absent: '{name} gathers no logs and no traces, or nothing is said of them',
    confirm: 'let a request fail, and look for its trace',
  },
  graded: {
    reads: 'severities of alerts, and how soon work on each begins',
    broken: 'two alerts of one severity are answered at different times, or a graver one later',
    open: 'nothing',
    absent: 'no two alerts are {name}, and nobody says how soon each is answered',
    confirm: 'ask who is on call',
  },
  'holds-series': {
    reads:
      'how many series a Prometheus holds, its interval, retention, limits and volume, and the nodes that it stands on',
    broken: 'even the least that so many series need is more than there is',
    open: 'room that nobody says, and room between the least and what is usual',
    absent: 'nobody says how many series {name} holds',
    confirm: 'ask it for prometheus_tsdb_head_series and process_resident_memory_bytes',
  },
  measured: {
    reads: 'metrics with their names and units, the bounds that promises and alerts compare them with, and expressions',
    broken:
      'a metric is said in another unit than its name says, or in two; a bound is in another unit; or an expression fires at another bound than its alert says',
    open: 'nothing',
    absent: 'no metric is called {name}, or nothing says what it is measured in',
    confirm: 'look at the # UNIT and # HELP lines where {name} is exposed',
  },
  notifies: {
    reads: 'Prometheus and Alertmanager resources or files, their Services, and policies between them',
    broken: 'the Alertmanager that is named is not there, or no rule lets alerts through',
    open: 'what another repository may bring',
    absent: '{name} sends no alerts',
    confirm: 'kubectl -n {namespace} get alertmanager,prometheus',
  },
  overlooks: {
    reads:
      'what is said to watch environments, where each part of it stands, its label and readers, and what stands in for it',
    broken:
      'what is to stand in for it is on the same clusters alone, or it is to stand outside what it watches, and runs there or is put there by a chart',
    open: 'parts of which nobody says where they stand, and who may read what comes from which environment',
    absent: 'no monitoring is called {name}',
    confirm: 'ask it as somebody of one environment for what comes from another',
  },
  routed: {
    reads: 'routes, receivers, and which rules are selected by which Prometheus',
    broken: 'a route names a receiver that is not there, or a rule is evaluated by nobody',
    open: 'configuration in Secrets that no file shows',
    absent: '{name} is no rule and no route',
    confirm: 'amtool config routes test LABEL=VALUE',
  },
  scraped: {
    reads: 'monitors and scrape jobs, the pods and ports that they select, and policies between them',
    broken: 'a monitor selects nothing, names a port that is not there, or a policy stops it',
    open: 'pods that no file shows',
    absent: 'nothing scrapes {name} by name',
    confirm: 'Status › Targets in Prometheus, or: kubectl -n {namespace} get servicemonitor,podmonitor',
  },
  told: {
    reads:
      'alerts, their severity, receivers and escalation, the ways that an Alertmanager knows, and what collects metrics',
    broken:
      'a receiver is not told of alerts of that severity or by no way that is there, waits for a sign of life and takes the alert for one, or an alert goes on before those who are told first had their time',
    open: 'whether what answers at an address takes what Alertmanager posts, alerts that nobody grades and nobody is told of, and who looks at what is learned from logs',
    absent: 'no alert is called {name}, or nobody says who is told of it',
    confirm: 'amtool config routes test severity=critical receiver={name}',
  },
  watched: {
    reads: 'promises of measured values, of availability and of what may be lost, and the alerts that watch them',
    broken: 'nobody is told when the promise is broken, or before all that an availability lets fail has failed',
    open: 'metrics that programs expose, alerts of which nobody says what makes them fire, and what shows how much would be lost',
    absent: '{name} promises no measured value',
    confirm: 'amtool config routes test LABEL=VALUE',
  },
}
