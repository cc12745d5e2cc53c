package compose

import (
	"cmp"
	"fmt"
	"strings"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// inspections is regulation 7: each inspection with what was recommended and done, and
// the grades of care services over the years.
func (b *builder) inspections() *document.Section {
	n := b.report.Narrative.Reg7
	s := b.section(1, "Inspection of services", "7(1)(a)", "7(1)(b)")
	b.write(s, n.Introduction)
	if n.None && len(n.Entries) == 0 {
		s.Blocks = append(s.Blocks, b.paragraph("No scrutiny body made a recommendation during {year} as a result of inspecting the planning or delivery of the authority's services.", b.report.Config.Year))
	}
	for _, i := range n.Entries {
		s.Sections = append(s.Sections, b.inspection(i))
	}
	if len(n.Graded) > 0 {
		s.Sections = append(s.Sections, b.grades(n.Graded))
	}
	return s
}

// inspection is one inspection: what the inspectors said, in their words, and what came
// of it.
func (b *builder) inspection(i project.Inspection) *document.Section {
	i.Body, i.Service = cmp.Or(i.Body, b.words("A scrutiny body")), cmp.Or(i.Service, b.words("a service"))
	s := b.section(2, b.joined(": ", i.Body, i.Service))
	if about := b.aboutInspection(i); len(about) > 0 {
		s.Blocks = append(s.Blocks, &document.Paragraph{Content: about})
	}
	b.inTheirWords(s, i.Words, i.Body)
	if len(i.Judgements) > 0 {
		t := b.table(b.words("Judgements on {service}, in the inspectors' words", i.Service), column("What was judged", document.Left, 3), column("Judgement", document.Left, 4))
		for _, j := range i.Judgements {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{cell(wording.OneLine(j.About)), cell(wording.OneLine(j.Judged))}})
		}
		s.Blocks = append(s.Blocks, t)
	}
	b.inTheirWords(s, i.Progress, b.words("{body}, on progress", i.Body))
	if len(i.Recommendations) == 0 {
		return s
	}
	t := b.table(b.words("Recommendations of {body} on {service}, and the action taken", i.Body, i.Service),
		column("No.", document.Left, 0.5), column("Recommendation", document.Left, 3),
		column("Action taken", document.Left, 4), column("Status", document.Left, 1.1))
	for k, r := range i.Recommendations {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			cell(fmt.Sprint(k + 1)), {Content: b.line(r.Recommendation)}, {Content: b.line(r.Action)}, cell(b.progress(r)),
		}})
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

// aboutInspection is the line under an inspection's heading.
func (b *builder) aboutInspection(i project.Inspection) document.Inlines {
	about := document.Inlines{}
	if i.Date != "" {
		about = append(about, b.inlines("Report of {day}.", b.day(i.Date))...)
		about = append(about, &document.Text{Text: " "})
	}
	if i.URL != "" {
		about = append(about, &document.Link{URL: i.URL, Content: b.inlines("Read the inspection report on {service}", i.Service)})
	}
	if i.Grades != "" {
		about = append(spaced(about), b.inlines("Grades: {grades}.", strings.TrimSuffix(i.Grades, "."))...)
	}
	if i.None && len(i.Recommendations) == 0 {
		about = append(spaced(about), b.inlines("It made no recommendation.")...)
	}
	return about
}

// inTheirWords appends a text as a quotation of those who said it.
func (b *builder) inTheirWords(s *document.Section, t yamlpos.Text, who string) {
	s.Lines = append(s.Lines, linesOf(t))
	if blocks := b.blocks(t, "a quotation"); len(blocks) > 0 {
		s.Blocks = append(s.Blocks, &document.Quotation{Blocks: blocks, Attribution: document.Plain(who)})
	}
}

// spaced is a line with a blank behind it where there is anything.
func spaced(line document.Inlines) document.Inlines {
	if len(line) == 0 {
		return nil
	}
	return append(line, &document.Text{Text: " "})
}

// progress is how far an action has come: its status, and the body's own words.
func (b *builder) progress(r project.Recommendation) string {
	if r.Progress == "" || r.Status == "" {
		return r.Status + r.Progress
	}
	return b.joined("", r.Status, " (", r.Progress, ")")
}

