package regs

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"apr/internal/project"
	"apr/internal/yamlpos"
)

// ownTables is the folder of the example's own tables, which apr.yaml names whatever
// else is taken away.
const ownTables = "tables/"

// nothings are what is in a report in place of a text.
var nothings = []string{
	``, `""`, `"  "`, `"TBC"`,
	`"&nbsp;"`, `"\u200b"`, `"# A heading"`, `"**A heading**"`, `"**Heading**\n\nSTUB: to be written"`, `"To follow in the final version."`,
	`"tbc by finance"`, `"N/A for this year"`, `"£XXm"`, `"[to be confirmed]"`, `"xxx"`, `"N/A"`, `"…"`,
	`"STUB: regulation 3 wants an assessment here"`, `"<!-- to be written -->"`, `"**Lorem ipsum** dolor sit amet."`,
}

// ofRequirement says of which requirement a text is evidence, and whether others
// are, so that without it the requirement is incomplete rather than missing.
var ofRequirement = []struct {
	text    *regexp.Regexp
	id      string
	without Verdict
}{
	{regexp.MustCompile(`^regulation-3\.outcomes\[\d\]\.assessment$`), "3(a)(i)", Incomplete},
	{regexp.MustCompile(`^regulation-3\.principles\[\d+\]\.assessment$`), "3(b)", Incomplete},
	{regexp.MustCompile(`^regulation-3\.planning$`), "3(c)", Incomplete},
	{regexp.MustCompile(`^regulation-3\.significant_decisions\.entries\[\d\]\.reasons$`), "3(c)", Incomplete},
	{regexp.MustCompile(`^regulation-4\.variance_reasons$`), "4(1)(c)", Incomplete},
	{regexp.MustCompile(`^regulation-5\.(assessment|contribution)$`), "5(1)", Incomplete},
	{regexp.MustCompile(`^regulation-6\.consultation$`), "6(1)(a)", Missing},
	{regexp.MustCompile(`^regulation-6\.localities\[\d\]\.assessment$`), "6(1)(b)", Incomplete},
	{regexp.MustCompile(`^regulation-7\.inspections\[\d\]\.recommendations\[\d\]\.recommendation$`), "7(1)(a)", Incomplete},
	{regexp.MustCompile(`^regulation-7\.inspections\[\d\]\.recommendations\[\d\]\.action$`), "7(1)(b)", Incomplete},
	{regexp.MustCompile(`^regulation-8\.reasons$`), "8(a)", Missing},
	{regexp.MustCompile(`^regulation-8\.changes$`), "8(c)", Missing},
}

// block is a text of the narrative with its place: the line of its key, and
// its last.
type block struct {
	name, file string
	key, last  int
	column     int // of the key
	id         string
	without    Verdict
}

// blocks are all texts of the narrative that are written as YAML blocks.
func (p *proof) blocks() (all []block) {
	p.whole.Narrative.EachText(func(name string, t *yamlpos.Text) {
		pos := t.Position
		pg := pageOf(p.files[pos.File])
		key := pos.Line - 1
		if key < 1 || !strings.HasSuffix(pg.line(key), "|") {
			return
		}
		line := pg.line(key)
		s := block{name: name, file: pos.File, key: key, column: indent(strings.Replace(line, "- ", "  ", 1))}
		s.last = pg.end(key, s.column)
		for _, e := range ofRequirement {
			if e.text.MatchString(name) {
				s.id, s.without = e.id, e.without
			}
		}
		all = append(all, s)
	})
	return all
}

// narrative is the example with one changed file of the narrative, of which each text
// that says something is shortened, as are the texts of the others.
func (p *proof) narrative(file string, data []byte) (*project.Project, error) {
	n, err := p.readAlone(file, data)
	if err != nil {
		return nil, err
	}
	return p.beside(shortened(n), file, p.brief), nil
}

