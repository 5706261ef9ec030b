import { breakText, isBreak } from './characters.ts'

/**
 * What line breaks between words stand for: one is a blank, of several the first is dropped. LS and PS are never dropped.
 * Source: go.yaml.in/yaml/v2@v2.4.3/scannerc.go:2617.
 */
export function foldedBreaks(text: string, from: number, to: number): string {
  let first: string | undefined
  let others = ''
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (!isBreak(code)) continue
    if (first === undefined) first = breakText(code)
    else others += breakText(code)
  }
  if (first !== '\n') return (first ?? '') + others
  return others === '' ? ' ' : others
}

/** Line breaks of which each counts. */
export function allBreaks(text: string, from: number, to: number): string {
  let breaks = ''
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (isBreak(code)) breaks += breakText(code)
  }
  return breaks
}
