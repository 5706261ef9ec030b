// A drawing in the language of Graphviz (https://graphviz.org/doc/info/lang.html), which lays it out.

import type { Arrow, Drawn, DrawnEnvironment } from './drawn.ts'
import { podsIn } from './drawn.ts'

const ink = '#1f2933'
const quiet = '#7b8794'

/** One graph of all clusters; what several of them call outside is drawn once. */
export function dot(clusters: readonly Drawn[]): string {
  return lines(
    'digraph platform {',
    `  graph [rankdir=LR, fontname="Arial", fontcolor="${ink}", bgcolor="white", nodesep=0.22, ranksep=0.9, compound=true, pad=0.2]`,
    `  node [fontname="Arial", fontsize=11, fontcolor="${ink}", color="${quiet}", shape=box, style="rounded,filled", fillcolor="white", margin="0.16,0.06"]`,
    `  edge [color="${quiet}", arrowsize=0.6]`,
    ...clusters.flatMap(clusterLines),
    ...outsides(clusters).map((name) => `  ${id('outside', name)} [label=${text(name)}, shape=ellipse, style=dashed]`),
    ...clusters.flatMap(({ cluster, arrows }) => arrows.map((arrow) => arrowLine(cluster, arrow))),
    '}',
    '',
  )
}

function clusterLines({ cluster, about, environments, sites }: Drawn): readonly string[] {
  return [
    `  subgraph ${id('cluster', cluster)} {`,
    `    label=${text(about === '' ? cluster : `${cluster} · ${about}`)}; labeljust=l; fontsize=14; color="${quiet}"; style=rounded`,
    ...environments.flatMap((environment) => environmentLines(cluster, environment)),
    ...sites.map(({ zone, nodes }) => {
      const rows = nodes.map(({ name, cpu, memory }) => `${name}: ${cpu} cores, ${memory}`)
      return `    ${id('site', cluster, zone)} [label=${text([zone, ...rows].join('\n'))}, shape=box3d, style=filled, fillcolor="#f5f7fa"]`
    }),
    '  }',
  ]
}

function environmentLines(cluster: string, environment: DrawnEnvironment): readonly string[] {
  const { name, namespace, pool, components, like } = environment
  const on = pool === undefined ? '' : `, on ${pool}`
  if (like !== undefined) {
    const label = `${name} (${namespace}${on})\nruns what ${like} runs, ${podsIn(environment)} pods`
    return [`    ${id('like', cluster, name)} [label=${text(label)}, style="rounded,filled", fillcolor="#f5f7fa"]`]
  }
  return [
    `    subgraph ${id('cluster', cluster, name)} {`,
    `      label=${text(`${name} (${namespace}${on})`)}; labeljust=l; fontsize=12; style="rounded,filled"; fillcolor="#f5f7fa"; color="${quiet}"`,
    ...components.map(({ name: component, pods, keepsState }) => {
      const shape = keepsState ? ', shape=cylinder, style=filled' : ''
      return `      ${id(cluster, name, component)} [label=${text(`${component}\n${pods} ${pods === 1 ? 'pod' : 'pods'}`)}${shape}]`
    }),
    '    }',
  ]
}

function arrowLine(cluster: string, { from, to, is }: Arrow): string {
  const start = id(cluster, from.environment, from.component)
  const end = 'outside' in to ? id('outside', to.outside) : id(cluster, to.environment, to.component)
  return `  ${start} -> ${end}${is === 'copies' ? ' [style=dashed]' : ''}`
}

function outsides(clusters: readonly Drawn[]): readonly string[] {
  const names = clusters.flatMap(({ arrows }) => arrows.flatMap(({ to }) => ('outside' in to ? [to.outside] : [])))
  return [...new Set(names)].sort()
}

// Names hold anything: a quoted string ends at a quote, and a backslash begins an escape.
function text(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}

// Graphviz draws a box around a subgraph whose name begins so.
function id(...parts: readonly string[]): string {
  return text(parts[0] === 'cluster' ? `cluster ${JSON.stringify(parts.slice(1))}` : JSON.stringify(parts))
}

function lines(...all: readonly string[]): string {
  return all.join('\n')
}
