package words

import (
	"slices"
	"time"

	"apr/internal/project"
	"apr/report/words/docx"
)

// Untaken reports whether a file that went out has words, pictures or comments that the
// project hasn't, so that writing another in its place would lose them. One that can't be read may
// have them.
func Untaken(r *project.Project, name string, data []byte, today time.Time) bool {
	back, err := In(r, name, data, Options{OtherProject: true})
	if err != nil {
		return true
	}
	kept, err := r.ReadComments()
	if err != nil || Keep(kept, []*Returned{back}, nil, today) != nil {
		return true
	}
	return slices.ContainsFunc(back.Texts, func(t Text) bool { return t.State != Unchanged && t.State != Missing }) ||
		slices.ContainsFunc(back.Losses, func(l docx.Loss) bool { return l.Then != "" }) ||
		slices.ContainsFunc(back.Comments, func(c Comment) bool { return c.What != "" })
}
