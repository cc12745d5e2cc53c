package pdf

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/internal/tagpdf"
)

// column is a galley of strips with the given heights.
func column(heights ...float64) []*strip {
	var list []*strip
	for _, h := range heights {
		list = append(list, &strip{height: h})
	}
	return list
}

// counts is how many strips each sheet has.
func counts(sheets []*page) []int {
	var n []int
	for _, s := range sheets {
		n = append(n, len(s.strips))
	}
	return n
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestPaginate(t *testing.T) {
	room := foot(false) - marginTop
	half := room / 2
	for _, test := range []struct {
		name   string
		strips func() []*strip
		want   []int
	}{
		{"nothing", func() []*strip { return nil }, nil},
		{"as much as fits", func() []*strip { return column(half, half, half) }, []int{2, 1}},
		{"kept together", func() []*strip { s := column(half, 10, half); s[1].keep = true; return s }, []int{1, 2}},
		{"a kept chain", func() []*strip {
			s := column(half, 10, 10, half)
			s[1].keep, s[2].keep = true, true
			return s
		}, []int{1, 3}},
		{"gaps at a page's top are dropped", func() []*strip {
			s := column(half, half, half, half)
			s[2].gap = 50
			return s
		}, []int{2, 2}},
		{"gaps count", func() []*strip { s := column(half, half, half, half); s[1].gap = 1; return s }, []int{1, 2, 1}},
		{"a new page", func() []*strip { s := column(10, 10); s[1].newPage = true; return s }, []int{1, 1}},
		{"landscape", func() []*strip { s := column(10, 10, 10); s[1].wide = true; return s }, []int{1, 1, 1}},
		{"a heading goes with its wide table", func() []*strip {
			s := column(10, 10, 10, 10)
			s[1].keep, s[2].wide = true, true
			return s
		}, []int{1, 2, 1}},
		{"higher than a page", func() []*strip { return column(10, room*3, 10) }, []int{1, 1, 1}},
		{"a chain higher than a page", func() []*strip {
			s := column(half, half, half)
			s[0].keep, s[1].keep = true, true
			return s
		}, []int{2, 1}},
	} {
		if got := counts(paginate(test.strips())); !equal(got, test.want) {
			t.Errorf("%s: sheets of %v strips, want %v", test.name, got, test.want)
		}
	}
}

func TestSqueeze(t *testing.T) {
	for _, test := range []struct {
		room, want float64 // the page's height and the gap that is left of 20
	}{{1000, 20}, {140, 20}, {130, 15}, {119, 9.5}, {110, 20}} {
		strips := column(50, 25, 25)
		strips[1].gap, strips[2].gap = 20, 20
		squeeze(strips, test.room)
		if got := strips[2].gap; math.Abs(got-test.want) > 0.01 {
			t.Errorf("in %.0f: gaps of %.1f, want %.1f", test.room, got, test.want)
		}
	}
}

func TestFrames(t *testing.T) {
	room := foot(false) - marginTop
	f := &frame{top: 10, bottom: 5, repeatHeight: 20}
	strips := column(room/2, room/4, room/4, room/4)
	for _, s := range strips[1:] {
		s.frames = []*frame{f}
	}
	sheets := paginate(strips)
	if got := counts(sheets); !equal(got, []int{2, 2}) {
		t.Fatalf("sheets of %v strips", got)
	}
	first, second := sheets[0].frames[0], sheets[1].frames[0]
	if !first.first || first.top != marginTop+room/2 || math.Abs(first.bottom-(first.top+10+room/4+5)) > 0.01 {
		t.Errorf("first part %+v", first)
	}
	if second.first || second.top != marginTop || math.Abs(second.bottom-(marginTop+10+20+room/2+5)) > 0.01 {
		t.Errorf("second part %+v", second)
	}
	if r := sheets[1].strips[0].reopened; len(r) != 1 || r[0].frame != f {
		t.Errorf("reopened %v", r)
	}
}

// TestPageRules checks every page of whole reports: nothing reaches below the
// foot, nothing that stays with what follows ends a page, and strips follow
// each other in order.
func TestPageRules(t *testing.T) {
	for name, doc := range map[string]*document.Document{"one of each": documenttest.OneOfEach(), "typical": typical()} {
		r := newRenderer(doc)
		if err := r.document(); err != nil {
			t.Fatal(err)
		}
		next := 0
		for i, s := range paginate(r.g.strips) {
			end := 0.0
			for _, st := range s.strips {
				if st.strip != r.g.strips[next] {
					t.Fatalf("%s, page %d: strip %d is out of order", name, i+1, next)
				}
				next++
				if st.y < end-0.01 {
					t.Errorf("%s, page %d: strips overlap at %.1f", name, i+1, st.y)
				}
				end = st.y + st.height
			}
			if end > foot(s.landscape)+0.1 {
				t.Errorf("%s, page %d: reaches down to %.1f", name, i+1, end)
			}
			if s.strips[len(s.strips)-1].keep && next < len(r.g.strips) && !r.g.strips[next].newPage && !r.g.strips[next].chapter {
				t.Errorf("%s, page %d: ends with what should stay with the next line", name, i+1)
			}
		}
		if next != len(r.g.strips) {
			t.Errorf("%s: %d of %d strips placed", name, next, len(r.g.strips))
		}
	}
}

// TestBreakLines breaks random text into random measures: no line is too wide,
// and no letter is lost or moved.
func TestBreakLines(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	letters := []rune("abcdefg   -–/.,AÀ’1234 £%\u200b\u00ad")
	for range 3000 {
		text := make([]rune, random.IntN(120))
		for i := range text {
			text[i] = letters[random.IntN(len(letters))]
		}
		var atoms []atom
		for start := 0; start < len(text); { // in turns of style, within words too
			end := min(start+1+random.IntN(40), len(text))
			s := bodyText
			if random.IntN(2) == 0 {
				s = s.bold()
			}
			atoms = appendAtoms(atoms, &run{style: s}, string(text[start:end]))
			start = end
		}
		measure := 13 + random.Float64()*200 // no character is wider than 13
		got := ""
		for _, l := range breakLines(atoms, measure) {
			if l.width > measure+0.01 {
				t.Fatalf("%q: a line of %.1f in a measure of %.1f", string(text), l.width, measure)
			}
			for _, a := range l.atoms {
				got += a.text
			}
		}
		want := ""
		for _, r := range text {
			if r != ' ' && r != '\u200b' && r != '\u00ad' {
				want += string(r)
			}
		}
		if got != want {
			t.Fatalf("%q became %q", want, got)
		}
	}
}

func TestNoBreak(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string // where lines may end
	}{
		{"under regulation 4(1)(b) of", []string{"under", "regulation 4(1)(b)", "of"}},
		{"£2.8 million was", []string{"£2.8 million", "was"}},
		{"on 18 September 2025", []string{"on", "18 September", "2025"}},
		{"hospital-at-home team", []string{"hospital-", "at-", "home", "team"}},
		{"2019–2024 and −3 or 1-2", []string{"2019–2024", "and", "−3", "or", "1-2"}},
		{"re-do it", []string{"re-do", "it"}},
		{"a\u00a0b c", []string{"a\u00a0b", "c"}},
	} {
		var got []string
		piece := ""
		for _, a := range appendAtoms(nil, &run{style: bodyText}, test.text) {
			piece += a.text
			if a.space > 0 && !a.breaks {
				piece += " "
			}
			if a.breaks {
				got, piece = append(got, piece), ""
			}
		}
		got = append(got, piece)
		if len(got) != len(test.want) {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%q: %q, want %q", test.text, got, test.want)
			}
		}
	}
}

