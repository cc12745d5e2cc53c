package words

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/report/words/docx"
)

// State is what has become of a text.
type State string

// The states of texts that come back.
const (
	Unchanged State = "unchanged"
	Changed   State = "changed"  // in the file
	Both      State = "both"     // in the file and in the project, without a conflict
	Conflict  State = "conflict" // the same paragraphs in both
	New       State = "new"      // words that are of no text of the project
	Missing   State = "missing"  // went out and isn't in the file
)

// Text is a text that came back, or should have.
type Text struct {
	Key      string          `json:"key"`
	Title    string          `json:"title"`
	State    State           `json:"state"`
	Position source.Position `json:"position"`
	// Differences are the paragraphs that differ: what went between [- and -], what came
	// between {+ and +}.
	Differences []string `json:"differences,omitempty"`
	// Conflicts are paragraphs that both sides changed.
	Conflicts []Clash `json:"conflicts,omitempty"`
	// Figures are those that don't show their value any more.
	Figures []FigureChange `json:"figures,omitempty"`
	// Markdown is what the text becomes.
	Markdown string `json:"markdown,omitempty"`

	written  project.Written
	pictures map[string][]byte
}

// Clash is a stretch of a text that both sides have changed.
type Clash struct {
	Project string `json:"project"`
	File    string `json:"file"`
}

// FigureChange is a figure that was retyped in Word or typed over. Kept is true where the
// text has its reference still.
type FigureChange struct {
	Reference string `json:"reference"`
	Shows     string `json:"shows"`
	Typed     string `json:"typed"`
	Kept      bool   `json:"kept"`
}

// Returned is what came back in a file.
type Returned struct {
	File     string         `json:"file"`
	Texts    []Text         `json:"texts"`
	Comments []docx.Comment `json:"comments"`
	Changes  []docx.Change  `json:"changes"`
	Losses   []docx.Loss    `json:"losses"`
}

// Side is whose words stand where both sides changed a paragraph.
type Side int

// The sides of a conflict. Undecided keeps it.
const (
	Undecided Side = iota
	Ours
	Theirs
)

// Options say how to take a file back.
type Options struct {
	Accept []string
	Side   Side
}

var keyLineHash = regexp.MustCompile(` · ([0-9a-f]{12})\s*$`)

// In reads a Word file that came back and compares it with the project.
func In(r *project.Project, name string, data []byte, opts Options) (*Returned, error) {
	file, err := docx.Read(name, data, docx.Options{Accept: opts.Accept})
	if err != nil {
		return nil, err
	}
	written, err := r.Written()
	if err != nil {
		return nil, err
	}
	in := &taker{project: r, file: file, opts: opts, written: map[string]project.Written{}, sent: map[string]docx.Sent{}}
	for _, w := range written {
		in.written[IDOf(w)] = w
	}
	for _, s := range file.Sent {
		in.sent[s.ID] = s
	}
	texts, err := in.texts()
	if err != nil {
		return nil, err
	}
	return &Returned{File: name, Texts: texts, Comments: file.Comments, Changes: file.Changes, Losses: in.losses()}, nil
}

// losses are those in texts, and not in the passage that shows the styles.
func (in *taker) losses() []docx.Loss {
	var out []docx.Loss
	regions := regionsOf(in.file)
	for _, l := range in.file.Losses {
		example := slices.ContainsFunc(regions, func(g region) bool { return g.id == exampleID && g.first <= l.Block && l.Block <= g.last })
		if !example && !slices.ContainsFunc(out, func(o docx.Loss) bool { return o.What == l.What && o.Place == l.Place }) {
			out = append(out, l)
		}
	}
	return out
}

// taker compares a file with a project.
type taker struct {
	project *project.Project
	file    *docx.File
	opts    Options
	written map[string]project.Written
	sent    map[string]docx.Sent
}

// pair is a region of the file with the text that it is of.
type pair struct {
	region
	w     project.Written
	base  string
	known bool // what went out is known
}

