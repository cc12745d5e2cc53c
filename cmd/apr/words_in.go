package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/jsonprint"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/report/words"
)

// wordsInOptions are the flags of apr words in.
type wordsInOptions struct {
	Project string
	Files   []string
	Write   []string // "*" for all
	Accept  []string
	Side    string
	Other   bool
	Format  string
	Today   time.Time
}

func newWordsIn(e env, runF func(context.Context, env, wordsInOptions) error) *cobra.Command {
	var opts wordsInOptions
	cmd := &cobra.Command{
		Use:   "in FILE.docx...",
		Short: "Show what changed in Word files that came back, and take it over",
		Long: `in compares each text of Word files, or of all in a folder, with what went out and
with the project as it is now. A text is unchanged, changed in the file, changed on both
sides (merged by paragraph), in conflict where both changed the same paragraph, new or
missing. Figures come back as the references that they are.

Nothing is written without --write, which puts the clean changes into the narrative;
--write=KEY,KEY takes those texts alone. Of a conflict --take file or --take project
says whose words stand. Comments go into comments.yaml, where apr comments lists them;
one that is resolved in Word is resolved there. Tracked changes are taken as they will look; with --accept only
those of these authors are, and the others are left out.

A text with which no report could be built, such as one that refers to what the data
haven't or has a table without a caption, is told with what to do about it and left as it
is; a paragraph "Table: what it shows" beside a table is its caption. What is hidden in
Word isn't taken. A file that went out from a project of another authority or year is
refused, unless --other-project is given. What stands outside of the texts is listed.

It ends with 1 while a conflict or such a text is left, and with 3 where a file can't be
read; then nothing is written.`,
		Example: `  $ apr words in returned/texts.docx
  $ apr words in returned --write
  $ apr words in texts.docx --write=regulation-5 --take file`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("say which Word files, or which folder of them, came back")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Files = args
			if err := oneOf("format", opts.Format, "text", "json"); err != nil {
				return err
			}
			if err := errors.Join(notEmpty(cmd, "write", opts.Write, "name texts, such as --write=regulation-5, or write --write alone for all"),
				notEmpty(cmd, "accept", opts.Accept, "name the authors whose tracked changes are taken, or leave --accept out for all")); err != nil {
				return err
			}
			if opts.Side != "" {
				if err := oneOf("take", opts.Side, "file", "project"); err != nil {
					return err
				}
			}
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			return runF(cmd.Context(), e, opts)
		},
		ValidArgsFunction: cobra.FixedCompletions([]string{"docx"}, cobra.ShellCompDirectiveFilterFileExt),
	}
	cmd.Flags().StringVar(&opts.Project, "project", ".", "the project folder")
	cmd.Flags().StringSliceVar(&opts.Write, "write", nil, "put the clean changes into the narrative, or those of the texts named")
	cmd.Flags().Lookup("write").NoOptDefVal = "*"
	cmd.Flags().StringSliceVar(&opts.Accept, "accept", nil, "authors whose tracked changes are taken; all by default")
	cmd.Flags().StringVar(&opts.Side, "take", "", "whose words stand in a conflict: file or project")
	cmd.Flags().BoolVar(&opts.Other, "other-project", false, "take files that went out from a project of another authority or year")
	_ = cmd.MarkFlagDirname("project")
	formatFlag(cmd, &opts.Format, "text", "json")
	return cmd
}

func runWordsIn(ctx context.Context, e env, opts wordsInOptions) error {
	files, err := opts.wordFiles()
	if err != nil {
		return err
	}
	load := func() (*project.Project, error) {
		r, err := project.Load(ctx, project.Options{Dir: opts.Project, Today: opts.Today, Unhashed: true, Cache: e.cache})
		if r != nil {
			return r, nil // wrong are references alone, which what came back may mend
		}
		return nil, err
	}
	r, err := load()
	if err != nil {
		return err
	}
	if err := opts.knowsKeys(r); err != nil {
		return err
	}
	side := map[string]words.Side{"file": words.Theirs, "project": words.Ours}[opts.Side]
	how := words.Options{Side: side, OtherProject: opts.Other}
	if len(opts.Accept) > 0 {
		how.Accept = opts.Accept
	}
	var all []*words.Returned
	var problems source.Problems
	datas := map[string][]byte{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return fmt.Errorf("reading what came back: %w", err)
		}
		datas[f] = data
		back, err := words.In(r, f, data, how, all...)
		if p, ok := errors.AsType[*source.Problem](err); ok {
			problems.Add(p)
			continue
		}
		if err != nil {
			return err
		}
		all = append(all, back)
	}
	if err := problems.Err(); err != nil {
		return err
	}
	if err := opts.knowsAuthors(e.stderr, all); err != nil {
		return err
	}
	comments, err := r.ReadComments()
	if err != nil {
		return err
	}
	if err := words.Keep(comments, all, nil, opts.Today); err != nil {
		return err
	}
	if opts.Format == "json" {
		if err := jsonprint.Write(e.stdout, map[string]any{"files": all}); err != nil {
			return err
		}
	} else if err := words.Print(e.stdout, all); err != nil {
		return err
	}
	if len(opts.Write) > 0 {
		if err := writeWords(e.stderr, opts, how, load, files, datas); err != nil {
			return err
		}
		if err := keepComments(e.stderr, r, all, opts); err != nil {
			return err
		}
	}
	for _, back := range all {
		if slices.ContainsFunc(back.Texts, func(t words.Text) bool { return t.State == words.Conflict || len(t.Refused) > 0 }) {
			return errFindings
		}
	}
	return nil
}

