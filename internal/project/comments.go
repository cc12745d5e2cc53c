package project

import (
	"bytes"
	"cmp"
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
	Text  string `yaml:"text,omitempty" json:"text,omitempty" jsonschema:"description=The text that it is beside; by its file and its key such as regulation-5.assessment"`
	Entry string `yaml:"entry,omitempty" json:"entry,omitempty" jsonschema:"description=What the entry of the text's list is about"`
	// On are the words that it is beside.
	On     string `yaml:"on,omitempty" json:"on,omitempty" jsonschema:"description=The words that it is beside"`
	Author string `yaml:"author,omitempty" json:"author" jsonschema:"description=Who made it"`
	// Date is the day and minute, as 2026-07-19 10:12; "" where Word had none.
	Date string `yaml:"date,omitempty" json:"date,omitempty" jsonschema:"description=The day and minute such as 2026-07-19 10:12"`
	Says string `yaml:"says" json:"says" jsonschema:"required,description=What the comment says"`
	// Resolved is the day on which it was, "" while it is open.
	Resolved string          `yaml:"resolved,omitempty" json:"resolved,omitempty" jsonschema:"description=The day on which it was resolved; open while absent"`
	Replies  []Reply         `yaml:"replies,omitempty" json:"replies,omitempty" jsonschema:"description=The answers to it"`
	Position source.Position `yaml:"-" json:"position"`
}

// Reply is an answer to a comment.
type Reply struct {
	Author string `yaml:"author,omitempty" json:"author" jsonschema:"description=Who made it"`
	Date   string `yaml:"date,omitempty" json:"date,omitempty" jsonschema:"description=The day and minute such as 2026-07-19 10:12"`
	Says   string `yaml:"says" json:"says" jsonschema:"required,description=What the reply says"`
}

// CommentList is what comments.yaml holds.
type CommentList struct {
	Comments []Comment `yaml:"comments" jsonschema:"required,description=The comments"`
}

const commentsHead = `# yaml-language-server: $schema=.apr/schema/comments.json
# Comments that came back with Word files. apr words in --write adds them, apr comments
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
	var file CommentList
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
