package table

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"apr/internal/table/celltext"
	"apr/internal/table/packed"
)

// usualRatio is how many times as large as the packed file a table's text is.
const usualRatio = 10

// openGzip opens the CSV file that a gzip file holds.
func openGzip(raw *bufio.Reader, spec Spec) (*Table, error) {
	text, err := packed.Gzip(raw)
	if err != nil {
		return nil, spec.unreadable(err)
	}
	spec.size *= usualRatio
	return openUnpacked(text, spec, "the gzip file")
}

// openPackage opens a workbook, or the CSV file that a zip file holds.
func openPackage(file fs.File, raw *bufio.Reader, spec Spec) (*Table, error) {
	at, size, err := randomAccess(file, raw)
	if err != nil {
		return nil, spec.unreadable(err)
	}
	z, err := packed.Zip(at, size)
	if err != nil {
		return nil, spec.unreadable(fmt.Errorf("it isn't a sound XLSX workbook or zip file: %w", err))
	}
	if isWorkbook(z) {
		if spec.Member != "" {
			return nil, spec.noMembers("a workbook")
		}
		return openWorkbook(at, size, z, spec)
	}
	member, err := spec.choose(z)
	if err != nil {
		return nil, err
	}
	text, err := packed.Member(member)
	if err != nil {
		return nil, spec.problem(CodeUnreadableFile, fmt.Sprintf("the member %q can't be read: %v", shown(member), err), "pack it again without a password, or unpack it")
	}
	var read io.Reader = text
	if spec.Progress != nil {
		read = &progressReader{Reader: text, file: spec.File, size: int64(member.UncompressedSize64), report: spec.Progress}
	}
	spec.size = int64(member.UncompressedSize64)
	t, err := openUnpacked(read, spec, fmt.Sprintf("the member %q", shown(member)))
	if err != nil {
		text.Close() // read only: nothing can be lost
		return nil, err
	}
	closeTable := t.Close
	t.Close = func() error { return errors.Join(closeTable(), text.Close()) }
	return t, nil
}

// randomAccess is a file for reading at any place. Files of a disk can; others
// are read whole.
func randomAccess(file fs.File, raw io.Reader) (io.ReaderAt, int64, error) {
	if at, ok := file.(io.ReaderAt); ok {
		if info, err := file.Stat(); err == nil {
			return at, info.Size(), nil
		}
	}
	content, err := io.ReadAll(io.LimitReader(raw, maxPackage+1))
	if err == nil && len(content) > maxPackage {
		err = fmt.Errorf("it has more than %d MB", maxPackage>>20)
	}
	return bytes.NewReader(content), int64(len(content)), err
}

// isWorkbook reports whether a zip file is an XLSX workbook.
func isWorkbook(z *zip.Reader) bool {
	return slices.ContainsFunc(z.File, func(f *zip.File) bool {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		return name == "[content_types].xml" || strings.HasPrefix(name, "xl/")
	})
}

