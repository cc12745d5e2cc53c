// Package templates holds the files that reports and projects are made from,
// and says which of them a project may replace.
package templates

import (
	"embed"
	"fmt"
	"io/fs"

	"apr/internal/source"
)

// HTML has html/page.html, the shell of a report; html/style.css, which the
// shell takes in, for a report is one file; and html/brand.css, which follows
// the style where there is a brand.
//
//go:embed html
var HTML embed.FS

// Word has the parts of a Word file that are the same in each report except for the
// colours: word/styles.xml and word/settings.xml.
//
//go:embed word
var Word embed.FS

// Scaffold is what apr init makes a project from. Files that end in .tmpl are
// templates with [[ ]] as delimiters, for texts and workflows use {{ }}.
//
//go:embed scaffold
var Scaffold embed.FS

// Folder is where a project keeps what replaces a template, from the project
// folder.
const Folder = "templates"

// The templates that a project may replace.
const (
	Page  = "page.html"
	Style = "style.css"
)

// Names are the templates that a project may replace.
func Names() []string { return []string{Page, Style} }

// Own is apr's own template of that name. An unknown name is an error that
// suggests the nearest.
func Own(name string) ([]byte, error) {
	for _, known := range Names() {
		if name == known {
			return fs.ReadFile(HTML, "html/"+name)
		}
	}
	return nil, fmt.Errorf("there is no template %q; %s", name, source.DidYouMean(name, Names()))
}
