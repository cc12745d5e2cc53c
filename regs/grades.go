package regs

import (
	"fmt"
	"strings"
	"time"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// eachGraded calls f with each graded inspection and its place.
func eachGraded(r *project.Project, f func(s *project.GradedService, i int, place source.Position)) {
	for n := range r.Narrative.Reg7.Graded {
		s := &r.Narrative.Reg7.Graded[n]
		for i := range s.Inspected {
			f(s, i, textPosition(r, 7, fmt.Sprintf("graded_services[%d].inspected[%d].date", n, i), s.Inspected[i].Position))
		}
	}
}

func checkGradesOrder(r *project.Project, p *Pass) {
	eachGraded(r, func(s *project.GradedService, i int, place source.Position) {
		d, ok := s.Inspected[i].Day()
		if !ok {
			return
		}
		if i > 0 {
			if before, ok := s.Inspected[i-1].Day(); ok && before.After(d) {
				p.Report(place, "write the oldest first, or correct the date", "the inspection of %s on %s stands after that of %s", s.Service, day(d), day(before))
			}
		}
		if r.Config.Year != 0 && d.After(r.Config.Year.Ends()) {
			p.Report(place, "leave it for the report of its year, or correct the date",
				"the inspection of %s on %s is of after the reporting year %s", s.Service, day(d), r.Config.Year)
		}
	})
}

func checkGradedInspections(r *project.Project, p *Pass) {
	if reg := r.Narrative.Reg7; len(reg.Entries) == 0 && !reg.None {
		return // R7-1a-unanswered speaks
	}
	eachGraded(r, func(s *project.GradedService, i int, place source.Position) {
		g := &s.Inspected[i]
		d, ok := g.Day()
		if !ok || r.Config.Year == 0 || !within(d, r.Config.Year) {
			return
		}
		asked := 0
		for _, n := range []*int{g.Requirements, g.Areas} {
			if n != nil {
				asked += *n
			}
		}
		listed := listedInspection(r, s.Service, g.Date)
		other, on := listedOtherDay(r, s)
		switch {
		case listed == nil && other != nil && (asked > 0 || g.Requirements == nil || g.Areas == nil):
			p.add(Finding{Position: place, Likely: true, Found: fmt.Sprintf("the inspection of %s on %s is listed with another day, %s", s.Service, day(d), day(on)),
				Hint: "give both the same day, or list the other inspection too", Related: []source.Related{{Position: other.Position, Message: "the inspection as it is listed"}}})
		case listed == nil && asked > 0:
			p.Pending(place, "list the inspection with each requirement and area for improvement as a recommendation, and the action taken",
				"the inspection of %s on %s asked for %s, and isn't among the inspections", s.Service, day(d), wording.Count(asked, "thing"))
		case listed == nil && (g.Requirements == nil || g.Areas == nil):
			p.Report(place, "list it under inspections, or write requirements: 0 and areas_for_improvement: 0",
				"the inspection of %s on %s isn't among the inspections, and nothing says whether it asked for anything", s.Service, day(d))
		case listed != nil && g.Requirements != nil && g.Areas != nil && asked != len(listed.Recommendations) && !linked(*listed):
			p.add(Finding{Position: place, Found: fmt.Sprintf("the inspection of %s on %s asked for %s, and %s listed", s.Service, day(d), wording.Count(asked, "thing"),
				wording.Count(len(listed.Recommendations), "recommendation is", "recommendations are")),
				Hint:    "list each requirement and area for improvement, or correct the numbers",
				Related: []source.Related{{Position: listed.Position, Message: "the inspection"}}})
		}
	})
}

// listedOtherDay is the only inspection of a service that is listed, where it is of the reporting year, on a
// day on which the service has no grades: it is the inspection that gave them with another day. It is nil
// where there is none, and where several of the service's inspections of the year have grades.
func listedOtherDay(r *project.Project, s *project.GradedService) (only *project.Inspection, on time.Time) {
	graded := 0
	for i := range s.Inspected {
		if d, ok := s.Inspected[i].Day(); ok && within(d, r.Config.Year) {
			graded++
		}
	}
	name := plainName(s.Service)
	for i := range r.Narrative.Reg7.Entries {
		e := &r.Narrative.Reg7.Entries[i]
		if of := plainName(e.Service); of == "" || name == "" || !strings.Contains(of, name) && !strings.Contains(name, of) {
			continue
		}
		d, err := time.Parse(time.DateOnly, e.Date)
		if only != nil || err != nil || !within(d, r.Config.Year) {
			return nil, on
		}
		only, on = e, d
	}
	if graded != 1 {
		return nil, on
	}
	return only, on
}

// listedInspection is the inspection of a service on a day that is listed, nil where
// there is none. One without a day stands for each.
func listedInspection(r *project.Project, service, date string) *project.Inspection {
	name := plainName(service)
	for i := range r.Narrative.Reg7.Entries {
		e := &r.Narrative.Reg7.Entries[i]
		if e.Date != "" && e.Date != date {
			continue
		}
		if of := plainName(e.Service); of != "" && name != "" && (strings.Contains(of, name) || strings.Contains(name, of)) {
			return e
		}
	}
	return nil
}
