package project

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// CommentsFile is where the comments of Word files are kept until they are resolved. It
// is no input of the report.
const CommentsFile = "comments.yaml"

// Comment is a remark that somebody made in Word beside a text.
type Comment struct {
	ID string `yaml:"id" json:"id" jsonschema:"required,description=A short name for apr comments --resolve"`
	// Text is the text's name as of Written, Entry what the entry of its list is about;
	// both are "" for what isn't beside a text.
	Text  string `yaml:"text,omitempty" json:"text,omitempty"`
	Entry string `yaml:"entry,omitempty" json:"entry,omitempty"`
	// On are the words that it is beside.
	On     string `yaml:"on,omitempty" json:"on,omitempty"`
	Author string `yaml:"author,omitempty" json:"author"`
	// Date is the day and minute, as 2026-07-19 10:12; "" where Word had none.
	Date string `yaml:"date,omitempty" json:"date,omitempty"`
	Says string `yaml:"says" json:"says" jsonschema:"required,description=What the comment says"`
	// Resolved is the day on which it was, "" while it is open.
	Resolved string          `yaml:"resolved,omitempty" json:"resolved,omitempty"`
	Replies  []Reply         `yaml:"replies,omitempty" json:"replies,omitempty"`
	Position source.Position `yaml:"-" json:"position"`
}

// Reply is an answer to a comment.
type Reply struct {
	Author string `yaml:"author,omitempty" json:"author"`
	Date   string `yaml:"date,omitempty" json:"date,omitempty"`
	Says   string `yaml:"says" json:"says" jsonschema:"required,description=What the reply says"`
}

// commentsFile is the file's content.
type commentsFile struct {
	Comments []Comment `yaml:"comments" jsonschema:"required,description=The comments"`
}

const commentsHead = `# Comments that came back with Word files. apr words in --write adds them, apr comments
# lists those that are open, and apr comments --resolve ID marks one as done.
comments:
`

// Comments are those of a project, with the bytes of the file that has them. What is new
// is in the list first and gets into the bytes all at once.
type Comments struct {
	data []byte // nil for no file
	list []Comment
	// added is how many of the list, its last, aren't among the bytes yet.
	added int
	// known are the indices of the comments by who wrote what and when, replies those
	// whose answers are known.
	known   map[string]int
	replies map[string]bool
}

// ReadComments reads the comments of a project; without a file there are none. What is
// wrong with the file is a *source.InputError.
func (r *Project) ReadComments() (*Comments, error) {
	none := &Comments{}
	none.index()
	if r.folder == nil {
		return none, nil
	}
	data, err := r.folder.ReadAside(CommentsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return none, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the comments: %w", err)
	}
	return parseComments(data)
}

