package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"apr/finance"
	"apr/finance/account"
	"apr/indicators"
	"apr/indicators/workbook"
	"apr/internal/jsonprint"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/regs"
	"apr/regs/claims"
	"apr/regs/claims/facts"
	"apr/regs/format"
)

// claimsOptions are the flags of apr claims.
type claimsOptions struct {
	File      string
	Project   string
	Workbook  string
	Authority string
	Year      string
	Ledger    string
	Format    string
	Today     time.Time
}

// maxClaimsText is how large a text may be: ten times a long report.
const maxClaimsText = 8 << 20

func newClaims(e env, runF func(context.Context, env, claimsOptions) error) *cobra.Command {
	var opts claimsOptions
	cmd := &cobra.Command{
		Use:   "claims FILE",
		Short: "Hold what any text says against the workbook",
		Long: `claims reads a text that another tool made, such as a published report through
pdftotext or a board paper, and lists what it claims about the core suite
indicators: what the workbook bears out, what it contradicts, and what wasn't
read. The file is plain text (.txt), Markdown (.md) or HTML (.html); - is
standard input. A PDF is turned into text first: pdftotext FILE.pdf - | apr claims -
Its pages are read with their layout (-layout) or without: two columns one after the
other, without the lines that head and end each page. Tables of Markdown and HTML are
read where their heads say what a cell is; what else isn't prose is counted.

Against the workbook alone, name it with the authority and the year. --ledger adds
amounts: a table with the columns year, measure, dimension, item and amount, as
finance.history of apr.yaml. With --project the text is held against everything
that a project knows. It exits with 1 when a claim is contradicted.`,
		Example: `  $ apr claims report.txt --workbook phs.xlsx --authority Falkirk --year 2025/26
  $ apr claims - --workbook phs.xlsx --authority Falkirk --year 2025/26 < report.txt
  $ apr claims paper.md --project reports/2025-26 --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("name one text: a .txt, .md or .html file, or - for standard input")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.File = args[0]
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			if err := oneOf("format", opts.Format, format.TextName, format.JSONName, format.SARIFName); err != nil {
				return err
			}
			alone := opts.Workbook != "" || opts.Authority != "" || opts.Year != "" || opts.Ledger != ""
			switch {
			case opts.Project != "" && alone:
				return usagef("--project states the workbook, the authority and the year itself; name one or the other")
			case opts.Project == "" && (opts.Workbook == "" || opts.Authority == "" || opts.Year == ""):
				return usagef("expected --workbook, --authority and --year, or --project")
			case strings.EqualFold(filepath.Ext(opts.File), ".pdf"):
				return usagef("%s is a PDF: make it text first, as pdftotext does: pdftotext %s - | apr claims -", opts.File, opts.File)
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	cmd.Flags().StringVar(&opts.Workbook, "workbook", "", "the Public Health Scotland workbook")
	cmd.Flags().StringVar(&opts.Authority, "authority", "", "the authority or area, with --workbook")
	cmd.Flags().StringVar(&opts.Year, "year", "", "the reporting year such as 2025/26, with --workbook")
	cmd.Flags().StringVar(&opts.Ledger, "ledger", "", "a table of amounts, with --workbook")
	cmd.Flags().StringVar(&opts.Project, "project", "", "a project folder to hold the text against")
	_ = cmd.MarkFlagFilename("workbook", "xlsx", "csv")
	_ = cmd.MarkFlagFilename("ledger", "xlsx", "csv")
	formatFlag(cmd, &opts.Format, format.TextName, format.JSONName, format.SARIFName)
	return cmd
}

// runClaims reads a text and prints its claims.
func runClaims(ctx context.Context, e env, opts claimsOptions) error {
	texts, err := claimsTexts(e, opts.File)
	if err != nil {
		return err
	}
	r, err := claimsFacts(ctx, e, opts)
	if err != nil {
		return err
	}
	reading := claims.Read(facts.Of(r), texts)
	switch opts.Format {
	case format.JSONName:
		err = jsonprint.Write(e.stdout, struct {
			Authority string             `json:"authority"`
			Year      string             `json:"year"`
			Claims    *format.ClaimsJSON `json:"claims"`
		}{r.Config.Authority.Name, r.Config.Year.String(), format.Claims(reading)})
	case format.SARIFName:
		err = format.SARIF(e.stdout, &format.Check{Report: r, Result: &regs.Result{Claims: reading, Findings: regs.ClaimFindings(reading)}, Claims: true, Version: version})
	default:
		fmt.Fprintf(e.stdout, "%s, %s\n", r.Config.Authority.Name, r.Config.Year)
		format.ClaimsText(e.stdout, reading)
	}
	if err == nil && reading.Count(claims.Contradicted) > 0 {
		return errFindings
	}
	return err
}

// claimsTexts are the texts of a file: two where its pages have two columns.
func claimsTexts(e env, file string) ([]claims.Text, error) {
	in, name := e.stdin, "stdin"
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, &source.InputError{Problems: []*source.Problem{{Code: "unreadable-file", Position: source.Position{File: file},
				Message: "the text can't be read: " + errors.Unwrap(err).Error(), Hint: "name a .txt, .md or .html file, or - for standard input"}}}
		}
		defer f.Close() // read only: nothing can be lost
		in, name = f, filepath.ToSlash(file)
	}
	data, err := io.ReadAll(io.LimitReader(in, maxClaimsText+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	refuse := func(message, hint string) ([]claims.Text, error) {
		return nil, &source.InputError{Problems: []*source.Problem{{Code: "unreadable-file", Position: source.Position{File: name}, Message: message, Hint: hint}}}
	}
	switch {
	case len(data) > maxClaimsText:
		return refuse("the text is larger than 8 MB", "give a part of it")
	case strings.HasPrefix(string(data), "%PDF") || strings.HasPrefix(string(data), "PK\x03\x04"):
		return refuse("the file isn't text", "make it text first, as pdftotext does")
	case !utf8.Valid(data) || strings.ContainsRune(string(data), 0):
		return refuse("the file isn't text in UTF-8", "save it as UTF-8")
	}
	return claims.NewTexts(name, string(data)), nil
}

// claimsFacts is what the text is compared with: a project, or a workbook with
// amounts.
func claimsFacts(ctx context.Context, e env, opts claimsOptions) (*project.Project, error) {
	if opts.Project != "" {
		return project.Load(ctx, project.Options{Dir: opts.Project, Today: opts.Today, Unhashed: true, Cache: e.cache})
	}
	table, w, area, err := workbookTable(e, opts.Workbook, opts.Authority, opts.Year)
	if err != nil {
		return nil, err
	}
	r := &project.Project{Config: &project.Config{Year: table.Year}, Narrative: &project.Narrative{}, Workbook: w, Indicators: table, Today: opts.Today}
	r.Config.Authority.Name, r.Config.Authority.Area = opts.Authority, area
	if a, _, ok := indicators.FindAuthority(opts.Authority); ok {
		r.Config.Authority.Councils, r.Config.Authority.HealthBoard = a.Councils, a.HealthBoard
	}
	if opts.Ledger == "" {
		return r, nil
	}
	dir, file := filepath.Split(filepath.Clean(opts.Ledger))
	r.Account, err = account.Compute(ctx, os.DirFS(cmp.Or(dir, ".")), finance.Spec{Year: table.Year, History: file})
	return r, err
}

// workbookTable is the table of a workbook without a project.
func workbookTable(e env, name, authority, yearWritten string) (*indicators.Table, *indicators.Workbook, string, error) {
	year, err := period.Parse(yearWritten)
	if err != nil {
		return nil, nil, "", usagef("--year: %v", err)
	}
	area := authority
	if a, _, ok := indicators.FindAuthority(authority); ok {
		area = a.Area
	}
	dir, file := filepath.Split(filepath.Clean(name))
	w, err := workbook.Read(os.DirFS(cmp.Or(dir, ".")), file, area)
	if err != nil {
		return nil, nil, "", err
	}
	for _, p := range w.Problems {
		fmt.Fprintln(e.stderr, p)
	}
	t, err := w.Table(indicators.TableOptions{Area: area, Year: year})
	return t, w, area, err
}
