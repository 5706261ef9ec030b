// The words for each direction: who isolates, and the rules that open it or that come nearest.

import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Position } from '../../platform/source.ts'
import { placeText } from '../text/place-text.ts'
import type { ToldRule, ToldSide } from './pair-sides.ts'

const mostRules = 6

/** `out` for what leaves the one end, `in` for what gets into the other; nothing for what is outside. */
export function sideLines(direction: 'out' | 'in', side: ToldSide | undefined): readonly string[] {
  if (!side || side.of === 'outside') return []
  const [head, ...others] = [isolationText(side), ...rulesOf(side, direction)]
  return [`    ${direction.padEnd(3)}  ${head}`, ...others.map((line) => `         ${line}`)]
}

function isolationText({ end, of, isVoid, isolatedBy, rules }: ToldSide): string {
  if (of === 'node') return `${end} has the network of its node, which policies do not isolate`
  const unless = isVoid ? ', and the network plugin enforces none' : ''
  if (isolatedBy.length > 0) {
    const policies = isolatedBy.map(({ policy, at }) => withPlace(nameOf(policy), at)).join(' and ')
    return `${policies} ${isolatedBy.length === 1 ? 'isolates' : 'isolate'} ${end}${unless}`
  }
  return `no policy isolates ${end}${rules.length > 0 ? `: what no rule takes passes${unless}` : ''}`
}

// Of what is open those that open it; else every rule, for any of them could have.
function rulesOf({ open, rules }: ToldSide, direction: 'out' | 'in'): readonly string[] {
  const asked = rules.filter(({ does }) => does !== 'unasked')
  const told = open ? asked.filter(({ decides, action }) => decides || action === 'pass') : asked
  const lines = told.slice(0, mostRules).map((rule) => withPlace(ruleText(rule, direction), rule.at))
  const more = told.length - lines.length
  return more > 0 ? [...lines, `${more} ${more === 1 ? 'rule' : 'rules'} more: --format json`] : lines
}

function ruleText(
  { policy, rule, name, action, does, misses, onlyIf, unknown }: ToldRule,
  direction: 'out' | 'in',
): string {
  const which = `${name ?? `rule ${rule + 1}`} of ${nameOf(policy)}`
  if (does === 'misses') return `${which} does not take it: ${misses.map(({ says }) => says).join('; ')}`
  const verb = { allow: `lets it ${direction}`, deny: 'refuses it', pass: 'leaves it to the policies after it' }[action]
  if (unknown !== undefined) return `${which} may take it: ${unknown}`
  return `${which} ${verb}${onlyIf === undefined ? '' : ` only if ${onlyIf}`}`
}

function nameOf(policy: Ref): string {
  const { kind, name } = partsOf(policy)
  return kind === 'NetworkPolicy' ? name : `${kind} ${name}`
}

function withPlace(text: string, at: Position | undefined): string {
  return at ? `${text} (${placeText(at)})` : text
}