// isBinary reports whether a package is a workbook in the binary form, .xlsb.
func isBinary(z *zip.Reader) bool {
	return slices.ContainsFunc(z.File, func(f *zip.File) bool {
		return strings.EqualFold(path.Base(strings.ReplaceAll(f.Name, `\`, "/")), "workbook.bin")
	})
}

// inUTF16 is the name of the first part of a workbook whose XML is in UTF-16, which neither
// reader takes; "" for none.
func inUTF16(z *zip.Reader) string {
	for _, f := range z.File {
		if ext := strings.ToLower(path.Ext(f.Name)); ext != ".xml" && ext != ".rels" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			continue // which its reader says
		}
		begins := make([]byte, 2)
		_, err = io.ReadFull(r, begins)
		r.Close() // read only: nothing can be lost
		if err == nil && isUTF16(begins) {
			return f.Name
		}
	}
	return ""
}

// isUTF16 reports whether two bytes begin XML in UTF-16, with its mark or without.
func isUTF16(begins []byte) bool {
	return slices.Contains([]string{"\xff\xfe", "\xfe\xff", "<\x00", "\x00<"}, string(begins))
}

// members are the texts of a zip file by their names, and its other files.
func members(z *zip.Reader) (texts, others []*zip.File) {
	for _, f := range z.File {
		base := path.Base(strings.ReplaceAll(f.Name, `\`, "/"))
		switch ext := strings.ToLower(path.Ext(base)); {
		case strings.HasSuffix(f.Name, "/"), strings.HasPrefix(base, "."), strings.HasPrefix(f.Name, "__MACOSX/"):
		case ext == ".csv" || ext == ".txt" || ext == ".tsv":
			texts = append(texts, f)
		default:
			others = append(others, f)
		}
	}
	return texts, others
}

// choose is the member that is meant: the one named, or the only text.
func (s *Spec) choose(z *zip.Reader) (*zip.File, error) {
	texts, others := members(z)
	all := append(slices.Clone(texts), others...)
	if s.Member != "" {
		return s.named(all)
	}
	switch len(texts) {
	case 1:
		return texts[0], nil
	case 0:
		return nil, s.problem(CodeMissingMember, fmt.Sprintf("the zip file holds no CSV or TXT file; it holds %s", listed(all)),
			"put the "+s.What+" into it as CSV, or unpack it and name the file")
	}
	return nil, s.problem(CodeMissingMember, fmt.Sprintf("the zip file holds %d CSV or TXT files: %s", len(texts), listed(texts)),
		s.sayWhich(texts))
}

// sayWhich is the hint for a zip file of several texts.
func (s *Spec) sayWhich(texts []*zip.File) string {
	if !s.Members {
		return "pack one file alone"
	}
	return fmt.Sprintf("say which is meant, as in member: %s, or give each a ledger of its own", shown(texts[0]))
}

// named is the member of a name, with or without its folders.
func (s *Spec) named(all []*zip.File) (*zip.File, error) {
	for _, name := range []func(*zip.File) string{shown, func(f *zip.File) string { return path.Base(shown(f)) }} {
		var found []*zip.File
		for _, f := range all {
			if strings.EqualFold(name(f), celltext.Trim(s.Member)) {
				found = append(found, f)
			}
		}
		if len(found) == 1 {
			return found[0], nil
		}
		if len(found) > 1 {
			return nil, s.problem(CodeMissingMember, fmt.Sprintf("the zip file holds %d members %q: %s", len(found), s.Member, listed(found)),
				"pack it again, so that it is clear which is meant")
		}
	}
	return nil, s.problem(CodeMissingMember, fmt.Sprintf("the zip file has no member %q; it holds %s", s.Member, listed(all)), "")
}

// noMembers says that a member is named of what isn't a zip file.
func (s *Spec) noMembers(what string) error {
	return s.problem(CodeMissingMember, fmt.Sprintf("the member %q is named, but the %s is %s, not a zip file", s.Member, s.What, what),
		"leave member out")
}

// shown is a member's name for messages.
func shown(f *zip.File) string {
	return strings.ToValidUTF8(strings.ReplaceAll(f.Name, `\`, "/"), "?")
}

// listed are the first names of members.
func listed(files []*zip.File) string {
	if len(files) == 0 {
		return "nothing"
	}
	const most = 10
	var names []string
	for _, f := range files[:min(len(files), most)] {
		names = append(names, fmt.Sprintf("%.100q", shown(f)))
	}
	if more := len(files) - most; more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(names, ", ")
}

// openUnpacked opens the text that a packed file holds.
func openUnpacked(text io.Reader, spec Spec, holder string) (*Table, error) {
	raw := bufio.NewReaderSize(text, sniffed)
	start, err := raw.Peek(8)
	if err != nil && err != io.EOF {
		return nil, spec.unreadable(err)
	}
	what := ""
	switch {
	case len(start) == 0:
		return nil, spec.problem(CodeEmptyFile, "the "+spec.What+" is empty", holder+" holds nothing")
	case packed.IsGzip(start):
		what = "another gzip file"
	case packed.IsZip(start):
		what = "a zip file or workbook"
	case bytes.HasPrefix(start, oldWorkbook):
		what = "an old .xls workbook"
	default:
		return openText(raw, spec)
	}
	return nil, spec.problem(CodeUnreadableFile, fmt.Sprintf("%s holds %s, not CSV", holder, what), "unpack it and name what it holds")
}
