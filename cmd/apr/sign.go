package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/project"
	"apr/internal/wording"
	texts "apr/report/status"
)

// signOptions are the flags of apr sign.
type signOptions struct {
	Project, By string
	Keys        []string
	Today       time.Time
}

func newSign(e env, runF func(context.Context, env, signOptions) error) *cobra.Command {
	var opts signOptions
	cmd := &cobra.Command{
		Use:   "sign KEY... --by NAME",
		Short: "Sign texts off in the words that they have now",
		Long: `sign writes into people.yaml that somebody stands by the words that texts have now: who,
on which day, and the SHA-256 of the words. KEY is a text, a file or a part of one;
all of them are signed off, or none. NAME is one of people, by name, initials or e-mail
address; the day is that of --date.

A sign-off lapses with the next edit of the text, and apr check says so. No edit are
blanks, the breaks of lines, how a letter with an accent is coded, and the remark at a
text's head that it was reviewed. The value of a reference may change: it comes from
the data. To take a sign-off back, take signed_off out of people.yaml.`,
		Example: `  $ apr sign regulation-5 --by 'Ailsa Bell'
  $ apr sign 'regulation-6.localities[0].assessment' --by AB --date 2026-07-01 --project falkirk`,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Keys = args
			if len(args) == 0 {
				return usagef("say which texts are signed off, such as regulation-5.assessment; apr status lists them")
			}
			if opts.By == "" {
				return usagef("say with --by who signs the texts off")
			}
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	cmd.Flags().StringVar(&opts.By, "by", "", "who signs the texts off: a name, initials or an e-mail address of people.yaml")
	cmd.Flags().StringVar(&opts.Project, "project", ".", "the project folder")
	_ = cmd.MarkFlagDirname("project")
	return cmd
}

func runSign(ctx context.Context, e env, opts signOptions) error {
	r, err := project.Load(ctx, project.Options{Dir: opts.Project, Today: opts.Today, Unhashed: true, Cache: e.cache})
	if err != nil {
		return err
	}
	s, err := texts.Sign(r, opts.Keys, opts.By, opts.Today.Format(time.DateOnly))
	if refused, ok := errors.AsType[*texts.RefusedError](err); ok {
		return usageError{refused}
	}
	if err != nil {
		return err
	}
	if s.Data != nil {
		if err := writeFile(e, opts.Project, project.PeopleFile, s.Data); err != nil {
			return err
		}
	}
	for _, t := range s.Kept {
		fmt.Fprintf(e.confirm(), "%s: signed off by %s on %s already, in these words\n", t.Name, s.By, longDay(t.SignedOff.On))
	}
	for _, t := range s.Signed {
		before := ""
		if t.SignedOff != nil {
			before = fmt.Sprintf("; before by %s on %s", t.SignedOff.By, longDay(t.SignedOff.On))
		}
		fmt.Fprintf(e.confirm(), "%s: signed off by %s on %s, %s%s\n", t.Name, s.By, opts.Today.Format("2 January 2006"), wording.Count(t.Count, "word"), before)
	}
	return nil
}

// longDay is a day as people read it.
func longDay(iso string) string {
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return d.Format("2 January 2006")
}
