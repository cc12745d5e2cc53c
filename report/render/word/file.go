package word

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"time"

	"apr/internal/document"
	"apr/internal/shaping"
)

// file is a Word file on its way: what its parts share. Any writer of a .docx
// begins with one, writes blocks with a writer, and ends with save.
type file struct {
	meta  document.Meta
	fonts shaping.Fonts
	look  look
	parts []part
	// body and notes are the relations of the main part and of the footnotes.
	body, notes relations
	lists       []list // numbered lists, each beginning again
	media       int
	drawsSigns  bool                  // and doesn't leave them as they were written
	signs       map[pictureKey]string // the pictures of signs
	styles      map[string]textStyle
	controls    int // content controls
	drawings    int
	bookmarks   map[string]string // names by the document's id
	taken       map[string]bool
	marked      int // how many bookmarks are set
	data        data
	footnotes   []*document.Note
	footnoteID  map[*document.Note]int
	comments    []sentComment // of a form
}

// part is a file within the file.
type part struct {
	name, contentType string
	data              []byte
}

// list is a numbered list: the level it is on and where it starts.
type list struct{ level, start int }

// relations lead from a part to others and to addresses.
type relations struct {
	markup
	count int
	links map[string]string // ids by address
	media map[string]string // ids by picture that is there more than once
}

const (
	officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	wordType        = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

func newFile(meta document.Meta) *file {
	return &file{
		meta: meta, look: lookOf(meta.Brand),
		bookmarks: map[string]string{}, taken: map[string]bool{}, footnoteID: map[*document.Note]int{},
	}
}

// add relates to a part and gives the relation's id.
func (r *relations) add(kind, target string) string {
	return r.relate(officeRelations+kind, target, "")
}

// link relates to an address.
func (r *relations) link(address string) string {
	id, known := r.links[address]
	if !known {
		id = r.relate(officeRelations+"hyperlink", address, ` TargetMode="External"`)
		if r.links == nil {
			r.links = map[string]string{}
		}
		r.links[address] = id
	}
	return id
}

// image relates to a picture that may be in a part many times.
func (r *relations) image(name string) string {
	id, known := r.media[name]
	if !known {
		id = r.add("image", name)
		if r.media == nil {
			r.media = map[string]string{}
		}
		r.media[name] = id
	}
	return id
}

func (r *relations) relate(kind, target, mode string) string {
	r.count++
	id := fmt.Sprint("rId", r.count)
	r.raw(`<Relationship Id="`, id, `" Type="`, kind, `" Target="`)
	r.text(target)
	r.raw(`"`, mode, "/>")
	return id
}

// part is the relations as a part of the file.
func (r *relations) part(name string) part {
	data := declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + string(r.buf) + "</Relationships>\n"
	return part{name: name, data: []byte(data)}
}

// picture adds a picture to the file and gives its name from the main part.
func (f *file) picture(data []byte, extension string) string {
	f.media++
	name := fmt.Sprintf("media/picture%d%s", f.media, extension)
	f.parts = append(f.parts, part{name: "word/" + name, data: data})
	return name
}

// bookmark is the name of the bookmark at an id.
func (f *file) bookmark(id string) string {
	name, known := f.bookmarks[id]
	if !known {
		name = bookmarkName(id, f.taken)
		f.bookmarks[id] = name
	}
	return name
}

// save is the whole as bytes: the same each time for the same parts.
func (f *file) save() ([]byte, error) {
	types := markup{}
	types.raw(declaration, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
		`<Default Extension="xml" ContentType="application/xml"/>`,
		`<Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/>`,
		`<Default Extension="svg" ContentType="image/svg+xml"/>`)
	for _, p := range f.parts {
		if p.contentType != "" {
			types.raw(`<Override PartName="/`, p.name, `" ContentType="`, p.contentType, `"/>`)
		}
	}
	types.raw("</Types>\n")
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	// At this level twice as fast as the library wants to be, for a file a little
	// larger. One after the other, the parts share the memory that it takes.
	packer, err := flate.NewWriter(nil, 3)
	if err != nil {
		return nil, err
	}
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		packer.Reset(w)
		return packer, nil
	})
	for _, p := range append([]part{{name: "[Content_Types].xml", data: types.buf}}, f.parts...) {
		h := &zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		if isPacked(p.name) {
			h.Method = zip.Store
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(p.data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// isPacked reports whether a part is compressed already.
func isPacked(name string) bool {
	ext := name[max(len(name)-4, 0):]
	return ext == ".png" || ext == ".jpg"
}