func TestFitColumns(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		n := 1 + random.IntN(9)
		least, natural, weights := make([]float64, n), make([]float64, n), make([]float64, n)
		for i := range n {
			least[i] = 10 + 60*random.Float64()
			natural[i] = least[i] + 200*random.Float64()*float64(random.IntN(2))
			weights[i] = float64(random.IntN(3) * random.IntN(2))
		}
		const width = 480
		widths, fitted := fitColumns(least, natural, weights, [][]float64{natural, least}, width)
		if got := sum(widths); math.Abs(got-width) > 0.01 {
			t.Fatalf("columns %v take %.1f of %d (least %v, natural %v, weights %v)", widths, got, width, least, natural, weights)
		}
		for i, w := range widths {
			if fitted && w < least[i]-0.01 {
				t.Fatalf("column %d has %.1f, its longest word %.1f", i, w, least[i])
			}
		}
	}
}

// TestDecimals: numbers of one column are with their points below each other.
func TestDecimals(t *testing.T) {
	r := newRenderer(report())
	note := &document.Note{Number: 1, ID: "n"}
	var rows [][]*cell
	for _, is := range []document.Inlines{
		document.Plain("£1,234.5m"), document.Plain("−7.25"), document.Plain("74%"), document.Plain("not available"),
		{&document.Datum{Display: "11,150"}, &document.NoteMark{Note: note}},
	} {
		atoms, err := r.set(is, tableText)
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, []*cell{{cellKind: &cellKind{style: tableText, align: document.Decimal}, atoms: atoms}})
	}
	want := []string{"£1,234", "−7", "74", "", "11,150"}
	for i, row := range rows {
		before, after := row[0].alignAt(line{atoms: row[0].atoms, width: unitWidth(row[0].atoms)})
		if w := tagpdf.Regular.Width(tableText.size, want[i]); before != w {
			t.Errorf("row %d is lined up %.2f from its start, want %.2f, after %q", i, before, w, want[i])
		}
		if want[i] != "" && before+after < unitWidth(row[0].atoms)-0.01 {
			t.Errorf("row %d loses width", i)
		}
	}
}

