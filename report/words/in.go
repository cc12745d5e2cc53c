package words

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/internal/document"
	"apr/internal/lazyregexp"
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
	// Earlier are the files before this one that change the text too: it is held against
	// what they make of it.
	Earlier []string `json:"earlier,omitempty"`
	// Differences are the paragraphs that differ: what went between [- and -], what came
	// between {+ and +}.
	Differences []string `json:"differences,omitempty"`
	// Conflicts are paragraphs that both sides changed.
	Conflicts []Clash `json:"conflicts,omitempty"`
	// Figures are those that don't show their value any more.
	Figures []FigureChange `json:"figures,omitempty"`
	// Undescribed are pictures without alternative text, with which no report is built.
	Undescribed []docx.Loss `json:"undescribed,omitempty"`
	// Refused is why the text can't be taken over: with it the project couldn't be built.
	Refused []string `json:"refused,omitempty"`
	// Markdown is what the text becomes; Emptied says that nothing is left of it.
	Markdown string `json:"markdown,omitempty"`
	Emptied  bool   `json:"emptied,omitempty"`

	merged   bool // Markdown is what the text becomes
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
	File     string        `json:"file"`
	Texts    []Text        `json:"texts"`
	Comments []Comment     `json:"comments"`
	Changes  []docx.Change `json:"changes"`
	Losses   []docx.Loss   `json:"losses"`
	// Gone are comments that went out with the file and aren't in it any more.
	Gone []project.Comment `json:"gone,omitempty"`

	sentComments []string
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
	// OtherProject takes a file that went out from a project of another authority or
	// another reporting year.
	OtherProject bool
}

var keyLineHash = lazyregexp.Lazy(` · ([0-9a-f]{12})\s*$`)

// In reads a Word file that came back and compares it with the project, and with what
// the files before it, if any, make of its texts.
func In(r *project.Project, name string, data []byte, opts Options, before ...*Returned) (*Returned, error) {
	written, err := r.Written()
	if err != nil {
		return nil, err
	}
	return in(r, written, name, data, opts, before...)
}

// in compares a file with texts of a project.
func in(r *project.Project, written []project.Written, name string, data []byte, opts Options, before ...*Returned) (*Returned, error) {
	file, err := docx.Read(name, data, docx.Options{Accept: opts.Accept})
	if err != nil {
		return nil, err
	}
	if p := notSent(name, file); p != nil {
		return nil, p
	}
	if p := sentFromAnother(r, name, file); p != nil && !opts.OtherProject {
		return nil, p
	}
	in := &taker{project: r, file: file, opts: opts, written: map[string]project.Written{}, sent: map[string]docx.Sent{}, named: map[string]string{},
		earlier: map[string][]string{}, pictures: map[string][]byte{}}
	for _, w := range written {
		in.takeEarlier(&w, before)
		in.written[idOf(w)] = w
	}
	for _, s := range file.Sent {
		in.sent[s.ID] = s
	}
	texts, err := in.texts()
	if err != nil {
		return nil, err
	}
	back := &Returned{File: name, Texts: texts, Comments: in.comments(), Changes: file.Changes, Losses: in.losses()}
	for _, s := range file.Sent {
		back.sentComments = append(back.sentComments, s.Comments...)
	}
	return back, nil
}

// notSent says that a file has none of the texts that go out.
func notSent(name string, file *docx.File) *source.Problem {
	if len(file.Sent) > 0 || slices.ContainsFunc(regionsOf(file), func(g region) bool { return g.id != exampleID }) {
		return nil
	}
	return &source.Problem{Code: "not-sent", Position: source.Position{File: name},
		Message: "nothing in the file says which text of the project is which, as in those that apr words out writes",
		Hint:    "a report that was built can't be taken back; write into the file that went out, below the line of each text"}
}

// sentFromAnother says that a file went out from a project of another authority or year.
// One that doesn't say where it is from may be of this.
func sentFromAnother(r *project.Project, name string, file *docx.File) *source.Problem {
	ours, year := document.Unmarked(r.Config.Authority.Name), r.Config.Year.String()
	from, of := file.Authority, file.Year
	if m := sentTitle().FindStringSubmatch(file.Title); from == "" && of == "" && m != nil {
		if from, of = m[2], m[1]; strings.HasSuffix(file.Title, ", "+ours) { // which may have a comma
			from = ours
		}
	}
	from, of = cmp.Or(from, ours), cmp.Or(of, year)
	if strings.EqualFold(from, ours) && of == year {
		return nil
	}
	return &source.Problem{Code: "other-project", Position: source.Position{File: name},
		Message: fmt.Sprintf("the file went out from the project of %s for %s, and this one is of %s for %s", from, of, ours, year),
		Hint:    "say with --project which project it belongs to, or take it in here with --other-project"}
}

// sentTitle is the title of a file that went out, with the year and the authority.
var sentTitle = lazyregexp.Lazy(`^Texts for the annual performance report (\d{4}/\d{2})(?:: .*)?, ([^,]+)$`)

// losses are those in texts, and not in the passage that shows the styles.
func (in *taker) losses() []docx.Loss {
	var out []docx.Loss
	regions := regionsOf(in.file)
	for _, l := range in.file.Losses {
		example := slices.ContainsFunc(regions, func(g region) bool { return g.id == exampleID && g.first <= l.Block && l.Block <= g.last })
		if !example && !slices.ContainsFunc(out, func(o docx.Loss) bool { return o.What == l.What && o.Place == l.Place && o.Words == l.Words }) {
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
	named   map[string]string // SHA-256 of the new pictures by file

	earlier  map[string][]string // the files before this one that change a text, by its name
	pictures map[string][]byte   // new in those files
}

// takeEarlier puts what the files before this one make of a text in its place.
func (in *taker) takeEarlier(w *project.Written, before []*Returned) {
	for _, back := range before {
		for _, t := range back.Texts {
			if t.Key == w.Name && t.merged && len(t.Refused) == 0 && t.State != Unchanged {
				w.Text = yamlpos.NewText(t.Markdown, w.Text.Position)
				in.earlier[w.Name] = append(in.earlier[w.Name], back.File)
				maps.Copy(in.pictures, t.pictures)
			}
		}
	}
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

// base is what went out: as the file says, or as the project has it where its hash is
// the key line's.
func (in *taker) base(g region, now string) (string, bool) {
	if s, found := in.sent[g.id]; found && hashOf(s.Markdown) == s.SHA256 {
		return s.Markdown, true
	}
	for _, b := range in.file.Blocks {
		if b.KeyID != g.id {
			continue
		}
		if m := keyLineHash().FindStringSubmatch(b.Content.String()); m != nil && strings.HasPrefix(hashOf(now), m[1]) {
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
		texts = append(texts, c.text())
	}
	return texts, nil
}
