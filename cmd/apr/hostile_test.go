//go:build unix

package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"apr/internal/rounds"
	"apr/internal/table/packed/packedtest"
)

// Whatever an input is, apr must end within hostileTime of a processor's time
// with less than hostileMemory bytes of memory. hostileWait is when a command
// that waits for something is given up.
const (
	hostileMemory = 512 << 20
	hostileTime   = 10 * time.Second
	hostileWait   = 5 * time.Minute
)

// A hostile project is one that nobody would write by mistake, or that somebody
// else sent. Apr must refuse it with exit code 3 and a message that names the
// file.
type hostileProject struct {
	name  string
	make  func(t *testing.T, dir string)
	wants []string // in what is printed on stderr
}

func TestHostileProjects(t *testing.T) {
	hostile(t, hostileWorkbooks, hostileLedgers, hostilePacked, hostileYAML, hostilePaths, hostileNarratives)
}

// TestHostileBombs is TestHostileProjects for what is large, or unpacks to much.
func TestHostileBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: bombs, workbooks and ledgers of 30 MB and more, and texts of hundreds of thousands of words")
	}
	hostile(t, workbookBombs, ledgerBombs, packedBombs, yamlBombs, narrativeBombs)
}

func hostile(t *testing.T, groups ...func() []hostileProject) {
	for _, group := range groups {
		for i, h := range group() {
			t.Run(h.name, func(t *testing.T) {
				if testing.Short() && !raceEnabled && i%sampled > 0 {
					t.Skipf("left out by -short: one project in %d is refused", sampled)
				}
				t.Parallel()
				dir := filepath.Join(t.TempDir(), "project")
				put(t, dir, "apr.yaml", "authority: {name: Falkirk}\nyear: 2025/26\nworkbook: data/core.xlsx\n")
				h.make(t, dir)
				refused(t, []string{"check", dir}, h.wants...)
			})
		}
	}
}

// What Markdown's parsers are slow at is text all the same: the report is read,
// and lacks what it lacks.
func TestHostileTextsAreRead(t *testing.T) {
	for _, pattern := range rounds.Few(t, []string{"[", "![", "*a _", "`a ``b ", "<", "&", "a\\", "|", "\n  - "}) {
		t.Run(pattern, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			paragraphs := 100 / len(pattern)
			if testing.Short() {
				t.Log("-short: a tenth of the text")
				paragraphs = paragraphs/10 + 1
			}
			text(strings.Repeat(strings.Repeat(pattern, 1000)+"\n\n  ", paragraphs))(t, dir)
			ends(t, exitFindings, []string{"check", dir})
		})
	}
}

// refused runs apr, which must refuse its inputs.
func refused(t *testing.T, args []string, wants ...string) {
	t.Helper()
	ends(t, exitInput, args, wants...)
}

// ends runs apr, which must end with an exit code, in time and in bounds, and
// print what is wanted on stderr and no stack.
func ends(t *testing.T, code int, args []string, wants ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), hostileWait)
	defer cancel()
	cmd := exec.CommandContext(ctx, "apr", args...)
	peakFile := filepath.Join(t.TempDir(), "peak")
	cmd.Env = append(os.Environ(), peakVariable+"="+peakFile)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	err := cmd.Run()
	if ctx.Err() != nil {
		t.Fatalf("not done after %v", hostileWait)
	}
	printed := stderr.String()
	if exit, ok := errors.AsType[*exec.ExitError](err); !ok || exit.ExitCode() != code {
		t.Errorf("%v; want exit code %d", err, code)
	}
	for _, w := range wants {
		if !strings.Contains(printed, w) {
			t.Errorf("stderr lacks %q", w)
		}
	}
	if strings.Contains(printed, "goroutine ") || len(printed) > 64<<10 {
		t.Error("apr panicked, or printed too much")
	}
	peak := peakOf(t, peakFile)
	took := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	t.Logf("%v, %d MB:\n%.600s", took.Round(time.Millisecond), peak>>20, printed)
	if raceEnabled { // which takes several times the memory and time
		return
	}
	if peak > hostileMemory {
		t.Errorf("%d MB of memory; want less than %d", peak>>20, hostileMemory>>20)
	}
	if took > hostileTime {
		t.Errorf("%v of a processor's time; want less than %v", took, hostileTime)
	}
}

// put writes a file of a project.
func put(t *testing.T, dir, name, content string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// file is a project with one more file.
func file(name, content string) func(*testing.T, string) {
	return func(t *testing.T, dir string) { put(t, dir, name, content) }
}

// long is a file that begins and ends with a text and has size bytes of a
// pattern in between.
func long(name, begin, pattern string, size int64, end string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		put(t, dir, name, "")
		f, err := os.Create(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		w := bufio.NewWriter(f)
		_, _ = w.WriteString(begin) // the writer keeps its error
		// Copied in pieces of many: byte by byte it would take longer than apr takes to read it.
		pieces := strings.Repeat(pattern, 1+(64<<10)/len(pattern))
		_, _ = io.CopyN(w, &repeated{pattern: pieces}, size)
		_, _ = w.WriteString(end)
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	}
}

// sparse is a file of zero bytes that takes no room on most disks.
func sparse(name string, size int64) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		put(t, dir, name, "")
		if err := os.Truncate(filepath.Join(dir, filepath.FromSlash(name)), size); err != nil {
			t.Fatal(err)
		}
	}
}

// repeated is a pattern over and over.
type repeated struct {
	pattern string
	at      int
}

func (r *repeated) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		m := copy(p[n:], r.pattern[r.at:])
		r.at = (r.at + m) % len(r.pattern)
		n += m
	}
	return n, nil
}

// ledger is a project with a ledger, which some function writes.
func ledger(name string, write func(*testing.T, string)) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		put(t, dir, "apr.yaml", fmt.Sprintf(`authority: {name: Falkirk}
year: 2025/26
finance:
  ledgers:
    - file: %s
      partner: Falkirk Council
      columns: {cost_centre: Cost Centre, amount: Actual}
  rules:
    - when: {cost_centre: "*"}
      matter: 4(2)(a)
`, name))
		write(t, dir)
	}
}

// The parts of a workbook next to its sheet.
var workbookParts = map[string]string{
	"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
	"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
	"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}

const (
	sheetBegin = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>`
	sheetEnd   = `</t></is></c></row></sheetData></worksheet>`
)

// packedSheet is a workbook whose one sheet is some bytes of a pattern between two
// texts. lie is what its directory says that the sheet unpacks to, if not 0.
func packedSheet(name, begin, pattern string, size int64, end string, lie uint64) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, part := range []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"} {
			w, err := z.Create(part)
			if err != nil {
				t.Fatal(err)
			}
			_, _ = io.WriteString(w, workbookParts[part]) // Close returns the error
		}
		sheet := packedtest.Repeat(t, begin, pattern, size, end)
		if lie > 0 {
			sheet.Size = lie
		}
		sheet.Add(t, z, "xl/worksheets/sheet1.xml")
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		put(t, dir, name, b.String())
	}
}

// bigPicture is a PNG of few bytes and many pixels.
func bigPicture(t *testing.T, width, height int) string {
	t.Helper()
	grey := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.White, color.Black}) // a bit each
	fast := png.Encoder{CompressionLevel: png.BestSpeed}
	var b bytes.Buffer
	if err := fast.Encode(&b, grey); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
