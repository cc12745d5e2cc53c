package compose

import (
	"time"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/tagpdf"
	"apr/regs"
	"apr/report/render/sign"
)

// ForLevel makes the performance report of a level of reporting, or the annual
// report where level is "". What is overdue depends on the day, so the report of a
// level always has one: today takes the place of opts.Date.
func ForLevel(r *project.Project, result func() *regs.Result, level measures.Level, today time.Time, opts Options) (*document.Document, error) {
	var doc *document.Document
	var err error
	if level == "" {
		doc, err = Compose(r, result, opts)
	} else {
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