// readAlone reads one file of the narrative; one that is nil is absent. Reading the others
// and the data again for each of hundreds of texts would prove nothing more. A text's
// references aren't evaluated here, for which the project is a draft meanwhile.
func (p *proof) readAlone(file string, data []byte) (*project.Narrative, error) {
	none := map[string][]byte{aprYAML: p.forTexts}
	for name := range p.files {
		if name != "apr.yaml" {
			none[name] = nil
		}
	}
	none[file] = data
	r, err := p.load(none)
	if err != nil {
		return nil, err
	}
	return r.Narrative, nil
}

// beside is the example with one file of a narrative, and the other files of another.
func (p *proof) beside(n *project.Narrative, file string, others *project.Narrative) *project.Project {
	for name, keep := range map[string]func(){
		"opening":      func() { n.Opening = others.Opening },
		"regulation-3": func() { n.Reg3 = others.Reg3 }, "regulation-4": func() { n.Reg4 = others.Reg4 },
		"regulation-5": func() { n.Reg5 = others.Reg5 }, "regulation-6": func() { n.Reg6 = others.Reg6 },
		"regulation-7": func() { n.Reg7 = others.Reg7 }, "regulation-8": func() { n.Reg8 = others.Reg8 },
		"regulation-9": func() { n.Reg9 = others.Reg9 }, "regulation-10": func() { n.Reg10 = others.Reg10 },
	} {
		if path.Base(file) != name+".yaml" {
			keep()
		}
	}
	mutated := *p.whole
	mutated.Narrative = n
	return &mutated
}

// forTexts is apr.yaml as a draft, with what the reader of the narrative looks at alone.
func forTexts(pg page) []byte {
	kept, within := page{"state: draft\n"}, false
	for _, line := range pg {
		if line != "" && !strings.ContainsAny(line[:1], " #\n") {
			key, _, _ := strings.Cut(line, ":")
			within = slices.Contains([]string{"authority", "year", "localities", "care_groups", "strategic_plan", "tables", "narrative"}, key)
		}
		if within && !strings.HasPrefix(strings.TrimSpace(line), "#") {
			kept = append(kept, line)
		}
	}
	return kept.bytes()
}

// changed is the mutation of a narrative file.
func (p *proof) changed(name, file string, pg page, want ...turn) mutation {
	return mutation{name: name, want: want, mutated: func() (*project.Project, error) { return p.narrative(file, pg.bytes()) }}
}

// texts takes each text away, and puts each of the nothings in its place.
func (p *proof) texts(t *testing.T) (all []mutation) {
	ids := map[string]int{}
	for _, s := range p.blocks() {
		pg := pageOf(p.files[s.file])
		key, _, _ := strings.Cut(pg.line(s.key), ":")
		for i, nothing := range nothings {
			// Every text is tried with the first, and those of a requirement take
			// turns with the others.
			if i >= 4 && (i+len(all))%len(nothings) > 1 && ids[s.id] > 0 {
				continue
			}
			m := p.changed(fmt.Sprintf("%s is %q", s.name, nothing), s.file, pg.with(s.key, s.last, key+": "+nothing))
			if s.id != "" {
				m.want = []turn{turns(s.id, s.without, lineAt(s.file, s.key))}
			}
			all = append(all, m)
			if s.id == "" {
				break // of what is evidence of nothing one is enough
			}
		}
		if s.id != "" {
			ids[s.id]++
			all = append(all, p.taken(s, pg))
		}
	}
	for id, want := range map[string]int{"3(a)(i)": 9, "3(b)": 13, "3(c)": 2, "4(1)(c)": 1, "5(1)": 2, "6(1)(a)": 1, "6(1)(b)": 3,
		"7(1)(a)": 5, "7(1)(b)": 5, "8(a)": 1, "8(c)": 1} {
		if ids[id] != want {
			t.Errorf("%d texts are evidence of %s; want %d", ids[id], id, want)
		}
	}
	return all
}

