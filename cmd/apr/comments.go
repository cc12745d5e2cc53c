package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/jsonprint"
	"apr/internal/project"
	"apr/internal/wording"
	"apr/report/words"
)

// commentsOptions are the flags of apr comments.
type commentsOptions struct {
	Dir, Person, Format string
	Texts, Resolve      []string
	All                 bool
	Today               time.Time
}

func newComments(e env, runF func(context.Context, env, commentsOptions) error) *cobra.Command {
	var opts commentsOptions
	cmd := &cobra.Command{
		Use:   "comments [DIR]",
		Short: "List the comments that came back with Word files, and resolve them",
		Long: `comments lists the comments that people made in Word, text by text, with the replies
to them, until they are resolved. apr words in --write keeps them in comments.yaml of
the project, and apr words out puts those that are open beside their texts again.

--resolve marks a comment as done; so does resolving it in Word. Comments are no
findings, and no part of the report.`,
		Example: `  $ apr comments falkirk
  $ apr comments --person 'Ailsa Kinnear' --text regulation-5
  $ apr comments falkirk --resolve c1f0a3b`,
		Args: maximumOneDir,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Dir = projectDir(args)
			if err := oneOf("format", opts.Format, "text", "json"); err != nil {
				return err
			}
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	cmd.Flags().StringVar(&opts.Person, "person", "", "only comments that this person wrote or answered; initials and e-mail addresses of people.yaml will do")
	cmd.Flags().StringArrayVar(&opts.Texts, "text", nil, "only comments on a text, a file or a part of one, such as regulation-5")
	cmd.Flags().StringArrayVar(&opts.Resolve, "resolve", nil, "mark the comment with this id as resolved")
	cmd.Flags().BoolVar(&opts.All, "all", false, "list those that are resolved too")
	formatFlag(cmd, &opts.Format, "text", "json")
	return cmd
}

func runComments(ctx context.Context, e env, opts commentsOptions) error {
	r, err := project.Load(ctx, project.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: true, Cache: e.cache})
	if err != nil {
		return err
	}
	kept, err := r.ReadComments()
	if err != nil {
		return err
	}
	if len(opts.Resolve) > 0 {
		return resolveComments(e, r, kept, opts)
	}
	written, err := r.Written()
	if err != nil {
		return err
	}
	list := kept.Open()
	if opts.All {
		list = kept.All()
	}
	if r.People != nil {
		opts.Person = r.People.NameOf(opts.Person)
	}
	sections := words.Listed(written, list, opts.Person, opts.Texts)
	if opts.Format == "json" {
		all := []project.Comment{}
		for _, s := range sections {
			all = append(all, s.Comments...)
		}
		return jsonprint.Write(e.stdout, map[string]any{"comments": all})
	}
	var b strings.Builder
	n := 0
	for _, s := range sections {
		b.WriteString(cmp.Or(s.Name, "beside no text") + "\n")
		for _, c := range s.Comments {
			n++
			state := ""
			if c.Resolved != "" {
				state = " (resolved " + c.Resolved + ")"
			}
			fmt.Fprintf(&b, "  %s%s%s\n", c.ID, state, words.Line(c))
			for _, reply := range c.Replies {
				fmt.Fprintf(&b, "    reply%s\n", words.ReplyLine(reply))
			}
		}
	}
	if n == 0 {
		b.WriteString("no comments are open\n")
	}
	_, err = e.stdout.Write([]byte(b.String()))
	return err
}

// resolveComments marks comments as resolved, all that are named or none.
func resolveComments(e env, r *project.Project, kept *project.Comments, opts commentsOptions) error {
	was, err := r.ReadComments()
	if err != nil {
		return err
	}
	for _, id := range opts.Resolve {
		if !kept.Has(id) {
			return usageError{kept.Unknown(id)}
		}
		if err := kept.Resolve(id, opts.Today); err != nil {
			return err
		}
	}
	if _, err := words.WriteComments(r, was, kept); err != nil {
		return err
	}
	fmt.Fprintf(e.stdout, "%s, %s left\n", wording.Count(len(opts.Resolve), "comment resolved", "comments resolved"), wording.Count(len(kept.Open()), "open one", "open ones"))
	return nil
}
