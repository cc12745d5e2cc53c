package words

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/project/reference"
	"apr/internal/yamlpos"
	"apr/regs"
	"apr/templates"
)

// provisions are the requirements that texts answer, by the text's place.
var provisions = map[string]string{
	"regulation-3.outcomes[].assessment": "3(a)(i)", "regulation-3.outcomes[].case_studies[].text": "3(a)(i)",
	"regulation-3.principles[].assessment": "3(b)", "regulation-3.planning": "3(c)", "regulation-3.significant_decisions.entries[].reasons": "3(c)",
	"regulation-4.variance_reasons": "4(1)(c)", "regulation-5.assessment": "5(1)", "regulation-5.contribution": "5(1)",
	"regulation-6.consultation": "6(1)(a)", "regulation-6.localities[].assessment": "6(1)(b)",
	"regulation-7.inspections[].recommendations[].recommendation": "7(1)(a)", "regulation-7.inspections[].recommendations[].action": "7(1)(b)",
	"regulation-8.reasons": "8(a)", "regulation-8.changes": "8(c)",
	"regulation-9.recommendations[].recommendation": "9", "regulation-9.recommendations[].response": "9",
}

// header is what is known of texts besides their words.
type header struct {
	project *project.Project
	good    map[string]string
	last    map[string]string // last year's texts by place and entry
}

func newHeader(r *project.Project) *header {
	h := &header{project: r, good: good(), last: map[string]string{}}
	if r.LastYear != nil {
		for _, w := range r.LastYear.Texts() {
			h.last[w.List()+"\x00"+w.Entry] = w.Text.Markdown
		}
	}
	return h
}

// above is what stands locked above a text: what the law asks, what good looks like, who
// writes it by when and how long, last year's text, and the figures that belong to it.
func (h *header) above(w project.Written) []document.Block {
	var blocks []document.Block
	line := func(head, text string) {
		if text != "" {
			blocks = append(blocks, &document.Paragraph{Content: document.Inlines{&document.Strong{Content: document.Plain(head + ": ")}, &document.Text{Text: text}}})
		}
	}
	more := func(text string) { blocks = append(blocks, &document.Paragraph{Content: document.Plain(text)}) }
	if id := provisions[w.List()]; id != "" {
		for _, q := range regs.Requirements() {
			if q.ID == id {
				line("The law ("+q.Citation+")", strings.TrimSpace(q.Lead+" "+q.Quote))
			}
		}
	}
	line(h.asked(w))
	line("What good looks like", goodOf(h.good, w.List()))
	a := h.project.Assigned(w.Name)
	line("Written by", a.Owner)
	line("Due", a.Due)
	if a.Words > 0 {
		line("Length", fmt.Sprintf("up to %d words", a.Words))
	}
	for i, paragraph := range strings.Split(strings.TrimSpace(h.last[w.List()+"\x00"+w.Entry]), "\n\n") {
		if text := strings.Join(strings.Fields(paragraph), " "); i == 0 {
			line("Last year's text", text)
		} else if text != "" {
			more(text)
		}
	}
	figures := h.figures(w)
	if len(figures) > 0 {
		line("Figures", "these come from the data and can't be typed over; you can move them, or delete them with their sentence. To have one more in the text, copy it there, or type what stands behind it in braces")
	}
	for _, f := range figures {
		more(f)
	}
	return blocks
}

// asked are the words of the outcome or the principle that a text is about.
func (h *header) asked(w project.Written) (head, text string) {
	for _, o := range h.project.Law().Outcomes {
		if about(w, "outcome", strconv.Itoa(o.No)) {
			return fmt.Sprintf("National outcome %d", o.No), "“" + o.Text + "”"
		}
	}
	for _, p := range h.project.Law().Principles {
		if about(w, "principle", p.ID) {
			return "The principle, section 31(1)(" + strings.Replace(p.ID, "(", ")(", 1) + closing(p.ID), "“" + p.Text + "”"
		}
	}
	return "", ""
}

func closing(id string) string {
	if strings.Contains(id, "(") {
		return ""
	}
	return ")"
}

// about reports whether the entry of a text is about something.
func about(w project.Written, key, value string) bool {
	first, _, _ := strings.Cut(w.Entry, ";")
	is := key + "=" + value
	return first == is || strings.HasPrefix(first, is+", ")
}

