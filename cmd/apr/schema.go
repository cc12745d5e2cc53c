package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"apr/internal/law"
	"apr/internal/period"
	"apr/internal/source"
	"apr/report/schema"
)

func newSchema(e env) *cobra.Command {
	var yearWritten string
	cmd := &cobra.Command{
		Use:   "schema [NAME]",
		Short: "Print the JSON Schema of apr.yaml, another file of a project or a row of measures",
		Long: `schema prints a JSON Schema (draft 2020-12) with which editors complete keys,
show what they mean and underline mistakes: of apr.yaml, or of people.yaml, comments.yaml
or the narrative file that is named. apr init puts all of them into .apr/schema, where the
first line of each YAML file points.

The outcomes, principles, bodies and models are those of the newest law that apr knows,
whatever the year of a project: schema reads none. With --year they are those of the law
of that reporting year, as in the schemas that apr init writes.

schema measures is the schema of a row of the tables of local measures, for validators
of CSV files such as qsv; schema status is that of what apr status --format json prints.`,
		Example: `  $ apr schema > .apr/schema/apr.json
  $ apr schema regulation-3 > .apr/schema/regulation-3.json
  $ apr schema measures > measures.json`,
		ValidArgs: schema.All(),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("expected one schema, found %d: %q", len(args), args)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			name := schema.Names()[0]
			if len(args) == 1 {
				name = args[0]
				if !slices.Contains(schema.All(), name) {
					return usagef("there is no schema %q; %s", name, source.DidYouMean(name, schema.All()))
				}
			}
			edition := law.Latest()
			if yearWritten != "" {
				year, err := period.Parse(yearWritten)
				if err != nil {
					return usagef("--year: %w", err)
				}
				if year < period.First {
					return usagef("--year: %s is before %s, the first reporting year", year, period.First)
				}
				edition = law.For(year)
			}
			data, err := schema.Generate(name, edition)
			if err != nil {
				return err
			}
			if _, err := e.stdout.Write(data); err != nil {
				return fmt.Errorf("printing the schema: %w", err)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&yearWritten, "year", "", "the reporting year whose law the schema follows, such as 2025/26 (default: the newest law)")
	return cmd
}
