package words

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"apr/internal/document"
	"apr/internal/yamlpos"
	"apr/report/words/docx"
)

// comparison is of one text.
type comparison struct {
	*taker
	pair
	was, now []segment
	top      int
	pictures map[string][]byte
}

func unitsIn(segments []segment) []unit {
	var all []unit
	for _, s := range segments {
		all = append(all, s.units...)
	}
	return all
}

func (c *comparison) text() Text {
	s := c.sent[c.id]
	t := Text{Key: c.w.Name, Title: s.Title, State: Unchanged, Position: c.w.Text.Position, Earlier: c.earlier[c.w.Name], written: c.w}
	base, ours := unitsIn(c.was), unitsIn(c.now)
	if !c.known {
		base = nil
	}
	theirs := c.theirs(base)
	theirs, t.Figures = withFigures(base, theirs)
	for _, u := range theirs {
		if u.Picture != nil && u.Picture.Alt == "" {
			if p := (docx.Loss{What: "the picture " + u.Picture.File, Place: u.Place}); !slices.Contains(t.Undescribed, p) {
				t.Undescribed = append(t.Undescribed, p)
			}
		}
	}
	if c.known && same(base, theirs) || same(ours, theirs) {
		return t
	}
	t.State = Changed
	if !same(base, ours) {
		t.State = Both
	}
	var result []unit
	for _, k := range merge3(base, ours, theirs) {
		if k.conflict {
			t.Conflicts = append(t.Conflicts, Clash{shownAll(k.units), shownAll(k.theirs)})
			if c.opts.Side == Theirs {
				k.units = k.theirs
			}
		}
		result = append(result, k.units...)
	}
	if len(t.Conflicts) > 0 && c.opts.Side == Undecided {
		t.State = Conflict
		return t
	}
	t.Differences = differences(ours, result)
	if same(ours, result) {
		t.State = Unchanged
		return t
	}
	var err error
	t.pictures, t.merged, t.Emptied = c.pictures, true, len(result) == 0
	if t.Markdown, err = c.markdown(result); err != nil {
		t.Refused = []string{err.Error()}
		return t
	}
	t.Refused = c.refused(t.Markdown, result, t.Undescribed)
	return t
}

// theirs are the file's units of the text. Where the file doesn't say which figures
// went out, they are those of the base in order.
func (c *comparison) theirs(base []unit) []unit {
	figures := figuresOf(c.file.Sent)
	if _, found := c.sent[c.id]; !found {
		n := 0
		for _, u := range base {
			for _, d := range datumsIn(u) {
				n++
				figures[fmt.Sprintf("%s_%d", c.id, n)] = docx.Figure{Shows: d.Value, Reference: d.ID}
			}
		}
	}
	known := pictureBook{}
	for _, u := range append(slices.Clone(base), unitsIn(c.now)...) {
		if u.Picture != nil {
			known.add(u.Picture)
		}
	}
	var units []unit
	for _, u := range unitsOf(c.blocks, figures, known) {
		ok := true
		if u.Picture != nil && known.find(u.Picture) == nil {
			u, ok = c.newPicture(u)
		}
		if ok {
			units = append(units, u)
		}
	}
	return units
}

func shownAll(units []unit) string {
	var lines []string
	for _, u := range units {
		lines = append(lines, u.shown())
	}
	return strings.Join(lines, "\n\n")
}

// differences are the paragraphs in which two texts differ.
func differences(was, is []unit) []string {
	var out []string
	at := aligned(keys(was), keys(is))
	k, from := 0, 0
	emit := func(end, to int) {
		for from < to || k < end {
			a, b := "", ""
			if from < to {
				a = was[from].shown()
				from++
			}
			if k < end {
				b = is[k].shown()
				k++
			}
			switch {
			case a == b:
				out = append(out, a+"  (set otherwise)")
			case a == "":
				out = append(out, "{+"+b+"+}")
			case b == "":
				out = append(out, "[-"+a+"-]")
			default:
				out = append(out, difference(a, b))
			}
		}
	}
	for i := range was {
		if at[i] >= 0 {
			emit(at[i], i)
			k, from = at[i]+1, i+1
		}
	}
	emit(len(is), len(was))
	return out
}

// datumsIn are the figures of a unit in order.
func datumsIn(u unit) []*document.Datum {
	var all []*document.Datum
	w := document.Walker{Inline: func(i document.Inline) error {
		if d, ok := i.(*document.Datum); ok {
			all = append(all, d)
		}
		return nil
	}}
	_ = w.Inlines(u.Content) // the function doesn't fail
	for _, row := range u.Rows {
		for _, cell := range row {
			_ = w.Inlines(cell)
		}
	}
	return all
}

