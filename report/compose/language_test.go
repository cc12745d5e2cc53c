package compose_test

import (
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/project/prose"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs"
	"apr/report/compose"
)

// englishLeft is how many texts of apr's own the reports of both examples have that aren't
// in their language, where every row has words in it. It only falls.
const englishLeft = 0

// TestEveryRowIsPrinted puts «…» around the words of every row, and looks for words that
// stand outside and are of nobody else.
func TestEveryRowIsPrinted(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: the reports of every level of both examples")
	}
	left := map[string]bool{}
	for _, dir := range []string{example, "../../examples/ardenmuir"} {
		r, result := load(t, dir)
		r.Config.Language, r.Config.Words = "zxx", map[string]string{}
		for _, english := range wording.Given() {
			r.Config.Words[english] = bracketed(english)
		}
		own := newOwner(r, result)
		for _, level := range append([]string{""}, compose.Levels()...) {
			for _, draft := range []bool{false, true} {
				if level == string(compose.EasyRead) && !compose.HasEasyRead(r, compose.Options{Draft: draft}) {
					continue
				}
				doc, err := compose.ForLevel(r, func() *regs.Result { return result }, measures.Level(level), time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC),
					compose.Options{Formats: []string{"html", "pdf"}, Draft: draft})
				if err != nil {
					t.Fatal(err)
				}
				for fault := range wronglyMarked(doc, r.Words()) {
					t.Errorf("%s of %s: %s", level, dir, fault)
				}
				for text, in := range printed(doc.Meta, doc.Sections, doc.Notes) {
					if rest := own.rest(text); rest != "" {
						left[level+" | "+text+" | "+rest+" | "+in] = true
					}
				}
			}
		}
	}
	for _, text := range slices.Sorted(maps.Keys(left)) {
		t.Log(text)
	}
	if len(left) > englishLeft {
		t.Errorf("%d texts aren't in the report's language; want at most %d: make them rows of internal/wording, and lower the number", len(left), englishLeft)
	}
}

// Wherever a document has a text, one that nobody has given words for is found; what is
// of the authority, the law or a publisher isn't, and what is in a translated sentence is.
func TestEnglishIsFoundEverywhere(t *testing.T) {
	r, result := load(t, example)
	own := newOwner(r, result)
	const planted = "Nothing has this sentence."
	line, paragraph := document.Plain(planted), []document.Block{&document.Paragraph{Content: document.Plain(planted)}}
	for kind, block := range map[string]document.Block{
		"paragraph":  paragraph[0],
		"link":       &document.Paragraph{Content: document.Inlines{&document.Link{URL: "https://example.org", Content: line}}},
		"list":       &document.List{Items: [][]document.Block{paragraph}},
		"quotation":  &document.Quotation{Attribution: line},
		"caption":    &document.Table{Caption: planted},
		"column":     &document.Table{Columns: []document.Column{{Head: line}}},
		"cell":       &document.Table{Rows: []document.Row{{Cells: []document.Cell{{Content: line}}}}},
		"table note": &document.Table{Notes: []document.Inlines{line}},
		"title":      &document.Figure{Caption: planted},
		"subtitle":   &document.Figure{Subtitle: planted},
		"source":     &document.Figure{Source: planted},
		"alt":        &document.Figure{Alt: planted},
		"data":       &document.Figure{Data: &document.Table{Caption: planted}},
		"data in":    &document.Figure{DataIn: line},
		"unit":       &document.Figure{Chart: &document.Chart{Unit: planted}},
		"line":       &document.Figure{Chart: &document.Chart{Series: []document.ChartSeries{{Name: planted}}}},
		"bar":        &document.Figure{Chart: &document.Chart{Categories: []string{planted}}},
		"box":        &document.Box{Title: planted},
		"in a box":   &document.Box{Blocks: paragraph},
		"callout":    &document.Callout{Title: planted},
		"idea":       &document.Idea{Blocks: paragraph},
		"term":       &document.Definitions{Entries: []document.Definition{{Term: line}}},
		"meaning":    &document.Definitions{Entries: []document.Definition{{Meaning: paragraph}}},
		"tile":       &document.KeyFigures{Items: []document.KeyFigure{{Label: line}}},
		"tile's way": &document.KeyFigures{Items: []document.KeyFigure{{StatusWord: line}}},
		"provision":  &document.StatutoryReference{Provisions: []string{planted}},
	} {
		doc := &document.Document{Sections: []*document.Section{{Blocks: []document.Block{block}}}}
		texts := slices.Collect(maps.Keys(printed(doc.Meta, doc.Sections, doc.Notes)))
		if !slices.ContainsFunc(texts, func(text string) bool { return own.rest(text) != "" }) {
			t.Errorf("nothing is found in a %s: %q", kind, texts)
		}
	}
	marks := &document.Document{Sections: []*document.Section{{Title: "«Spent»", Lang: "en", Blocks: []document.Block{
		&document.Paragraph{Content: document.Inlines{&document.Text{Text: "Strathmoor", Lang: "en"}, &document.LineBreak{}, &document.Text{Text: "Premature mortality"}}}}}}}
	if faults := wronglyMarked(marks, r.Words()); len(faults) != 3 {
		t.Errorf("of three wrong marks %q were found", slices.Collect(maps.Keys(faults)))
	}
	for text, want := range map[string]bool{
		"«Spent in »2025/26": false, "«Spent »in 2025/26": true, "NI12 Emergency admissions (per 100,000)": false,
		"NI12 Emergency admissions«: »«down »1.5%«, »better": true, "«Regulation »4(1)(a)": false, "Strathmoor": false, "Strathmoor and Glenside": true,
		"£109.2m": false, "«See »carrickmoor.example.org/performance": false, "14 September 2022": true, "Safe from harmless things": true,
	} {
		if got := own.rest(text); (got != "") != want {
			t.Errorf("of %q %q is left", text, got)
		}
	}
}

