package words

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/report/words/docx"
)

// refused is why a text that came back can't be taken over: no report could be built with
// it, or it can't be put into its file. What was wrong with it before is no reason.
func (c *comparison) refused(markdown string, result []unit, undescribed []docx.Loss) []string {
	var why []string
	for _, p := range c.problemsOf(markdown, c.project.RefusedReferences, c.setProblems) {
		if p.Code != "missing-alt" || len(undescribed) == 0 {
			why = append(why, said(p.Message, hintFor(p)))
			continue
		}
		for _, u := range undescribed { // in Word pictures have places and no names
			at := said(fmt.Sprintf("the picture at %s has no alternative text, without which no report is built", u.Place), hintFor(p))
			if !slices.Contains(why, at) {
				why = append(why, at)
			}
		}
	}
	if text, alone := captionAlone(result); alone && !strings.Contains(c.w.Text.Markdown, text) {
		why = append(why, said(fmt.Sprintf("the caption %q has no table", text), "put its table straight below it in Word, or delete the caption"))
	}
	data, err := c.project.ReadInput(c.w.File)
	if err == nil {
		_, err = yamlpos.Replace(c.w.File, data, c.w.Path, markdown)
	}
	if err != nil {
		why = append(why, err.Error())
	}
	return why
}

func said(message, hint string) string {
	if hint == "" {
		return message
	}
	return message + "; " + hint
}

// problemsOf are those of a text, as the functions find them, that it hasn't as it is now.
func (c *comparison) problemsOf(markdown string, find ...func(yamlpos.Text) []*source.Problem) []*source.Problem {
	var out []*source.Problem
	for _, f := range find {
		problems := f(yamlpos.NewText(markdown, c.w.Text.Position))
		if len(problems) == 0 {
			continue
		}
		was := f(c.w.Text)
		for _, p := range problems {
			alike := func(q *source.Problem) bool { return q.Code == p.Code && q.Message == p.Message }
			if !slices.ContainsFunc(was, alike) && !slices.ContainsFunc(out, alike) {
				out = append(out, p)
			}
		}
	}
	return out
}

// narrow are ends of the names of texts that stand where a report has no place for a heading.
var narrow = map[string]string{
	"case_studies[].text":    "a case study",
	"inspections[].progress": "a quotation",
	"inspections[].words":    "a quotation",
	"].meaning":              "the meaning of a word",
}

// within is what a text stands in that has no place for a heading, "" for none.
func within(w project.Written) string {
	for end, what := range narrow {
		if strings.HasSuffix(w.List(), end) {
			return what
		}
	}
	return ""
}

// wordHints are what to do in Word, where the hint of the problem says what to do in the
// narrative.
var wordHints = map[string]string{
	"missing-alt":         "in Word, right-click it and choose Edit Alt Text",
	"unknown-link":        "in Word, take it out (right-click > Remove Hyperlink), or give it the id of a place of the report",
	"missing-caption":     "in Word, put a paragraph straight above the table that says what it shows, “Table: what the table shows”",
	"missing-column-head": "in Word, write in each cell of the first row what its column holds, and split those that are merged (Layout > Split Cells)",
	"missing-row-head":    "in Word, write in each cell of the first column what its row is about, and split those that are merged (Layout > Split Cells)",
	"empty-table":         "in Word, give it a row below its heads, or delete the table and its caption",
	"missing-title":       "in Word, write it behind the line that begins the box: ::: {.spotlight title=\"What it is about\"}",
}

// hintFor is what to do about a problem of a text in Word.
func hintFor(p *source.Problem) string {
	switch hint := wordHints[p.Code]; {
	case hint != "":
		return hint
	case p.Code == "division" && strings.Contains(p.Message, "isn't ended"):
		return "in Word, put a paragraph of three colons, \":::\", below what belongs to it"
	case p.Code == "division":
		return "delete it in Word; a box begins with a paragraph such as ::: {.spotlight title=\"What it is about\"}"
	}
	fonts, _, _ := strings.Cut(p.Hint, "; or leave the PDF out") // which doesn't help here
	return fonts
}

// captionAlone is a caption beside which no table stands: it would be printed as words.
func captionAlone(units []unit) (text string, alone bool) {
	isTable := func(i int) bool { return i >= 0 && i < len(units) && units[i].Kind == docx.Table }
	for i, u := range units {
		if u.Kind == docx.Caption && !isTable(i+1) && !isTable(i-1) {
			return strings.Join(strings.Fields(u.Content.String()), " "), true
		}
	}
	return "", false
}

// errUnwritten says that a text can't be written as Markdown.
var errUnwritten = errors.New("what came back can't be written as Markdown; write the text by hand")
