package project

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"apr/internal/yamlpos"
)

// Merged says what became of a comment that came in.
type Merged string

// What becomes of a comment.
const (
	CommentKnown    Merged = ""
	CommentAdded    Merged = "new"
	CommentAnswered Merged = "new reply"
	CommentReworded Merged = "reworded"
	CommentResolved Merged = "resolved"
)

// Taken says what became of a comment that came in, and the id of the comment that is
// kept, "" for a reply that a program has made a comment.
type Taken struct {
	ID   string
	What Merged
}

// Take takes in the comments of a Word file, or what is new about those that are kept
// already: replies, other words, that they are resolved. One that was resolved here stays
// so. The rest of the file keeps its bytes.
func (c *Comments) Take(came []Comment, today time.Time) ([]Taken, error) {
	came = slices.Clone(came)
	present := map[string]bool{}
	for i := range came {
		came[i] = tidied(came[i])
		present[came[i].key()] = true
	}
	var out []Taken
	for _, one := range came {
		t, err := c.take(one, present, today)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, c.commit()
}

func (c *Comments) take(came Comment, present map[string]bool, today time.Time) (t Taken, err error) {
	i := c.find(came, present)
	switch {
	case i >= 0:
		t.ID = c.list[i].ID
		t.What, err = c.update(i, came, today)
	case !c.isReply(came):
		t = Taken{c.newID(came), CommentAdded}
		came.ID = t.ID
		if came.Resolved != "" {
			came.Resolved = today.Format(time.DateOnly)
		}
		c.list, c.added = append(c.list, came), c.added+1
		c.note(len(c.list) - 1)
	}
	return t, err
}

// update adds to a comment what is new about it.
func (c *Comments) update(i int, came Comment, today time.Time) (what Merged, err error) {
	// One that isn't in the file yet gets there first, and no other way to change it is
	// needed.
	if i >= len(c.list)-c.added && c.differs(c.list[i], came) {
		if err := c.commit(); err != nil {
			return what, err
		}
	}
	kept := c.list[i]
	if !sameWords(kept.Says, came.Says) {
		what = CommentReworded
		if err := c.edit(func(data []byte) ([]byte, error) {
			return yamlpos.Replace(CommentsFile, data, yamlpos.Item("comments", i)+".says", came.Says)
		}); err != nil {
			return what, err
		}
	}
	if fresh := unknown(kept, came.Replies); len(fresh) > 0 {
		what = CommentAnswered
		if err := c.answer(i, fresh); err != nil {
			return what, err
		}
	}
	if came.Resolved != "" && kept.Resolved == "" {
		return CommentResolved, c.resolve(i, today)
	}
	return what, nil
}

func (c *Comments) differs(kept, came Comment) bool {
	return !sameWords(kept.Says, came.Says) || len(unknown(kept, came.Replies)) > 0 || came.Resolved != "" && kept.Resolved == ""
}

// unknown are the replies that a comment hasn't yet.
func unknown(kept Comment, replies []Reply) []Reply {
	known := map[string]bool{}
	for _, r := range kept.Replies {
		known[r.key()] = true
	}
	var out []Reply
	for _, r := range replies {
		if !known[r.key()] {
			known[r.key()] = true
			out = append(out, r)
		}
	}
	return out
}

// find is the index of a comment, -1 for none: by who wrote what and when, else, where
// one comment alone could be meant that isn't in the file itself, by who wrote beside
// which words and when.
func (c *Comments) find(came Comment, present map[string]bool) int {
	if i, known := c.known[came.key()]; known {
		return i
	}
	found := -1
	for i, k := range c.list {
		if came.Date == "" || k.Author != came.Author || k.Date != came.Date || k.Text != came.Text || k.Entry != came.Entry || k.On != came.On || present[k.key()] {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// isReply reports whether a comment is a reply that a program has made a comment.
func (c *Comments) isReply(came Comment) bool {
	return came.Date != "" && c.replies[Reply{came.Author, came.Date, came.Says}.key()]
}

// tidied is a comment as the file has it: names and words without the blanks around
// them, so that it is known again when it comes a second time.
func tidied(c Comment) Comment {
	for _, s := range []*string{&c.Text, &c.Entry, &c.On, &c.Author, &c.Date} {
		*s = strings.TrimSpace(*s)
	}
	c.Says, c.Replies = trimmed(c.Says), slices.Clone(c.Replies)
	for i := range c.Replies {
		r := &c.Replies[i]
		r.Author, r.Date, r.Says = strings.TrimSpace(r.Author), strings.TrimSpace(r.Date), trimmed(r.Says)
	}
	return c
}

// trimmed are lines without blanks at their ends.
func trimmed(s string) string {
	var lines []string
	for l := range strings.SplitSeq(strings.ReplaceAll(s, "\r", "\n"), "\n") {
		lines = append(lines, strings.TrimSpace(l))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func sameWords(a, b string) bool { return slices.Equal(strings.Fields(a), strings.Fields(b)) }

// commit puts the comments that are new into the bytes, at the end of the file, and makes
// the file where there is none.
func (c *Comments) commit() error {
	if c.added == 0 {
		return nil
	}
	lines, err := asLines(c.list[len(c.list)-c.added:])
	if err != nil {
		return err
	}
	was := *c
	c.added = 0
	if len(bytes.TrimSpace(c.data)) == 0 {
		err = c.edit(func([]byte) ([]byte, error) {
			return []byte(commentsHead + strings.Join(indented(lines), "\n") + "\n"), nil
		})
	} else {
		err = c.edit(func(data []byte) ([]byte, error) { return yamlpos.Insert(CommentsFile, data, "comments", lines) })
	}
	if err != nil {
		*c = was
	}
	return err
}

// newID is a short name for a comment that the file hasn't yet.
func (c *Comments) newID(came Comment) string {
	for n := 0; ; n++ {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s\x00%s\x00%s\x00%d", came.Text, came.Entry, came.Author, came.Date, came.Says, n))
		id := "c" + hex.EncodeToString(sum[:])[:6]
		if !slices.ContainsFunc(c.list, func(k Comment) bool { return k.ID == id }) {
			return id
		}
	}
}

func (c *Comments) answer(i int, replies []Reply) error {
	lines, err := asLines(replies)
	if err != nil {
		return err
	}
	path := yamlpos.Item("comments", i)
	return c.edit(func(data []byte) ([]byte, error) {
		if len(c.list[i].Replies) > 0 {
			return yamlpos.Insert(CommentsFile, data, path+".replies", lines)
		}
		out, err := yamlpos.Insert(CommentsFile, data, path+".replies", lines)
		if errors.Is(err, yamlpos.ErrNoText) {
			return yamlpos.Insert(CommentsFile, data, path, append([]string{"replies:"}, indented(lines)...))
		}
		return out, err
	})
}

func indented(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		if l != "" {
			out[i] = "  " + l
		}
	}
	return out
}