// taken is the text taken out with its key. Where the key is required of its
// item the place to write is the item; else it is where the mapping begins.
func (p *proof) taken(s block, pg page) mutation {
	rest := pg.with(s.key, s.last)
	m := p.changed(s.name+" is taken out", s.file, rest)
	if s.column == 0 {
		m.want = []turn{turns(s.id, s.without, lineAt(s.file, rest.first()))}
		return m
	}
	if before, first := strings.CutSuffix(pg.line(s.key)[:s.column], "- "); first {
		rest[s.key-1] = before + "- " + strings.TrimLeft(rest[s.key-1], " ")
		m.want = []turn{turns(s.id, s.without, lineAt(s.file, s.key))}
		return m
	}
	item := s.key
	for indent(pg.line(item)) >= s.column || strings.TrimSpace(pg.line(item)) == "" {
		item--
	}
	m.want = []turn{turns(s.id, s.without, lineAt(s.file, item))}
	return m
}

// lists takes each outcome, principle and locality out of its list, and then
// spoils all texts of a requirement at once.
func (p *proof) lists() (all []mutation) {
	for _, list := range []struct{ file, key, id string }{
		{"narrative/regulation-3.yaml", "outcomes:", "3(a)(i)"},
		{"narrative/regulation-3.yaml", "principles:", "3(b)"},
		{"narrative/regulation-6.yaml", "localities:", "6(1)(b)"},
	} {
		pg := pageOf(p.files[list.file])
		head := 1
		for pg.line(head) != list.key {
			head++
		}
		for n := head + 1; n <= pg.end(head, 0); n++ {
			if !strings.HasPrefix(pg.line(n), "  - ") {
				continue
			}
			rest := pg.with(n, pg.end(n, 2))
			begin := head + 1
			for !strings.HasPrefix(rest.line(begin), "  - ") {
				begin++
			}
			all = append(all, p.changed(strings.TrimSpace(pg.line(n))+" isn't in its list", list.file, rest,
				turns(list.id, Incomplete, lineAt(list.file, begin))))
		}
		all = append(all, p.changed("all "+list.key+" are gone", list.file, pg.with(head, pg.end(head, 0)),
			turns(list.id, Missing, lineAt(list.file, pg.with(head, pg.end(head, 0)).first()))))
	}
	together := map[string][]block{}
	for _, s := range p.blocks() {
		if s.id != "" {
			together[s.id] = append(together[s.id], s)
		}
	}
	for _, id := range []string{"3(a)(i)", "3(b)", "5(1)", "6(1)(b)", "7(1)(a)", "7(1)(b)"} {
		all = append(all, p.spoiled(id, together[id]))
	}
	return all
}

// spoiled has every text of a requirement to be confirmed.
func (p *proof) spoiled(id string, texts []block) mutation {
	pg := pageOf(p.files[texts[0].file])
	var at []string
	shift := 0
	for _, s := range texts {
		key, _, _ := strings.Cut(pg.line(s.key-shift), ":")
		pg = pg.with(s.key-shift, s.last-shift, key+": TBC")
		at = append(at, lineAt(s.file, s.key-shift))
		shift += s.last - s.key
	}
	return p.changed("every text of "+id+" is TBC", texts[0].file, pg, turns(id, Missing, at...))
}

// narrativeFiles takes each file away.
func (p *proof) narrativeFiles() (all []mutation) {
	wants := map[string][]string{"3": {"3(a)(i)", "3(b)", "3(c)"}, "4": {"4(1)(c)"}, "5": {"5(1)"}, "6": {"6(1)(a)", "6(1)(b)"},
		"7": {"7(1)(a)", "7(1)(b)"}, "8": {"8(a)", "8(b)", "8(c)"}, "9": nil, "10": nil}
	for number := range maps.Keys(wants) {
		file := "narrative/regulation-" + number + ".yaml"
		m := mutation{name: file + " is absent", because: "the file answers all of them",
			mutated: func() (*project.Project, error) { return p.narrative(file, nil) }}
		for _, id := range wants[number] {
			v := Missing
			switch id[0] {
			case '4':
				v = Incomplete // the amounts come from the ledgers
			case '7', '8':
				v = Unanswered
			}
			m.want = append(m.want, turns(id, v, file))
		}
		all = append(all, m)
	}
	return all
}

