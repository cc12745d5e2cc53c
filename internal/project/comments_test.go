package project

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

var july = time.Date(2026, 7, 20, 0, 0, 0, 0, time.UTC)

func commentsOf(t *testing.T, data string) *Comments {
	t.Helper()
	c, err := parseComments([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func merge(t *testing.T, c *Comments, came Comment, want Merged) {
	t.Helper()
	got, err := c.Take([]Comment{came}, july)
	if err != nil || got[0].What != want {
		t.Fatalf("%q: %+v, %v; want %q", came.Says, got, err, want)
	}
}

// Comments are kept once, however often the file comes in, and what is new about one is
// added to it.
func TestMergeComments(t *testing.T) {
	c := commentsOf(t, "")
	one := Comment{Text: "regulation-5.assessment", On: "None were found", Author: "Jo", Date: "2026-07-19 10:12", Says: "Really?\nAsk Sam."}
	merge(t, c, one, CommentAdded)
	merge(t, c, one, CommentKnown)
	two := Comment{Text: "regulation-5.assessment", Author: "Jo", Date: "2026-07-19 10:12", Says: "yes"} // in the same minute
	merge(t, c, two, CommentAdded)
	one.Replies = []Reply{{"Sam", "2026-07-19 11:00", "It is so: \"none\"."}}
	merge(t, c, one, CommentAnswered)
	one.Replies = []Reply{{"Kit", "2026-07-19 10:30", "# no remark"}}
	merge(t, c, one, CommentAnswered)
	merge(t, c, Comment{Author: "Sam", Date: "2026-07-19 11:00", Says: `It is so: "none".`}, CommentKnown) // as a program without replies has it
	want := commentsHead + `  - id: ` + c.list[0].ID + `
    text: regulation-5.assessment
    "on": None were found
    author: Jo
    date: 2026-07-19 10:12
    says: |-
      Really?
      Ask Sam.
    replies:
      - author: Sam
        date: 2026-07-19 11:00
        says: 'It is so: "none".'
      - author: Kit
        date: 2026-07-19 10:30
        says: '# no remark'
  - id: ` + c.list[1].ID + `
    text: regulation-5.assessment
    author: Jo
    date: 2026-07-19 10:12
    says: "yes"
`
	if got := string(c.Bytes()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if r := c.All()[0].Replies; r[0].Author != "Kit" || r[1].Author != "Sam" {
		t.Errorf("not in order of date: %+v", r)
	}
	two.Resolved = "yes"
	merge(t, c, two, CommentResolved)
	two.Resolved = ""
	merge(t, c, two, CommentKnown) // an older copy of the file
	if open := c.Open(); len(open) != 1 || open[0].Author != "Jo" || c.All()[1].Resolved != "2026-07-20" {
		t.Errorf("open: %+v", open)
	}
	one.Says = "Really really?"
	merge(t, c, one, CommentReworded)
	if !strings.Contains(string(c.Bytes()), "Really really?") || len(c.All()) != 2 {
		t.Errorf("got\n%s", c.Bytes())
	}
}

// What people wrote into the file stays, byte by byte.
func TestCommentsKeepTheFile(t *testing.T) {
	was := "# ours\ncomments:   # open ones\n- id: a1\n  says: \"one\"   # of Jo\n\n- {id: b2, says: two}\n# the end\n"
	c := commentsOf(t, was)
	if err := c.Resolve("a1", july); err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(was, "# of Jo\n", "# of Jo\n  resolved: 2026-07-20\n", 1)
	if got := string(c.Bytes()); got != want {
		t.Errorf("got\n%s", got)
	}
	if err := c.Resolve("b2", july); err == nil || !strings.Contains(err.Error(), "comments.yaml:7:3: what is between brackets can't be added to") {
		t.Errorf("%v", err)
	}
	if err := c.Resolve("b3", july); err == nil || !strings.Contains(err.Error(), `did you mean "b2"?`) {
		t.Errorf("%v", err)
	}
	if got := string(c.Bytes()); got != want {
		t.Errorf("a change that failed left\n%s", got)
	}
	merge(t, c, Comment{Author: "Jo", Says: "three"}, CommentAdded)
	if want = strings.Replace(want, "says: two}\n", "says: two}\n- id: "+c.list[2].ID+"\n  author: Jo\n  says: three\n", 1); string(c.Bytes()) != want {
		t.Errorf("got\n%s", c.Bytes())
	}
}

// What is wrong with the file is told with its place.
func TestCommentsAreReadStrictly(t *testing.T) {
	for was, want := range map[string]string{
		"comments:\n  - id: a\n    sais: b\n":                     `comments.yaml:3:5: unknown key "sais"`,
		"comments:\n  - says: b\n":                                `the key "id" is missing`,
		"comments: text\n":                                        "comments.yaml:1:11",
		"comments:\n  - {id: a, says: b}\n  - {id: a, says: c}\n": `comments.yaml:3:10: the id "a" is given twice`,
		"comments:\n  - {id: a, says: b, resolved: soon}\n":       `comments.yaml:2:32: resolved: "soon" isn't a day`,
		"comment:\n": `unknown key "comment"`,
	} {
		_, err := parseComments([]byte(was))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v; want %q", was, err, want)
		}
	}
}

// Whatever the file has and a comment says, what is written can be read, and says it.
func FuzzMergeComment(f *testing.F) {
	f.Add("", "Jo", "2026-07-19 10:12", "says")
	f.Add("comments: []\n", "null", "", "a: b\n- c\n#")
	f.Add("comments:\n- {id: x, says: y}\n", "~", "", "  two\n\n lines\n")
	f.Fuzz(func(t *testing.T, was, author, date, says string) {
		c, err := parseComments([]byte(was))
		if err != nil {
			return
		}
		before := len(c.list)
		if _, err := c.Take([]Comment{{Author: author, Date: date, Says: says}}, july); err != nil {
			return
		}
		again, err := parseComments(c.Bytes())
		if err != nil || len(again.list) < before {
			t.Fatalf("%v in\n%s", err, c.Bytes())
		}
		last := again.list[len(again.list)-1]
		if len(again.list) > before && (last.Author != strings.TrimSpace(author) || last.Says != trimmed(says)) {
			t.Fatalf("%+v", last)
		}
	})
}

// What comes together is written together: a file with thousands of comments takes no
// time that grows with their square.
func TestMergeManyComments(t *testing.T) {
	c := commentsOf(t, "")
	begun := time.Now()
	const many = 600
	var all []Comment
	for i := range many {
		came := Comment{Author: "Jo", Date: "2026-07-19 10:12", Says: fmt.Sprint("Comment ", i)}
		for k := range 3 {
			came.Replies = append(came.Replies, Reply{"Sam", "", fmt.Sprint("reply ", k)})
		}
		all = append(all, came, came)
	}
	for range 2 {
		if _, err := c.Take(all, july); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(commentsOf(t, string(c.Bytes())).All()); n != many || len(c.All()) != many {
		t.Errorf("%d comments of %d", n, many)
	}
	if took := time.Since(begun); took > 20*time.Second {
		t.Errorf("it took %s", took)
	}
	c, all = commentsOf(t, ""), nil
	for i := range 60 {
		all = append(all, Comment{Author: "Jo", Says: fmt.Sprint(i, strings.Repeat(" long", 4000))})
	}
	if _, err := c.Take(all, july); err == nil || !strings.Contains(err.Error(), "apr reads YAML files of up to 1,048,576") || len(c.Bytes()) != 0 {
		t.Errorf("more than a file may have: %v", err)
	}
}

// Other words of the same person at the same minute beside the same words are the same
// comment only where the file hasn't both.
func TestRewordedComments(t *testing.T) {
	c := commentsOf(t, "")
	one, two := Comment{Author: "Jo", Date: "2026-07-19 10:12", On: "x", Says: "one"}, Comment{Author: "Jo", Date: "2026-07-19 10:12", On: "x", Says: "two"}
	got, err := c.Take([]Comment{one, two}, july)
	if err != nil || got[0].What != CommentAdded || got[1].What != CommentAdded || got[0].ID == got[1].ID {
		t.Fatalf("%+v, %v", got, err)
	}
	two.Says = "two, really"
	again, err := c.Take([]Comment{one, two}, july)
	if err != nil || again[0] != (Taken{got[0].ID, CommentKnown}) || again[1] != (Taken{got[1].ID, CommentReworded}) {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestReadComments(t *testing.T) {
	r := &Project{folder: Options{FS: fstest.MapFS{}}.folder()}
	if c, err := r.ReadComments(); err != nil || len(c.All()) != 0 || len(c.Bytes()) != 0 {
		t.Errorf("without a file: %+v, %v", c, err)
	}
}
