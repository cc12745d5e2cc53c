package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"apr/indicators"
	"apr/internal/source"
	"apr/report"
)

// indicatorOptions are the flags of apr indicators.
type indicatorOptions struct {
	Dir       string
	Workbook  string
	Authority string
	Year      string
	Format    string
	Today     time.Time
}

func newIndicators(e env, runF func(context.Context, env, indicatorOptions) error) *cobra.Command {
	var opts indicatorOptions
	cmd := &cobra.Command{
		Use:   "indicators [DIR]",
		Short: "Print the core suite indicators as the report will show them",
		Long: `indicators prints all 23 indicators of the core suite for the reporting year and
the years before it, beside Scotland. Without a project, name the workbook, the
authority and the year.`,
		Example: `  $ apr indicators
  $ apr indicators --workbook phs.xlsx --authority Falkirk --year 2025/26
  $ apr indicators --format json`,
		Args: maximumOneDir,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Dir = projectDir(args)
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			if err := oneOf("format", opts.Format, "text", "json"); err != nil {
				return err
			}
			if opts.Workbook != "" && len(args) > 0 {
				return usagef("name a project folder or a workbook, not both")
			}
			if opts.Workbook != "" && (opts.Authority == "" || opts.Year == "") {
				return usagef("--workbook needs --authority and --year too")
			}
			if opts.Workbook == "" && (opts.Authority != "" || opts.Year != "") {
				return usagef("--authority and --year go with --workbook; a project states its own in apr.yaml")
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	cmd.Flags().StringVar(&opts.Workbook, "workbook", "", "a workbook to read without a project")
	cmd.Flags().StringVar(&opts.Authority, "authority", "", "the authority or area, with --workbook")
	cmd.Flags().StringVar(&opts.Year, "year", "", "the reporting year such as 2025/26, with --workbook")
	_ = cmd.MarkFlagFilename("workbook", "xlsx", "csv")
	formatFlag(cmd, &opts.Format, "text", "json")
	return cmd
}

func runIndicators(ctx context.Context, e env, opts indicatorOptions) error {
	t, name, err := indicatorTable(ctx, e, opts)
	if err != nil {
		return err
	}
	if opts.Format == "json" {
		return writeJSON(e.stdout, indicatorsJSON(name, t))
	}
	return writeIndicators(e.stdout, t)
}

// indicatorTable is the project's table, or that of a workbook by itself.
func indicatorTable(ctx context.Context, e env, opts indicatorOptions) (*indicators.Table, string, error) {
	if opts.Workbook == "" {
		r, err := report.Load(ctx, report.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: true})
		if err != nil {
			return nil, "", err
		}
		if r.Indicators == nil {
			return nil, "", fmt.Errorf("%s names no workbook: add 'workbook: FILE' to it, or use --workbook", filepath.Join(opts.Dir, "apr.yaml"))
		}
		return r.Indicators, r.Project.Authority.Name, nil
	}
	t, _, area, err := workbookTable(e, opts.Workbook, opts.Authority, opts.Year)
	return t, area, err
}

// The JSON contract of apr indicators.
type (
	indicatorsReport struct {
		Authority  string          `json:"authority"`
		Year       string          `json:"year"`
		Indicators []indicatorJSON `json:"indicators"`
	}
	indicatorJSON struct {
		ID            indicators.ID       `json:"id"`
		Title         string              `json:"title"`
		Unit          string              `json:"unit"`
		Polarity      indicators.Polarity `json:"polarity"`
		Rank          int                 `json:"rank,omitempty"`
		RankOf        int                 `json:"rank_of,omitempty"`
		FamilyAverage *float64            `json:"family_average,omitempty"`
		Change        *changeJSON         `json:"change,omitempty"`
		ChangeFirst   *changeJSON         `json:"change_from_first,omitempty"`
		Points        []pointJSON         `json:"points"`
	}
	changeJSON struct {
		From       string               `json:"from"`
		To         string               `json:"to"`
		Difference float64              `json:"difference"`
		Percent    *float64             `json:"percent,omitempty"`
		Direction  indicators.Direction `json:"direction"`
	}
	pointJSON struct {
		Year     string            `json:"year"`
		Period   string            `json:"period,omitempty"`
		Basis    indicators.Basis  `json:"basis,omitempty"`
		Status   indicators.Status `json:"status"`
		Value    *float64          `json:"value,omitempty"`
		Lower    *float64          `json:"lower,omitempty"`
		Upper    *float64          `json:"upper,omitempty"`
		Scotland *float64          `json:"scotland,omitempty"`
		Position *source.Position  `json:"position,omitempty"`
		Note     string            `json:"note,omitempty"`
	}
)

func indicatorsJSON(authority string, t *indicators.Table) indicatorsReport {
	out := indicatorsReport{Authority: authority, Year: t.Year.String()}
	for _, s := range t.Series {
		i := indicatorJSON{
			ID: s.Indicator.ID, Title: s.Indicator.Title, Unit: s.Indicator.Unit, Polarity: s.Indicator.Polarity,
			Rank: s.Rank, RankOf: s.Of, FamilyAverage: s.FamilyAverage,
			Change: changeToJSON(s.FromPrevious), ChangeFirst: changeToJSON(s.FromFirst),
		}
		for _, p := range s.Points {
			i.Points = append(i.Points, pointToJSON(p))
		}
		out.Indicators = append(out.Indicators, i)
	}
	return out
}

func changeToJSON(c *indicators.Change) *changeJSON {
	if c == nil {
		return nil
	}
	return &changeJSON{c.From, c.To, c.Difference, c.Percent, c.Direction}
}

func pointToJSON(p indicators.Point) pointJSON {
	out := pointJSON{
		Year: p.Year.String(), Period: p.Period, Basis: p.Basis, Status: p.Status,
		Value: p.Value, Lower: p.Lower, Upper: p.Upper, Scotland: p.Scotland,
	}
	if !p.Position.IsZero() {
		out.Position = &p.Position
	}
	for i, n := range p.Notes {
		if i > 0 {
			out.Note += " "
		}
		out.Note += n
	}
	return out
}

// writeIndicators prints the table with each distinct note once below it.
func writeIndicators(out io.Writer, t *indicators.Table) error {
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "%s, %s\n\n", t.Area, t.Year)
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "\tunit")
	for _, y := range t.Window {
		fmt.Fprintf(w, "\t%s", y)
	}
	fmt.Fprintln(w, "\tScotland\tchange\trank")
	var notes []string
	numbers := map[string]int{}
	for _, s := range t.Series {
		fmt.Fprintf(w, "%s\t%s", s.Indicator.ID, s.Indicator.Unit)
		for _, p := range s.Points {
			text := string(p.Status)
			if p.Value != nil {
				text = s.Indicator.Format(*p.Value)
			}
			for _, n := range p.Notes {
				if numbers[n] == 0 {
					notes = append(notes, n)
					numbers[n] = len(notes)
				}
				text += fmt.Sprintf(" [%d]", numbers[n])
			}
			fmt.Fprintf(w, "\t%s", text)
		}
		fmt.Fprintf(w, "\t%s\t%s\t%s\n", scotlandText(s), changeText(s), rankText(s))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(b)
	for i, n := range notes {
		fmt.Fprintf(b, "[%d] %s\n", i+1, n)
	}
	return b.Flush()
}

func scotlandText(s *indicators.Series) string {
	if p := s.Newest(); p != nil && p.Scotland != nil {
		return s.Indicator.Format(*p.Scotland)
	}
	return "-"
}

func changeText(s *indicators.Series) string {
	if s.FromPrevious == nil {
		return "-"
	}
	return s.FromPrevious.Describe(s.Indicator) + ": " + string(s.FromPrevious.Direction)
}

func rankText(s *indicators.Series) string {
	if s.Rank == 0 {
		return "-"
	}
	return fmt.Sprintf("%d of %d", s.Rank, s.Of)
}