// TestFurniture reads what is printed on every page: the head in one line,
// however long the names, and the report's standing in words unless it is final.
func TestFurniture(t *testing.T) {
	const long = "Ùghdarras Eilean na Gréine agus nan Eilean Beaga an Iar-thuath airson Slàinte agus Cùram Sòisealta"
	const title = "Annual performance report 2025/26"
	for _, test := range []struct{ authority, title, standing, want string }{
		{"Example Board", title, "", "Example Board — " + title},
		{"Example Board", "", "", "Example Board"},
		{long, title, "Draft", long},
		{long + " " + long, title, "Provisional: unaudited figures", title},
	} {
		doc := report()
		doc.Meta.Authority, doc.Meta.Standing = test.authority, test.standing
		s := style{tagpdf.Regular, 9, 12, grey}
		m := doc.Meta
		m.Title = test.title
		if got := runningHead(m, s, bodyWidth()); got != test.want {
			t.Errorf("%s, %s: the running head is %q, want %q", test.authority, test.title, got, test.want)
		}
		for i, page := range read(t, doc).Pages {
			want := test.standing
			if i == 0 { // the cover says it in its own words
				want = ""
			}
			if want != "" && !strings.Contains(page.Artifacts, want+" Page ") || i > 0 && want == "" && strings.Contains(page.Artifacts, "Draft") {
				t.Errorf("page %d has %q around it, want %q", i+1, page.Artifacts, want)
			}
		}
	}
}

func bodyWidth() float64 {
	width, _ := tagpdf.Portrait.Size()
	return width - 2*marginSide
}

// TestChapters: a chapter begins within a page's first part, and otherwise a page.
func TestChapters(t *testing.T) {
	room := foot(false) - marginTop
	for _, test := range []struct {
		before float64
		want   []int
	}{{room * 0.7, []int{2}}, {room * 0.85, []int{1, 1}}} {
		strips := column(test.before, room/8)
		strips[1].chapter = true
		if got := counts(paginate(strips)); !equal(got, test.want) {
			t.Errorf("after %.0f of %.0f points: sheets of %v strips, want %v", test.before, room, got, test.want)
		}
	}
}

// TestContentsFill: the contents aren't set so wide that one line more takes a
// page of its own, where setting them closer helps.
func TestContentsFill(t *testing.T) {
	for n := 20; n < 110; n += 3 {
		doc := report()
		for i := range n {
			doc.Sections = append(doc.Sections, &document.Section{ID: fmt.Sprint("s", i), Level: 1, Title: fmt.Sprint("Chapter ", i)})
		}
		r := newRenderer(doc)
		list := r.entries()
		look, err := r.contentsLook(list)
		if err != nil {
			t.Fatal(err)
		}
		pages := func(look contentsStyle) int {
			r := newRenderer(doc)
			if err := r.contentsPages(list, look); err != nil {
				t.Fatal(err)
			}
			return len(paginate(r.g.strips))
		}
		closest := look
		if closest.lead = 13; look.size < 12 {
			closest.lead = 12.5
		}
		if pages(look) > pages(closest) {
			t.Errorf("%d chapters: %d pages with %v, %d with %v", n, pages(look), look, pages(closest), closest)
		}
		if n < 60 && pages(look) > 1 {
			t.Errorf("%d chapters: the contents are on %d pages", n, pages(look))
		}
	}
}

// TestWideTable: a wide table keeps its size of text, however long it is.
func TestWideTable(t *testing.T) {
	for _, test := range []struct {
		rows int
		want style
	}{{3, tableText}, {20, tableText}} {
		table := grid("wide", test.rows, 4)
		table.Wide = true
		r := newRenderer(report(chapter("a", table)))
		if err := r.document(); err != nil {
			t.Fatal(err)
		}
		last := r.g.last()
		above, below := (&tableLayout{table: table}).cellPad()
		if want := above + test.want.lead + below; math.Abs(last.height-want) > 0.01 {
			t.Errorf("%d rows: the last is %.1f high, want %.1f", test.rows, last.height, want)
		}
	}
}
