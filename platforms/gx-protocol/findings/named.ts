// Known faults that no rule finds, each with the reason.

export const named: readonly { readonly id: `C${number}`; readonly fault: string; readonly why: string }[] = [
  {
    id: 'C54',
    fault: 'later outside services that nothing lets pods out to',
    why: 'what is planned is absent from every estate, so nothing cuts it off yet; an outside service that is declared and not let out to is found',
  },
  {
    id: 'C61',
    fault: 'control plane, ledger and database on one disk',
    why: 'the document names one disk for each node and not what is written to which',
  },
]