// answers corrupts what answers a conditional provision.
func (p *proof) answers(t *testing.T) []mutation {
	const three, seven, eight = "narrative/regulation-3.yaml", "narrative/regulation-7.yaml", "narrative/regulation-8.yaml"
	reg3, reg7, reg8 := pageOf(p.files[three]), pageOf(p.files[seven]), pageOf(p.files[eight])
	decisions := reg3.find(t, "significant_decisions:")
	inspections := reg7.find(t, "inspections:")
	revised := reg8.find(t, "revised_plan: true")
	top3, top7, top8 := lineAt(three, reg3.first()), lineAt(seven, reg7.first()), lineAt(eight, reg8.first())
	edit := func(name, file string, pg page, because string, want ...turn) mutation {
		m := p.changed(name, file, pg, want...)
		m.because = because
		return m
	}
	declared := func(pg page) page { return append(pg.with(1, 0), "none: true\n") }
	const answerOfBoth = "without a recommendation, or the word that there was none, neither list nor actions are answered"
	const review = "whether the changes are wanted depends on whether a revised plan was prepared"
	last := reg3.end(decisions, 0)
	return []mutation{
		edit("no word on significant decisions", three, reg3.with(decisions, last), "", turns("3(c)", Unanswered, top3)),
		edit("significant decisions without a value", three, reg3.with(decisions+1, last), "", turns("3(c)", Unanswered, top3)),
		edit("no significant decision is listed", three, reg3.with(decisions+1, last, "  entries: []"), "",
			turns("3(c)", Unanswered, lineAt(three, decisions+1))),
		edit("significant decisions and none", three, reg3.with(decisions, decisions, "significant_decisions:", "  none: true"), "",
			turns("3(c)", Incomplete, lineAt(three, decisions+1))),
		edit("none: false is no answer", three, reg3.with(decisions+1, last, "  none: false"), "",
			turns("3(c)", Unanswered, lineAt(three, decisions+1))),
		edit("no word on inspections", seven, reg7.with(inspections, reg7.end(inspections, 0)), answerOfBoth,
			turns("7(1)(a)", Unanswered, top7), turns("7(1)(b)", Unanswered, top7)),
		edit("an empty list of inspections", seven, reg7.with(inspections, reg7.end(inspections, 0), "inspections: []"), answerOfBoth,
			turns("7(1)(a)", Unanswered, top7), turns("7(1)(b)", Unanswered, top7)),
		edit("inspections and none", seven, declared(reg7), "", turns("7(1)(a)", Incomplete, top7)),
		edit("no word on a revised plan", eight, reg8.with(revised, revised), review,
			turns("8(b)", Missing, top8), turns("8(c)", Incomplete, top8)),
		edit("a revised plan without an answer", eight, reg8.with(revised, revised, "revised_plan:"), review,
			turns("8(b)", Missing, top8), turns("8(c)", Incomplete, top8)),
		edit("changes without a revised plan", eight, reg8.with(revised, revised, "revised_plan: false"), "",
			turns("8(c)", Incomplete, lineAt(eight, reg8.find(t, "changes: |")+1))),
		edit("a review and none", eight, declared(reg8), "", turns("8(a)", Incomplete, top8)),
		{name: "revised_plan isn't yes or no", refused: lineAt(eight, revised), mutated: func() (*project.Project, error) {
			return p.narrative(eight, reg8.with(revised, revised, "revised_plan: perhaps").bytes())
		}},
	}
}
