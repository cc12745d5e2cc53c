package compose

import (
	"cmp"
	"strings"
	"time"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/tagpdf"
	"apr/regs"
	"apr/report/render/sign"
)

// Summary is the summary of the annual report. Like the report it isn't a level of
// reporting, but what --level has in its place.
const Summary measures.Level = "summary"

// Levels are what --level may name.
func Levels() []string {
	return append([]string{string(Summary), string(EasyRead)}, measures.Levels()...)
}

// IsReport reports whether a level is the annual report, or a version of it: those
// are built where the law's requirements of the annual report are met.
func IsReport(level measures.Level) bool { return level == "" || level == Summary || level == EasyRead }

// FileName is what the files of a level are called, without their endings: report,
// or the level's name, with the state where it is to be in the name.
func FileName(level measures.Level, m document.Meta, withState bool) string {
	name := cmp.Or(string(level), "report")
	if withState {
		name += "-" + cmp.Or(strings.ToLower(m.State), string(project.Final))
	}
	return name
}

// ForLevel makes the performance report of a level of reporting, the annual
// report where level is "", or a version of that. What is overdue depends on the day, so the report of a
// level always has one: today takes the place of opts.Date.
func ForLevel(r *project.Project, result func() *regs.Result, level measures.Level, today time.Time, opts Options) (*document.Document, error) {
	var doc *document.Document
	var err error
	switch level {
	case "":
		doc, err = Compose(r, result, opts)
	case Summary:
		doc, err = composeSummary(r, result, opts)
	case EasyRead:
		doc, err = composeEasyRead(r, result, opts)
	default:
		opts.Date = today.Format(time.DateOnly)
		doc, err = ComposeLevel(r, result, level, opts)
	}
	if doc != nil {
		spellEmoji(doc)
	}
	return doc, err
}

// spellEmoji has the emoji of texts say what they are, in every format alike.
func spellEmoji(doc *document.Document) {
	w := document.Walker{
		Section: func(s *document.Section) error {
			s.Title = sign.Spell(s.Title, tagpdf.Covers)
			return nil
		},
		Inline: func(i document.Inline) error {
			if t, ok := i.(*document.Text); ok {
				t.Text = sign.Spell(t.Text, tagpdf.Covers)
			}
			return nil
		},
	}
	_ = w.Walk(doc) // the functions don't fail
}