func parseComments(data []byte) (*Comments, error) {
	c := &Comments{data: data}
	var file commentsFile
	var problems source.Problems
	positions, _ := yamlpos.Decode(CommentsFile, data, &file, &problems, &problems)
	seen := map[string]bool{}
	for i := range file.Comments {
		at, path := &file.Comments[i], yamlpos.Item("comments", i)
		switch {
		case at.ID == "":
		case seen[at.ID]:
			problems.Add(&source.Problem{Code: "duplicate-comment", Position: positions.Find(path + ".id").Value,
				Message: fmt.Sprintf("the id %q is given twice", at.ID), Hint: "give one of the comments another id"})
		}
		seen[at.ID] = true
		if _, err := time.Parse(time.DateOnly, at.Resolved); at.Resolved != "" && err != nil {
			problems.Add(&source.Problem{Code: "wrong-value", Position: positions.Find(path + ".resolved").Value,
				Message: fmt.Sprintf("resolved: %q isn't a day", at.Resolved), Hint: "write it as 2026-07-19; or delete the line, and the comment is open again"})
		}
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	c.list = file.Comments
	c.index()
	return c, nil
}

// index notes which comments and replies there are.
func (c *Comments) index() {
	c.known, c.replies = map[string]int{}, map[string]bool{}
	for i := range c.list {
		c.note(i)
	}
}

func (c *Comments) note(i int) {
	k := c.list[i]
	if _, twice := c.known[k.key()]; !twice {
		c.known[k.key()] = i
	}
	for _, reply := range k.Replies {
		c.replies[reply.key()] = true
	}
}

// key is who wrote what and when; where nobody knows when, beside which text.
func (c Comment) key() string {
	text := ""
	if c.Date == "" {
		text = c.Text
	}
	return Reply{c.Author, c.Date, c.Says}.key() + "\x00" + text
}

func (r Reply) key() string { return r.Author + "\x00" + r.Date + "\x00" + wording.OneLine(r.Says) }

// All are the comments in order of the file, with their replies in order of date.
func (c *Comments) All() []Comment {
	all := slices.Clone(c.list)
	for i := range all {
		all[i].Replies = slices.Clone(all[i].Replies)
		slices.SortStableFunc(all[i].Replies, func(a, b Reply) int { return cmp.Compare(a.Date, b.Date) })
	}
	return all
}

// Open are those that nobody has resolved.
func (c *Comments) Open() []Comment {
	return slices.DeleteFunc(c.All(), func(c Comment) bool { return c.Resolved != "" })
}

// Bytes are the file's, nil where there is none.
func (c *Comments) Bytes() []byte { return c.data }

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

// Has reports whether there is a comment with an id.
func (c *Comments) Has(id string) bool { return c.byID(id) >= 0 }

func (c *Comments) byID(id string) int {
	return slices.IndexFunc(c.list, func(k Comment) bool { return k.ID == id })
}

// Unknown is the error that there is no comment with an id.
func (c *Comments) Unknown(id string) error {
	var ids []string
	for _, k := range c.Open() {
		ids = append(ids, k.ID)
	}
	return fmt.Errorf("there is no comment %q; %s", id, cmp.Or(source.DidYouMean(id, ids), "apr comments lists them"))
}

// Resolve marks the comment with an id as resolved on a day. One that is resolved stays
// as it is.
func (c *Comments) Resolve(id string, day time.Time) error {
	i := c.byID(id)
	if i < 0 {
		return c.Unknown(id)
	}
	if c.list[i].Resolved != "" {
		return nil
	}
	return c.resolve(i, day)
}

func (c *Comments) resolve(i int, day time.Time) error {
	path := yamlpos.Item("comments", i)
	return c.edit(func(data []byte) ([]byte, error) {
		out, err := yamlpos.Insert(CommentsFile, data, path, []string{"resolved: " + day.Format(time.DateOnly)})
		if err != nil { // the key may be there without a value
			if set, again := yamlpos.Replace(CommentsFile, data, path+".resolved", day.Format(time.DateOnly)); again == nil {
				return set, nil
			}
		}
		return out, err
	})
}

// edit changes the file's bytes and reads what comes of it. Where that can't be read,
// nothing has changed.
func (c *Comments) edit(change func([]byte) ([]byte, error)) error {
	data, err := change(c.data)
	if err != nil {
		return fmt.Errorf("writing %s: %w", CommentsFile, err)
	}
	next, err := parseComments(data)
	if err != nil {
		return fmt.Errorf("writing %s: %w", CommentsFile, err)
	}
	fresh := c.list[len(c.list)-c.added:]
	next.list, next.added = append(next.list, fresh...), c.added
	next.index()
	*c = *next
	return nil
}

// asLines are values as lines of YAML.
func asLines(v any) ([]string, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := errors.Join(e.Encode(v), e.Close()); err != nil {
		return nil, fmt.Errorf("writing %s: %w", CommentsFile, err)
	}
	return strings.Split(strings.TrimRight(b.String(), "\n"), "\n"), nil
}

// TextOf is the text that a comment is beside as it is called now, wherever in its list
// its entry is; false where there is none.
func TextOf(written []Written, c Comment) (Written, bool) {
	list := Written{Name: c.Text}.List()
	for _, w := range written {
		if c.Entry != "" && w.Entry == c.Entry && w.List() == list {
			return w, true
		}
	}
	for _, w := range written {
		if w.Name == c.Text && c.Text != "" {
			return w, true
		}
	}
	return Written{}, false
}
