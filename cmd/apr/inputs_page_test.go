package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestInputsPageSaysWhatAprSays holds each message that INPUTS.md quotes against the
// texts of the program: what stands between ellipses must be part of one of them.
func TestInputsPageSaysWhatAprSays(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: reading all sources for what apr says")
	}
	page, err := os.ReadFile("../../INPUTS.md")
	if err != nil {
		t.Fatal(err)
	}
	texts := strings.Join(programTexts(t), "\x00")
	quoted := regexp.MustCompile("`([^`]+)`")
	messages, refused := 0, false
	for line := range strings.Lines(string(page)) {
		switch {
		case strings.HasPrefix(line, "| refused or told"):
			refused = true
		case !strings.HasPrefix(line, "|"):
			refused = false
		}
		cells := strings.Split(line, " | ")
		if !refused || len(cells) != 2 {
			continue
		}
		_, said, found := strings.Cut(cells[1], ": ")
		if !found {
			continue
		}
		for _, m := range quoted.FindAllStringSubmatch(said, -1) {
			messages++
			for part := range strings.SplitSeq(m[1], "…") {
				if part = strings.TrimSpace(part); len(part) > 2 && !strings.Contains(texts, part) {
					t.Errorf("apr never says %q, which the page quotes in %q", part, strings.TrimSpace(cells[0]))
				}
			}
		}
	}
	if messages < 50 {
		t.Errorf("the page quotes %d messages", messages)
	}
}

// programTexts are the texts that stand in the program's sources.
func programTexts(t *testing.T) (texts []string) {
	t.Helper()
	files := token.NewFileSet()
	for _, dir := range []string{"cmd", "finance", "indicators", "internal", "regs", "report"} {
		err := filepath.WalkDir(filepath.Join("..", "..", dir), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if text, err := strconv.Unquote(lit.Value); err == nil {
						texts = append(texts, text)
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return texts
}
