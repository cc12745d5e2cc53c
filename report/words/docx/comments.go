package docx

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
)

// Comment is a remark beside the text.
type Comment struct {
	Author string
	// Date is the day and minute, "2026-07-19 10:12"; "" where the file has none.
	Date string
	Text string
	// Quoted are the words that it is beside.
	Quoted   string
	Resolved bool
	Block    int       // index of the block that it begins in, -1 for none
	Replies  []Comment // in order

	id     string // in the file
	parent int    // index of the comment that it answers, -1 for none
}

// mostComment is how many bytes of a comment are kept, and maxComments how many comments
// a file may have.
const (
	mostComment = 20_000
	maxComments = 5000
)

func (r *reader) readComments(part func(string) (*element, string, error)) error {
	root, name, err := part("comments")
	if err != nil || root == nil {
		return err
	}
	if n := len(root.kids); n > maxComments {
		return r.archive.problem(name, 0, fmt.Sprintf("the file has %d comments; apr reads up to %d", n, maxComments), "resolve and delete old ones in Word")
	}
	byPara := map[string]int{}
	r.commentAt = map[string]int{}
	for _, e := range root.kids {
		if e.name != "w:comment" {
			continue
		}
		c := Comment{Author: oneLine(e.attr("author")), Date: minute(e.attr("date")), Text: r.commentText(e), Block: -1, id: e.attr("id"), parent: -1}
		for _, p := range e.kids {
			if id := p.attr("paraId"); id != "" {
				byPara[id] = len(r.file.Comments)
			}
		}
		if _, twice := r.commentAt[c.id]; !twice {
			r.commentAt[c.id] = len(r.file.Comments)
		}
		r.file.Comments = append(r.file.Comments, c)
	}
	extended, _, err := part("commentsExtended")
	if err != nil || extended == nil {
		return err
	}
	for _, e := range extended.kids {
		i, known := byPara[e.attr("paraId")]
		if !known {
			continue
		}
		if e.attr("done") == "1" {
			r.file.Comments[i].Resolved = true
		}
		if to, known := byPara[e.attr("paraIdParent")]; known && to != i {
			r.file.Comments[i].parent = to
		}
	}
	return nil
}

// commentText are the paragraphs of a comment, each a line.
func (r *reader) commentText(e *element) string {
	var lines []string
	for _, p := range e.kids {
		if l := oneLine(p.words("w:t")); l != "" {
			lines = append(lines, l)
		}
	}
	text := strings.Join(lines, "\n")
	if len(text) <= mostComment {
		return text
	}
	r.file.Losses = append(r.file.Losses, Loss{What: "the end of a comment that is longer than any", Place: "the comment of " + oneLine(e.attr("author")), Block: -1})
	return strings.ToValidUTF8(text[:mostComment], "") + " …"
}

// oneLine is text without what isn't to be seen and without line ends.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r) || r == unicode.ReplacementChar || r == '\ufeff' || r == '\ufffe' || r == '\uffff':
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// minute is a date as programs write it without its seconds, which some of them drop,
// and without its zone, which Word makes up.
func minute(date string) string {
	const most = len("2006-01-02T15:04")
	if len(date) < most {
		return ""
	}
	t, err := time.Parse("2006-01-02T15:04", date[:most])
	if err != nil {
		return ""
	}
	return t.Format("2006-01-02 15:04")
}

// commentMark follows where comments begin and end.
func (r *reader) commentMark(e *element) {
	i, known := r.commentAt[e.attr("id")]
	if !known {
		return
	}
	c := &r.file.Comments[i]
	switch e.name {
	case "w:commentRangeStart":
		if len(r.open) < 100 {
			r.open = append(r.open, i)
		}
		c.Block = r.block()
	case "w:commentRangeEnd":
		if k := slices.Index(r.open, i); k >= 0 {
			r.open = slices.Delete(slices.Clone(r.open), k, k+1)
		}
	case "w:commentReference": // all that there is of one that is beside no words
		if c.Block < 0 {
			c.Block = r.block()
		}
	}
}

// threads puts replies below what they answer. A thread is resolved where its first
// comment is.
func threads(all []Comment) []Comment {
	first := func(i int) int {
		for range 10 { // Word has one floor of answers; a chain that goes round ends
			if all[i].parent < 0 {
				return i
			}
			i = all[i].parent
		}
		return -1
	}
	replies := map[int][]Comment{}
	for i, c := range all {
		if to := first(i); to >= 0 && to != i {
			replies[to] = append(replies[to], c)
		}
	}
	var out []Comment
	for i, c := range all {
		if to := first(i); to >= 0 && to != i {
			continue
		}
		c.Quoted, c.Replies = oneLine(c.Quoted), replies[i]
		slices.SortStableFunc(c.Replies, func(a, b Comment) int { return strings.Compare(a.Date, b.Date) })
		out = append(out, c)
	}
	return out
}
