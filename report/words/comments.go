package words

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"apr/internal/atomicwrite"
	"apr/internal/project"
	"apr/report/render/word"
)

// Comment is a comment of a file that came back.
type Comment struct {
	project.Comment
	// What is new about it, "" for nothing.
	What project.Merged `json:"what,omitempty"`
}

// comments are the file's with the texts that they are beside.
func (in *taker) comments() []Comment {
	regions := regionsOf(in.file)
	var all []Comment
	for _, c := range in.file.Comments {
		came := Comment{Comment: project.Comment{On: c.Quoted, Author: c.Author, Date: c.Date, Says: c.Text}}
		if c.Resolved {
			came.Resolved = "resolved"
		}
		for _, reply := range c.Replies {
			came.Replies = append(came.Replies, project.Reply{Author: reply.Author, Date: reply.Date, Says: reply.Text})
		}
		id := in.regionAt(regions, c.Block)
		if w, found := in.written[id]; found {
			came.Text, came.Entry, came.Position = w.Name, w.Entry, w.Text.Position
		} else if s, found := in.sent[id]; found && id != exampleID {
			came.Text, came.Entry = s.Key, s.Entry
		}
		all = append(all, came)
	}
	return all
}

// regionAt is the id of the text that a block is of: the one that it is in, is above or
// is the end of; "" for none.
func (in *taker) regionAt(regions []region, block int) string {
	if block < 0 || block >= len(in.file.Blocks) {
		return ""
	}
	for _, g := range regions {
		if g.first <= block && block <= g.last {
			return g.id
		}
	}
	if in.file.Blocks[block].End {
		for _, g := range slices.Backward(regions) {
			if g.last < block {
				return g.id
			}
		}
		return ""
	}
	for _, g := range regions {
		if g.first > block {
			return g.id
		}
	}
	return ""
}

// Keep takes the comments of files into those that are kept, or of those beside texts
// that keys name, and notes what is new. Comments that went out and aren't in the file
// any more are in Gone: they stay open.
func Keep(kept *project.Comments, all []*Returned, keys []string, today time.Time) error {
	for _, back := range all {
		var which []*Comment
		var plain []project.Comment
		for i := range back.Comments {
			if c := &back.Comments[i]; len(keys) == 0 || wanted(keys, c.Text) {
				which, plain = append(which, c), append(plain, c.Comment)
			}
		}
		taken, err := kept.Take(plain, today)
		if err != nil {
			return err
		}
		came := map[string]bool{}
		for i, t := range taken {
			which[i].ID, which[i].What = t.ID, t.What
			came[t.ID] = true
		}
		back.Gone = nil
		for _, k := range kept.Open() {
			if slices.Contains(back.sentComments, k.ID) && !came[k.ID] {
				back.Gone = append(back.Gone, k)
			}
		}
	}
	return nil
}

// WriteComments writes what is kept into the project where it isn't what was.
func WriteComments(r *project.Project, was, kept *project.Comments) (bool, error) {
	if bytes.Equal(was.Bytes(), kept.Bytes()) {
		return false, nil
	}
	_, err := atomicwrite.Files(cmp.Or(r.Dir, "."), []atomicwrite.File{{Name: project.CommentsFile, Data: kept.Bytes()}})
	return err == nil, err
}

// sentWith are the comments that go out with a text.
func sentWith(open []project.Comment, all []project.Written, w project.Written) []word.Comment {
	var out []word.Comment
	for _, c := range open {
		if at, found := project.TextOf(all, c); !found || at.Name != w.Name {
			continue
		}
		sent := word.Comment{ID: c.ID, Author: c.Author, Date: c.Date, Text: c.Says, Quoted: c.On}
		for _, reply := range c.Replies {
			sent.Replies = append(sent.Replies, word.Comment{Author: reply.Author, Date: reply.Date, Text: reply.Says})
		}
		out = append(out, sent)
	}
	return out
}

// printComments writes the comments of a file.
func (back *Returned) printComments(b *strings.Builder) {
	for _, c := range back.Comments {
		if c.Resolved != "" && c.What == project.CommentKnown {
			continue
		}
		state := ""
		if c.What != project.CommentKnown {
			state = " (" + string(c.What) + ")"
		}
		fmt.Fprintf(b, "  comment%s%s\n", state, Line(c.Comment))
		for _, reply := range c.Replies {
			fmt.Fprintf(b, "    reply%s\n", ReplyLine(reply))
		}
	}
	for _, c := range back.Gone {
		fmt.Fprintf(b, "  comment taken out in the file, and still open here: %s%s\n", c.ID, Line(c))
	}
}

// Section is a text with the comments beside it; Name is "" for those that are beside
// none.
type Section struct {
	Name     string
	Comments []project.Comment
}

// Listed are comments by text in order of the report, those beside no text last: all, or
// those that a person wrote or answered, beside texts that keys name.
func Listed(written []project.Written, comments []project.Comment, person string, keys []string) []Section {
	by := map[string][]project.Comment{}
	var gone []string // texts that the project hasn't any more
	for _, c := range comments {
		w, found := project.TextOf(written, c)
		name := c.Text
		if found {
			name, c.Text = w.Name, w.Name
		} else if len(by[name]) == 0 {
			gone = append(gone, name)
		}
		if (person == "" || takesPart(c, person)) && wanted(keys, name) {
			by[name] = append(by[name], c)
		}
	}
	slices.Sort(gone)
	var out []Section
	add := func(name string) {
		if len(by[name]) > 0 {
			out = append(out, Section{name, by[name]})
			delete(by, name)
		}
	}
	for _, w := range written {
		add(w.Name)
	}
	for _, name := range gone {
		if name != "" {
			add(name)
		}
	}
	add("")
	return out
}

// takesPart reports whether a person wrote a comment or answered it.
func takesPart(c project.Comment, person string) bool {
	return strings.EqualFold(c.Author, person) || slices.ContainsFunc(c.Replies, func(r project.Reply) bool { return strings.EqualFold(r.Author, person) })
}

// Line says who wrote a comment, beside which words, and what.
func Line(c project.Comment) string {
	line := by(c.Author, c.Date)
	if c.On != "" {
		line += fmt.Sprintf(" on %q", shortened(c.On))
	}
	return line + ": " + strings.ReplaceAll(c.Says, "\n", " / ")
}

// ReplyLine says who answered what.
func ReplyLine(r project.Reply) string {
	return by(r.Author, r.Date) + ": " + strings.ReplaceAll(r.Says, "\n", " / ")
}

func by(author, date string) string {
	line := " by " + cmp.Or(author, "somebody")
	if date != "" {
		line += " (" + date + ")"
	}
	return line
}

// shortened are the first words of what a comment is beside.
func shortened(s string) string {
	const most = 80
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most]) + "…"
}
