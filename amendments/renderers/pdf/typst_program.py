"""How documents look on paper: the typst program that sets the content, which it reads from its input as JSON.

Deleted words are struck through, inserted ones bold and underlined, and a bar stands beside what changes: all of it prints
in black and white.
"""

PROGRAM = r"""
#let content = json(bytes(sys.inputs.content))
#let grey = luma(90)
#let rule = line(length: 100%, stroke: 0.4pt + luma(130))

#set document(title: content.title, author: content.author, keywords: (content.identity,), date: auto)
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), size: 11pt, lang: content.language, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.9em, justify: false)
#set strike(stroke: 0.7pt)
#set underline(stroke: 0.7pt, offset: 1.8pt)
#show heading: it => block(above: 1.5em, below: 0.8em, sticky: true, it.body)

// A word that is wider than its line is broken between its letters, without a hyphen or any other sign.
#let broken(width, body) = {
  let fitting = calc.max(4, calc.floor(width / 9pt)) // letters
  if int(sys.inputs.longest) < fitting { return body } // to look at each word takes memory
  show regex("\\S{" + str(fitting) + ",}"): it => context {
    if measure(it).width > width { for letter in it.text.clusters() { box(letter) } } else { it }
  }
  body
}
#let between = (if content.landscape { 297mm } else { 210mm }) - 46mm // the margins

#let words(parts) = if parts.len() == 1 { parts.first() } else { for (i, part) in parts.enumerate() {
  if i > 0 [ #linebreak()]
  text(part)
}}

// While typst does not know the place yet, it would leave the words out: lines would break elsewhere, and the whole be set
// once more (15 MB for a code).
#let linked(place, body) = context if query(place).len() > 0 { link(place, body) } else { body }

#let shown(run) = {
  let body = words(run.at(1))
  if run.len() > 2 { body = linked(label(run.at(2)), body) }
  if run.at(0) == "d" { strike(body) }
  else if run.at(0) == "i" { strong(underline(body)) }
  else if run.at(0) == "s" { emph(body) }
  else if run.at(0) == "b" { strong(body) }
  else { body }
}

// A hair of space parts a deleted word from the one that comes in its place.
#let runs(some) = for (i, run) in some.enumerate() {
  if i > 0 and run.at(0) == "i" and some.at(i - 1).at(0) == "d" { h(0.12em) }
  shown(run)
}

#let barred(is_changed, body, ..place) = if is_changed {
  block(width: 100%, stroke: (left: 1.2pt + black), outset: (left: 6pt), ..place, body)
} else { body }

#let styled(item, body) = {
  if item.look == "title" { align(center, text(size: 14pt, weight: "bold", body)) }
  else if item.look == "centred" { align(center, strong(body)) }
  else if item.look == "note" { pad(left: 16pt, text(size: 10pt, body)) }
  else if item.look == "list" { text(size: 9pt, body) }
  else if item.look == "legend" { text(size: 9pt, fill: grey, body) }
  else if item.look == "closing" { block(above: 0.8em, body) }
  else { body }
}

#let paragraph(item) = {
  let body = runs(item.runs)
  if item.language != content.language { body = text(lang: item.language, body) }
  let in_ = item.indent * 16pt // of each line: to pad the paragraph as a block takes 40 MB for a code
  let set_ = styled(item, par(first-line-indent: (amount: in_, all: true), hanging-indent: in_, body))
  set_ = barred(item.changed, set_)
  if item.anchor == "" { set_ } else [#block(set_)#label(item.anchor)]
}

#let titled(item) = {
  let size = calc.max(11pt, 14pt - item.level * 0.6pt)
  let body = text(size: size, weight: "bold", lang: item.language, runs(item.runs))
  let set_ = align(if item.at("centred", default: item.level <= 2) { center } else { left }, heading(level: item.level, body))
  barred(item.changed, set_, above: 1.5em, below: 0.8em, sticky: true) // as any heading
}

#let row_of(widths, row) = {
  let (at, share) = (0, between / widths.sum())
  for cell in row {
    let width = widths.slice(at, calc.min(at + cell.columns, widths.len())).sum(default: 0) * share
    at += cell.columns
    (table.cell(colspan: cell.columns, broken(width - 8pt, for line in cell.lines { par(runs(line)) })),)
  }
}

#let tabled(item) = {
  set text(size: 9.5pt, lang: item.language)
  set par(spacing: 0.5em)
  table(
    columns: item.widths.map(width => width * 1fr),
    stroke: 0.5pt + luma(80),
    inset: 4pt,
    ..item.rows.slice(0, item.head).map(row => table.header(..row_of(item.widths, row))),
    ..item.rows.slice(item.head).map(row => row_of(item.widths, row)).flatten()
  )
}

#let column(side) = table.cell(broken(between / 2 - 10pt, for item in side {
  if "cells" in item {
    let width = (between / 2 - 10pt) / item.columns - 6pt
    table(columns: (1fr,) * item.columns, stroke: 0.4pt + luma(130), inset: 3pt,
      ..item.cells.map(cell => table.cell(colspan: cell.columns,
        broken(width * cell.columns, par(text(lang: item.language, runs(cell.runs)))))))
  } else { par(text(lang: item.language, runs(item.runs))) }
}))

#let compared(item) = {
  set text(size: 10pt)
  set par(spacing: 0.6em)
  table(
    columns: (1fr, 1fr),
    stroke: 0.5pt + luma(80),
    inset: 5pt,
    table.header(..item.head.map(each => table.cell(fill: luma(235), strong(text(each))))),
    ..item.rows.map(row => if row.heading { // a header, so that it stays with the row below it
      (table.header(level: 2, repeat: false, table.cell(colspan: 2, fill: luma(245), for each in row.before {
        par(strong(text(lang: each.language, runs(each.runs))))
      })),)
    } else { (column(row.before), column(row.after)) }).flatten()
  )
}

#let ends(item) = item.at("look", default: "") == "closing"

#let setters = (heading: titled, paragraph: paragraph, table: tabled, comparison: compared)

#let page_of(parts) = context for part in parts {
  if part == "page" [#counter(page).display()]
  else if part == "pages" [#counter(page).final().first()]
  else { text(part.slice(1)) }
}

#let title_block(block_) = {
  heading(level: 1, text(size: 15pt, block_.title))
  set text(size: 9.5pt, fill: grey)
  set par(spacing: 0.5em)
  for each in block_.lines { par(text(each)) }
  if block_.warning != "" { par(strong(text(block_.warning))) }
  for each in block_.legend { par(runs(each)) }
  v(2pt)
  rule
}

#let foot(block_) = {
  set text(size: 8pt, fill: grey, lang: block_.language)
  set par(spacing: 0.5em)
  rule
  grid(columns: (1fr, auto), column-gutter: 12pt,
    par(text(block_.foot)),
    page_of(block_.page_of),
  )
}

#for act in content.acts {
  page(
    paper: "a4",
    flipped: content.landscape,
    margin: (top: 24mm, bottom: 24mm, left: 26mm, right: 20mm),
    header: context if here().page() > locate(label(act.start)).page() {
      set text(size: 8pt, fill: grey, lang: act.block.language)
      par(text(act.block.running))
      v(-6pt)
      rule
    },
    footer: foot(act.block),
    {
      [#metadata(none)#label(act.start)]
      set text(lang: act.block.language)
      broken(between, title_block(act.block))
      set text(lang: content.language)
      broken(between, for (i, item) in act.items.enumerate() {
        if ends(item) and i > 0 and not ends(act.items.at(i - 1)) { v(0.9em) }
        setters.at(item.kind)(item)
      })
    },
  )
}
"""
