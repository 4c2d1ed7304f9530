/**
 * The layout of the printed plan, in Typst. It reads values from JSON only: nothing a person wrote is ever put into
 * this source. Kept as a string so that a bundle carries it.
 */
export const planTemplate = String.raw`
#let v = json(bytes(sys.inputs.values))
#let brand = rgb("#0b5260")
#let muted = rgb("#4d5763")
#let wash = rgb("#f6f3ee")
#let tint = rgb("#e3eff1")
#let hair = 0.6pt + rgb("#c9c3b8")

#set document(title: v.subject, author: v.centre.name)
#set text(lang: "pl", region: "PL", font: "Source Sans 3", size: 11pt, fill: rgb("#1b2430"), fallback: false)
#set par(leading: 0.62em, spacing: 0.9em)
#set list(marker: text(fill: brand, "•"), spacing: 0.6em, indent: 2pt)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 20mm, bottom: 22mm),
  footer: context {
    set text(9pt, fill: muted)
    line(length: 100%, stroke: hair)
    v.footer.left
    h(1fr)
    [#v.footer.page #counter(page).display() #v.footer.of #counter(page).final().first()]
  },
)
#show heading: set text(fill: brand, weight: 600, hyphenate: false)
#show heading.where(level: 1): set text(22pt)
#show heading.where(level: 2): set text(14pt)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em, sticky: true)
#show heading.where(level: 3): set text(11.5pt, fill: rgb("#1b2430"))
#show heading.where(level: 3): set block(above: 1.1em, below: 0.6em, sticky: true)

// A value may have several lines; a line break is the only thing in it that has an effect.
#let said(value) = value.split("\n").map(part => [#part]).join(linebreak())
#let bullets(items) = list(..items.map(said))
#let label(value) = par(text(fill: muted, value))

#block(below: 1.2em, {
  set par(spacing: 0.5em)
  par(text(weight: 600, size: 12pt, v.centre.name))
  par(text(size: 9.5pt, fill: muted, v.centre.lines.join(" · ")))
})
#line(length: 100%, stroke: 2pt + brand)

#heading(level: 1, v.title)

#for notice in v.notices {
  block(width: 100%, fill: rgb("#fbf1dc"), inset: (x: 10pt, y: 7pt), radius: 4pt, spacing: 0.7em, par(text(weight: 600, notice)))
}

#block(width: 100%, fill: wash, inset: 12pt, radius: 6pt, grid(
  columns: (33mm, 1fr),
  row-gutter: 0.75em,
  column-gutter: 8pt,
  ..v.facts.map(((name, value)) => (label(name), par(text(weight: 600, said(value))))).flatten(),
))

#par(v.intro)

#if v.needs.items.len() > 0 [
  #heading(level: 2, v.needs.heading)
  #for need in v.needs.items {
    block(breakable: true, spacing: 1em, {
      heading(level: 3, need.name)
      if need.isGap { block(inset: (left: 8pt, y: 3pt), stroke: (left: 2.5pt + rgb("#8a5a00")), below: 0.8em, par(v.needs.gap)) }
      if need.goals.len() > 0 {
        block(below: 0.6em, label(v.needs.goals))
        bullets(need.goals)
      }
    })
  }
]
#if v.otherGoals.items.len() > 0 [
  #heading(level: 2, v.otherGoals.heading)
  #bullets(v.otherGoals.items)
]

#heading(level: 2, v.services.heading)
#if v.services.rows.len() == 0 { par(v.services.none) } else {
  set text(10pt)
  set par(justify: false)
  table(
    columns: (17mm, 1.35fr, 1.2fr, 1fr, 31mm),
    inset: (x: 5pt, y: 6pt),
    stroke: (x, y) => (bottom: if y == 0 { 1.2pt + brand } else { hair }),
    fill: (x, y) => if y == 0 { tint },
    align: left + top,
    table.header(..v.services.columns.map(name => text(weight: 600, size: 9.5pt, name))),
    ..v.services.rows.map(row => (
      row.need,
      {
        text(weight: 600, said(row.service))
        if row.marks != "" { linebreak(); text(size: 9pt, fill: muted, said(row.marks)) }
      },
      said(row.provider),
      row.dose,
      row.period,
    )).flatten(),
  )
}
#if v.services.note != none { par(text(size: 9.5pt, fill: muted, v.services.note)) }

#if v.commitments.items.len() > 0 [
  #heading(level: 2, v.commitments.heading)
  #bullets(v.commitments.items)
]

#if v.monitoring.items.len() > 0 [
  #heading(level: 2, v.monitoring.heading)
  #par(v.monitoring.intro)
  #bullets(v.monitoring.items)
]

#heading(level: 2, v.contact.heading)
#bullets(v.contact.items)

#block(breakable: false, above: 2em, {
  heading(level: 2, v.signatures.heading)
  grid(
    columns: (1fr, 1fr),
    column-gutter: 14mm,
    ..v.signatures.boxes.map(box => {
      set par(spacing: 0.6em)
      heading(level: 3, box.heading)
      for words in box.lines { par(said(words)) }
    }),
    ..v.signatures.boxes.map(box => {
      std.v(15mm)
      line(length: 100%, stroke: 0.8pt + muted)
      std.v(-0.4em)
      par(text(size: 9pt, fill: muted, box.signature))
    }),
  )
})
`
