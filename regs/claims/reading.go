package claims

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/facts"
	"apr/regs/claims/lex"
	"apr/regs/claims/markup"
	"apr/regs/claims/mentions"
	"apr/regs/sentence"
)

// Reading is everything that was read of a report.
type Reading struct {
	Claims []*Claim
	// Sentences is how many were read; LeftOut what was not read: lines of tables,
	// headings and quotations.
	Sentences int
	LeftOut   sentence.LeftOut
	// Partial is true of the part of a reading, which doesn't know what of it wasn't read
	// as prose.
	Partial bool
	// Marked are the sentences that the author says aren't claims.
	Marked []Mark
	// Unknown are names in apr.yaml of what there isn't.
	Unknown []facts.Misnamed
	// said is what can be held against what other texts say.
	said []said
	// kept is what was counted, whatever of, which another sentence may count, too.
	kept mentions.Kept
}

// Mark is a sentence that its author marked as no claim, with
// <!-- no claim: REASON --> in it or right behind it.
type Mark struct {
	Text, Reason string
	Position     source.Position
}

// At is the part of a reading that is at places. It doesn't know Sentences and LeftOut.
func (r *Reading) At(there func(source.Position) bool) *Reading {
	if r == nil {
		return nil
	}
	part := &Reading{Unknown: r.Unknown, Partial: true}
	for _, c := range r.Claims {
		if there(c.At) {
			part.Claims = append(part.Claims, c)
		}
	}
	for _, m := range r.Marked {
		if there(m.Position) {
			part.Marked = append(part.Marked, m)
		}
	}
	return part
}

// Count is how many claims have a verdict.
func (r *Reading) Count(v Verdict) int {
	n := 0
	for _, c := range r.Claims {
		if c.Verdict == v {
			n++
		}
	}
	return n
}

// lastClaim is the claim that was read last, nil for none.
func (r *Reading) lastClaim() *Claim {
	if len(r.Claims) == 0 {
		return nil
	}
	return r.Claims[len(r.Claims)-1]
}

// Text is a text to be read, with its name as of Narrative.EachText.
type Text struct {
	Name string
	yamlpos.Text
	// LeftOut is what isn't in the text any more.
	LeftOut sentence.LeftOut
	// Headings are those of a text with several parts, such as a whole report, in
	// order. What stands under a locality's name is about the locality.
	Headings []markup.Heading
	// Tables are those of pages, which aren't in the text.
	Tables []markup.Table
	// Place says where a place of the text is for readers, such as a page of the PDF
	// that it was taken from; nil where that is the place itself.
	Place func(source.Position) source.Position
	// Shown are figures of the text, in order, that are known to be right.
	Shown []Shown
	// passage is the text as sentences are cut of it, nil where it isn't made yet.
	passage *sentence.Passage
}

// NewText is a text that belongs to no project: Markdown or HTML.
func NewText(name, content string) Text { return withMarkup(name, content, markup.Read(name, content)) }

// NewTexts are the texts of a file that belongs to no project: Markdown, HTML, or what a program
// took from the pages of a PDF, which can have two columns.
func NewTexts(name, content string) (texts []Text) {
	for _, t := range markup.ReadAll(name, content) {
		texts = append(texts, withMarkup(name, content, t))
	}
	return texts
}

// withMarkup is a text of which the places are those of the file's content.
func withMarkup(name, content string, of markup.Text) Text {
	t := Text{Name: name, Text: yamlpos.NewText(content, source.Position{File: name, Line: 1, Column: 1}), Headings: of.Headings, LeftOut: of.LeftOut, Tables: of.Tables}
	t.Markdown = of.Markdown
	return t
}

// Read reads the texts of a report and holds them against the facts.
func Read(f *facts.Facts, texts []Text) *Reading { return newReader(f).read(texts) }

