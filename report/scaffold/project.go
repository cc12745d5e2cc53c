package scaffold

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"apr/indicators"
	"apr/internal/law"
	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/wording"
	"apr/regs"
	"apr/report/schema"
	"apr/templates"
)

// decisionsTemplate is the end of regulation-3.yaml, which is new each year.
const (
	planTemplate      = "narrative/regulation-3.yaml.tmpl"
	decisionsTemplate = "decisions.yaml.tmpl"
)

// lineWidth is how long the lines of stubs and remarks may be.
const lineWidth = 88

// values is what the templates know.
type values struct {
	Authority  indicators.Authority
	Name       string
	Year       period.Year
	Localities []string
	// LocalityNote is a remark on the authority's localities, or "".
	LocalityNote string
	Workbook     string
	Law          *law.Edition
	From         *project.Project
	// carried are the texts carried over, a line each.
	carried []string
}

func newProject(opts Options) (*values, error) {
	p := &values{
		Authority: opts.Authority, Name: opts.Authority.Name, Year: opts.Year,
		Workbook: workbookPath(opts.Workbook), Law: opts.Edition(), From: opts.From,
	}
	if p.From != nil {
		for _, l := range p.From.Config.Localities {
			p.Localities = append(p.Localities, l.Name)
		}
		return p, nil
	}
	all, err := localities()
	if err != nil {
		return nil, err
	}
	for _, l := range all {
		if l.area == opts.Authority.Area {
			p.Localities = append(p.Localities, l.name)
			p.LocalityNote = l.note
		}
	}
	return p, nil
}

// locality is one of Public Health Scotland's localities.
type locality struct{ area, name, note string }

// localities are those that Public Health Scotland's code names. They are what
// a project begins with and are nowhere taken for the strategic plan's.
func localities() ([]locality, error) {
	f, err := templates.Scaffold.Open("scaffold/localities.csv")
	if err != nil {
		return nil, err
	}
	defer f.Close() // embedded
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("the table of localities: %w", err)
	}
	var all []locality
	for _, row := range rows[1:] {
		all = append(all, locality{row[0], row[1], row[2]})
	}
	return all, nil
}

// Starts and Ends are the calendar years in which the reporting year does.
func (p *values) Starts() int { return int(p.Year) }

// Ends is the calendar year in which the reporting year ends.
func (p *values) Ends() int { return int(p.Year) + 1 }

// PublishBy is the last day for publication, for people.
func (p *values) PublishBy() string { return p.Law.PublishBy(p.Year).Format("2 January 2006") }

// PublishByDate is the same day for apr.yaml.
func (p *values) PublishByDate() string { return p.Law.PublishBy(p.Year).Format("2006-01-02") }

// PlanPeriod is a plausible period of the strategic plan: it is reviewed every
// three years at least (section 37).
func (p *values) PlanPeriod() string { return fmt.Sprintf("%d to %d", p.Starts()-1, p.Starts()+2) }

// FileYear is the year as file names have it.
func (p *values) FileYear() string { return strings.ReplaceAll(p.Year.String(), "/", "-") }

// LeadAgency reports a model in which a monitoring committee reports.
func (p *values) LeadAgency() bool { return p.Law.Model(p.Authority.Model).Committee }

// Decisions reports whether section 36 applies.
func (p *values) Decisions() bool { return p.Law.Model(p.Authority.Model).Decisions }

// Copies are the bodies that section 42(5) wants given a copy.
func (p *values) Copies() []string {
	var to []string
	m := p.Law.Model(p.Authority.Model)
	if m.Owes(law.Committee) {
		to = append(to, "the integration joint monitoring committee")
	}
	if m.Owes(law.Constituents) {
		to = append(append(to, p.Authority.Councils...), p.Authority.HealthBoard)
	}
	return to
}

// file is one file made from its template, or carried over from last year.
func (p *values) file(root fs.FS, name string) ([]byte, error) {
	data, err := p.execute(root, name)
	if err != nil {
		return nil, err
	}
	if p.From != nil {
		if data, err = p.carry(strings.TrimSuffix(name, ".tmpl"), data); err != nil {
			return nil, err
		}
	}
	if name != planTemplate {
		return data, nil
	}
	decisions, err := p.execute(root, decisionsTemplate)
	return slices.Concat(data, decisions), err
}

func (p *values) execute(root fs.FS, name string) ([]byte, error) {
	t, err := template.New(path.Base(name)).Delims("[[", "]]").Option("missingkey=error").Funcs(template.FuncMap{
		"schemaLine": schemaLine, "quote": quote, "list": flowList, "stub": stub, "comment": comment, "remark": indented,
	}).ParseFS(root, name)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// schemaLine is the remark by which editors find a file's schema; up leads
// from the file to the project folder.
func schemaLine(name, up string) string {
	return "# yaml-language-server: $schema=" + up + path.Join(schema.Folder, name+".json")
}

// plain are texts that YAML takes for nothing else, in a flow list too.
var plain = lazyregexp.Lazy(`^[A-Z][A-Za-z0-9 ()&/-]*$`)

// quote writes a text as a YAML value.
func quote(s string) (string, error) {
	if plain().MatchString(s) && !slices.Contains([]string{"yes", "no", "on", "off", "true", "false", "null", "y", "n"}, strings.ToLower(s)) {
		return s, nil
	}
	data, err := yaml.Marshal(&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s, Style: yaml.DoubleQuotedStyle})
	return strings.TrimSpace(string(data)), err
}

func flowList(values []string) (string, error) {
	var quoted []string
	for _, v := range values {
		q, err := quote(v)
		if err != nil {
			return "", err
		}
		quoted = append(quoted, q)
	}
	return "[" + strings.Join(quoted, ", ") + "]", nil
}

// stub is a text to be written, as a literal block: what is asked for, and the
// provision in the law's words.
func stub(indent int, requirement, task string) (string, error) {
	q, err := provision(requirement)
	if err != nil {
		return "", err
	}
	margin := strings.Repeat(" ", indent)
	text := fmt.Sprintf("%s %s. %s asks for “%s”", project.StubMarker, task, q.Citation, quoted(q))
	return "|\n" + strings.Join(wrap(text, margin, lineWidth), "\n"), nil
}

// comment is a provision in the law's words as a remark.
func comment(requirement string) (string, error) {
	q, err := provision(requirement)
	if err != nil {
		return "", err
	}
	text := "“" + quoted(q) + "”"
	if q.Lead != "" {
		text = "“" + q.Lead + " " + quoted(q) + "”"
	}
	return strings.Join(wrap(q.Citation+": "+text, "# ", lineWidth), "\n"), nil
}

// indented is a remark in an indented place; the template indents its first line.
func indented(indent int, text string) string {
	margin := strings.Repeat(" ", indent) + "# "
	return strings.TrimSpace(strings.Join(wrap(text, margin, lineWidth), "\n"))
}

func provision(id string) (regs.Requirement, error) {
	for _, q := range regs.Requirements() {
		if q.ID == id {
			return q, nil
		}
	}
	return regs.Requirement{}, fmt.Errorf("a template quotes %s, which is no requirement", strconv.Quote(id))
}

// quoted is the provision's text without what leads to the next paragraph.
func quoted(q regs.Requirement) string {
	return strings.TrimRight(strings.TrimSuffix(q.Quote, "; and"), ";.")
}

// wrap breaks a text into lines of at most so many characters that begin with the
// margin.
func wrap(text, margin string, width int) []string {
	lines := wording.Wrap(text, width-utf8.RuneCountInString(margin))
	for i := range lines {
		lines[i] = margin + lines[i]
	}
	return lines
}
