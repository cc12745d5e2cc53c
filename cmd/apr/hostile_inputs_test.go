//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

const sheetName = "data/core.xlsx"

func hostileWorkbooks() []hostileProject {
	return []hostileProject{
		{"external entity", packedSheet(sheetName, `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>`+sheetBegin, "&e;", 3, sheetEnd, 0), []string{sheetName, "no table of indicators", `"&e;"`}},
		{"entity bomb", packedSheet(sheetName, entityBomb+sheetBegin, "&i;", 3, sheetEnd, 0), []string{sheetName, "no table of indicators", `"&i;"`}},
		{"truncated", func(t *testing.T, dir string) {
			packedSheet(sheetName, sheetBegin, "a", 1000, sheetEnd, 0)(t, dir)
			whole, err := os.ReadFile(filepath.Join(dir, sheetName))
			if err != nil {
				t.Fatal(err)
			}
			put(t, dir, sheetName, string(whole[:len(whole)/2]))
		}, []string{sheetName, "damaged"}},
		{"empty", file(sheetName, ""), []string{sheetName, "the file is empty"}},
		{"password", file(sheetName, compound+"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), []string{sheetName, "protected with a password"}},
		{"old xls", file(sheetName, compound+"W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"), []string{sheetName, "old .xls format"}},
		{"HTML", file(sheetName, "<html><table><tr><td>Year</td></tr></table></html>"), []string{sheetName, "isn't an Excel workbook"}},
		{"2 GB of zeros", sparse(sheetName, 2<<30), []string{sheetName, "64 MB"}},
	}
}

const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "\x00\x00\x00\x00\x00\x00\x00\x00"

// entityBomb would unpack to a billion copies of its first entity.
var entityBomb = func() string {
	s := `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">`
	for c := 'b'; c <= 'i'; c++ {
		s += "<!ENTITY " + string(c) + ` "` + strings.Repeat("&"+string(c-1)+";", 10) + `">`
	}
	return s + "]>"
}()

// sheetLedger begins a ledger in a workbook.
const sheetLedger = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` +
	`<row><c t="inlineStr"><is><t>Cost Centre</t></is></c><c t="inlineStr"><is><t>Actual</t></is></c></row>`

const (
	ledgerCSV  = "data/ledger.csv"
	ledgerXLSX = "data/ledger.xlsx"
	heads      = "Cost Centre,Actual\n"
)

func hostileLedgers() []hostileProject {
	return []hostileProject{
		{"ledger: 2 GB of zeros", ledger(ledgerCSV, sparse(ledgerCSV, 2<<30)), []string{ledgerCSV, "binary"}},
		{"ledger: entity bomb", ledger(ledgerXLSX, packedSheet(ledgerXLSX, entityBomb+sheetBegin, "&i;", 3, sheetEnd, 0)), []string{ledgerXLSX, "the header has no column", "it has: &i;"}},
		{"ledger: old xls", ledger(ledgerXLSX, file(ledgerXLSX, compound)), []string{ledgerXLSX, "old .xls"}},
		{"ledger: password", ledger(ledgerXLSX, file(ledgerXLSX, compound+"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")), []string{ledgerXLSX, "protected by a password"}},
		{"ledger: HTML", ledger(ledgerXLSX, file(ledgerXLSX, "<html><body>")), []string{ledgerXLSX, "web page"}},
		{"ledger: empty", ledger(ledgerXLSX, file(ledgerXLSX, "")), []string{ledgerXLSX, "is empty"}},
		{"ledger: truncated", ledger(ledgerXLSX, file(ledgerXLSX, "PK\x03\x04\x14\x00")), []string{ledgerXLSX, "damaged, or was cut off"}},
	}
}

func hostileYAML() []hostileProject {
	return []hostileProject{
		{"alias bomb", file("apr.yaml", aliasBomb), []string{"apr.yaml", "apr.yaml:3:1", `unknown key "a"`, "apr.yaml:10:4: an item of localities"}},
		{"alias bomb in the narrative", file("narrative/regulation-5.yaml", aliasBomb), []string{"narrative/regulation-5.yaml", `unknown key "authority"`}},
		{"deep brackets", file("apr.yaml", "localities: "+strings.Repeat("[", 10_000)), []string{"apr.yaml:1:10012", `"[" is opened here and not closed`}},
		{"deep brackets, closed", file("apr.yaml", "localities: "+strings.Repeat("[", 9_000)+strings.Repeat("]", 9_000)), []string{"apr.yaml", "apr.yaml:1:14: an item of localities: expected a mapping"}},
		{"deep braces", file("apr.yaml", "localities: "+strings.Repeat("{a: ", 10_000)), []string{"apr.yaml:1:40009", `"{" is opened here and not closed`}},
		{"deep lists", file("apr.yaml", "localities:\n  "+strings.Repeat("- ", 10_000)+"a\n"), []string{"apr.yaml", "apr.yaml:2:3: there are too many lists and mappings within each other"}},
		{"NUL", file("apr.yaml", "authority: {name: Fal\x00kirk}\n"), []string{"apr.yaml:1:22", "U+0000"}},
		{"2 GB of zeros as YAML", sparse("apr.yaml", 2<<30), []string{"apr.yaml", "MB"}},
		{"many names", file("apr.yaml", "year: 2025/26\n"+manyNames()), []string{"apr.yaml:2:1", "these are 100 problems"}},
	}
}

// manyNames are unknown keys, each for itself.
func manyNames() string {
	var b strings.Builder
	for n := range 100_000 {
		fmt.Fprintf(&b, "k%d:\n", n)
	}
	return b.String()
}

var aliasBomb = func() string {
	s := "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c <= 'i'; c++ {
		s += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+string(c-1)+", ", 10) + "]\n"
	}
	return "authority: {name: Falkirk}\nyear: 2025/26\n" + s + "localities: *i\n"
}()

func hostilePaths() []hostileProject {
	return []hostileProject{
		{"absolute path", ledger("/etc/passwd", func(*testing.T, string) {}), []string{"apr.yaml:5:13", "absolute path"}},
		{"path of a drive", ledger(`"C:/data/ledger.csv"`, func(*testing.T, string) {}), []string{"apr.yaml:5:13", "absolute path"}},
		{"path upwards", ledger("data/../../secret.csv", func(*testing.T, string) {}), []string{"apr.yaml:5:13", "outside the project folder"}},
		{"backslashes", ledger(`'..\secret.csv'`, func(*testing.T, string) {}), []string{"apr.yaml:5:13", "is outside the project folder"}},
		{"narrative elsewhere", file("apr.yaml", "authority: {name: Falkirk}\nyear: 2025/26\nnarrative: ../narrative\n"), []string{"apr.yaml:3:12", "outside the project folder"}},
		{"link to a ledger outside", ledger(ledgerCSV, linked(ledgerCSV, "../../secret.csv")), []string{ledgerCSV, "a link that leads out"}},
		{"link to a workbook outside", linked(sheetName, "../../secret.csv"), []string{sheetName, "a link that leads out"}},
		{"link to a folder outside", linked("data", ".."), []string{"data is a link that leads out"}},
		{"link to a project file outside", linked("apr.yaml", "../secret.csv"), []string{"apr.yaml is a link that leads out"}},
		{"link to a narrative outside", linked("narrative/regulation-5.yaml", "../../secret.csv"), []string{"narrative/regulation-5.yaml is a link that leads out"}},
		{"link to the root", ledger(ledgerCSV, linked(ledgerCSV, "/etc/passwd")), []string{ledgerCSV, "a link that leads out"}},
		{"link to itself", ledger(ledgerCSV, linked(ledgerCSV, "ledger.csv")), []string{ledgerCSV, "too many levels of symbolic links"}},
		{"picture behind a link", func(t *testing.T, dir string) {
			put(t, dir, "apr.yaml", "authority: {name: Falkirk}\nyear: 2025/26\n")
			linked("narrative/p.png", "../../secret.csv")(t, dir)
			put(t, dir, "narrative/regulation-5.yaml", "assessment: |\n  ![A day centre](narrative/p.png)\n")
		}, []string{"narrative/regulation-5.yaml:2:3", "narrative/p.png is a link that leads out"}},
		{"pipe as a ledger", ledger(ledgerCSV, pipe(ledgerCSV)), []string{ledgerCSV, "a pipe, not a file"}},
		{"pipe as the workbook", pipe(sheetName), []string{sheetName, "neither a file nor a folder"}},
		{"pipe as the project file", pipe("apr.yaml"), []string{"apr.yaml is a pipe, not a file"}},
		{"pipe in the narrative", pipe("narrative/regulation-5.yaml"), []string{"narrative/regulation-5.yaml is a pipe"}},
		{"device as a ledger", ledger(ledgerCSV, linked(ledgerCSV, "/dev/zero")), []string{ledgerCSV, "a link that leads out"}},
		{"folder as a ledger", ledger(ledgerCSV, file(ledgerCSV+"/x", "")), []string{ledgerCSV + " is a folder, not a file"}},
		{"folder as the project file", func(t *testing.T, dir string) {
			if err := os.Remove(filepath.Join(dir, "apr.yaml")); err != nil {
				t.Fatal(err)
			}
			put(t, dir, "apr.yaml/x", "")
		}, []string{"apr.yaml is a folder, not a file"}},
	}
}

// linked is a project with a symbolic link, next to which is a secret.
func linked(name, target string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		put(t, filepath.Dir(dir), "secret.csv", heads+"1,2.00\n")
		special(t, dir, name, func(file string) error { return os.Symlink(target, file) })
	}
}

// pipe is a project with a named pipe that nobody writes to.
func pipe(name string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		special(t, dir, name, func(file string) error { return syscall.Mkfifo(file, 0o644) })
	}
}

// special makes what isn't a file, in place of one that is there.
func special(t *testing.T, dir, name string, make func(file string) error) {
	t.Helper()
	put(t, dir, filepath.Dir(name)+"/.keep", "")
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.RemoveAll(file); err != nil {
		t.Fatal(err)
	}
	if err := make(file); err != nil {
		t.Fatal(err)
	}
}

func hostileNarratives() []hostileProject {
	return []hostileProject{
		{"HTML in a text", text("A <script>alert(1)</script> word."), []string{"narrative/regulation-5.yaml:2:5", "HTML is not allowed"}},
		{"HTML with a handler", text("<img src=x onerror=alert(1)>"), []string{"narrative/regulation-5.yaml:2:3", "HTML is not allowed"}},
		{"script link", text("[press](javascript:alert(1))"), []string{"narrative/regulation-5.yaml:2:3", "https://"}},
		{"script link in disguise", text("[press](JaVaScRiPt&colon;alert(1))"), []string{"narrative/regulation-5.yaml:2:3", "https://"}},
		{"script link with a line end", text("[press](<java&#10;script:alert(1)>)"), []string{"narrative/regulation-5.yaml:2:3", "https://"}},
		{"data link", text("[press](data:text/html;base64,PHNjcmlwdD4=)"), []string{"narrative/regulation-5.yaml:2:3", "https://"}},
		{"file link", text("[press](file:///etc/passwd)"), []string{"narrative/regulation-5.yaml:2:3", "https://"}},
		{"script as an automatic link", text("<javascript:alert(1)>"), []string{"narrative/regulation-5.yaml:2:3", "https://"}},
		{"script as a reference link", text("[press][x]\n\n  [x]: javascript:alert(1)"), []string{"narrative/regulation-5.yaml:2:3", "https://"}},
		{"picture from the web", text("![A pixel](https://example.org/pixel.png)"), []string{"narrative/regulation-5.yaml:2:3", "not a file of the project"}},
		{"picture from outside", text("![A secret](../secret.png)"), []string{"narrative/regulation-5.yaml:2:3", "outside the project folder"}},
		{"HTML as a language", text("[a]{lang=\"gd><script>\"}"), []string{"narrative/regulation-5.yaml:2:12", "not the tag of a language"}},
		{"handler as an attribute", text("[a]{lang=gd onclick=alert(1)}"), []string{"narrative/regulation-5.yaml:2:15", `"onclick"`}},
		{"template", text(`{{template "x"}} and {{.}}`), []string{"narrative/regulation-5.yaml:2:5", `"template"`, "narrative/regulation-5.yaml:2:26"}},
		{"template with a pipe", text(`{{ year | printf "%s" }}`), []string{"narrative/regulation-5.yaml:2:11", "expected an argument in double quotes"}},
		{"quotations of nothing", text(strings.Repeat("> ", 50_000)), []string{"narrative/regulation-5.yaml:2:3", "20 deep"}},
		{"quotations in a stub", text("STUB: say more\n\n  " + strings.Repeat("> ", 50_000) + "x"), []string{"narrative/regulation-5.yaml:4:3", "20 deep"}},
		{"nested quotations", text(strings.Repeat("> ", 50_000) + "x"), []string{"narrative/regulation-5.yaml:2:3", "20 deep"}},
	}
}

// text is a project whose narrative has a text.
func text(markdown string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		put(t, dir, "apr.yaml", "authority: {name: Falkirk}\nyear: 2025/26\n")
		put(t, dir, "narrative/regulation-5.yaml", "assessment: |\n  "+markdown+"\n")
	}
}
