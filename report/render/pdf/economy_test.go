package pdf

import (
	"context"
	"slices"
	"testing"
	"time"

	"apr/internal/document"
	"apr/internal/project"
	"apr/regs"
	"apr/report/compose"
)

// example is the example's report as a document.
func example(t *testing.T) *document.Document {
	t.Helper()
	r, err := project.Load(context.Background(), project.Options{Dir: "../../../examples/carrickmoor", Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := compose.Compose(r, func() *regs.Result { return regs.Check(r) }, compose.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// full is how much of a page's height is used, and ended whether a page was to end there:
// before a chapter, or a page of its own.
func full(sheets []*page, i int) (used float64, ended bool) {
	last := sheets[i].strips[len(sheets[i].strips)-1]
	used = (last.y + last.height - head(sheets[i].landscape)) / room(sheets[i].landscape)
	if i+1 == len(sheets) {
		return used, true
	}
	next := sheets[i+1].strips[0]
	return used, next.chapter || next.newPage
}

// TestPagesOfTheExample is the report's economy: how many pages the example takes, and
// that none of them is more than half empty but before a chapter. With -v it says how
// full each page is.
func TestPagesOfTheExample(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: the pages of the example")
	}
	const most, mostWide = 50, 2
	r := newRenderer(example(t))
	if err := r.document(); err != nil {
		t.Fatal(err)
	}
	sheets := paginate(r.g.strips)
	if len(sheets) > most {
		t.Errorf("the example takes %d pages; it has taken %d", len(sheets), most)
	}
	if n := len(slices.DeleteFunc(slices.Clone(sheets), func(s *page) bool { return !s.landscape })); n > mostWide {
		t.Errorf("%d pages are landscape; two hold the core suite", n)
	}
	numbers := pageNumbers(sheets)
	if first := numbers[r.doc.Sections[0].ID]; first != 3 {
		t.Errorf("the report begins on page %d: after the cover and one page of contents it is 3", first)
	}
	for i, s := range sheets {
		used, ended := full(sheets, i)
		first := ""
		for _, st := range s.strips {
			if st.place != "" {
				first = st.place
				break
			}
		}
		t.Logf("page %2d: %3.0f%% %s", i+1, used*100, first)
		if used < 0.5 && !ended && !s.landscape {
			t.Errorf("page %d is used to %.0f%%, and goes on", i+1, used*100)
		}
	}
}
