// Package docx reads what people made of a Word file: the paragraphs, lists, tables,
// footnotes, pictures, comments and tracked changes of word processors of all kinds. A
// file comes from a stranger: whatever is in it, reading ends, takes bounded memory,
// and follows no link that leads out of the file.
package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"apr/internal/source"
)

// Limits of a file. A report with all its texts and pictures has a hundredth of them.
const (
	maxFile     = 64 << 20  // bytes as they lie on disk
	maxPart     = 48 << 20  // bytes of a part, unpacked
	maxUnpacked = 160 << 20 // of all parts that are read
	maxParts    = 5000
)

// archive is the parts of a file. Each is unpacked when it is asked for.
type archive struct {
	name     string // of the file
	parts    map[string]*zip.File
	unpacked int64
	elements int
}

// openArchive opens a file that should be one of Word's.
func openArchive(name string, data []byte) (*archive, error) {
	a := &archive{name: name, parts: map[string]*zip.File{}}
	switch {
	case len(data) > maxFile:
		return nil, a.problem("", 0, fmt.Sprintf("the file has %d MB; apr reads Word files up to %d MB", len(data)>>20, maxFile>>20), "take large pictures out of it")
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, a.problem("", 0, "the file is of a Word before 2007, or has a password", "open it in Word, take the password away, and save it as a Word document (.docx)")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, a.problem("", 0, "the file isn't a Word document, or is damaged", "open it in Word and save it as a Word document (.docx)")
	}
	if len(z.File) > maxParts {
		return nil, a.problem("", 0, fmt.Sprintf("the file has %d parts; a Word document has some dozens", len(z.File)), "save it again in Word")
	}
	for _, f := range z.File {
		part := strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(f.Name, `\`, "/")), "/")
		if a.parts[part] == nil { // the first counts, as in Word
			a.parts[part] = f
		}
	}
	if a.parts["mimetype"] != nil && a.parts["content.xml"] != nil {
		return nil, a.problem("", 0, "the file is an OpenDocument text", "save it as a Word document (.docx)")
	}
	return a, nil
}

// read unpacks a part; one that isn't there is nil.
func (a *archive) read(part string) ([]byte, error) {
	f := a.parts[part]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, a.damaged(part, err)
	}
	defer r.Close()
	room := min(maxPart, maxUnpacked-a.unpacked)
	data, err := io.ReadAll(io.LimitReader(r, room+1))
	a.unpacked += int64(len(data))
	switch {
	case int64(len(data)) > room:
		return nil, a.problem(part, 0, fmt.Sprintf("the part unpacks to more than %d MB", room>>20), "this isn't what a word processor writes; ask where the file comes from")
	case err != nil:
		return nil, a.damaged(part, err)
	}
	return data, nil
}

func (a *archive) damaged(part string, err error) error {
	return a.problem(part, 0, "the file is damaged: "+err.Error(), "open it in Word, which may mend it, and save it again")
}

// problem says what is wrong with a part, and in which line of it.
func (a *archive) problem(part string, line int, message, hint string) error {
	if part != "" {
		where := part
		if line > 0 {
			where = fmt.Sprintf("%s, line %d", part, line)
		}
		message = fmt.Sprintf("%s (%s)", message, where)
	}
	return &source.Problem{Code: "word-file", Position: source.Position{File: a.name}, Message: message, Hint: hint}
}

// relation leads from a part to another, or out of the file.
type relation struct {
	kind, target string
	external     bool
}

// relations are those of a part by their ids.
func (a *archive) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	root, err := a.tree(dir + "_rels/" + base + ".rels")
	if err != nil || root == nil {
		return nil, err
	}
	all := map[string]relation{}
	for _, e := range root.kids {
		if e.name != "rel:Relationship" {
			continue
		}
		r := relation{kind: path.Base(e.attr("Type")), target: e.attr("Target"), external: e.attr("TargetMode") == "External"}
		if !r.external {
			if !strings.HasPrefix(r.target, "/") {
				r.target = path.Join("/", dir, r.target)
			}
			r.target = strings.TrimPrefix(path.Clean(r.target), "/")
		}
		all[e.attr("Id")] = r
	}
	return all, nil
}
