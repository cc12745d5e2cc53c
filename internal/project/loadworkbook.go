package project

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"apr/indicators"
	"apr/internal/folder"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// workbook reads the core suite workbook and makes the authority's table.
func (l *loader) workbook(_ context.Context, s *stage) error {
	p := l.project.Config
	if p.Workbook == "" || l.broken["workbook"] {
		return nil
	}
	file, _ := folder.LocalPath(p.Workbook) // checked with apr.yaml
	if _, err := fs.Stat(l.folder, file); errors.Is(err, fs.ErrNotExist) {
		return missingFile(l.folder, "workbook", file, p.PositionOf("workbook"))
	}
	workbook, err := l.cache.workbook(l.folder, file, append([]string{p.Authority.Area}, p.Authority.Family...))
	if err != nil {
		return err
	}
	l.project.Workbook = workbook
	s.survive(workbook.Problems)
	if p.Authority.Area == "" || p.Year == 0 || l.broken["indicators"] {
		return nil
	}
	table, err := workbook.Table(tableOptions(p))
	if input, ok := errors.AsType[*source.InputError](err); ok && !slices.ContainsFunc(input.Problems, isNotAbsentArea) {
		s.survive(input.Problems) // the rest of the report can be checked
		return nil
	}
	l.project.Indicators = table
	if err == nil {
		s.survive(explainedInVain(p, table))
	}
	return err
}

// explainedInVain are the explanations in apr.yaml of values that the workbook has.
func explainedInVain(p *Config, table *indicators.Table) (problems []*source.Problem) {
	for i, n := range p.Indicators.NotPublished {
		for _, id := range n.Indicators {
			s := table.ByID(indicators.ID(id))
			for k, y := range n.Years {
				if point := s.At(y); point != nil && point.Value != nil {
					problems = append(problems, &source.Problem{
						Code: indicators.CodeExplained, Position: p.PositionOf(yamlpos.Item(yamlpos.Item("indicators.not_published", i)+".years", k)),
						Message: fmt.Sprintf("%s has a value for %s, which not_published says it hasn't; the value is shown", id, y),
						Hint:    "delete the year", Related: []source.Related{{Position: point.Position, Message: "the value"}},
					})
				}
			}
		}
	}
	return problems
}

func isNotAbsentArea(p *source.Problem) bool { return p.Code != indicators.CodeAbsentArea }

// tableOptions are what apr.yaml says about the indicator table.
func tableOptions(p *Config) indicators.TableOptions {
	return indicators.TableOptions{
		Area: p.Authority.Area, Year: p.Year, Since: p.Authority.Since, Family: p.Authority.Family,
		Proxy:  indicators.Proxy(cmp.Or(p.Indicators.Proxy, string(indicators.PreferCalendar))),
		Breaks: byIndicator(p.Indicators.Breaks), Outcomes: byIndicator(p.Indicators.Outcomes),
		NotPublished: explained(p.Indicators.NotPublished),
	}
}

// explained are the reasons why values weren't published, by indicator and year.
func explained(list []NotPublished) map[indicators.ID]map[period.Year]string {
	out := map[indicators.ID]map[period.Year]string{}
	for _, n := range list {
		for _, id := range n.Indicators {
			if out[indicators.ID(id)] == nil {
				out[indicators.ID(id)] = map[period.Year]string{}
			}
			for _, y := range n.Years {
				out[indicators.ID(id)][y] = n.Reason
			}
		}
	}
	return out
}

func byIndicator[V any](m map[string]V) map[indicators.ID]V {
	out := make(map[indicators.ID]V, len(m))
	for id, v := range m {
		out[indicators.ID(id)] = v
	}
	return out
}
