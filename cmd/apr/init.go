package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"apr/indicators"
	"apr/indicators/workbook"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/report/scaffold"
)

// initOptions are the flags of apr init.
type initOptions struct {
	Dir       string
	Authority string
	Year      string
	From      string
	Workbook  string
	EasyRead  bool
	Today     time.Time
}

func newInit(e env, runF func(context.Context, env, initOptions) error) *cobra.Command {
	var opts initOptions
	cmd := &cobra.Command{
		Use:   "init DIR",
		Short: "Start a report: a project in which every statutory text is a stub",
		Long: `init makes DIR with everything that a report needs: apr.yaml with the authority and
its localities, a narrative in which every statutory text is a stub that quotes its
provision, schemas for editors, a README for colleagues and a workflow for GitHub.
apr build --draft works on it at once, and apr check lists what is to be done.

With --workbook, the Public Health Scotland workbook is copied into the project,
and the newest reporting year that it has is the default of --year.

With --from, last year's project is carried over: authority, localities, rules and
apportionments; its figures become the earlier years; its texts stay, marked as
last year's until somebody has brought them up to date.

With --easy-read, the project has narrative/easy-read.yaml as well: the texts of an Easy
Read version of the report, with short prompts. In a project that is there, init
--easy-read adds that file and nothing else.`,
		Example: `  $ apr init reports/2025-26 --authority Falkirk --year 2025/26
  $ apr init falkirk --authority Falkirk --workbook Core_Suite_Jul2026.xlsx
  $ apr init reports/2026-27 --from reports/2025-26
  $ apr init reports/2025-26 --easy-read`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("name the folder to make, such as: apr init falkirk --authority Falkirk")
			}
			if len(args) > 1 {
				return usagef("expected the one folder to make, found %d: %q", len(args), args)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Dir = filepath.Clean(args[0])
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			if opts.Authority == "" && opts.From == "" && opts.Workbook == "" && !opts.EasyRead {
				return usagef("name the authority with --authority, or last year's project with --from")
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	cmd.Flags().StringVar(&opts.Authority, "authority", "", "the integration authority: its area, board or partnership")
	cmd.Flags().StringVar(&opts.Year, "year", "", "the reporting year such as 2025/26")
	cmd.Flags().StringVar(&opts.From, "from", "", "last year's project, to carry over")
	cmd.Flags().BoolVar(&opts.EasyRead, "easy-read", false, "add the texts of an Easy Read version, to a new project or to one that is there")
	cmd.Flags().StringVar(&opts.Workbook, "workbook", "", "a Public Health Scotland workbook to copy into the project")
	_ = cmd.MarkFlagDirname("from")
	_ = cmd.MarkFlagFilename("workbook", "xlsx", "csv")
	return cmd
}

func runInit(ctx context.Context, e env, opts initOptions) error {
	if opts.EasyRead && opts.Authority == "" && opts.From == "" && opts.Workbook == "" {
		return addEasyRead(e, opts.Dir)
	}
	make := scaffold.Options{Dir: opts.Dir, Workbook: opts.Workbook, EasyRead: opts.EasyRead}
	if opts.From != "" {
		r, err := project.Load(ctx, project.Options{Dir: opts.From, Unhashed: true, Cache: e.cache})
		if err != nil {
			return noLastYear(err)
		}
		make.From = r
	}
	w, err := readWorkbook(opts.Workbook, make.From)
	if err != nil {
		return err
	}
	if make.Authority, err = initAuthority(opts.Authority, make.From, w); err != nil {
		return err
	}
	newest := newestYear(w, make.Authority.Area)
	if w != nil && newest == 0 {
		return usagef("%s has no values for %s", opts.Workbook, make.Authority.Area)
	}
	if make.Year, err = initYear(opts, make.From, newest); err != nil {
		return err
	}
	warnings, err := scaffold.Make(ctx, make)
	e.warn(warnings)
	if full, ok := errors.AsType[*scaffold.FullError](err); ok {
		return usagef("%w; name a new folder", full)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(e.confirm(), "Made %s: %s, %s, to be published by %s.\n", opts.Dir, cmp.Or(make.Authority.Name, make.Authority.Area), make.Year, make.Edition().PublishBy(make.Year).Format("2 January 2006"))
	if w != nil {
		fmt.Fprintf(e.confirm(), "The newest reporting year of the workbook is %s.\n", newest)
		if newest < make.Year {
			fmt.Fprintf(e.confirm(), "It has no values for %s yet: put the next release in its place when it is out.\n", make.Year)
		}
	}
	fmt.Fprintf(e.confirm(), "Next:\n  apr check %[1]s\n  apr build --draft %[1]s\n", shellWord(opts.Dir, runtime.GOOS))
	return nil
}

// noLastYear says of a folder that isn't a project what --from wants: the hint of other
// commands is to start one.
func noLastYear(err error) error {
	input, ok := errors.AsType[*source.InputError](err)
	if !ok || input.Problems[0].Code != project.CodeNoProject {
		return err
	}
	p, hint := input.Problems[0], "name the folder of last year's project, the one with its "+project.ConfigFile
	if !strings.Contains(p.Hint, "apr init") {
		hint = p.Hint
	}
	return fmt.Errorf("--from: %s; %s; nothing was written", p.Message, hint)
}

// addEasyRead adds the texts of the Easy Read version to a project that is there.
func addEasyRead(e env, dir string) error {
	config, _, _, err := project.ReadConfig(project.Options{Dir: dir, Unhashed: true, WithoutMappings: true})
	if err != nil {
		return err
	}
	name, warnings, err := scaffold.AddEasyRead(dir, config.Year, config.Narrative)
	e.warn(warnings)
	if there, ok := errors.AsType[*scaffold.ThereError](err); ok {
		return usagef("%w", there)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(e.confirm(), "Made %s.\nNext:\n  apr build --level easy-read --draft %s\n", name, shellWord(dir, runtime.GOOS))
	return nil
}

// shellWord is a path as it is typed in a shell of the system.
func shellWord(s, system string) string {
	switch {
	case system == "windows" && strings.ContainsAny(s, "$`"):
		return "'" + strings.ReplaceAll(s, "'", "''") + "'" // for PowerShell alone
	case system == "windows" && strings.ContainsAny(s, " '&();,@#{}=^%+"):
		return `"` + s + `"` // no name has quotation marks there
	case system != "windows" && strings.ContainsAny(s, " '\"\\$&();<>|*?~#`"):
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}

// readWorkbook reads the workbook that is to be copied; nil without one.
func readWorkbook(name string, from *project.Project) (*indicators.Workbook, error) {
	if name == "" {
		return nil, nil
	}
	dir, file := filepath.Split(name)
	var known []string
	if from != nil {
		known = []string{from.Config.Authority.Area}
	}
	return workbook.Read(os.DirFS(cmp.Or(dir, ".")), file, known...)
}

// initAuthority is the authority that is named, last year's, or the only one
// that the workbook has values for.
func initAuthority(name string, from *project.Project, w *indicators.Workbook) (indicators.Authority, error) {
	var none indicators.Authority
	if from != nil {
		last := from.Config.Authority
		a := indicators.Authority{
			Area: last.Area, Name: last.Name, Model: string(last.Model), Councils: last.Councils, HealthBoard: last.HealthBoard,
		}
		if named, _, ok := indicators.FindAuthority(name); name != "" && name != last.Name && (!ok || named.Area != last.Area) {
			return none, usagef("--authority %q isn't the authority of last year's project, %s", name, last.Name)
		}
		return a, nil
	}
	if name == "" {
		found := authoritiesOf(w)
		if len(found) == 1 {
			return found[0], nil
		}
		var names []string
		for _, a := range found {
			names = append(names, a.Area)
		}
		return none, usagef("the workbook has values for %s: %s; name yours with --authority",
			wording.Count(len(found), "authority", "authorities"), strings.Join(names, ", "))
	}
	a, hint, ok := indicators.FindAuthority(name)
	if !ok {
		return none, usagef("--authority %q is not one of the 31 integration authorities; %s", name,
			cmp.Or(hint, containing(name), "their names are the areas of the Public Health Scotland workbook"))
	}
	return a, nil
}

// containing suggests the authority that a name is a part of, such as one of
// two councils.
func containing(name string) string {
	for _, a := range indicators.Authorities() {
		for _, known := range append(a.Councils, a.Area) {
			if strings.Contains(strings.ToLower(known), strings.ToLower(name)) {
				return fmt.Sprintf("did you mean %q?", a.Area)
			}
		}
	}
	return ""
}

// authoritiesOf are the authorities that a workbook has values for.
func authoritiesOf(w *indicators.Workbook) []indicators.Authority {
	has := map[string]bool{}
	for _, o := range w.Observations {
		has[o.Area] = has[o.Area] || o.Value != nil
	}
	return slices.DeleteFunc(indicators.Authorities(), func(a indicators.Authority) bool { return !has[a.Area] })
}

// newestYear is the newest reporting year for which a workbook has a value of
// the area; a calendar year stands for the financial year that begins in it. It
// is 0 where there is none.
func newestYear(w *indicators.Workbook, area string) period.Year {
	var newest period.Year
	if w == nil {
		return newest
	}
	for _, o := range w.Observations {
		if o.Area != area || o.Value == nil {
			continue
		}
		if y, err := period.Parse(o.Period); err == nil {
			newest = max(newest, y)
		} else if y, err := time.Parse("2006", o.Period); err == nil {
			newest = max(newest, period.Year(y.Year()))
		}
	}
	return newest
}

// initYear is the year that is named, the one after last year's project, or
// the workbook's newest.
func initYear(opts initOptions, from *project.Project, newest period.Year) (year period.Year, err error) {
	switch {
	case opts.Year != "":
		if year, err = period.Parse(opts.Year); err != nil {
			return 0, usagef("--year: %w", err)
		}
	case from != nil:
		year = from.Config.Year + 1
	case newest != 0:
		year = newest
	default:
		return 0, usagef("name the reporting year, such as --year 2025/26")
	}
	switch {
	case year < period.First:
		return 0, usagef("--year: %s is before %s, the first reporting year", year, period.First)
	case year.Starts().After(opts.Today):
		return 0, usagef("--year: %s has not begun by %s", year, opts.Today.Format(time.DateOnly))
	case from != nil && year <= from.Config.Year:
		return 0, usagef("--year: %s is not after %s, the year of the project in %s", year, from.Config.Year, opts.From)
	}
	return year, nil
}
