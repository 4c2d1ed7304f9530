/**
 * The layout of a printed copy of somebody's data, in Typst. It reads values from JSON only: nothing a person wrote is
 * ever put into this source.
 */
export const copyTemplate = String.raw`
#let v = json(bytes(sys.inputs.values))
#let brand = rgb("#0b5260")
#let muted = rgb("#4d5763")
#let hair = 0.6pt + rgb("#c9c3b8")

#set document(title: v.title, author: v.centre)
#set text(lang: "pl", region: "PL", font: "Source Sans 3", size: 10.5pt, fill: rgb("#1b2430"), fallback: false)
#set par(leading: 0.6em, spacing: 0.8em)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 20mm, bottom: 22mm),
  footer: context {
    set text(9pt, fill: muted)
    line(length: 100%, stroke: hair)
    v.title
    h(1fr)
    [#v.footer.page #counter(page).display() #v.footer.of #counter(page).final().first()]
  },
)
#show heading: set text(fill: brand, weight: 600, hyphenate: false)
#show heading.where(level: 1): set text(22pt)
#show heading.where(level: 2): set text(14pt)
#show heading.where(level: 2): set block(above: 1.8em, below: 0.7em, sticky: true)
#show heading.where(level: 3): set text(11pt, fill: rgb("#1b2430"))
#show heading.where(level: 3): set block(above: 1.2em, below: 0.5em, sticky: true)

#show heading.where(level: 4): set text(10.5pt, fill: muted)
#show heading.where(level: 4): set block(above: 1em, below: 0.5em, sticky: true)

#let said(value) = value.split("\n").map(part => [#part]).join(linebreak())
#let facts(rows) = grid(
  columns: (48mm, 1fr),
  row-gutter: 0.6em,
  column-gutter: 8pt,
  ..rows.map(((name, value)) => (par(text(fill: muted, name)), par(said(value)))).flatten(),
)
#let list(value) = table(
  columns: (36mm, ..range(value.columns.len() - 1).map(_ => 1fr)),
  stroke: (x, y) => (bottom: hair),
  inset: (x: 4pt, y: 5pt),
  table.header(..value.columns.map(name => text(weight: 600, size: 9.5pt, name))),
  ..value.rows.flatten().map(cell => text(size: 9.5pt, said(cell))),
)

#par(text(weight: 600, size: 12pt, v.centre))
#line(length: 100%, stroke: 2pt + brand)
#heading(level: 1, v.title)
#par(v.made)
#par(v.lead)

#for section in v.sections {
  heading(level: 2, section.heading)
  par(text(fill: muted, section.text))
  for one in section.tables {
    heading(level: 3, one.heading)
    if one.list != none { list(one.list) }
    for row in one.rows {
      if row.heading != "" { heading(level: 4, row.heading) }
      facts(row.facts)
    }
  }
}
#heading(level: 2, v.why.heading)
#for row in v.why.rows {
  heading(level: 3, row.heading)
  facts(row.facts)
}
#heading(level: 2, v.rights.heading)
#par(v.rights.text)
`