// read reads texts, which leaves the reader as it was.
func (r *reader) read(texts []Text) *Reading {
	r.lexicon.Reserve(min(2048, 64*len(texts))) // as many as a report has
	// Each text is read by itself, so that they can be read side by side.
	readings := make([]*Reading, len(texts))
	order := make([]int, len(texts)) // the longest first, so that all readers end at about the same time
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return len(texts[b].Markdown) - len(texts[a].Markdown) })
	var next atomic.Int64
	some := func() {
		one := *r
		one.lexer = lex.NewReader(r.facts, r.dictionary, r.lexicon, r.things) // of which one reads one sentence at a time
		for n := next.Add(1); n <= int64(len(texts)); n = next.Add(1) {
			i := order[n-1]
			one.reading = &Reading{}
			one.text(texts[i])
			if len(texts[i].Shown) > 0 {
				one.asReferences(texts[i])
			}
			if place := texts[i].Place; place != nil {
				one.reading.move(texts[i].Position.File, place)
			}
			readings[i] = one.reading
		}
	}
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 4, len(texts)) - 1 {
		wait.Go(some)
	}
	some()
	wait.Wait()
	whole := &Reading{Unknown: r.facts.Unknown}
	whole.reserve(readings)
	for _, one := range readings {
		whole.add(one)
	}
	whole.twice()
	whole.Claims = whole.kept.Swapped(whole.Claims)
	whole.Claims = whole.kept.Contradictions(whole.Claims)
	return whole
}

// move puts what was read of a file where its readers find it.
func (r *Reading) move(file string, place func(source.Position) source.Position) {
	move := func(at *source.Position) {
		if at.File == file {
			*at = place(*at)
		}
	}
	for _, c := range r.Claims {
		for _, at := range []*source.Position{&c.Position, &c.End, &c.At, &c.AtEnd} {
			move(at)
		}
		for i := range c.Evidence {
			move(&c.Evidence[i].Position)
		}
	}
	for i := range r.Marked {
		move(&r.Marked[i].Position)
	}
	for i := range r.said {
		for _, at := range []*source.Position{&r.said[i].position, &r.said[i].end} {
			move(at)
		}
	}
	r.kept.Move(move)
}

// reserve makes room for what is to be added.
func (r *Reading) reserve(readings []*Reading) {
	claims, said, counted, mentions := 0, 0, 0, 0
	for _, o := range readings {
		claims, said, counted, mentions = claims+len(o.Claims), said+len(o.said), counted+len(o.kept.Counted), mentions+len(o.kept.Mentions)
	}
	r.Claims, r.said = slices.Grow(r.Claims, claims), slices.Grow(r.said, said)
	r.kept.Counted, r.kept.Mentions = slices.Grow(r.kept.Counted, counted), slices.Grow(r.kept.Mentions, mentions)
}

// add adds what was read of another text.
func (r *Reading) add(o *Reading) {
	r.Claims = append(r.Claims, o.Claims...)
	r.said = append(r.said, o.said...)
	r.kept.Add(&o.kept)
	r.Marked = append(r.Marked, o.Marked...)
	r.Sentences += o.Sentences
	r.LeftOut.Tables += o.LeftOut.Tables
	r.LeftOut.Headings += o.LeftOut.Headings
	r.LeftOut.Quotations += o.LeftOut.Quotations
}

// Of reads a project's narrative, and the captions that apr.yaml has in the author's words.
func Of(p *project.Project) *Reading {
	if p.Narrative == nil || p.Config == nil {
		return &Reading{}
	}
	// What the texts are held against is made while they are looked through, and made ready as far as
	// there is time.
	made := make(chan *reader, 1)
	go func() { made <- newReader(facts.Of(p)) }()
	texts := make([]Text, 0, 128)
	p.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if !project.IsStub(*t) {
			texts = append(texts, Text{Name: name, Text: *t})
		}
	})
	p.EachCaption(func(path string, t yamlpos.Text) { texts = append(texts, Text{Name: path, Text: t}) })
	for i := 0; i < len(texts) && len(made) == 0; i++ {
		texts[i].passage = sentence.NewPassage(texts[i].Name, texts[i].Text)
	}
	reading := (<-made).read(texts)
	reading.LeftOut.Tables += p.TableRows() // cells of the author's own tables aren't read
	return reading
}

// part is where a reader has come to in a text with headings.
type part struct {
	headings []markup.Heading // those to come
	open     []markup.Heading // those that the place stands under, the highest first
}

// locality is the locality that a place of the text stands under, or "". Places come
// in order.
func (p *part) locality(at int, things map[string]*facts.Thing) string {
	for len(p.headings) > 0 && p.headings[0].At <= at {
		h := p.headings[0]
		p.headings = p.headings[1:]
		for len(p.open) > 0 && p.open[len(p.open)-1].Level >= h.Level {
			p.open = p.open[:len(p.open)-1]
		}
		p.open = append(p.open, h)
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		if name := p.open[i].Words; things["locality:"+name] != nil {
			return name
		}
	}
	return ""
}
