package docx

import (
	"bytes"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"apr/internal/document"
)

// File is what a Word file says, in reading order.
type File struct {
	Blocks []Block
	// Authority and Year say which project the file went out from, "" where it doesn't.
	Authority, Year string
	// Title is the file's own, which programs keep that drop what else it says.
	Title string
	// Sent is what the file says went out, "" where a program has dropped it.
	Sent     []Sent
	Comments []Comment
	Changes  []Change
	Losses   []Loss
	// Margins are the lines at the top and the foot of the pages.
	Margins []Margin
}

// Margin is a line in a header or a footer, which Where says.
type Margin struct{ Where, Text string }

// Sent is a text as it went out.
type Sent struct {
	ID, Key, Entry, Title, SHA256, Markdown string
	Figures                                 []Figure
	Comments                                []string // ids of those that went out with it
}

// Figure is a reference of a text with the value that it showed.
type Figure struct{ Shows, Reference string }

// Kind is what a block is.
type Kind int

// The kinds of blocks.
const (
	Plain Kind = iota
	Heading
	Item      // of a list; Level counts from 1
	Continued // goes on with the item before it
	Quote     // somebody's words
	Said      // who said them
	Caption   // of a table
	PictureTitle
	Term
	Meaning
	Table
	Picture
	CaseStudy
	Spotlight
)

// Block is a paragraph, table or picture.
type Block struct {
	Kind    Kind
	Level   int
	Ordered bool
	Start   int
	Content document.Inlines
	Rows    [][]document.Inlines // of a table
	Aligns  []document.Align
	Picture *document.Picture
	// IDs are the ids in the tags of controls around the block, and Marks those in the
	// names of bookmarks.
	IDs, Marks []string
	// GuidanceByStyle is true of what has the style of the lines above a text and is in
	// no control, so that it may have been typed; Added are words on the line at the end.
	GuidanceByStyle bool
	Added           string
	// Locked is true of what is apr's own, KeyLine of the line that says which text
	// follows, which is KeyID, and End of the one after a text.
	Locked       bool
	KeyID        string
	End          bool
	Place        string
	Under        string // the heading before it
	BoxTitle     bool   // the title of a case study or a spotlight
	number       int    // of the paragraph in the file, for comments
	List         string // the list that an item is of
	endsText     bool   // its end was taken away, so that it goes on with the next
	allBold, big bool
}

// Change is a tracked change.
type Change struct {
	Author string `json:"author"`
	Date   string `json:"date"`
	What   string `json:"what"`
	Text   string `json:"text"`
	Taken  bool   `json:"taken"`
	Block  int    `json:"-"`
}

// Loss is something that the report's texts have nothing for. What is Hidden in Word is
// left out, with its Words. Then is what becomes of what isn't kept but for its words, and what to do
// about it; Words is then its alternative text.
type Loss struct {
	What   string `json:"what"`
	Place  string `json:"place"`
	Block  int    `json:"-"`
	Words  string `json:"words,omitempty"`
	Hidden bool   `json:"hidden,omitempty"`
	Then   string `json:"then,omitempty"`
}

// Options say how to read.
type Options struct {
	// Accept are the authors whose tracked changes are taken; nil takes all.
	Accept []string
}

// Read reads a Word file. An error is a *source.Problem that says what is wrong with
// the file.
func Read(name string, data []byte, opts Options) (*File, error) {
	a, err := openArchive(name, data)
	if err != nil {
		return nil, err
	}
	root, err := a.relations("")
	if err != nil {
		return nil, err
	}
	main, title := "", ""
	for _, r := range root {
		if r.kind == "core-properties" && !r.external {
			if core, err := a.tree(r.target); err == nil { // what else is in it doesn't matter
				if t := core.kid("dc:title"); t != nil {
					title = t.text
				}
			}
		}
		if r.kind == "officeDocument" && !r.external && (main == "" || r.target < main) {
			main = r.target
		}
	}
	tree, err := a.tree(main)
	if err != nil {
		return nil, err
	}
	body := tree.kid("w:body")
	if body == nil {
		return nil, a.problem(main, 0, "the file has no Word document in it", "open it in Word and save it as a Word document (.docx)")
	}
	r := &reader{archive: a, opts: opts, file: &File{Title: title}, marks: map[string]string{}, notes: map[string]*document.Note{}, noteMarks: map[string]*document.Note{}}
	if err := r.prepare(main); err != nil {
		return nil, err
	}
	r.blocks(body, context{})
	r.finish()
	if err := r.readMargins(); err != nil {
		return nil, err
	}
	return r.file, nil
}

// prepare reads the parts that the main one needs.
func (r *reader) prepare(main string) (err error) {
	if r.relations, err = r.archive.relations(main); err != nil {
		return err
	}
	named := func(kind string) string {
		name := path.Join(path.Dir(main), kind+".xml")
		for _, rel := range r.relations {
			if rel.kind == kind && !rel.external {
				name = rel.target
			}
		}
		return name
	}
	part := func(kind string) (*element, string, error) {
		name := named(kind)
		e, err := r.archive.tree(name)
		return e, name, err
	}
	if r.styles, err = r.archive.styles(named("styles")); err != nil {
		return err
	}
	numbering, _, err := part("numbering")
	if err != nil {
		return err
	}
	r.numbering = readNumbering(numbering)
	for _, kind := range []string{"footnotes", "endnotes"} {
		notes, name, err := part(kind)
		if err != nil {
			return err
		}
		if notes == nil {
			continue
		}
		relations, err := r.archive.relations(name)
		if err != nil {
			return err
		}
		r.readNotes(kind, notes, relations)
	}
	if err := r.readComments(part); err != nil {
		return err
	}
	return r.readSent()
}

