package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"apr/internal/source"
	"apr/templates"
)

func newTemplate(e env) *cobra.Command {
	return &cobra.Command{
		Use:   "template NAME",
		Short: "Print a template of the HTML report, for a project to have its own",
		Long: `template prints apr's own template: page.html, the page around the report's text,
or style.css, its style. A project that has a file of that name in the folder
templates, beside apr.yaml, is built with it. For colours, a logo and a picture on the cover no
template is needed: apr.yaml has the key brand.

page.html is a template of Go's html/template: it shows values such as
{{.Meta.Title}}, and has if, with and range. It must keep the title, one <main>
with {{.Body}}, which holds every section with the regulations that it answers,
the contents, the notes of the cover, the language and a first link that skips to
<main>, and it may not load anything or have scripts. style.css may not load
anything either, nor hide what the report must show. A template that doesn't keep
to this is an error, and nothing is written.`,
		Example: `  $ apr template style.css > templates/style.css
  $ apr template page.html > templates/page.html`,
		ValidArgs: templates.Names(),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("expected the name of one template; %s", source.DidYouMean("", templates.Names()))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := templates.Own(args[0])
			if err != nil {
				return usageError{err}
			}
			if _, err := e.stdout.Write(data); err != nil {
				return fmt.Errorf("printing the template: %w", err)
			}
			return nil
		},
	}
}
