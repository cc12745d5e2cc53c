package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/atomicwrite"
	"apr/internal/project"
	"apr/internal/wording"
	"apr/report/scaffold"
	texts "apr/report/status"
)

// statusOptions are the flags of apr status.
type statusOptions struct {
	Dir, Format, Person, Output string
	Write                       bool
	Today                       time.Time
}

func newStatus(e env, runF func(context.Context, env, statusOptions) error) *cobra.Command {
	var opts statusOptions
	cmd := &cobra.Command{
		Use:   "status [DIR]",
		Short: "Say whose turn it is: of each text who writes it, by when, and how far it is",
		Long: `status prints who writes which text, by when, how many words it has and may have, and
how far it is: empty, draft, agreed, signed off, or lapsed, which is changed since it
was signed off. People, days and limits are in people.yaml, which a project needn't
have. What is late is held against --date, and the words are counted as they are
printed: a figure counts as a word.

--write adds to people.yaml every text that it hasn't, for somebody to fill in, and
makes the file where there is none; nothing that is there changes. apr sign signs
texts off, and apr words out --person sends somebody's texts out.

--format xlsx is a workbook of the texts, the people and the sections.`,
		Example: `  $ apr status
  $ apr status falkirk --person 'Ailsa Bell'
  $ apr status --write
  $ apr status --format xlsx --output status.xlsx
  $ apr status --format json --date 2026-07-19`,
		Args: maximumOneDir,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Dir = projectDir(args)
			if err := oneOf("format", opts.Format, "text", "json", "csv", "xlsx"); err != nil {
				return err
			}
			if (opts.Format == "xlsx") != (opts.Output != "") {
				if opts.Output != "" {
					return usagef("--output is for --format xlsx; other formats are printed")
				}
				return usagef("say with --output which file the workbook goes to")
			}
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	formatFlag(cmd, &opts.Format, "text", "json", "csv", "xlsx")
	cmd.Flags().StringVar(&opts.Person, "person", "", "print only this person's texts")
	cmd.Flags().BoolVar(&opts.Write, "write", false, "add the texts that people.yaml hasn't to it, or make it")
	cmd.Flags().StringVarP(&opts.Output, "output", "o", "", "the file for --format xlsx")
	return cmd
}

func runStatus(ctx context.Context, e env, opts statusOptions) error {
	load := func() (*project.Project, error) {
		return project.Load(ctx, project.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: true, Cache: e.cache})
	}
	r, err := load()
	if err != nil {
		return err
	}
	if opts.Write {
		if err := writePeople(e, opts.Dir, r); err != nil {
			return err
		}
		if r, err = load(); err != nil {
			return err
		}
	}
	person, err := personOf(r, opts.Person)
	if err != nil {
		return err
	}
	s := texts.Of(r, person)
	switch opts.Format {
	case "json":
		return s.JSON(e.stdout)
	case "csv":
		return s.CSV(e.stdout)
	case "xlsx":
		data, err := s.Workbook()
		if err != nil {
			return err
		}
		return writeFile(e, filepath.Dir(opts.Output), filepath.Base(opts.Output), data)
	}
	return s.Text(e.stdout)
}

// writePeople adds to people.yaml the texts that it hasn't, and says how many.
func writePeople(e env, dir string, r *project.Project) error {
	var missing []project.TextStatus
	for _, t := range r.TextStatuses() {
		if !t.Listed {
			missing = append(missing, t)
		}
	}
	if len(missing) == 0 && r.People != nil {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(dir, project.PeopleFile))
	if errors.Is(err, fs.ErrNotExist) {
		data, err = scaffold.PeopleHead()
	}
	if err != nil {
		return err
	}
	if data, err = project.ListTexts(data, missing); err != nil {
		return err
	}
	if err := writeFile(e, dir, project.PeopleFile, data); err != nil {
		return err
	}
	if e.progress == nil || !e.progress.quiet {
		fmt.Fprintf(e.stderr, "%s: %s added\n", filepath.Join(dir, project.PeopleFile), wording.Count(len(missing), "text"))
	}
	return nil
}

// writeFile puts one file into a folder, whole or not at all.
func writeFile(e env, dir, name string, data []byte) error {
	warnings, err := atomicwrite.Files(dir, []atomicwrite.File{{Name: name, Data: data}})
	for _, w := range warnings {
		fmt.Fprintln(e.stderr, "apr:", w)
	}
	return err
}
