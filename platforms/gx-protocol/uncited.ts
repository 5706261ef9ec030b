// Lines of the document that hold a figure and that no statement of the platform cites, each with the reason.

export const uncited: readonly { readonly lines: readonly number[]; readonly why: string }[] = []