// bracketed is a row with its words, and not its values, in brackets.
func bracketed(row string) string {
	var s strings.Builder
	for _, p := range wording.Pieces(row, row) {
		if p.Value < 0 {
			s.WriteString("«" + p.Text + "»")
		} else {
			s.WriteString("{" + wording.Places(row)[p.Value] + "}")
		}
	}
	return s.String()
}

// owner knows whose words are not apr's: the authority's, the law's, those of the
// publishers of data and of the Care Inspectorate, and what rules say to who writes a
// report, which is in English.
type owner struct {
	theirs []string
	units  []string // of local measures, which may be words of apr's, too
}

func newOwner(r *project.Project, result *regs.Result) *owner {
	o, words := &owner{}, r.Words()
	add := func(list ...string) {
		for _, s := range list {
			words[s], words[wording.SmallFirst(s)] = true, true
		}
	}
	for _, i := range indicators.Catalogue() {
		add(string(i.ID), i.Title, i.ShortTitle, i.Unit)
	}
	e := r.Law()
	for _, o := range e.Outcomes {
		add(o.Title, o.Text)
	}
	for _, p := range e.Principles {
		add(p.Title, wording.Capital(p.Text))
	}
	for _, l := range r.Config.OutcomeLists() {
		add(l.Name, l.Source)
		for _, o := range l.Outcomes {
			add(o.Title, wording.Capital(o.Text))
		}
	}
	for _, m := range e.Matters {
		add(m.Title)
	}
	add(e.Model(string(r.Config.Authority.Model)).Name)
	for _, q := range project.KeyQuestions() {
		add(q.Title, q.Text)
	}
	for grade := range 7 {
		add(project.GradeWord(grade))
	}
	for _, rule := range regs.Rules() {
		add(rule.Title, rule.ID)
	}
	for _, f := range result.Findings {
		add(f.Message)
	}
	for _, a := range regs.Answers(r) {
		add(a.Found)
	}
	if r.Framework != nil {
		for _, m := range r.Framework.Measures {
			add(m.ID, m.Title)
			o.units = append(o.units, m.Unit)
			for _, o := range m.Others {
				add(o.Name)
			}
		}
	}
	for id := range r.TablePlaces() {
		if own := r.OwnTable(id); own != nil {
			t, _ := r.PrintedTable(own, prose.Options{Evaluate: r.Evaluate})
			add(slices.Collect(maps.Keys(printed(t)))...)
		}
	}
	if a := r.Account; a != nil {
		for _, l := range slices.Concat(a.Fundings, a.Services) {
			add(wording.Capital(l.Name))
		}
		for _, g := range a.ServiceGroups {
			for _, s := range g.Services {
				add(wording.Capital(s.Name))
			}
		}
	}
	if w := r.Workbook; w != nil {
		add(w.Release, w.File)
	}
	for _, in := range r.Inputs() {
		add(in.File, path.Base(in.File))
	}
	rows := wording.Given()
	add(wording.Rows()...) // those that stay English
	c := r.Config
	for _, contact := range []string{c.Authority.Formats, c.Authority.Contact, c.Accessibility.Contact} {
		add(contacts.Split(contact, -1)...) // as they are linked
	}
	for _, v := range c.Accessibility.Versions {
		add(contacts.Split(v.How, -1)...)
	}
	for s := range words {
		s = wording.OneLine(s)
		if severalLetters.MatchString(s) && !slices.Contains(rows, s) {
			o.theirs = append(o.theirs, s)
		}
	}
	slices.SortFunc(o.theirs, func(a, b string) int { return len(b) - len(a) })
	return o
}

