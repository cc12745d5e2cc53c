package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/atomicwrite"
	"apr/internal/project"
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

func newWordsOut(e env, runF func(context.Context, env, wordsOutOptions) error) *cobra.Command {
	var opts wordsOutOptions
	cmd := &cobra.Command{
		Use:   "out [DIR]",
		Short: "Write texts into Word files for people to write in",
		Long: `out writes texts of the project in DIR into Word files. Where people.yaml says whose
texts they are, each person gets a file, which is named after them, and texts that
nobody owns are in texts.docx; --person makes those of some people alone, --together
one file with everything. --text names texts, by the text, its file or a part of that.
Nothing of the project changes. A file of before in which somebody has written what the
project hasn't is kept beside the new one, as texts-edited.docx.

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
	r, err := project.Load(ctx, project.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: true, Cache: e.cache})
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
	outgoing, err := opts.wordFilesOut(r, all)
	if err != nil {
		return err
	}
	var files []atomicwrite.File
	for _, p := range outgoing {
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
	beside, told := opts.untaken(r, files)
	warnings, err := atomicwrite.Files(opts.Out, append(files[:len(files):len(files)], beside...))
	for _, w := range warnings {
		fmt.Fprintln(e.stderr, "apr:", w)
	}
	if err != nil {
		return err
	}
	e.warn(told)
	for i, p := range outgoing {
		fmt.Fprintf(e.stdout, "%s: %s\n", filepath.Join(opts.Out, files[i].Name), wording.Count(len(p.texts), "text", "texts"))
	}
	return nil
}

// untaken are the files in the places of new ones in which people have written what the
// project hasn't, under other names.
func (opts wordsOutOptions) untaken(r *project.Project, files []atomicwrite.File) (beside []atomicwrite.File, told []string) {
	for _, f := range files {
		place := filepath.Join(opts.Out, f.Name)
		data, err := os.ReadFile(place)
		if err != nil || bytes.Equal(data, f.Data) || !words.Untaken(r, place, data, opts.Today) {
			continue
		}
		name := atomicwrite.Beside(opts.Out, f.Name)
		beside = append(beside, atomicwrite.File{Name: name, Data: data})
		told = append(told, fmt.Sprintf("%s has what the project hasn't: it is kept as %s; apr words in takes it over", place, filepath.Join(opts.Out, name)))
	}
	return beside, told
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

// outgoingFile is what goes out in one file, to a person or to whoever it is for.
type outgoingFile struct {
	person string
	texts  []project.Written
}

// wordFilesOut share out the texts: to the people who own them, or all together.
func (o wordsOutOptions) wordFilesOut(r *project.Project, all []project.Written) ([]outgoingFile, error) {
	if len(o.Texts) > 0 || o.Together || o.Name != "" || len(o.Persons) == 0 && len(owners(r, all)) == 0 {
		chosen, err := words.Select(all, o.Texts)
		if err != nil {
			return nil, usageError{err}
		}
		return []outgoingFile{{o.Name, chosen}}, nil
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
	var out []outgoingFile
	names := map[string]string{}
	for _, name := range people {
		p := outgoingFile{person: name}
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
