// The document that a platform is described in: whether it holds, and whether somebody still looks at it.

import { sourceOf } from '../../estate/source.ts'
import type { Paper } from '../../platform/model.ts'
import { defineQuestion, part } from '../define.ts'

type Held = Pick<Paper, 'title' | 'version' | 'date' | 'status'>
interface Review extends Pick<Paper, 'owner' | 'nextReview'> {
  readonly asOf: string
}

export const reviewed = defineQuestion<{ status: Held; review: Review }>({
  id: 'reviewed',
  asks: 'Does the document hold that the platform follows, and is it looked at in time?',

  *judge({ plans, platform, asOf }) {
    const document = plans?.document
    if (!document) return
    const { title, version, date, status, owner, nextReview, stated } = document
    yield {
      id: [platform?.name ?? 'platform', 'document'],
      says: `${version === undefined ? 'the document' : `version ${version} of the document`} holds, and is looked at in time`,
      source: sourceOf(document, stated),
      parts: [
        part(
          'status',
          status !== 'withdrawn',
          { title, ...(version !== undefined && { version }), ...(date && { date }), status },
          { cause: 'document-withdrawn' },
        ),
        part(
          'review',
          nextReview === undefined ? undefined : nextReview >= asOf,
          { ...(owner !== undefined && { owner }), asOf, ...(nextReview && { nextReview }) },
          { cause: 'review-overdue', hint: `${owner ?? 'an owner'} looks at it, and says when next`, stated: [stated] },
        ),
      ],
    }
  },

  says: {
    status: ({ title, version, date, status }) => {
      const which = version === undefined ? '' : `, version ${version}${date ? ` of ${date}` : ''},`
      return `${title}${which} is ${statusWords[status]}`
    },
    review: ({ owner = 'somebody', nextReview, asOf }, truth) => {
      if (nextReview === undefined) return `nobody says when ${owner} looks at it again`
      return truth === true
        ? `${owner} looks at it again by ${nextReview}`
        : `${owner} was to look at it again by ${nextReview}, and it is ${asOf}`
    },
  },
})

const statusWords: { readonly [status in Paper['status']]: string } = {
  draft: 'a draft',
  target: 'what is aimed at',
  ready: 'ready for production',
  production: 'in production',
  withdrawn: 'withdrawn',
}