func (in *taker) texts() ([]Text, error) {
	regions := regionsOf(in.file)
	var pairs []pair
	var texts []Text
	covered := make([]bool, len(in.file.Blocks))
	seen := map[string]bool{}
	for _, g := range regions {
		for i := g.first; i <= g.last && i < len(covered); i++ {
			covered[i] = true
		}
		seen[g.id] = true
		if g.id == exampleID {
			continue
		}
		w, found := in.written[g.id]
		if !found {
			texts = append(texts, in.stranger(g))
			continue
		}
		p := pair{region: g, w: w}
		p.base, p.known = in.base(g, w.Text.Markdown)
		pairs = append(pairs, p)
	}
	compared, err := in.compare(pairs)
	if err != nil {
		return nil, err
	}
	texts = append(compared, texts...)
	for _, s := range in.file.Sent {
		if !seen[s.ID] {
			t := Text{Key: s.Key, Title: s.Title, State: Missing}
			if w, found := in.written[s.ID]; found {
				t.Key, t.Position = w.Name, w.Text.Position
			}
			texts = append(texts, t)
		}
	}
	return append(texts, in.outside(covered)...), nil
}

// stranger is a region whose text the project hasn't.
func (in *taker) stranger(g region) Text {
	s := in.sent[g.id]
	t := Text{Key: s.Key, Title: s.Title, State: New}
	for _, u := range unitsOf(g.blocks, figuresOf(in.file.Sent), nil) {
		t.Differences = append(t.Differences, "{+"+u.shown()+"+}")
	}
	return t
}

// outside are the words that stand in no text.
func (in *taker) outside(covered []bool) []Text {
	t := Text{State: New, Title: "words outside of the texts"}
	for i, b := range in.file.Blocks {
		if covered[i] || b.Locked || b.Kind == docx.Heading {
			continue
		}
		if u := unitOf(b); !u.isEmpty() {
			t.Differences = append(t.Differences, "{+"+u.shown()+"+}  ("+b.Place+")")
		}
	}
	if len(t.Differences) == 0 {
		return nil
	}
	return []Text{t}
}

// base is what went out: as the file says, or as the project has it where its hash is
// the key line's.
func (in *taker) base(g region, now string) (string, bool) {
	if s, found := in.sent[g.id]; found && HashOf(s.Markdown) == s.SHA256 {
		return s.Markdown, true
	}
	for _, b := range in.file.Blocks {
		if b.KeyID != g.id {
			continue
		}
		if m := keyLineHash.FindStringSubmatch(b.Content.String()); m != nil && strings.HasPrefix(HashOf(now), m[1]) {
			return now, true
		}
	}
	return "", false
}

// compare compares the texts that both have.
func (in *taker) compare(pairs []pair) ([]Text, error) {
	var markdown []yamlpos.Text
	for _, p := range pairs {
		markdown = append(markdown, yamlpos.NewText(p.base, p.w.Text.Position), p.w.Text)
	}
	segments, tops, err := segmentsOf(in.project, markdown)
	if err != nil {
		return nil, err
	}
	var texts []Text
	for i, p := range pairs {
		c := &comparison{taker: in, pair: p, was: segments[2*i], now: segments[2*i+1], top: tops[2*i+1]}
		t, err := c.text()
		if err != nil {
			return nil, err
		}
		texts = append(texts, t)
	}
	return texts, nil
}

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

func (c *comparison) text() (Text, error) {
	s := c.sent[c.id]
	t := Text{Key: c.w.Name, Title: s.Title, State: Unchanged, Position: c.w.Text.Position, written: c.w}
	base, ours := unitsIn(c.was), unitsIn(c.now)
	if !c.known {
		base = nil
	}
	theirs := c.theirs(base)
	theirs, t.Figures = withFigures(base, theirs)
	if c.known && same(base, theirs) || same(ours, theirs) {
		return t, nil
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
		return t, nil
	}
	t.Differences = differences(ours, result)
	if same(ours, result) {
		t.State = Unchanged
		return t, nil
	}
	var err error
	t.Markdown, err = c.markdown(result)
	t.pictures = c.pictures
	return t, err
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
	known := map[string]string{}
	for _, u := range append(slices.Clone(base), unitsIn(c.now)...) {
		if u.Picture != nil {
			known[HashOf(string(u.Picture.Data))] = u.Picture.File
		}
	}
	units := unitsOf(c.blocks, figures, known)
	for i, u := range units {
		if u.Picture == nil || known[HashOf(string(u.Picture.Data))] != "" {
			continue
		}
		units[i] = c.newPicture(u)
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
	return "", fmt.Errorf("%s: what came back can't be written as Markdown; write the text by hand", c.w.Text.Position)
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
