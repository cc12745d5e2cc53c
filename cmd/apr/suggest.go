package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"apr/finance"
	"apr/finance/suggest"
	"apr/internal/project"
	"apr/internal/wording"
	"apr/report/mapping"
)

// suggestOptions are the flags of apr finance suggest.
type suggestOptions struct {
	Ledger  string // "" for those that the project names
	Project string
	Sheet   string
	Partner string
	Columns map[string]string
	Format  string
	Output  string // of --format xlsx
	Write   bool
}

func newSuggest(e env, runF func(context.Context, env, suggestOptions) error) *cobra.Command {
	var opts suggestOptions
	cmd := &cobra.Command{
		Use:   "suggest [LEDGER]",
		Short: "Propose classification rules for what a ledger leaves unclassified",
		Long: `suggest reads a ledger, shows its columns and the largest cost centres that no rule
classifies, and proposes rules for them as YAML to paste into apr.yaml. --write adds
them, behind the rules there are; remarks and order stay as they are.

Without LEDGER it reads those that the project names. A ledger that it doesn't name
yet is proposed with the columns that its header suggests; --column says otherwise.

The proposals follow the lines of the national returns (LFR3 and the health costs
mapped to the same services) and go by what cost centres are called. Each is yours
to accept: a rule is only as good as the name it was read from. What the returns
split between two matters stands as a remark, for somebody to decide.

--format xlsx writes a workbook to fill in instead: the cost centres that no rule of
apr.yaml classifies, with lists to choose from. It goes to data/mapping.xlsx, or where
--output says, and never over a file that is there. Asked again, what was filled in
stays. An item "mapping: data/mapping.xlsx" under rules has its rows count as rules.`,
		Example: `  $ apr finance suggest
  $ apr finance suggest data/council-ledger.csv --partner 'Falkirk Council' --write
  $ apr finance suggest --format xlsx --write
  $ apr finance suggest listing.xlsx --column amount='Net spend'`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("expected one ledger at most, found %d: %q", len(args), args)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				opts.Ledger = args[0]
			}
			if err := oneOf("format", opts.Format, "text", "yaml", "json", "xlsx"); err != nil {
				return err
			}
			if opts.Output != "" && opts.Format != "xlsx" {
				return usagef("--output goes with --format xlsx")
			}
			if opts.Ledger == "" && (opts.Partner != "" || opts.Sheet != "" || len(opts.Columns) > 0) {
				return usagef("--partner, --sheet and --column go with a LEDGER; apr.yaml has those of the project's")
			}
			for _, name := range slices.Sorted(maps.Keys(opts.Columns)) {
				if header := opts.Columns[name]; finance.Turned(name, header) {
					return usagef("--column %s=%s is the wrong way round: apr's name comes first, as in --column %s=%s", name, header, header, shellQuoted(name))
				}
			}
			return runF(cmd.Context(), e, opts)
		},
		ValidArgsFunction: cobra.FixedCompletions([]string{"csv", "txt", "xlsx", "gz", "zip"}, cobra.ShellCompDirectiveFilterFileExt),
	}
	cmd.Flags().StringVar(&opts.Project, "project", ".", "the project folder")
	cmd.Flags().StringVar(&opts.Sheet, "sheet", "", "the sheet of an xlsx ledger, the first by default")
	cmd.Flags().StringVar(&opts.Partner, "partner", "", "whose ledger it is")
	cmd.Flags().StringToStringVar(&opts.Columns, "column", nil, "which header is which column, such as amount='Net spend'")
	cmd.Flags().StringVarP(&opts.Output, "output", "o", "", "where the workbook of --format xlsx goes; data/mapping.xlsx of the project by default")
	cmd.Flags().BoolVar(&opts.Write, "write", false, "add the proposals to apr.yaml")
	_ = cmd.MarkFlagDirname("project")
	formatFlag(cmd, &opts.Format, "text", "yaml", "json", "xlsx")
	return cmd
}

func runSuggest(ctx context.Context, e env, opts suggestOptions) error {
	config, spec, folder, err := project.ReadConfig(project.Options{Dir: opts.Project, Unhashed: true, WithoutMappings: opts.Format == "xlsx"})
	if err != nil && !(opts.Ledger != "" && !opts.Write && isAbsent(filepath.Join(opts.Project, project.ConfigFile))) {
		return err
	}
	work, err := ledgersToSurvey(opts, config, spec, folder)
	if err != nil {
		return err
	}
	var proposals []mapping.Proposal
	for _, w := range work {
		survey, err := suggest.SurveyLedger(ctx, w.folder, spec, w.ledger)
		if err != nil {
			return err
		}
		for _, p := range survey.Totals {
			fmt.Fprintln(e.stderr, p)
		}
		proposals = append(proposals, mapping.Propose(config, survey, w.named))
	}
	if opts.Format == "xlsx" {
		return writeMapping(e, opts, config, spec, folder, proposals)
	}
	for _, p := range spec.MappingProblems {
		fmt.Fprintln(e.stderr, p)
	}
	if err := printProposals(e.stdout, opts.Format, proposals); err != nil {
		return err
	}
	if !opts.Write {
		return nil
	}
	return writeProposals(e, opts, proposals)
}

