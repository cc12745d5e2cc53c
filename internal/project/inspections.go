package project

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"apr/internal/project/datum"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// Inspections is regulation-7.yaml: entries, or none: true.
type Inspections struct {
	None         bool            `yaml:"none,omitempty" jsonschema:"description=True when no scrutiny body made a recommendation during the year"`
	Introduction yamlpos.Text    `yaml:"introduction,omitempty" jsonschema:"description=What is before the list"`
	Entries      []Inspection    `yaml:"inspections,omitempty" jsonschema:"description=Inspections of the year; regulation 7 wants those that led to recommendations"`
	Graded       []GradedService `yaml:"graded_services,omitempty" jsonschema:"description=Care services with the grades that the Care Inspectorate gave them over the years"`
	Position     source.Position `yaml:"-"`
}

// Inspection is one inspection. Regulation 7 is about those that led to
// recommendations; one that made none says so.
type Inspection struct {
	Body    string `yaml:"body" jsonschema:"required,description=Healthcare Improvement Scotland; Care Inspectorate; Audit Scotland or Accounts Commission"`
	Service string `yaml:"service" jsonschema:"required,description=The service inspected"`
	Date    string `yaml:"date,omitempty" jsonschema:"description=YYYY-MM-DD of the report"`
	URL     string `yaml:"url,omitempty" jsonschema:"description=Where the inspection report is published"`
	None    bool   `yaml:"none,omitempty" jsonschema:"description=True when the inspection made no recommendation"`
	Grades  string `yaml:"grades,omitempty" jsonschema:"description=The grades that the body gave such as Good for care and support (guidance first edition 5.15)"`
	// Words, Judgements and Progress are the inspectors' own, as of joint inspections
	// that give no grades.
	Words           yamlpos.Text     `yaml:"words,omitempty" jsonschema:"description=What the inspectors found in their own words; printed as a quotation"`
	Judgements      []Judgement      `yaml:"judgements,omitempty" jsonschema:"description=The inspectors' judgement of each thing that they looked at in their own words"`
	Progress        yamlpos.Text     `yaml:"progress,omitempty" jsonschema:"description=What the inspectors said of progress since an earlier inspection in their own words; printed as a quotation"`
	Recommendations []Recommendation `yaml:"recommendations,omitempty" jsonschema:"description=Each recommendation with the action taken"`
	Position        source.Position  `yaml:"-"`
}

// Judgement is what inspectors thought of one thing that they looked at.
type Judgement struct {
	About    string          `yaml:"about" jsonschema:"required,description=What was judged such as Key processes"`
	Judged   string          `yaml:"judgement" jsonschema:"required,description=The judgement in the inspectors' words such as Clear strengths"`
	Position source.Position `yaml:"-"`
}

// Recommendation is one recommendation and what was done.
type Recommendation struct {
	Recommendation yamlpos.Text    `yaml:"recommendation" jsonschema:"required,description=The recommendation as the body worded it"`
	Action         yamlpos.Text    `yaml:"action" jsonschema:"required,description=The action taken to implement it"`
	Status         string          `yaml:"status,omitempty" jsonschema:"enum=complete,enum=in progress,enum=not started,description=How far the action has come"`
	Progress       string          `yaml:"progress,omitempty" jsonschema:"description=How far the action has come in the body's own words such as Largely met"`
	Position       source.Position `yaml:"-"`
}

// GradedService is a care service with the grades that the Care Inspectorate gave it.
type GradedService struct {
	Service   string             `yaml:"service" jsonschema:"required,description=The care service as its registration names it"`
	Provider  string             `yaml:"provider,omitempty" jsonschema:"description=Who provides it"`
	Inspected []GradedInspection `yaml:"inspected" jsonschema:"required,description=Its inspections over the years; the oldest first"`
	Position  source.Position    `yaml:"-"`
}

// GradedInspection is what one inspection of a care service graded: each key question
// of the Care Inspectorate's quality frameworks that it looked at, from 1 to 6.
type GradedInspection struct {
	Date       string `yaml:"date" jsonschema:"required,description=YYYY-MM-DD of the inspection or its report"`
	Wellbeing  *int   `yaml:"wellbeing,omitempty" jsonschema:"minimum=1,maximum=6,description=How well do we support people's wellbeing? 1 unsatisfactory to 6 excellent"`
	Leadership *int   `yaml:"leadership,omitempty" jsonschema:"minimum=1,maximum=6,description=How good is our leadership? 1 to 6"`
	Staff      *int   `yaml:"staff,omitempty" jsonschema:"minimum=1,maximum=6,description=How good is our staff team? 1 to 6"`
	Setting    *int   `yaml:"setting,omitempty" jsonschema:"minimum=1,maximum=6,description=How good is our setting? 1 to 6"`
	Planning   *int   `yaml:"planning,omitempty" jsonschema:"minimum=1,maximum=6,description=How well is our care and support planned? 1 to 6"`
	Covid      *int   `yaml:"covid,omitempty" jsonschema:"minimum=1,maximum=6,description=How good is our care and support during the COVID-19 pandemic? 1 to 6"`
	// Requirements and Areas count what the inspection asked for; nil where the
	// report doesn't say.
	Requirements *int            `yaml:"requirements,omitempty" jsonschema:"minimum=0,description=How many requirements it made"`
	Areas        *int            `yaml:"areas_for_improvement,omitempty" jsonschema:"minimum=0,description=How many areas for improvement it named"`
	Position     source.Position `yaml:"-"`
}

// KeyQuestion is a key question of the Care Inspectorate's quality frameworks.
type KeyQuestion struct {
	// Key is its name in the narrative, Title short and apr's own, and Text as the
	// quality frameworks have it.
	Key, Title, Text string
}