// grades are the grades of care services over the years, by key question.
func (b *builder) grades(services []project.GradedService) *document.Section {
	s := b.section(2, "Grades of care services")
	b.say(s, b.report.Config.Wording.Grades, "The Care Inspectorate grades care services by key question, from 1 (unsatisfactory) to 6 (excellent); from 4 on a service is good or better. {services}", b.goodWords(services))
	caption, columns := "Grades of the Care Inspectorate by key question", []document.Column{column("Service", document.Left, 2.4)}
	alone := len(services) == 1 // whose name in each row says nothing
	if alone {
		caption, columns = b.words("Grades of the Care Inspectorate by key question: {service}", b.serviceName(&services[0])), nil
	}
	columns = append(columns, column("Inspected", document.Left, 1.5))
	questions := askedOf(services)
	for _, q := range questions {
		columns = append(columns, column(q.Title, document.Left, 1.2))
	}
	asked := requirementsTold(services)
	if asked {
		columns = append(columns, column("Requirements", document.Right, 1.2), column("Areas for improvement", document.Right, 1.2))
	}
	t := b.table(caption, columns...)
	if !alone {
		t.RowHeads = 2
	}
	for i := range services {
		for _, g := range services[i].InOrder() {
			row := document.Row{}
			if !alone {
				row.Cells = append(row.Cells, cell(b.serviceName(&services[i])))
			}
			row.Cells = append(row.Cells, cell(b.day(g.Date)))
			for _, q := range questions {
				row.Cells = append(row.Cells, b.gradeCell(&services[i], &g, q.Key))
			}
			if asked {
				row.Cells = append(row.Cells, countCell(g.Requirements), countCell(g.Areas))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	t.Notes = append(t.Notes, b.questionNote(questions))
	s.Blocks = append(s.Blocks, t)
	return s
}

func (b *builder) serviceName(s *project.GradedService) string {
	if s.Provider == "" {
		return s.Service
	}
	return b.joined(", ", s.Service, s.Provider)
}

// askedOf are the key questions that any of the services is graded by.
func askedOf(services []project.GradedService) (asked []project.KeyQuestion) {
	for _, q := range project.KeyQuestions() {
		if anyGraded(services, func(g *project.GradedInspection) bool { return g.Grade(q.Key) != nil }) {
			asked = append(asked, q)
		}
	}
	return asked
}

func requirementsTold(services []project.GradedService) bool {
	return anyGraded(services, func(g *project.GradedInspection) bool { return g.Requirements != nil || g.Areas != nil })
}

func anyGraded(services []project.GradedService, is func(*project.GradedInspection) bool) bool {
	for i := range services {
		for j := range services[i].Inspected {
			if is(&services[i].Inspected[j]) {
				return true
			}
		}
	}
	return false
}

// goodWords count the services that are good or better in all that their newest
// inspection graded.
func (b *builder) goodWords(services []project.GradedService) string {
	good := 0
	for i := range services {
		list := services[i].InOrder()
		if len(list) == 0 {
			continue
		}
		all := true
		for _, q := range project.KeyQuestions() {
			if grade := list[len(list)-1].Grade(q.Key); grade != nil && *grade < project.Good {
				all = false
			}
		}
		if all {
			good++
		}
	}
	all := b.count(len(services), "{number} service", "{number} services")
	switch good {
	case 0:
		return b.words("At the newest inspections below none of {services} were good or better for each key question that was graded.", all)
	case 1:
		return b.words("At the newest inspections below {number} of {services} was good or better for each key question that was graded.", b.inNumber(good), all)
	}
	return b.words("At the newest inspections below {number} of {services} were good or better for each key question that was graded.", b.inNumber(good), all)
}

// gradeCell is a grade by number and word, or that the inspection didn't give one.
func (b *builder) gradeCell(s *project.GradedService, g *project.GradedInspection, key string) document.Cell {
	grade := g.Grade(key)
	if grade == nil {
		return cell("–")
	}
	c := b.datumCell(project.GradeID(s.Service, g.Date, key), datum.Usual, fmt.Sprint(*grade))
	c.Content = append(c.Content, &document.Text{Text: " " + project.GradeWord(*grade)})
	return c
}

func countCell(n *int) document.Cell {
	if n == nil {
		return cell("not given")
	}
	return cell(fmt.Sprint(*n))
}

// questionNote says what the heads of the columns stand for.
func (b *builder) questionNote(questions []project.KeyQuestion) document.Inlines {
	var words []string
	for _, q := range questions {
		words = append(words, q.Title+": “"+q.Text+"”")
	}
	return b.inlines("The key questions as the quality frameworks have them. {questions} A dash: the inspection didn't grade the question.", document.Plain(strings.Join(words, " ")))
}
