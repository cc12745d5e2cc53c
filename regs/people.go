package regs

import (
	"fmt"
	"strings"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// peopleFile is the file as a citation: what it asks for the project asks, and not the
// law. What it names and nobody has is reported by R0-people, with the other inputs.
const peopleFile = "people.yaml of the project; no law or guidance asks for it"

// peopleRules hold the texts against what people.yaml says of them. Without the file they
// find nothing.
var peopleRules = []Rule{
	{
		ID:       "R0-sign-off-lapsed",
		Title:    "A text is in the words that were signed off",
		Level:    Advice,
		Citation: peopleFile,
		Why:      "Who signs a text off stands by its very words. After an edit, however small, nobody does; blanks, line ends and how an accent is coded aren't edits.",
		Blind:    "Values of references, which come from the data and not from the words, and who really typed the name.",
		Check:    checkLapsed,
	},
	{
		ID:       "R0-sign-off",
		Title:    "The texts of a final report are signed off, where the project asks for it",
		Level:    Advice,
		Citation: peopleFile,
		Why:      "sign_off: required says that somebody stands by each text before the report is final. Drafts and provisional reports aren't asked.",
		Blind:    "Texts that are empty, which a final report leaves out and other rules tell.",
		Check:    checkSignedOff,
	},
	{
		ID:       "R0-late",
		Title:    "No text is past the day on which it was due",
		Level:    Advice,
		Citation: peopleFile,
		Why:      "A text that is late keeps those waiting who read it next. One that is agreed or signed off isn't late.",
		Blind:    "Texts without a day, and whether one that is agreed came in time.",
		Check:    checkLate,
	},
	{
		ID:       "R0-length",
		Title:    "No text has more words than were agreed",
		Level:    Advice,
		Citation: peopleFile,
		Why:      "A report that is much longer than was planned isn't read. A figure counts as a word; remarks and the addresses of links don't count.",
		Blind:    "Whether a text is too short, and words within pictures.",
		Check:    checkLength,
	},
}

// signOffPosition is where a text's sign-off is in people.yaml.
func signOffPosition(r *project.Project, t project.TextStatus, key string) source.Position {
	return at(r.People.PositionOf("texts."+t.Name+".signed_off."+key), t.Key)
}

func checkLapsed(r *project.Project, p *Pass) {
	for _, t := range p.reading.turns() {
		if t.SignedOff == nil {
			continue
		}
		signed, _ := parseDate(t.SignedOff.On)
		if !r.Today.IsZero() && signed.After(today(r)) {
			p.add(Finding{Position: signOffPosition(r, t, "on"), Found: fmt.Sprintf("%s is signed off on %s, which is still to come", t.Name, day(signed)),
				Hint: "correct the day", Related: []source.Related{{Position: t.Place(), Message: "the text"}}})
		}
		if t.State != project.Lapsed {
			continue
		}
		hint := fmt.Sprintf("have it signed off again: apr sign %s --by '%s'; or take its old words back", quoted(t.Name), t.SignedOff.By)
		if t.Moved != "" {
			hint = fmt.Sprintf("the words that were signed off are now those of %s: correct the keys in people.yaml", t.Moved)
		}
		p.add(Finding{Position: t.Place(), Hint: hint, Found: fmt.Sprintf("%s has changed since %s signed it off on %s", t.Name, t.SignedOff.By, day(signed)),
			Related: []source.Related{{Position: signOffPosition(r, t, "sha256"), Message: "the sign-off"}}})
	}
}

// readTurns are the texts, where the project says who writes them.
func readTurns(r *project.Project) []project.TextStatus {
	if r.People == nil {
		return nil
	}
	return r.TextStatuses()
}

// quoted is a text's name as a shell takes it.
func quoted(name string) string {
	if strings.ContainsAny(name, "[]() ") {
		return "'" + name + "'"
	}
	return name
}

func checkSignedOff(r *project.Project, p *Pass) {
	if !final(r) || r.People == nil || r.People.SignOff != project.SignOffRequired {
		return
	}
	for _, t := range p.reading.turns() {
		if t.State != project.Drafted && t.State != project.Agreed {
			continue
		}
		p.add(Finding{Position: t.Place(), Found: fmt.Sprintf("%s isn't signed off", t.Name), Wanted: "people.yaml wants every text of a final report signed off",
			Hint:    "apr sign " + quoted(t.Name) + " --by NAME",
			Related: []source.Related{{Position: r.People.PositionOf("sign_off"), Message: "sign_off"}}})
	}
}

func checkLate(r *project.Project, p *Pass) {
	for _, t := range p.reading.turns() {
		days := t.DaysLate(r.Today)
		if days == 0 {
			continue
		}
		due, _ := parseDate(t.Due)
		hint := "write status: agreed in people.yaml when it is, or another day"
		if t.Text.IsZero() {
			hint = "write it; or take its entry out of people.yaml"
		}
		of := ""
		if t.Owner != "" {
			of = ", of " + t.Owner + ","
		}
		p.add(Finding{Position: t.Place(), Found: fmt.Sprintf("%s%s was due on %s, %s ago, and is %s", t.Name, of, day(due), wording.Count(days, "day"), standing(t.State)),
			Hint:    hint,
			Related: []source.Related{{Position: r.People.PositionOf("texts." + t.Name + ".due"), Message: "the day"}}})
	}
}

// standing is how far a text is, within a sentence.
func standing(s project.Status) string {
	switch s {
	case project.Drafted:
		return "a draft"
	case project.Lapsed:
		return "no longer in the words that were signed off"
	}
	return string(s)
}

func checkLength(r *project.Project, p *Pass) {
	for _, t := range p.reading.turns() {
		if over := t.Over(); over > 0 {
			p.add(Finding{Position: t.Place(), Found: fmt.Sprintf("%s has %s; %d were agreed", t.Name, wording.Count(t.Count, "word"), t.Words),
				Hint:    fmt.Sprintf("take out %s, or agree on another number in people.yaml", wording.Count(over, "word")),
				Related: []source.Related{{Position: r.People.PositionOf("texts." + t.Name + ".words"), Message: "the limit"}}})
		}
	}
}