// good is what good looks like, by the place of a text or of a part of a file: what the
// remarks of a new project say.
func good() map[string]string {
	const folder = "scaffold/narrative"
	all := map[string]string{}
	entries, err := fs.ReadDir(templates.Scaffold, folder)
	if err != nil {
		return all // which the tests would report
	}
	for _, e := range entries {
		data, err := fs.ReadFile(templates.Scaffold, path.Join(folder, e.Name()))
		if err != nil {
			return all
		}
		stem, _, _ := strings.Cut(e.Name(), ".")
		remark := ""
		for l := range strings.Lines(string(data) + "\nend:\n") {
			l = strings.TrimRight(l, "\n")
			if text, isRemark := strings.CutPrefix(l, "#"); isRemark {
				remark += strings.TrimSpace(text) + "\n"
				continue
			}
			_, says, found := strings.Cut(remark, "Good: ")
			remark = ""
			if !found {
				continue
			}
			says, _, _ = strings.Cut(says, "Answer one way")
			says, _, _ = strings.Cut(says, "\n\n")
			place := stem
			if key, _, isKey := strings.Cut(l, ":"); isKey && l[0] != ' ' {
				place = yamlpos.Join(stem, key)
			}
			says = strings.Join(strings.Fields(says), " ")
			all[place] = strings.ToUpper(says[:1]) + says[1:]
		}
	}
	return all
}

// goodOf is what is said of a text's place, or of what is around it.
func goodOf(good map[string]string, place string) string {
	for place != "" {
		if says, found := good[place]; found {
			return says
		}
		place = place[:max(strings.LastIndexAny(place, ".["), 0)]
	}
	return ""
}

// mostFigures is how many figures are listed above a text.
const mostFigures = 24

// figures are those that belong to a text, each with what it is, what it shows and how
// it is written: those that the text has, and those of the outcome, locality or
// provision that it is about.
func (h *header) figures(w project.Written) []string {
	var out []string
	seen := map[string]bool{}
	add := func(name string, written reference.Reference) {
		key := written.String()
		if seen[key] || len(out) >= mostFigures {
			return
		}
		seen[key] = true
		d, p := h.project.Evaluate(written)
		if p != nil || d.Display == "" {
			return
		}
		text := d.Display + "   " + key
		if name != "" {
			text = name + ": " + text
		}
		out = append(out, text)
	}
	call := func(name, function string, arguments ...string) {
		r := reference.Reference{Name: function}
		for _, a := range arguments {
			r.Args = append(r.Args, reference.Argument{Value: a})
		}
		add(name, r)
	}
	inText, _ := reference.Parse(w.Text)
	for _, r := range inText {
		if len(r.Args) > 0 && !reference.IsPlace(r.Name) { // the year and the authority's name are no figures
			add("", r)
		}
	}
	switch w.List() {
	case "regulation-3.outcomes[].assessment":
		h.outcomeFigures(w, call)
	case "regulation-6.localities[].assessment":
		for _, l := range h.project.Config.Localities {
			if about(w, "locality", l.Name) {
				call("Spend in "+l.Name, "locality", l.Name)
			}
		}
	case "regulation-4.variance_reasons", "regulation-4.introduction", "regulation-4.outlook":
		call("Funding", "funding", "total")
		call("Planned", "plan", "total")
		call("Spent", "spend", "total")
		call("Difference from the plan", "variance", "total")
	}
	return out
}

// outcomeFigures are the indicators and local measures of an outcome.
func (h *header) outcomeFigures(w project.Written, call func(name, function string, arguments ...string)) {
	is := func(outcomes []int) bool {
		return slices.ContainsFunc(outcomes, func(o int) bool { return about(w, "outcome", strconv.Itoa(o)) })
	}
	if t := h.project.Indicators; t != nil {
		for _, s := range t.Series {
			if i := s.Indicator; is(i.Outcomes) {
				call(string(i.ID)+", "+i.Title, "value", string(i.ID))
				call(string(i.ID)+", Scotland", "scotland", string(i.ID))
			}
		}
	}
	if f := h.project.Framework; f != nil {
		for _, m := range f.Measures {
			if is(m.Outcomes) {
				call(m.ID+", "+m.Title, "measure", m.ID)
			}
		}
	}
}
