package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"apr/report/render"
)

// TestManPages compares the pages with what the commands say of themselves; with
// -update it writes them again.
func TestManPages(t *testing.T) {
	root := newRoot(quiet(), new(bool))
	root.InitDefaultCompletionCmd()
	pages, err := generateMan(root)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := errors.Join(os.RemoveAll("man"), os.Mkdir("man", 0o777)); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range pages {
		file := filepath.Join("man", p.Name)
		if *update {
			if err := os.WriteFile(file, p.Data, 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := manFiles.ReadFile("man/" + p.Name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		if !bytes.Equal(got, p.Data) {
			t.Errorf("%s isn't what the command says; go test ./cmd/apr -run TestManPages -update writes it again", file)
		}
	}
	there, err := filepath.Glob("man/*")
	if err != nil || len(there) != len(pages) {
		t.Errorf("%d files of %d pages, %v", len(there), len(pages), err)
	}
}

// TestManPagesHaveTheMonthAndTheVersion asks that nothing is left of what stands in
// their place.
func TestManPagesHaveTheMonthAndTheVersion(t *testing.T) {
	pages, err := manPages(time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		head := fmt.Sprintf(`.TH %q "1" "Jul 2026" "apr %s" "apr"`, strings.ToUpper(strings.TrimSuffix(p.Name, ".1")), version)
		if !bytes.Contains(p.Data, []byte(head)) || bytes.Contains(p.Data, []byte(manMonth)) || bytes.Contains(p.Data, []byte(manSource)) {
			t.Errorf("%s doesn't begin with %s", p.Name, head)
		}
	}
}

// indentedMore is how topics set off what isn't prose; man pages are made from
// Markdown, which asks for four blanks.
var indentedMore = regexp.MustCompile(`(?m)^  `)

// generateMan are the pages of a command and of those below it.
func generateMan(cmd *cobra.Command) ([]render.File, error) {
	var b bytes.Buffer
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	header := &doc.GenManHeader{Title: strings.ToUpper(name), Section: "1", Date: &time.Time{}, Source: manSource, Manual: "apr"}
	page := *cmd
	for _, t := range topics() {
		if t.name == cmd.Name() {
			page.Long = indentedMore.ReplaceAllString(t.text(), "    ")
		}
	}
	if err := doc.GenMan(&page, header, &b); err != nil {
		return nil, fmt.Errorf("writing the man page of %s: %w", cmd.CommandPath(), err)
	}
	pages := []render.File{{Name: name + ".1", Data: b.Bytes()}}
	for _, c := range cmd.Commands() {
		if c.Hidden || c.Name() == "help" {
			continue
		}
		more, err := generateMan(c)
		if err != nil {
			return nil, err
		}
		pages = append(pages, more...)
	}
	return pages, nil
}
