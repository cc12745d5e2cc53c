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
	i.Body, i.Service = cmp.Or(i.Body, "A scrutiny body"), cmp.Or(i.Service, "a service")
	s := b.section(2, i.Body+": "+i.Service)
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
	b.inTheirWords(s, i.Progress, i.Body+", on progress")
	if len(i.Recommendations) == 0 {
		return s
	}
	t := b.table(b.words("Recommendations of {body} on {service}, and the action taken", i.Body, i.Service),
		column("No.", document.Left, 0.5), column("Recommendation", document.Left, 3),
		column("Action taken", document.Left, 4), column("Status", document.Left, 1.1))
	for k, r := range i.Recommendations {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			cell(fmt.Sprint(k + 1)), {Content: b.line(r.Recommendation)}, {Content: b.line(r.Action)}, cell(progress(r)),
		}})
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

// aboutInspection is the line under an inspection's heading.
func (b *builder) aboutInspection(i project.Inspection) document.Inlines {
	about := document.Inlines{}
	if i.Date != "" {
		about = append(about, b.inlines("Report of {day}.", day(i.Date))...)
		about = append(about, &document.Text{Text: " "})
	}
	if i.URL != "" {
		about = append(about, &document.Link{URL: i.URL, Content: document.Plain("Read the inspection report on " + i.Service)})
	}
	if i.Grades != "" {
		about = append(about, &document.Text{Text: spaced(len(about) > 0) + "Grades: " + strings.TrimSuffix(i.Grades, ".") + "."})
	}
	if i.None && len(i.Recommendations) == 0 {
		about = append(about, &document.Text{Text: spaced(len(about) > 0) + "It made no recommendation."})
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

// spaced is a blank where something is before.
func spaced(before bool) string {
	if before {
		return " "
	}
	return ""
}

// progress is how far an action has come: its status, and the body's own words.
func progress(r project.Recommendation) string {
	if r.Progress == "" || r.Status == "" {
		return r.Status + r.Progress
	}
	return r.Status + " (" + r.Progress + ")"
}

// grades are the grades of care services over the years, by key question.
func (b *builder) grades(services []project.GradedService) *document.Section {
	s := b.section(2, "Grades of care services")
	b.say(s, b.report.Config.Wording.Grades, "The Care Inspectorate grades care services by key question, from 1 (unsatisfactory) to 6 (excellent); from 4 on a service is good or better. {services}", goodWords(services))
	caption, columns := "Grades of the Care Inspectorate by key question", []document.Column{column("Service", document.Left, 2.4)}
	alone := len(services) == 1 // whose name in each row says nothing
	if alone {
		caption, columns = caption+": "+serviceName(&services[0]), nil
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
				row.Cells = append(row.Cells, cell(serviceName(&services[i])))
			}
			row.Cells = append(row.Cells, cell(day(g.Date)))
			for _, q := range questions {
				row.Cells = append(row.Cells, b.gradeCell(&services[i], &g, q.Key))
			}
			if asked {
				row.Cells = append(row.Cells, countCell(g.Requirements), countCell(g.Areas))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	t.Notes = append(t.Notes, questionNote(questions))
	s.Blocks = append(s.Blocks, t)
	return s
}

func serviceName(s *project.GradedService) string {
	if s.Provider == "" {
		return s.Service
	}
	return s.Service + ", " + s.Provider
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
func goodWords(services []project.GradedService) string {
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
	verb := "were"
	if good == 1 {
		verb = "was"
	}
	return fmt.Sprintf("At the newest inspections below %s of %s %s good or better for each key question that was graded.",
		noneOr(good), plural(len(services), "service", "services"), verb)
}

// noneOr is a number of several in words.
func noneOr(n int) string {
	if n == 0 {
		return "none"
	}
	return inNumber(n)
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
func questionNote(questions []project.KeyQuestion) document.Inlines {
	var words []string
	for _, q := range questions {
		words = append(words, fmt.Sprintf("%s: “%s”", q.Title, q.Text))
	}
	return document.Plain("The key questions as the quality frameworks have them. " + strings.Join(words, " ") + " A dash: the inspection didn't grade the question.")
}
