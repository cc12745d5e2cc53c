package format

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"apr/internal/jsonprint"
	"apr/internal/wording"
	"apr/regs"
)

// RulesText prints the catalogue as a table.
func RulesText(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range regs.Rules() {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", r.ID, r.Level, r.Title, r.Citation)
	}
	return t.Flush()
}

// The JSON of apr rules and apr explain: fields may be added, not changed.
type (
	ruleJSON struct {
		ID            string     `json:"id"`
		Requirement   string     `json:"requirement"`
		Level         regs.Level `json:"level"`
		Title         string     `json:"title"`
		Citation      string     `json:"citation"`
		Why           string     `json:"why"`
		CanBeSilenced bool       `json:"can_be_silenced"`
	}
	explainedJSON struct {
		ruleJSON
		// Quote is what the guidance says that the rule cites.
		Quote string `json:"quote,omitempty"`
		// Blind is what the rule can't see.
		Blind     string         `json:"blind"`
		Provision *provisionJSON `json:"provision,omitempty"`
		Example   *exampleJSON   `json:"example,omitempty"`
	}
	provisionJSON struct {
		ID       string `json:"id"`
		Title    string `json:"title"`
		Citation string `json:"citation"`
		URL      string `json:"url"`
		Lead     string `json:"lead,omitempty"`
		Quote    string `json:"quote"`
	}
	exampleJSON struct {
		Says   string        `json:"says"`
		Fails  []excerptJSON `json:"fails"`
		Finds  []string      `json:"finds"`
		Passes []excerptJSON `json:"passes"`
	}
	// excerptJSON is part of a file from a line on, a file that is absent, or
	// the day of the check.
	excerptJSON struct {
		File   string `json:"file,omitempty"`
		Line   int    `json:"line,omitempty"`
		Text   string `json:"text,omitempty"`
		Absent bool   `json:"absent,omitempty"`
		Day    string `json:"day,omitempty"`
	}
	requirementRulesJSON struct {
		provisionJSON
		Rules []ruleJSON `json:"rules"`
	}
)

// RulesJSON prints the catalogue for other programs.
func RulesJSON(w io.Writer) error {
	out := []ruleJSON{}
	for _, r := range regs.Rules() {
		out = append(out, ruleToJSON(r))
	}
	return jsonprint.Write(w, out)
}

// RuleJSON prints one rule with its provision and example.
func RuleJSON(w io.Writer, rule regs.Rule) error {
	d := documentation(rule)
	out := explainedJSON{ruleJSON: ruleToJSON(rule), Quote: rule.Quote, Blind: rule.Blind}
	if d.provision != nil {
		p := provisionToJSON(*d.provision)
		out.Provision = &p
	}
	if d.shown {
		out.Example = &exampleJSON{
			Says: d.example.Says, Fails: excerptsToJSON(d.example.Fails),
			Finds: strings.Split(strings.TrimSpace(d.example.Finds), "\n"), Passes: excerptsToJSON(d.example.Passes),
		}
	}
	return jsonprint.Write(w, out)
}

// RequirementJSON prints one requirement with its rules.
func RequirementJSON(w io.Writer, q regs.Requirement) error {
	out := requirementRulesJSON{provisionJSON: provisionToJSON(q), Rules: []ruleJSON{}}
	for _, r := range regs.Rules() {
		if r.Requirement == q.ID {
			out.Rules = append(out.Rules, ruleToJSON(r))
		}
	}
	return jsonprint.Write(w, out)
}

func ruleToJSON(r regs.Rule) ruleJSON {
	return ruleJSON{r.ID, r.Requirement, r.Level, r.Title, r.Citation, r.Why, r.CanBeSilenced()}
}

func provisionToJSON(q regs.Requirement) provisionJSON {
	return provisionJSON{q.ID, q.Title, q.Citation, lawURL(q.ID), q.Lead, q.Quote}
}

func excerptsToJSON(parts []regs.Excerpt) []excerptJSON {
	out := []excerptJSON{}
	for _, e := range parts {
		if e.File == "" {
			out = append(out, excerptJSON{Day: e.Text})
			continue
		}
		out = append(out, excerptJSON{File: e.File, Line: e.Line, Text: e.Text, Absent: e.Absent})
	}
	return out
}

// RulesMarkdown prints the whole catalogue, by requirement, with provisions and
// examples. regs/RULES.md is made of it.
func RulesMarkdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString("# The rules of apr check\n\nGenerated from the rules themselves by `go generate ./regs`; don't edit.\n" +
		"The law is quoted under the Open Government Licence v3.0.\n\n" +
		"A **statutory** rule is the law and can't be silenced; **guidance** is the Scottish\n" +
		"Government's; **advice** is apr's own. Each example is what the rule is tested with.\n")
	rules := regs.Rules()
	for _, q := range regs.Requirements() {
		fmt.Fprintf(&b, "\n## %s %s\n\n[%s](%s):\n\n%s", q.ID, markdown(q.Title), markdown(q.Citation), lawURL(q.ID), quotation(q))
		writeRules(&b, rules, q.ID)
	}
	b.WriteString("\n## " + otherFindings + "\n\nThese bear on no single requirement, such as rules about inputs.\n")
	writeRules(&b, rules, "")
	writeLevelChanges(&b, rules)
	_, err := io.WriteString(w, b.String())
	return err
}

// writeLevelChanges lists the rules whose level has changed.
func writeLevelChanges(b *strings.Builder, rules []regs.Rule) {
	now := map[string]regs.Level{}
	for _, r := range rules {
		now[r.ID] = r.Level
	}
	b.WriteString("\n## What changed level\n\nFor pipelines that use `--fail-on`: these rules had another level before.\n\n| rule | was | is | why |\n| --- | --- | --- | --- |\n")
	for _, c := range regs.LevelChanges() {
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", c.Rule, c.Was, now[c.Rule], markdown(c.Why))
	}
}

func writeRules(b *strings.Builder, rules []regs.Rule, requirement string) {
	for _, r := range rules {
		if r.Requirement == requirement {
			writeRule(b, documentation(r))
		}
	}
}

func writeRule(b *strings.Builder, d doc) {
	fmt.Fprintf(b, "\n### %s\n\n%s (%s)\n\n%s\n\nSource: %s\n%s", d.ID, markdown(d.Title), d.Level, markdown(d.Why), markdown(d.Citation), d.guidance())
	fmt.Fprintf(b, "\nIt can't see: %s\n", markdown(d.blind()))
	if !d.shown {
		return
	}
	fmt.Fprintf(b, "\nFails: %s\n\n%s\nwith\n\n%s\nPasses:\n\n%s", markdown(wording.OneLine(d.example.Says)),
		fenced(excerpts(d.example.Fails)), fenced(d.example.Finds), fenced(excerpts(d.example.Passes)))
}

func fenced(s string) string { return "```text\n" + strings.TrimRight(s, "\n") + "\n```\n" }
