package regs

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/project/owntable"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// rowsAndPeople looks at rows, and at the populations of localities in them.
func (f *tableFigures) rowsAndPeople() {
	f.rows()
	f.populations()
}

// rows reports rows that are there twice, and rows with fewer cells than the others have.
func (f *tableFigures) rows() {
	short, full := []*owntable.Row{}, 0
	since := 0 // a heading or a subtotal begins a part of the table, in which rows are called the same
	for i := range f.read.Rows {
		row := &f.read.Rows[i]
		values := f.valuesOf(row)
		switch {
		case values == 0:
			since = i + 1
			continue
		case row.Short:
			short = append(short, row)
		default:
			full++
		}
		for k := since; k < i; k++ {
			if sameCells(&f.read.Rows[k], row) {
				f.reportCell(row.Cells[0], "take one of the two out, or write what tells them apart", "the row %q is there twice, with the same cells", celltext.Short(row.Cells[0].Markdown))
				break
			}
		}
		if row.Total || row.Subtotal {
			since = i + 1
		}
	}
	if len(short) > 0 && len(short)*4 <= full {
		f.reportCell(short[0].Cells[0], "see which cell is missing, for those behind it stand under wrong heads; where the last are empty, keep their commas",
			"%s fewer cells than the table has columns, such as %q", wording.Count(len(short), "row has", "rows have"), celltext.Short(short[0].Cells[0].Markdown))
	}
}

// valuesOf is how many cells of a row say something that isn't nothing.
func (f *tableFigures) valuesOf(row *owntable.Row) (n int) {
	for _, c := range row.Cells[f.rowHeads:] {
		if !emptyCell(c.Markdown) && !strings.EqualFold(c.Markdown, "n/a") && strings.Trim(c.Markdown, "0.%£ ") != "" {
			n++
		}
	}
	return n
}

func sameCells(a, b *owntable.Row) bool {
	for c := range a.Cells {
		if celltext.Fold(a.Cells[c].Markdown) != celltext.Fold(b.Cells[c].Markdown) {
			return false
		}
	}
	return true
}

var (
	// populationHead is a head of how many people live in a place, and somePeople one of a part
	// of them, or of another time.
	populationHead = lazyregexp.Lazy(`(?i)^(?:total )?(?:population|people who live (?:there|here)|people living (?:there|here)|residents|inhabitants)(?: size| estimate)?\b`)
	somePeople     = lazyregexp.Lazy(`(?i)\b(?:aged?|over|under|older|adults?|children|young|working|project\w*|forecast\w*|chang\w*|growth|density|share|per|with|in need|20[3-9]\d)\b|%|\+`)
	namedYear      = lazyregexp.Lazy(`\b(?:19|20)\d\d\b`)
)

// populations reports populations of localities that were typed and aren't those of apr.yaml. Where
// none is and the head names a year, they are of that.
func (f *tableFigures) populations() {
	for c := f.rowHeads; c < len(f.printed.Columns); c++ {
		head := strings.TrimSpace(f.head(c))
		if said := head + " " + f.group(c); !populationHead().MatchString(head) || somePeople().MatchString(said) {
			continue
		}
		var off []int
		agree := 0
		for i := range f.printed.Rows {
			people, n := f.livingIn(f.text(i, 0)), readNumber(f.text(i, c))
			switch {
			case people == 0 || !n.ok || n.percent || n.pounds || f.traced(i, c):
			case roundsTo(float64(people), n):
				agree++
			default:
				off = append(off, i)
			}
		}
		if agree == 0 && namedYear().MatchString(head+" "+f.group(c)+" "+f.table.Title+" "+f.table.Source) {
			continue
		}
		for _, i := range off {
			f.reportCell(f.read.Rows[i].Cells[c], "correct the one that is wrong; if the table's is of another year or of a part of the people, say so in the head",
				"%q under %q is %s, and apr.yaml has the population %s", f.text(i, 0), head, f.text(i, c), formatted(float64(f.livingIn(f.text(i, 0))), 0))
		}
	}
}

// livingIn is a locality's population in apr.yaml, 0 for none.
func (f *tableFigures) livingIn(name string) int {
	all := f.project.Config.Localities
	if i := slices.IndexFunc(all, func(l project.Locality) bool { return celltext.Fold(l.Name) == celltext.Fold(name) }); i >= 0 {
		return all[i].Population
	}
	return 0
}

// roundsTo reports whether a number that was written is another, as it is or rounded to tens,
// hundreds or thousands.
func roundsTo(people float64, n tableNumber) bool {
	for _, to := range []float64{1, 10, 100, 1000} {
		if rounded := float64(int(people/to+0.5)) * to; rounded == n.value || n.scale == 1 && n.decimals > 0 && n.value*1000 == rounded {
			return true
		}
	}
	return false
}
