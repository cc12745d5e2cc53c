package regs

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"apr/finance"
	"apr/internal/law"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// at is the first of the positions that says something.
func at(positions ...source.Position) source.Position { return cmp.Or(positions...) }

// projectFile is where the project is described.
var projectFile = source.Position{File: "apr.yaml"}

// regulationFile is the narrative file of a regulation, which should exist.
func regulationFile(r *project.Project, number int) source.Position {
	folder := cmp.Or(r.Config.Narrative, "narrative")
	return source.Position{File: path.Join(folder, fmt.Sprintf("regulation-%d.yaml", number))}
}

// textPosition is where a value of a regulation's narrative file is, by its
// path in the file; else where its mapping does, else the file that should
// exist.
func textPosition(r *project.Project, number int, path string, mapping source.Position) source.Position {
	file := regulationFile(r, number)
	return at(r.Narrative.PositionOf(fmt.Sprintf("regulation-%d.yaml", number), path), mapping, file)
}

// financePosition is the finance key of apr.yaml, or where it should be.
func financePosition(r *project.Project) source.Position {
	return at(r.Config.Finance.Position, r.Config.Position, projectFile)
}

// amountPosition is where an amount was read.
func amountPosition(r *project.Project, a finance.Amount) source.Position {
	p := a.Position
	if p.IsZero() && len(a.Files) > 0 {
		p.File = a.Files[0]
	}
	return at(p, financePosition(r))
}

// relatedAmount is where an amount comes from, or nothing.
func relatedAmount(a finance.Amount, message string) []source.Related {
	if a.Position.IsZero() {
		return nil
	}
	return []source.Related{{Position: a.Position, Message: message}}
}

// workbookPosition is the workbook, or where it should be named.
func workbookPosition(r *project.Project) source.Position {
	if r.Config.Workbook != "" {
		return source.Position{File: r.Config.Workbook}
	}
	return at(r.Config.Position, projectFile)
}

// modelOf is the authority's model: what section 36, regulation 9 and the copies depend
// on.
func modelOf(r *project.Project) law.Model { return lawOf(r).Model(string(r.Config.Authority.Model)) }

// guidanceOn is where the guidance of the reporting year asks for a thing: "second
// edition, 2.1"; ok is false where it doesn't.
func guidanceOn(r *project.Project, topic law.Topic) (place string, ok bool) {
	return lawOf(r).Guidance.Cite(topic)
}

// monitored reports whether there is an integration joint monitoring committee.
func monitored(r *project.Project) bool { return modelOf(r).Committee }

// preceding are the reporting years before the report's, five at most, oldest
// first: those that the authority has had.
func preceding(r *project.Project) []period.Year {
	w := period.Window(r.Config.Year)
	w = w[:max(len(w)-1, 0)]
	return slices.DeleteFunc(w, func(y period.Year) bool { return y < firstReportingYear(r) })
}

// firstReportingYear is the authority's: 2016/17, unless it says otherwise.
func firstReportingYear(r *project.Project) period.Year {
	return max(period.First, r.Config.Authority.Since)
}

// compares settles whether there are years to compare with, and says so where
// there are none.
func (p *Pass) compares(r *project.Project) bool {
	switch y := r.Config.Year; {
	case y == period.First:
		p.NotApplicable(fmt.Sprintf("%s is the first reporting year: there is no preceding one to compare with", y))
		return false
	case y == firstReportingYear(r):
		p.NotApplicable(fmt.Sprintf("%s is the authority's first reporting year: there is no preceding one to compare with", y))
		return false
	case y < period.First:
		p.Report(at(r.Config.Position, projectFile), "write the reporting year in apr.yaml, such as year: 2025/26",
			"the comparison with preceding years needs the reporting year, %s or later", period.First)
		return false
	}
	return true
}

// parseDate reads a day as apr.yaml and the narrative write it.
func parseDate(s string) (time.Time, bool) {
	d, err := time.Parse(time.DateOnly, strings.TrimSpace(s))
	return d, err == nil
}

// within reports whether a day is in the reporting year.
func within(d time.Time, y period.Year) bool { return !d.Before(y.Starts()) && !d.After(y.Ends()) }

// day is a date as people read it.
func day(d time.Time) string { return d.Format("2 January 2006") }

// yearList joins years.
func yearList(years []period.Year) string {
	var words []string
	for _, y := range years {
		words = append(words, y.String())
	}
	return wording.List(words)
}

// sameName compares names of bodies and places as people do.
func sameName(a, b string) bool { return plainName(a) == plainName(b) }

// plainName is a name without case, article, ampersand or odd blanks.
func plainName(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "&", " and "))
	return strings.TrimPrefix(wording.OneLine(s), "the ")
}

// lawOf is the law that applies to the report's year.
func lawOf(r *project.Project) *law.Edition { return r.Law() }