// markdown writes the text that comes of a merge. What both had keeps its bytes.
func (c *comparison) markdown(result []unit) (string, error) {
	if len(result) == 0 && !slices.ContainsFunc(c.now, func(s segment) bool { return len(s.units) == 0 && s.label == "" }) {
		return "", nil
	}
	end := "\n"
	if was := c.w.Text.Markdown; was != "" && !strings.HasSuffix(was, "\n") {
		end = ""
	}
	width := 0
	if c.wraps() {
		width = 100 - max(c.w.Text.Position.Column-1, 0)
	}
	for _, keep := range []bool{true, false} {
		segments := c.now
		if !keep {
			segments = nil
		}
		made := strings.TrimRight(assemble(segments, c.now, result, width, c.top), "\n") + end
		again, _, err := segmentsOf(c.project, []yamlpos.Text{yamlpos.NewText(made, c.w.Text.Position)})
		if err == nil && (same(unitsIn(again[0]), result) || !keep) {
			return made, nil
		}
	}
	return "", errUnwritten
}

// wraps reports whether the text's lines are broken, or there are none to say.
func (c *comparison) wraps() bool {
	longest := 0
	for l := range strings.Lines(c.w.Text.Markdown) {
		longest = max(longest, utf8.RuneCountInString(l))
	}
	return longest <= 130
}

// assemble writes units as Markdown; the segments whose units all stand together in it
// are written as they were. notesOf has the footnotes.
func assemble(segments, notesOf []segment, result []unit, width, top int) string {
	n := &notes{labels: map[string]string{}, taken: map[string]bool{}}
	for _, s := range notesOf {
		if s.label != "" {
			n.labels[s.note], n.taken[s.label] = s.label, true
		}
	}
	start := intact(segments, result)
	var out strings.Builder
	lastSegment := -1
	var canonical []unit
	gap := func() {
		for out.Len() > 0 && !strings.HasSuffix(out.String(), "\n\n") {
			out.WriteByte('\n')
		}
	}
	flush := func() {
		if len(canonical) > 0 {
			gap()
			out.WriteString(write(canonical, n, width, top))
			canonical, lastSegment = nil, -2
		}
	}
	next := 0
	hidden := func(until int) {
		for ; next < until; next++ {
			s := segments[next]
			if len(s.units) > 0 || s.label != "" && !marks(result, s.note) {
				continue
			}
			flush()
			if lastSegment != next-1 {
				gap()
			}
			out.WriteString(s.source)
			lastSegment = next
		}
	}
	for p := 0; p < len(result); {
		i, found := start[p]
		if !found {
			canonical = append(canonical, result[p])
			p++
			continue
		}
		flush()
		hidden(i)
		if lastSegment != i-1 {
			gap()
		}
		out.WriteString(segments[i].source)
		lastSegment, next = i, i+1
		p += len(segments[i].units)
	}
	flush()
	hidden(len(segments))
	if segments == nil {
		for _, s := range notesOf {
			if s.label != "" && marks(result, s.note) {
				gap()
				out.WriteString(strings.TrimRight(s.source, "\n"))
			}
		}
	}
	for _, d := range n.written {
		gap()
		out.WriteString(d)
	}
	return out.String()
}

// marks reports whether a footnote is marked in units.
func marks(units []unit, words string) bool {
	for _, u := range units {
		if strings.Contains(u.key, "[^"+words+"]") {
			return true
		}
	}
	return false
}

// intact are the segments that stand whole in a result, by where they begin in it. A
// list to which something was added isn't whole.
func intact(segments []segment, result []unit) map[int]int {
	flat := unitsIn(segments)
	at := aligned(keys(flat), keys(result))
	begins := map[int]int{}
	ends := map[int]bool{}
	k := 0
	for i, s := range segments {
		whole := len(s.units) > 0
		for j := range s.units {
			whole = whole && at[k+j] >= 0 && at[k+j] == at[k]+j
		}
		if whole {
			begins[at[k]] = i
			ends[at[k]+len(s.units)] = true
		}
		k += len(s.units)
	}
	inList := func(p int) bool {
		return p >= 0 && p < len(result) && (result[p].Kind == docx.Item || result[p].Kind == docx.Continued || result[p].Kind == docx.Quote || result[p].Kind == docx.Said || result[p].Kind == docx.Term || result[p].Kind == docx.Meaning)
	}
	for p, i := range begins {
		end := p + len(segments[i].units)
		_, follows := begins[end]
		if inList(p) && inList(p-1) && result[p-1].Kind == result[p].Kind && !ends[p] || inList(end-1) && inList(end) && result[end].Kind == result[end-1].Kind && !follows {
			delete(begins, p)
		}
	}
	return begins
}
