// Package floors tests that imports point downwards between the folders of apr,
// as CONTRIBUTING.md says they do.
package floors

import (
	"os/exec"
	"strings"
	"testing"
)

// floors are the folders from the lowest to the highest. A package belongs to the
// longest folder that it is in; it may import packages of its own folder and of
// lower floors.
var floors = [][]string{
	{"internal"},
	{"finance", "indicators", "templates"},
	{"internal/project"},
	{"regs"},
	{"report"},
	{"cmd"},
}

// only are folders whose packages import less than their floor allows.
var only = map[string][]string{
	// Renderers know the document, and nothing of projects or the law.
	"report/render/html":     {"internal", "templates", "report/render"},
	"report/render/markdown": {"internal", "templates", "report/render"},
	"report/render/pdf":      {"internal", "templates", "report/render"},
	"report/render/word":     {"internal", "templates", "report/render"},
	"report/render/tables":   {"internal", "templates", "report/render"},
	"report/render/chart":    {"internal", "templates", "report/render"},
	// The document is a leaf: what it holds is text, numbers and positions.
	"internal/document": {"internal"},
}

// within reports whether a package is in a folder.
func within(pkg, folder string) bool { return pkg == folder || strings.HasPrefix(pkg, folder+"/") }

// floorOf is a package's folder and its floor.
func floorOf(pkg string) (folder string, floor int) {
	floor = -1
	for n, folders := range floors {
		for _, f := range folders {
			if within(pkg, f) && len(f) > len(folder) {
				folder, floor = f, n
			}
		}
	}
	return folder, floor
}

func TestImportsPointDownwards(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`, "apr/...").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	packages := 0
	for line := range strings.Lines(string(out)) {
		names := strings.Fields(line)
		pkg := strings.TrimPrefix(names[0], "apr/")
		folder, floor := floorOf(pkg)
		if floor < 0 {
			t.Errorf("%s lies on no floor", pkg)
			continue
		}
		packages++
		for _, name := range names[1:] {
			imported, ours := strings.CutPrefix(name, "apr/")
			if !ours {
				continue
			}
			if to, n := floorOf(imported); n > floor || n == floor && to != folder {
				t.Errorf("%s imports %s, which doesn't lie below it", pkg, imported)
			}
			if imported == "report" && !within(pkg, "cmd") && pkg != "report/preview" {
				t.Errorf("%s imports report, which is for the commands and the preview", pkg)
			}
			for limited, allowed := range only {
				if within(pkg, limited) && !anyWithin(imported, allowed) {
					t.Errorf("%s imports %s; packages of %s import only %s", pkg, imported, limited, strings.Join(allowed, ", "))
				}
				if limited != "internal/document" && within(pkg, limited) && within(imported, "internal/project") {
					t.Errorf("%s imports %s; renderers know the document only", pkg, imported)
				}
			}
		}
	}
	if packages < 40 {
		t.Errorf("go list told of %d packages", packages)
	}
}

func anyWithin(pkg string, folders []string) bool {
	for _, f := range folders {
		if within(pkg, f) {
			return true
		}
	}
	return false
}

// TestTypesNeedNoReader holds packages that know indicators, references and words, and read no file, free of what
// opens workbooks: it takes longer to link and to start than all of their own.
func TestTypesNeedNoReader(t *testing.T) {
	args := []string{"list", "-f", `{{.ImportPath}}{{range .Deps}} {{.}}{{end}}`}
	for _, pkg := range []string{"indicators", "indicators/format", "finance", "finance/format", "internal/document", "internal/project/datum", "internal/project/prose", "internal/project/reference", "regs/evidence", "regs/sentence", "regs/claims/markup"} {
		args = append(args, "apr/"+pkg)
	}
	out, err := exec.Command("go", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		names := strings.Fields(line)
		for _, of := range names[1:] {
			if of == "apr/internal/table" || of == "net/http" || strings.HasPrefix(of, "github.com/xuri/excelize") {
				t.Errorf("%s needs %s", names[0], of)
			}
		}
	}
}