var (
	contacts       = regexp.MustCompile(`\S+@\S+\w|\d[\d ]{8,}\d|\S+\.(?:org|uk|scot)\S*\w`)
	severalLetters = regexp.MustCompile(`\pL\pL`)
	letters        = regexp.MustCompile(`\pL`)
	address        = regexp.MustCompile(`([\w.]+@)?[\w.-]+\.(org|uk|scot)[\w./-]*`)
	units          = regexp.MustCompile(`£[\d,.]+m\b|£m\b|\d+(\([0-9a-z]+\))+|\b[A-Z]\b`) // provisions and appendices, too
)

// rest is what a text has outside of brackets that is of nobody else, "" for nothing.
func (o *owner) rest(text string) string {
	if slices.Contains(o.units, text) {
		return ""
	}
	text = address.ReplaceAllString(outside(text), "|")
	for _, s := range o.theirs {
		for from := 0; ; {
			at := strings.Index(text[from:], s)
			if at < 0 {
				break
			}
			at += from
			from = at + 1
			if wordEnds(text[:at], text[at+len(s):]) {
				text = text[:at] + "|" + text[at+len(s):]
			}
		}
	}
	if text = units.ReplaceAllString(text, "|"); !letters.MatchString(text) {
		return ""
	}
	return text
}

func wordEnds(before, after string) bool {
	return !letterAtEnd.MatchString(before) && !letterAtStart.MatchString(after)
}

var (
	letterAtEnd   = regexp.MustCompile(`\pL$`)
	letterAtStart = regexp.MustCompile(`^\pL`)
)

// outside is a text without what is in brackets.
func outside(text string) string {
	var s strings.Builder
	deep := 0
	for _, r := range text {
		switch {
		case r == '«':
			deep++
		case r == '»' && deep > 0:
			deep--
			s.WriteByte('|')
		case deep == 0:
			s.WriteRune(r)
		}
	}
	return s.String()
}

// printed are the texts of a document, wherever it has them, with what has one: all but
// figures from data and what has its place in an author's text.
func printed(roots ...any) map[string]string {
	texts := map[string]string{}
	seen := map[uintptr]bool{}
	var look func(v reflect.Value, in string)
	look = func(v reflect.Value, in string) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() && !seen[v.Pointer()] {
				seen[v.Pointer()] = true
				look(v.Elem(), in)
			}
		case reflect.Interface:
			look(v.Elem(), in)
		case reflect.Slice:
			for i := range v.Len() {
				look(v.Index(i), in+"["+strconv.Itoa(i)+"]")
			}
		case reflect.Struct:
			if position := v.FieldByName("Position"); position.IsValid() && !position.Interface().(source.Position).IsZero() {
				return
			}
			switch v.Interface().(type) {
			case document.Datum, document.Dataset, document.Brand, document.Lines, document.Picture:
				return
			}
			for i := range v.NumField() {
				if name := v.Type().Field(i).Name; !slices.Contains(notText, name) {
					look(v.Field(i), v.Type().Name()+"."+name)
				}
			}
		case reflect.String:
			if v.Type() == reflect.TypeFor[string]() { // and not a kind
				texts[v.String()] = in
			}
		}
	}
	for _, root := range roots {
		look(reflect.ValueOf(root), "")
	}
	return texts
}

// wronglyMarked are texts in brackets, which are in the report's language, or of the
// authority that are marked as in English, and others that aren't.
func wronglyMarked(doc *document.Document, theirs map[string]bool) map[string]bool {
	faults := map[string]bool{}
	look := func(text, lang string) {
		switch own := strings.Contains(text, "«") || theirs[wording.OneLine(text)]; {
		case own && lang == "en":
			faults[strconv.Quote(text)+" is marked as in English"] = true
		case !own && lang == "" && slices.ContainsFunc(indicators.Catalogue(), func(i indicators.Indicator) bool { return strings.Contains(text, i.ShortTitle) }):
			faults[strconv.Quote(text)+" isn't marked"] = true
		}
	}
	inline := func(in document.Inline) error {
		if text, ok := in.(*document.Text); ok && text.Position.IsZero() {
			look(text.Text, text.Lang)
		}
		return nil
	}
	w := document.Walker{
		Section: func(s *document.Section) error { look(s.Title, s.Lang); return nil },
		Block: func(b document.Block) error {
			switch b := b.(type) {
			case *document.Table:
				look(b.Caption, b.Lang)
			case *document.Figure:
				look(b.Caption, b.Lang)
				look(b.Alt, b.AltLang)
			case *document.StatutoryReference:
				for _, in := range doc.Meta.Citation(b) {
					inline(in)
				}
			}
			return nil
		},
		Inline: inline,
	}
	_ = w.Walk(doc) // the functions don't fail
	return faults
}

// notText are fields that nobody reads as they are: names for programs, addresses, kinds, and
// the state, whose words formats take from the table.
var notText = []string{
	"ID", "Lang", "TitleLang", "SubtitleLang", "SourceLang", "AltLang", "URL", "Target", "Beside", "Answers", "OwnWords", "OwnLanguage", "Language", "Date", "Generator", "Year", "State", "Standing", "Watermark", "Instrument",
}
