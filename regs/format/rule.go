package format

import (
	"fmt"
	"io"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/wording"
	"apr/regs"
)

// doc is everything there is to say of a rule. Each form of the catalogue is
// made from it.
type doc struct {
	regs.Rule
	// provision is the requirement that it belongs to; nil for inputs.
	provision *regs.Requirement
	example   regs.Example
	// shown is false where there is no example.
	shown bool
}

func documentation(rule regs.Rule) doc {
	d := doc{Rule: rule}
	d.example, d.shown = regs.ExampleOf(rule.ID)
	for _, q := range regs.Requirements() {
		if q.ID == rule.Requirement {
			d.provision = &q
		}
	}
	return d
}

// speaker says who asks for what a rule of the level checks.
func speaker(l regs.Level) string {
	switch l {
	case regs.Statutory:
		return "statutory: the law asks for it, and a report that breaks it isn't built"
	case regs.Guidance:
		return "guidance: the Scottish Government's guidance asks for it"
	}
	return "advice: apr's own"
}

// silencing says how to set the rule aside, or why that can't be.
func (d doc) silencing() string {
	switch {
	case d.Level == regs.Statutory:
		return "It can't be silenced: it is the law."
	case !d.CanBeSilenced():
		return "It can't be silenced."
	}
	return "It can be silenced in apr.yaml, with a reason that the report prints:"
}

// silenceYAML is what to write in apr.yaml.
func (d doc) silenceYAML() string {
	if !d.CanBeSilenced() {
		return ""
	}
	return "silence:\n  - rule: " + d.ID + "\n    reason: …\n"
}

// text is the rule in plain text, without its example.
func (d doc) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\nSource: %s\n", sentence(d.Why), d.Citation)
	if d.Quote != "" {
		fmt.Fprintf(&b, "It says: %s\n", d.Quote)
	}
	if d.provision != nil {
		fmt.Fprintf(&b, "\n%s:\n%s\n", d.provision.Citation, strings.TrimSpace(d.provision.Lead+" "+d.provision.Quote))
	}
	fmt.Fprintf(&b, "\nWhat it can't see: %s\n\n%s\n%s", d.blind(), d.silencing(), d.silenceYAML())
	return b.String()
}

// markdown is the rule in Markdown, without its example.
func (d doc) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\nSource: %s\n%s", markdown(sentence(d.Why)), markdown(d.Citation), d.guidance())
	if d.provision != nil {
		fmt.Fprintf(&b, "\n%s:\n\n%s", markdown(d.provision.Citation), quotation(*d.provision))
	}
	fmt.Fprintf(&b, "\nWhat it can't see: %s\n\n%s\n", markdown(d.blind()), d.silencing())
	if y := d.silenceYAML(); y != "" {
		fmt.Fprintf(&b, "\n```yaml\n%s```\n", y)
	}
	return b.String()
}

// blind is what the rule can't see, as it stands after a colon.
func (d doc) blind() string { return wording.SmallFirst(d.Blind) }

// guidance is the guidance's words as a block quotation, "" where there are none.
func (d doc) guidance() string {
	if d.Quote == "" {
		return ""
	}
	return "\n> " + markdown(d.Quote) + "\n"
}

// quotation is a provision's text with what governs it, as a block quotation.
func quotation(q regs.Requirement) string {
	return "> " + markdown(strings.TrimSpace(q.Lead+" "+q.Quote)) + "\n"
}

var regulationNumber = lazyregexp.Lazy(`^[0-9]+`)

// lawURL is where a requirement's provision is published, or "".
func lawURL(requirement string) string {
	switch number := regulationNumber().FindString(requirement); number {
	case "":
		return ""
	case "42":
		return "https://www.legislation.gov.uk/asp/2014/9/section/42"
	default:
		return "https://www.legislation.gov.uk/ssi/2014/326/regulation/" + number + "/made"
	}
}

// ExplainRule prints one rule for people: what it asks, who says so, the quoted
// provision, why it matters, an example, and how to silence it.
func ExplainRule(w io.Writer, rule regs.Rule) error {
	d := documentation(rule)
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\nLevel: %s\nSource: %s\n", d.ID, d.Title, speaker(d.Level), d.Citation)
	if d.Quote != "" {
		fmt.Fprintf(&b, "\n    %s\n", d.Quote)
	}
	fmt.Fprintf(&b, "\n%s\n\nWhat it can't see: %s\n", d.Why, d.blind())
	if d.provision != nil {
		fmt.Fprintf(&b, "\n%s", provisionText(*d.provision))
	}
	if d.shown {
		fmt.Fprintf(&b, "\nFails: %s\n%s", wording.OneLine(d.example.Says), indent(excerpts(d.example.Fails), "    "))
		fmt.Fprintf(&b, "  apr check says:\n%s", indent(d.example.Finds, "    "))
		fmt.Fprintf(&b, "\nPasses:\n%s", indent(excerpts(d.example.Passes), "    "))
	}
	fmt.Fprintf(&b, "\n%s\n%s", d.silencing(), indent(d.silenceYAML(), "    "))
	_, err := io.WriteString(w, b.String())
	return err
}

// ExplainRequirement prints one requirement and its rules.
func ExplainRequirement(w io.Writer, q regs.Requirement) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\nRules:\n", provisionText(q), lawURL(q.ID))
	for _, r := range regs.Rules() {
		if r.Requirement == q.ID {
			fmt.Fprintf(&b, "  %s (%s): %s\n", r.ID, r.Level, r.Title)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func provisionText(q regs.Requirement) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n", q.Title, q.Citation)
	if q.Lead != "" {
		fmt.Fprintf(&b, "    %s\n", q.Lead)
	}
	fmt.Fprintf(&b, "    %s\n", q.Quote)
	return b.String()
}

// excerpts are the parts of an example's files.
func excerpts(parts []regs.Excerpt) string {
	var b strings.Builder
	for _, e := range parts {
		switch {
		case e.File == "":
			fmt.Fprintf(&b, "checked on %s\n", e.Text)
		case e.Absent:
			fmt.Fprintf(&b, "no file %s\n", e.File)
		default:
			fmt.Fprintf(&b, "%s:%d\n%s", e.File, max(e.Line, 1), indent(e.Text, "    "))
		}
	}
	return b.String()
}

// indent puts blanks before each line that isn't empty.
func indent(s, by string) string {
	var b strings.Builder
	for l := range strings.Lines(s) {
		if strings.TrimSpace(l) != "" {
			b.WriteString(by)
		}
		b.WriteString(l)
	}
	return b.String()
}
