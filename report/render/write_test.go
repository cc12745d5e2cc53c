package render

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"apr/internal/atomicwrite/atomicwritetest"
)

var manifestOfThree = manifestOf("report.md", "1", "figures/figure-1.svg", "1", "../precious", "1")

// manifestOf lists files, each with what was written to it.
func manifestOf(files ...string) string {
	m := manifest{Apr: "apr"}
	for i := 0; i < len(files); i += 2 {
		m.Outputs = append(m.Outputs, entry{File: files[i], Size: int64(len(files[i+1])), SHA256: hashOf([]byte(files[i+1]))})
	}
	data, err := json.Marshal(m)
	if err != nil {
		panic(err)
	}
	return string(data)
}

func TestWriteReplacesItsOwnFilesOnly(t *testing.T) {
	dir := t.TempDir()
	first := []File{{Name: "report.md", Data: []byte("1")}, {Name: "figures/figure-1.svg", Data: []byte("1")}, {Name: manifestName, Data: []byte(manifestOfThree)}}
	if _, err := Write(dir, first); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(dir, []File{{Name: "report.md", Data: []byte("2")}, {Name: manifestName, Data: []byte("{}")}}); err != nil {
		t.Fatal(err)
	}
	want := []string{"manifest.json={}", "notes.txt=mine", "report.md=2"}
	if got := atomicwritetest.Tree(t, dir); !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestWritePutsBackWhatWasThereWhenAMoveFails(t *testing.T) {
	dir := t.TempDir()
	if _, err := Write(dir, []File{{Name: "report.md", Data: []byte("old")}}); err != nil {
		t.Fatal(err)
	}
	// A folder where the temporary folder's file must go makes the second move
	// fail: a file name below a file.
	_, err := Write(dir, []File{{Name: "report.md", Data: []byte("new")}, {Name: "report.md/below", Data: []byte("x")}})
	if err == nil {
		t.Fatal("no error")
	}
	if got, want := atomicwritetest.Tree(t, dir), []string{"report.md=old"}; !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

// What people changed since it was written is kept, beside the new file where there is one.
func TestWriteKeepsWhatPeopleChanged(t *testing.T) {
	built := func(formats ...string) []File {
		var files []File
		var listed []string
		for _, name := range formats {
			listed = append(listed, name, "built anew")
			files = append(files, File{Name: name, Data: []byte("built anew")})
		}
		return append(files, File{Name: manifestName, Data: []byte(manifestOf(listed...))})
	}
	was := map[string]string{"report.docx": "b", "report.md": "a\nb\n", manifestName: manifestOf("report.docx", "b", "report.md", "a\nb\n")}
	for _, c := range []struct {
		name    string
		there   map[string]string // besides what was built before
		formats []string
		want    []string
		told    string
	}{
		{"nothing changed", nil, []string{"report.docx"}, []string{"report.docx=built anew"}, ""},
		{"changed, and made again", map[string]string{"report.docx": "edited"}, []string{"report.docx"}, []string{"report-edited.docx=edited", "report.docx=built anew"},
			"report.docx was changed since apr wrote it: what it was is kept as report-edited.docx"},
		{"changed a second time", map[string]string{"report.docx": "edited", "report-edited.docx": "first", "report-edited-2.docx": "second"}, []string{"report.docx"},
			[]string{"report-edited-2.docx=second", "report-edited-3.docx=edited", "report-edited.docx=first", "report.docx=built anew"}, "kept as report-edited-3.docx"},
		{"changed, and not made any more", map[string]string{"report.docx": "edited"}, []string{"report.md"}, []string{"report.docx=edited", "report.md=built anew"},
			"report.docx was changed since apr wrote it, and is left as it is: this build doesn't make it"},
		{"the same as it becomes", map[string]string{"report.docx": "built anew"}, []string{"report.docx"}, []string{"report.docx=built anew"}, ""},
		{"other ends of lines", map[string]string{"report.md": "a\r\nb\r\n"}, []string{"report.md"}, []string{"report.md=built anew"}, ""},
		{"a file that no build wrote", map[string]string{manifestName: manifestOf("report.md", "a\nb\n")}, []string{"report.docx"}, []string{"report-edited.docx=b", "report.docx=built anew"},
			"report.docx isn't of apr's last build here: it is kept as report-edited.docx"},
		{"a manifest of another program", map[string]string{manifestName: `{"name": "App", "icons": []}`, "report.md": "gone"}, []string{"report.docx"},
			[]string{"manifest-edited.json={\"name\": \"App\", \"icons\": []}", "report-edited.docx=b", "report.docx=built anew", "report.md=gone"}, "manifest.json isn't"},
	} {
		dir := t.TempDir()
		for _, files := range []map[string]string{was, c.there} {
			for name, text := range files {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		}
		warnings, err := Write(dir, built(c.formats...))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		got := slices.DeleteFunc(atomicwritetest.Tree(t, dir), func(s string) bool { return strings.HasPrefix(s, manifestName) })
		told := strings.ReplaceAll(strings.Join(warnings, "\n"), dir+string(filepath.Separator), "")
		if !slices.Equal(got, c.want) || !strings.Contains(told, c.told) || (told == "") != (c.told == "") {
			t.Errorf("%s: got %q, told %q; want %q, %q", c.name, got, told, c.want, c.told)
		}
	}
}

// A folder where a file must go is somebody's, and left with what is in it.
func TestWriteLeavesFolders(t *testing.T) {
	for _, files := range [][]File{
		{{Name: "report.html", Data: []byte("2")}, {Name: manifestName, Data: []byte(manifestOf("report.html", "2"))}},
		{{Name: "report.md", Data: []byte("2")}, {Name: manifestName, Data: []byte(manifestOf("report.md", "2"))}},
	} {
		dir := t.TempDir()
		old := manifestOf("report.html", "1", "report.md", "1")
		if err := os.Mkdir(filepath.Join(dir, "report.html"), 0o777); err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{"report.html/mine.txt": "mine", manifestName: old, "report.md": "1"} {
			if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		_, err := Write(dir, files)
		got, made := atomicwritetest.Tree(t, dir), "1"
		if files[0].Name == "report.html" {
			if err == nil || !strings.Contains(err.Error(), "report.html is a folder; move it or give it another name, and try again") {
				t.Errorf("%v", err)
			}
		} else if old, made = string(files[1].Data), "2"; err != nil {
			t.Error(err)
		}
		if want := []string{"manifest.json=" + old, "report.html/mine.txt=mine", "report.md=" + made}; !slices.Equal(got, want) {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}