// readMargins reads the headers and footers.
func (r *reader) readMargins() error {
	var parts []string
	kinds := map[string]string{}
	for _, rel := range r.relations {
		if (rel.kind == "header" || rel.kind == "footer") && !rel.external && kinds[rel.target] == "" {
			parts, kinds[rel.target] = append(parts, rel.target), rel.kind
		}
	}
	slices.Sort(parts)
	for _, name := range parts {
		tree, err := r.archive.tree(name)
		if err != nil {
			return err
		}
		for _, p := range tree.all("w:p", nil) {
			m := Margin{kinds[name], strings.Join(strings.Fields(p.words("w:t")), " ")}
			if p.find("w:drawing") != nil || p.find("w:pict") != nil {
				m.Text = strings.TrimSpace("a picture " + m.Text)
			}
			if m.Text != "" && !slices.Contains(r.file.Margins, m) {
				r.file.Margins = append(r.file.Margins, m)
			}
		}
	}
	return nil
}

// readSent reads what the file says went out.
func (r *reader) readSent() error {
	for i := 1; i < 20; i++ {
		name := "customXml/item" + strconv.Itoa(i) + ".xml"
		if f := r.archive.parts[name]; f == nil {
			continue
		}
		root, err := r.archive.tree(name)
		if err != nil {
			return err
		}
		if root == nil || root.name != "apr:texts" {
			continue
		}
		r.file.Authority, r.file.Year = root.attr("authority"), root.attr("year")
		for _, e := range root.kids {
			s := Sent{ID: e.attr("id"), Key: e.attr("key"), Entry: e.attr("entry"), Title: e.attr("title"), SHA256: e.attr("sha256")}
			for _, k := range e.kids {
				switch k.name {
				case "apr:markdown":
					s.Markdown = k.text
				case "apr:comment":
					s.Comments = append(s.Comments, k.attr("id"))
				case "apr:figure":
					s.Figures = append(s.Figures, Figure{k.attr("shows"), k.text})
				}
			}
			r.file.Sent = append(r.file.Sent, s)
		}
	}
	return nil
}

// style is what a paragraph or run style says, with what it is based on.
type style struct {
	name         string
	numID, level string
	outline      int
	bold, italic bool
	size         int
	base         string
	vanish       *element // nil where it says nothing of hiding
}

// styles are those of a part.
func (a *archive) styles(part string) (map[string]style, error) {
	data, err := a.read(part)
	if err != nil || data == nil {
		return nil, err
	}
	if last := lastStyles.Load(); last != nil && bytes.Equal(last.part, data) {
		a.elements += last.elements
		return last.styles, nil
	}
	before := a.elements
	root, err := a.parse(part, data)
	if err != nil {
		return nil, err
	}
	all := readStyles(root)
	lastStyles.Store(&stylesRead{data, a.elements - before, all})
	return all, nil
}

// stylesRead are the styles of a part of so many elements.
type stylesRead struct {
	part     []byte
	elements int
	styles   map[string]style // never changed
}

// lastStyles are those read last. They are the larger part of a short file, and all files
// that apr writes have the same.
var lastStyles atomic.Pointer[stylesRead]

func readStyles(root *element) map[string]style {
	all := map[string]style{}
	if root == nil {
		return all
	}
	for _, e := range root.kids {
		if e.name != "w:style" {
			continue
		}
		s := style{name: strings.ToLower(e.kid("w:name").attr("val")), base: e.kid("w:basedOn").attr("val"), outline: -1,
			bold: e.at("w:rPr", "w:b").on(), italic: e.at("w:rPr", "w:i").on(), vanish: e.at("w:rPr", "w:vanish")}
		num := e.at("w:pPr", "w:numPr")
		s.numID, s.level = num.kid("w:numId").attr("val"), num.kid("w:ilvl").attr("val")
		if o := e.at("w:pPr", "w:outlineLvl"); o != nil {
			s.outline = number(o.attr("val"), -1)
		}
		s.size = number(e.at("w:rPr", "w:sz").attr("val"), 0)
		all[e.attr("styleId")] = s
	}
	return all
}

// chain calls f with a style and those that it is based on, until f wants no more.
func (r *reader) chain(id string, f func(style) bool) {
	for range 12 {
		s, found := r.styles[id]
		if !found || f(s) {
			return
		}
		id = s.base
	}
}

func number(s string, otherwise int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return otherwise
}

// level is a level of a list: its kind and where it starts.
type level struct {
	format string
	start  int
}

func readNumbering(root *element) map[string][]level {
	kinds, all := map[string][]level{}, map[string][]level{}
	if root == nil {
		return all
	}
	for _, e := range root.kids {
		if e.name != "w:abstractNum" {
			continue
		}
		var levels []level
		for _, l := range e.kids {
			if l.name == "w:lvl" && len(levels) < 9 {
				levels = append(levels, level{l.kid("w:numFmt").attr("val"), number(l.kid("w:start").attr("val"), 1)})
			}
		}
		kinds[e.attr("abstractNumId")] = levels
	}
	for _, e := range root.kids {
		if e.name != "w:num" {
			continue
		}
		levels := append([]level{}, kinds[e.kid("w:abstractNumId").attr("val")]...)
		for _, o := range e.kids {
			if i := number(o.attr("ilvl"), -1); o.name == "w:lvlOverride" && i >= 0 && i < len(levels) {
				levels[i].start = number(o.kid("w:startOverride").attr("val"), levels[i].start)
			}
		}
		all[e.attr("numId")] = levels
	}
	return all
}
