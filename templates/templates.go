// Package templates holds the files that reports and projects are made from.
package templates

import "embed"

// HTML has html/base.html, the shell of a report, and html/style.css, which
// the shell takes in: a report is one file.
//
//go:embed html
var HTML embed.FS

// Scaffold is what apr init makes a project from. Files that end in .tmpl are
// templates with [[ ]] as delimiters, for texts and workflows use {{ }}.
//
//go:embed scaffold
var Scaffold embed.FS
