package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

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
			pages, err := manPages(cmd.Root(), day)
			if err != nil {
				return err
			}
			warnings, err := render.Write(args[0], pages)
			e.warn(warnings)
			return err
		},
	}
}

// indentedMore is how topics set off what isn't prose; man pages are made from
// Markdown, which asks for four blanks.
var indentedMore = regexp.MustCompile(`(?m)^  `)

// manPages are the pages of a command and of those below it.
func manPages(cmd *cobra.Command, day time.Time) ([]render.File, error) {
	var b bytes.Buffer
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	header := &doc.GenManHeader{Title: strings.ToUpper(name), Section: "1", Date: &day, Source: "apr " + version, Manual: "apr"}
	page := *cmd
	if cmd.IsAdditionalHelpTopicCommand() {
		page.Long = indentedMore.ReplaceAllString(cmd.Long, "    ")
	}
	if err := doc.GenMan(&page, header, &b); err != nil {
		return nil, fmt.Errorf("writing the man page of %s: %w", cmd.CommandPath(), err)
	}
	pages := []render.File{{Name: name + ".1", Data: b.Bytes()}}
	for _, c := range cmd.Commands() {
		if c.Hidden || c.Name() == "help" {
			continue
		}
		more, err := manPages(c, day)
		if err != nil {
			return nil, err
		}
		pages = append(pages, more...)
	}
	return pages, nil
}