// knowsKeys asks that each text that is to be written is one of the project.
func (o wordsInOptions) knowsKeys(r *project.Project) error {
	written, err := r.Written()
	if err != nil || o.keys() == nil {
		return err
	}
	if _, err := words.Select(written, o.keys()); err != nil {
		return usageError{fmt.Errorf("--write: %w", err)}
	}
	return nil
}

// knowsAuthors asks that somebody of those whose tracked changes are to be taken made
// some: else a misspelt name would leave them all out.
func (o wordsInOptions) knowsAuthors(out io.Writer, all []*words.Returned) error {
	var authors []string
	for _, back := range all {
		for _, c := range back.Changes {
			if c.Author != "" && !slices.Contains(authors, c.Author) {
				authors = append(authors, c.Author)
			}
		}
	}
	unknown := slices.DeleteFunc(slices.Clone(o.Accept), func(a string) bool { return slices.Contains(authors, a) })
	switch {
	case len(unknown) == 0:
		return nil
	case len(unknown) == len(o.Accept) && len(authors) > 0:
		slices.Sort(authors)
		return usagef("--accept: nobody called %s tracked changes in what came back; those who did: %s", strings.Join(unknown, " or "), strings.Join(authors, ", "))
	}
	fmt.Fprintf(out, "apr: warning: --accept: nobody called %s tracked changes in what came back\n", strings.Join(unknown, " or "))
	return nil
}

// keys are the texts to write, nil for all.
func (o wordsInOptions) keys() []string {
	if slices.Contains(o.Write, "*") {
		return nil
	}
	return o.Write
}

// keepComments writes the files' comments into the project.
func keepComments(out io.Writer, r *project.Project, all []*words.Returned, opts wordsInOptions) error {
	was, err := r.ReadComments()
	if err != nil {
		return err
	}
	kept, err := r.ReadComments()
	if err != nil {
		return err
	}
	if err := words.Keep(kept, all, opts.keys(), opts.Today); err != nil {
		return err
	}
	written, err := words.WriteComments(r, was, kept)
	if written {
		fmt.Fprintf(out, "apr: wrote %s, in which %s open\n", project.CommentsFile, wording.Count(len(kept.Open()), "comment is", "comments are"))
	}
	return err
}

// writeWords puts the files' changes into the project, one file after the other, so
// that what two people wrote into one text is merged or told.
func writeWords(out io.Writer, opts wordsInOptions, how words.Options, load func() (*project.Project, error), files []string, datas map[string][]byte) error {
	var written []string
	for _, f := range files {
		wrote, err := takeFile(f, datas[f], opts, how, load)
		if err != nil && len(written) > 0 {
			fmt.Fprintf(out, "apr: %s: %v\napr: of this file and those behind it nothing was written; what is said above was\n", f, err)
			return errReported
		}
		if err != nil {
			return err
		}
		for _, n := range wrote.Texts {
			fmt.Fprintf(out, "apr: wrote %s from %s\n", n, f)
		}
		for _, n := range wrote.Left {
			fmt.Fprintf(out, "apr: left %s as it is: what %s has of it can't be taken over; see above\n", n, f)
		}
		if wrote.Redrafted {
			fmt.Fprintf(out, "apr: wrote %s, in which what has changed is a draft again\n", project.PeopleFile)
		}
		written = append(append(written, wrote.Texts...), wrote.Left...)
	}
	for _, k := range opts.keys() {
		if !slices.ContainsFunc(written, func(n string) bool { return words.Names(k, n) }) {
			fmt.Fprintf(out, "apr: there was nothing to write of %s\n", k)
		}
	}
	return nil
}

// takeFile puts the changes of one file into the project.
func takeFile(name string, data []byte, opts wordsInOptions, how words.Options, load func() (*project.Project, error)) (words.Wrote, error) {
	r, err := load()
	if err != nil {
		return words.Wrote{}, err
	}
	back, err := words.In(r, name, data, how)
	if err != nil {
		return words.Wrote{}, err
	}
	return words.Write(r, back.Texts, opts.keys())
}

// wordFiles are the Word files that the command line names, those of folders in order
// of name.
func (o wordsInOptions) wordFiles() ([]string, error) {
	var files []string
	for _, a := range o.Files {
		info, err := os.Stat(a)
		if errors.Is(err, fs.ErrNotExist) && slices.Contains(o.Write, "*") && !strings.EqualFold(filepath.Ext(a), ".docx") {
			return nil, usagef("there is no file or folder %s; if it is the text to write, join it to the flag with \"=\": --write=%s", a, a)
		}
		if err != nil {
			return nil, fmt.Errorf("reading what came back: %w", err)
		}
		if !info.IsDir() {
			files = append(files, a)
			continue
		}
		entries, err := os.ReadDir(a)
		if err != nil {
			return nil, fmt.Errorf("reading what came back: %w", err)
		}
		n := len(files)
		for _, entry := range entries {
			// Word keeps a file of its own, which begins so, beside one that is open.
			if strings.EqualFold(filepath.Ext(entry.Name()), ".docx") && !strings.HasPrefix(entry.Name(), "~$") && !entry.IsDir() {
				files = append(files, filepath.Join(a, entry.Name()))
			}
		}
		if len(files) == n {
			return nil, usagef("the folder %s has no Word files", a)
		}
	}
	return files, nil
}
