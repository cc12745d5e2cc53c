package preview

import (
	"errors"
	"slices"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/source"
)

// comment is an open comment with the section that its text is in, "" for none.
type comment struct {
	Section string          `json:"section,omitempty"`
	Title   string          `json:"title,omitempty"`
	ID      string          `json:"id"`
	Author  string          `json:"author"`
	Date    string          `json:"date,omitempty"`
	On      string          `json:"on,omitempty"`
	Says    string          `json:"says"`
	Replies []project.Reply `json:"replies,omitempty"`
}

// commentsBySection are the open comments in order of the file. They are no part of the
// report: where they can't be read, the problems say so and the report is shown.
func commentsBySection(r *project.Project, doc *document.Document) ([]comment, []problem) {
	kept, err := r.ReadComments()
	if err != nil {
		return nil, problemsOf(err)
	}
	open := kept.Open()
	if len(open) == 0 {
		return nil, nil
	}
	written, err := r.Written()
	if _, unreadable := errors.AsType[*source.InputError](err); err != nil && !unreadable {
		return nil, problemsOf(err)
	}
	var all []comment
	for _, k := range open {
		c := comment{ID: k.ID, Author: k.Author, Date: k.Date, On: k.On, Says: k.Says, Replies: k.Replies}
		if w, found := project.TextOf(written, k); found {
			if s := sectionAt(doc.Sections, w.Text.Position); s != nil {
				c.Section, c.Title = s.ID, s.Title
			}
		}
		all = append(all, c)
	}
	return all, nil
}

// sectionAt is the section that holds a text, or nil.
func sectionAt(sections []*document.Section, at source.Position) *document.Section {
	return first(sections, func(s *document.Section) bool {
		return slices.ContainsFunc(s.Lines, func(l document.Lines) bool { return l.Hold(at) })
	})
}
