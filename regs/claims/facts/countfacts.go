package facts

import (
	"strconv"
	"strings"

	"apr/internal/project"
	"apr/internal/source"
	"apr/regs/claims/exact"
)

// counts are what the report itself counts.
func (l lowering) counts(n *project.Narrative) {
	add := func(id string, at source.Position, faces map[Face]int) {
		names := countNames[id]
		t := &Thing{ID: "count:" + id, Kind: Count, Title: names.title, Names: []string{names.names}, Vocabulary: strings.Fields(names.own), Group: "count"}
		for f, c := range faces {
			t.Set(f, Own, l.Year, Value{Exact: exact.Rat(int64(c), 1), Display: strconv.Itoa(c), Place: at})
		}
		l.Things = append(l.Things, t)
	}
	if len(l.report.Config.Localities) > 0 {
		add("localities", l.report.Config.PositionOf("localities"), map[Face]int{FaceValue: len(l.report.Config.Localities)})
	}
	if d := n.Reg3.Decisions; d.None || len(d.Entries) > 0 {
		add("decisions", d.Position, map[Face]int{FaceValue: len(d.Entries)})
	}
	if in := n.Reg7; in.None || len(in.Entries) > 0 {
		at := in.Position
		if len(in.Entries) > 0 {
			at = in.Entries[0].Position
		}
		add("inspections", at, map[Face]int{FaceValue: len(in.Entries)})
		inspections := l.Things[len(l.Things)-1]
		add("recommendations", at, recommended(in.Entries))
		recommendations := l.Things[len(l.Things)-1]
		for _, e := range in.Entries {
			of := Recommended{Service: e.Service, Names: l.namesOfService(e.Service), Body: strings.ToLower(e.Body), N: len(e.Recommendations), Place: e.Position}
			for _, r := range e.Recommendations {
				of.Made = append(of.Made, Recommendation{Words: strings.ToLower(r.Recommendation.Markdown), Status: r.Status, Place: r.Position})
			}
			l.Recommended = append(l.Recommended, of)
		}
		for body, entries := range byBody(in.Entries) {
			set := func(t *Thing, f Face, n int) {
				t.Set(f, body, l.Year, Value{Exact: exact.Rat(int64(n), 1), Display: strconv.Itoa(n), Place: entries[0].Position})
			}
			set(inspections, FaceValue, len(entries))
			for f, n := range recommended(entries) {
				set(recommendations, f, n)
			}
		}
	}
}

// Recommended is how many recommendations an inspection of the reporting year made on a service.
type Recommended struct {
	Service string
	Names   [][]string // runs of words by which sentences name the service, in small letters
	Body    string     // the scrutiny body, in small letters
	N       int
	Made    []Recommendation
	Place   source.Position
}

// Recommendation is what an inspection recommended, in small letters, and how far that has come: "" where the narrative
// doesn't say.
type Recommendation struct {
	Words, Status string
	Place         source.Position
}

// byBody are the inspections of each body, by its name in small letters.
func byBody(entries []project.Inspection) map[string][]project.Inspection {
	by := map[string][]project.Inspection{}
	for _, e := range entries {
		body := "body:" + strings.ToLower(e.Body)
		by[body] = append(by[body], e)
	}
	return by
}

// recommended counts recommendations, and those that are complete where each says so
// or not.
func recommended(entries []project.Inspection) map[Face]int {
	all, done, unsaid := 0, 0, 0
	for _, e := range entries {
		all += len(e.Recommendations)
		for _, r := range e.Recommendations {
			switch r.Status {
			case "complete":
				done++
			case "": // or progress in the body's own words, which aren't judged
				unsaid++
			}
		}
	}
	faces := map[Face]int{FaceValue: all}
	if unsaid == 0 {
		faces[FaceComplete], faces[FaceOpen] = done, all-done
	}
	return faces
}