// KeyQuestions are those that services are graded by, in the order of the quality
// frameworks (careinspectorate.com, quality frameworks since 2018; the last since June
// 2020).
func KeyQuestions() []KeyQuestion {
	return []KeyQuestion{
		{"wellbeing", "Wellbeing", "How well do we support people’s wellbeing?"},
		{"leadership", "Leadership", "How good is our leadership?"},
		{"staff", "Staff team", "How good is our staff team?"},
		{"setting", "Setting", "How good is our setting?"},
		{"planning", "Care planning", "How well is our care and support planned?"},
		{"covid", "COVID-19", "How good is our care and support during the COVID-19 pandemic?"},
	}
}

// Grade is the grade of a key question, nil where the inspection didn't look at it.
func (g *GradedInspection) Grade(key string) *int {
	return map[string]*int{
		"wellbeing": g.Wellbeing, "leadership": g.Leadership, "staff": g.Staff, "setting": g.Setting, "planning": g.Planning, "covid": g.Covid,
	}[key]
}

// Good is the grade from which on a service counts as good or better, as for the core
// indicator NI17.
const Good = 4

// GradeWord is the Care Inspectorate's word for a grade from 1 to 6.
func GradeWord(grade int) string {
	words := [...]string{"unsatisfactory", "weak", "adequate", "good", "very good", "excellent"}
	if grade < 1 || grade > len(words) {
		return ""
	}
	return words[grade-1]
}

// Day is the inspection's; ok is false where the date is none, which is told.
func (g *GradedInspection) Day() (day time.Time, ok bool) {
	day, err := time.Parse(time.DateOnly, g.Date)
	return day, err == nil
}

// InOrder are a service's inspections, the oldest first.
func (s *GradedService) InOrder() []GradedInspection {
	list := slices.Clone(s.Inspected)
	slices.SortStableFunc(list, func(a, b GradedInspection) int { return cmp.Compare(a.Date, b.Date) })
	return list
}

// inspections checks what regulation-7.yaml says by itself.
func (c *narrativeChecker) inspections() {
	c.file = "regulation-7.yaml"
	for i, in := range c.narrative.Reg7.Entries {
		entry := yamlpos.Item("inspections", i)
		c.put(entry+".date", dateProblem("date", in.Date))
		c.put(entry+".url", urlProblem("url", in.URL))
	}
	seen := map[string]string{}
	for i := range c.narrative.Reg7.Graded {
		s := &c.narrative.Reg7.Graded[i]
		entry := yamlpos.Item("graded_services", i)
		c.gradedOnce(seen, strings.TrimSpace(s.Service), entry+".service", "the service %q is given twice", "list its inspections under one of them")
		if len(s.Inspected) == 0 {
			c.add("missing-key", entry+".inspected", "give at least one inspection with its date and grades", "the service %q has no inspection", s.Service)
		}
		dates := map[string]string{}
		for j := range s.Inspected {
			c.graded(dates, s, &s.Inspected[j], yamlpos.Item(entry+".inspected", j))
		}
	}
}

// graded checks one inspection's grades.
func (c *narrativeChecker) graded(dates map[string]string, s *GradedService, g *GradedInspection, path string) {
	c.put(path+".date", dateProblem("date", g.Date))
	c.gradedOnce(dates, g.Date, path+".date", "the inspection of "+s.Service+" on %s is given twice", "join them, or correct a date")
	graded := false
	for _, q := range KeyQuestions() {
		graded = graded || g.Grade(q.Key) != nil
	}
	if !graded {
		var keys []string
		for _, q := range KeyQuestions() {
			keys = append(keys, q.Key)
		}
		c.add("missing-key", path, "give at least one of "+wording.List(keys), "the inspection of %s on %s has no grade", s.Service, g.Date)
	}
}

// gradedOnce reports a name that was there before, in whatever case.
func (c *narrativeChecker) gradedOnce(seen map[string]string, name, path, message, hint string) {
	key := strings.ToLower(wording.OneLine(name))
	first, twice := seen[key]
	if key == "" || !twice {
		seen[key] = path
		return
	}
	at := c.narrative.PositionOf(c.file, first)
	c.put(path, &source.Problem{Code: "duplicate-name", Message: fmt.Sprintf(message+"; first on line %d", name, at.Line), Hint: hint,
		Related: []source.Related{{Position: at, Message: "the first"}}})
}

// GradeID names the grade of a key question that an inspection gave a care service.
func GradeID(service, date, key string) datum.ID {
	return datum.ID{Measure: datum.Grade, Of: wording.OneLine(service) + "@" + date + ":" + key}
}

// grades are the grades of care services as figures of the report.
func (n *Narrative) grades() (list []datum.Setting) {
	if n == nil {
		return nil
	}
	for i, s := range n.Reg7.Graded {
		for j := range s.Inspected {
			g := &s.Inspected[j]
			for _, q := range KeyQuestions() {
				grade := g.Grade(q.Key)
				if grade == nil {
					continue
				}
				path := yamlpos.Item(yamlpos.Item("graded_services", i)+".inspected", j) + "." + q.Key
				list = append(list, datum.Setting{ID: GradeID(s.Service, g.Date, q.Key), Value: fmt.Sprint(*grade), Display: fmt.Sprint(*grade),
					Title: fmt.Sprintf("grade of %s for %s, inspected on %s", s.Service, wording.SmallFirst(q.Title), g.Date), Position: n.PositionOf("regulation-7.yaml", path)})
			}
		}
	}
	return list
}

// sameGrades reports whether two narratives are one, or neither has grades.
func sameGrades(a, b *Narrative) bool {
	return a == b || a != nil && b != nil && len(a.Reg7.Graded)+len(b.Reg7.Graded) == 0
}
