package main

import (
	"bytes"
	"embed"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"apr/report/render"
)

// newMan is for those who package apr, so the list of commands hasn't got it.
func newMan(e env) *cobra.Command {
	return &cobra.Command{
		Use:    "man DIR",
		Short:  "Write the man pages",
		Hidden: true,
		Long: `man writes a man page for each command and each help topic into DIR. They carry the
day of --date or SOURCE_DATE_EPOCH and are otherwise the same bytes each time.`,
		Example: "  $ apr man share/man/man1",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("name the folder to write to, such as: apr man share/man/man1")
			}
			if len(args) > 1 {
				return usagef("expected the one folder to write to, found %d: %q", len(args), args)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			day, _, err := today(cmd, e)
			if err != nil {
				return err
			}
			pages, err := manPages(day)
			if err != nil {
				return err
			}
			warnings, err := render.Write(args[0], pages)
			e.warn(warnings)
			return err
		},
	}
}

//go:generate go test -run ^TestManPages$ -update .

// manFiles are the pages, made by TestManPages: what it takes to make them would be
// initialised at each start.
//
//go:embed man
var manFiles embed.FS

// What the pages have in the place of the month and of the version.
const (
	manMonth  = "Jan 0001"
	manSource = "apr VERSION"
)

// manPages are the pages of all commands and help topics, as of a day.
func manPages(day time.Time) ([]render.File, error) {
	entries, err := manFiles.ReadDir("man")
	if err != nil {
		return nil, fmt.Errorf("reading the man pages: %w", err)
	}
	var pages []render.File
	for _, e := range entries {
		data, err := manFiles.ReadFile("man/" + e.Name())
		if err != nil {
			return nil, fmt.Errorf("reading the man pages: %w", err)
		}
		data = bytes.Replace(data, []byte(manMonth), []byte(day.Format("Jan 2006")), 1)
		data = bytes.Replace(data, []byte(manSource), []byte("apr "+version), 1)
		pages = append(pages, render.File{Name: e.Name(), Data: data})
	}
	return pages, nil
}
