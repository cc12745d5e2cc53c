package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/atomicwrite"
	"apr/internal/jsonprint"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/report/words"
)

// wordsOutOptions are the flags of apr words out.
type wordsOutOptions struct {
	Dir, Out, Name, LastYear string
	Persons, Texts           []string
	Together                 bool
	Today                    time.Time
}

// wordsInOptions are the flags of apr words in.
type wordsInOptions struct {
	Project string
	Files   []string
	Write   []string // "*" for all
	Accept  []string
	Side    string
	Format  string
	Today   time.Time
}

func newWords(e env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "words",
		Short: "Send texts to the people who write them as Word files, and take them back",
		Long: `words brings the texts of the narrative to the people who write them, and back.

apr words out writes a Word file in which each text stands below the provision that
it answers. Figures of the data show their values, and can't be typed over.
apr words in shows, text by text, what has changed in a file that came back, merged
with what has changed in the project since; --write puts it into the narrative.`,
		Example: `  $ apr words out reports/2025 -o for-jo --text regulation-6.localities[0].assessment
  $ apr words in for-jo --project reports/2025 --write`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newWordsOut(e, runWordsOut), newWordsIn(e, runWordsIn))
	return cmd
}

func newWordsOut(e env, runF func(context.Context, env, wordsOutOptions) error) *cobra.Command {
	var opts wordsOutOptions
	cmd := &cobra.Command{
		Use:   "out [DIR]",
		Short: "Write texts into Word files for people to write in",
		Long: `out writes texts of the project in DIR into Word files. Where people.yaml says whose
texts they are, each person gets a file, which is named after them, and texts that
nobody owns are in texts.docx; --person makes those of some people alone, --together
one file with everything. --text names texts, by the text, its file or a part of that.
Nothing of the project changes.

Above each text stand, locked, the law's words, what good looks like, who writes it by
when and how long, last year's text (--last-year DIR) and the figures that belong to it.
Comments that are open are beside their texts.`,
		Example: `  $ apr words out -o to-contributors
  $ apr words out falkirk --person 'Ailsa Kinnear' --last-year ../2024-25 -o out
  $ apr words out falkirk --text regulation-5 --text regulation-6.consultation --name 'A Kinnear' -o out`,
		Args: maximumOneDir,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Dir = projectDir(args)
			if opts.Out == "" {
				return usagef("say with -o which folder the Word file goes to")
			}
			if len(opts.Persons) > 0 && (len(opts.Texts) > 0 || opts.Together || opts.Name != "") {
				return usagef("--person says whose texts go out; take --text, --name and --together without it")
			}
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	cmd.Flags().StringVarP(&opts.Out, "output", "o", "", "the folder for the Word file")
	cmd.Flags().StringArrayVar(&opts.Texts, "text", nil, "a text, a file or a part of one that goes out, such as regulation-5")
	cmd.Flags().StringArrayVar(&opts.Persons, "person", nil, "only the texts that this person owns, by name, initials or e-mail address")
	cmd.Flags().BoolVar(&opts.Together, "together", false, "one file with everything")
	cmd.Flags().StringVar(&opts.Name, "name", "", "who is to write; the file is named so")
	cmd.Flags().StringVar(&opts.LastYear, "last-year", "", "folder of last year's project, whose texts stand above this year's")
	_ = cmd.MarkFlagDirname("last-year")
	_ = cmd.MarkFlagDirname("output")
	return cmd
}

func runWordsOut(ctx context.Context, e env, opts wordsOutOptions) error {
	r, err := project.Load(ctx, project.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: true})
	if err != nil {
		return err
	}
	if err := readLastYear(ctx, r, opts); err != nil {
		return err
	}
	all, err := r.Written()
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return usagef("the project in %s has no texts yet", opts.Dir)
	}
	comments, err := r.ReadComments()
	if err != nil {
		return err
	}
	parcels, err := opts.parcels(r, all)
	if err != nil {
		return err
	}
	var files []atomicwrite.File
	for _, p := range parcels {
		title := "Texts for the annual performance report " + r.Config.Year.String()
		if p.person != "" {
			title += ": " + p.person
		}
		data, err := words.Out(r, words.Outgoing{Title: title, Texts: p.texts, Comments: comments.Open()})
		if err != nil {
			return err
		}
		files = append(files, atomicwrite.File{Name: fileNameOf(p.person) + ".docx", Data: data})
	}
	warnings, err := atomicwrite.Files(opts.Out, files)
	for _, w := range warnings {
		fmt.Fprintln(e.stderr, "apr:", w)
	}
	if err != nil {
		return err
	}
	for i, p := range parcels {
		fmt.Fprintf(e.stdout, "%s: %s\n", filepath.Join(opts.Out, files[i].Name), wording.Count(len(p.texts), "text", "texts"))
	}
	return nil
}

