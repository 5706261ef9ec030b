// Lines of the document that hold a figure and that no statement of the platform cites, each with the reason.

import type { Uncited } from '../citations/test-citations.ts'

export const uncited: readonly Uncited[] = []