// shellQuoted is a header as a shell takes it for one word.
func shellQuoted(header string) string {
	if strings.ContainsAny(header, " \t()&;|<>$'*?#!£") {
		return `"` + header + `"`
	}
	return header
}

func isAbsent(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// toSurvey is a ledger, and the folder that it is in.
type toSurvey struct {
	ledger finance.LedgerSpec
	folder fs.FS
	named  bool
}

// ledgersToSurvey are the project's ledgers, or the one that the command line
// names: by its path as the shell sees it or as apr.yaml writes it.
func ledgersToSurvey(opts suggestOptions, config *project.Config, spec finance.Spec, folder fs.FS) ([]toSurvey, error) {
	var all []toSurvey
	for _, l := range spec.Ledgers {
		if l.Kind == "" || l.Kind == finance.Actual {
			all = append(all, toSurvey{l, folder, true})
		}
	}
	if opts.Ledger == "" {
		if len(all) == 0 {
			return nil, usagef("%s names no ledgers yet: say which file to read, such as apr finance suggest data/ledger.csv", filepath.Join(opts.Project, project.ConfigFile))
		}
		return all, nil
	}
	inside := projectPath(opts, config != nil)
	for _, w := range all {
		if w.ledger.File == inside && (opts.Sheet == "" || strings.EqualFold(opts.Sheet, w.ledger.Sheet)) {
			return []toSurvey{w}, nil
		}
	}
	ledger := finance.LedgerSpec{File: inside, Sheet: opts.Sheet, Partner: opts.Partner, Columns: opts.Columns}
	if inside == "" {
		if opts.Write {
			return nil, usagef("%s isn't in the project folder %s: copy it there, into data/", opts.Ledger, opts.Project)
		}
		dir, file := filepath.Split(filepath.Clean(opts.Ledger))
		ledger.File = file
		folder = os.DirFS(filepath.Clean(dir))
	}
	return []toSurvey{{ledger, folder, false}}, nil
}

// projectPath is the ledger's path in the project folder, with slashes; "" where
// it is outside.
func projectPath(opts suggestOptions, project bool) string {
	if !project {
		return ""
	}
	if _, err := os.Stat(opts.Ledger); err == nil {
		dir, err1 := filepath.Abs(opts.Project)
		file, err2 := filepath.Abs(opts.Ledger)
		if err1 != nil || err2 != nil {
			return ""
		}
		inside, err := filepath.Rel(dir, file)
		if err != nil || !filepath.IsLocal(inside) {
			return ""
		}
		return filepath.ToSlash(inside)
	}
	if inside := filepath.ToSlash(filepath.Clean(opts.Ledger)); fs.ValidPath(inside) {
		return inside
	}
	return ""
}

// printProposals prints them in the format.
func printProposals(out io.Writer, format string, proposals []mapping.Proposal) error {
	switch format {
	case "json":
		return mapping.JSON(out, proposals)
	case "yaml":
		text, err := mapping.All(proposals).YAML()
		if err != nil {
			return err
		}
		_, err = out.Write(text)
		return err
	}
	return mapping.Text(out, proposals)
}

// writeProposals adds the proposals to apr.yaml and prints how many there are.
func writeProposals(e env, opts suggestOptions, proposals []mapping.Proposal) error {
	path := filepath.Join(opts.Project, project.ConfigFile)
	add := mapping.All(proposals)
	decided, undecided := 0, 0
	for _, p := range proposals {
		decided += len(p.Decided)
		undecided += len(p.Undecided)
	}
	if decided == 0 {
		fmt.Fprintf(e.stderr, "%s is as it was: no rule is proposed that could be used as it is\n", path)
		return nil
	}
	if err := add.AddTo(path); err != nil {
		return err
	}
	fmt.Fprintf(e.stderr, "%s: %s added", path, wording.Count(decided, "rule"))
	if undecided > 0 {
		fmt.Fprintf(e.stderr, ", and %d as remarks for you to decide", undecided)
	}
	fmt.Fprintln(e.stderr, "; look at each, then run apr finance")
	return nil
}