// readLastYear gives a project the words of last year's, where it is named.
func readLastYear(ctx context.Context, r *project.Project, opts wordsOutOptions) error {
	if opts.LastYear == "" {
		return nil
	}
	before, narrative, err := project.LoadNarrative(ctx, project.Options{Dir: opts.LastYear, Today: opts.Today})
	if err != nil {
		return fmt.Errorf("reading last year's project %s: %v", opts.LastYear, err) // not %w: its positions are of another project
	}
	if before.Year >= r.Config.Year {
		return usagef("--last-year: %s is a project for %s; this one is for %s", opts.LastYear, before.Year, r.Config.Year)
	}
	r.LastYear = narrative
	return nil
}

// parcel is what goes out in one file, to a person or to whoever it is for.
type parcel struct {
	person string
	texts  []project.Written
}

// parcels share out the texts: to the people who own them, or all together.
func (o wordsOutOptions) parcels(r *project.Project, all []project.Written) ([]parcel, error) {
	if len(o.Texts) > 0 || o.Together || o.Name != "" || len(o.Persons) == 0 && len(owners(r, all)) == 0 {
		chosen, err := words.Select(all, o.Texts)
		if err != nil {
			return nil, usageError{err}
		}
		return []parcel{{o.Name, chosen}}, nil
	}
	people := owners(r, all)
	if len(o.Persons) > 0 {
		people = nil
		for _, who := range o.Persons {
			name, err := personOf(r, who)
			if err != nil {
				return nil, err
			}
			if !slices.Contains(people, name) {
				people = append(people, name)
			}
		}
	} else {
		people = append(people, "")
	}
	var out []parcel
	names := map[string]string{}
	for _, name := range people {
		p := parcel{person: name}
		for _, w := range all {
			if r.Assigned(w.Name).Owner == name {
				p.texts = append(p.texts, w)
			}
		}
		if len(p.texts) == 0 && len(o.Persons) > 0 {
			return nil, usagef("%s owns no text in %s", name, project.PeopleFile)
		}
		if other, taken := names[fileNameOf(name)]; taken {
			return nil, fmt.Errorf("the files of %s and %s would have the same name; send one with --person", other, name)
		}
		if len(p.texts) > 0 {
			names[fileNameOf(name)] = name
			out = append(out, p)
		}
	}
	return out, nil
}

// owners are the people who own texts, in order of their first.
func owners(r *project.Project, all []project.Written) []string {
	var names []string
	for _, w := range all {
		if name := r.Assigned(w.Name).Owner; name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// fileNameOf is a person's name as the name of a file that every system takes.
func fileNameOf(name string) string {
	safe := strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '\t':
			return '-'
		case r < ' ' || strings.ContainsRune(`<>:"/\|?*.`, r):
			return -1
		}
		return r
	}, strings.ToLower(name))
	return cmp.Or(strings.Trim(safe, "-"), "texts")
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

It ends with 1 while a conflict is left, and with 3 where a file can't be read; then
nothing is written.`,
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
	_ = cmd.MarkFlagDirname("project")
	formatFlag(cmd, &opts.Format, "text", "json")
	return cmd
}

func runWordsIn(ctx context.Context, e env, opts wordsInOptions) error {
	files, err := wordFiles(opts.Files)
	if err != nil {
		return err
	}
	load := func() (*project.Project, error) {
		return project.Load(ctx, project.Options{Dir: opts.Project, Today: opts.Today, Unhashed: true})
	}
	r, err := load()
	if err != nil {
		return err
	}
	side := map[string]words.Side{"file": words.Theirs, "project": words.Ours}[opts.Side]
	how := words.Options{Side: side}
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
		back, err := words.In(r, f, data, how)
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
		if slices.ContainsFunc(back.Texts, func(t words.Text) bool { return t.State == words.Conflict }) {
			return errFindings
		}
	}
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
	for _, f := range files {
		r, err := load()
		if err != nil {
			return err
		}
		back, err := words.In(r, f, datas[f], how)
		if err != nil {
			return err
		}
		wrote, err := words.Write(r, back.Texts, opts.keys())
		if err != nil {
			return err
		}
		for _, n := range wrote.Texts {
			fmt.Fprintf(out, "apr: wrote %s from %s\n", n, f)
		}
		if wrote.Redrafted {
			fmt.Fprintf(out, "apr: wrote %s, in which what has changed is a draft again\n", project.PeopleFile)
		}
	}
	return nil
}

// wordFiles are the Word files that the command line names, those of folders in order
// of name.
func wordFiles(args []string) ([]string, error) {
	var files []string
	for _, a := range args {
		info, err := os.Stat(a)
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
