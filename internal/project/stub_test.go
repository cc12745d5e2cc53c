package project

import (
	"maps"
	"regexp/syntax"
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

func TestIsStub(t *testing.T) {
	for _, s := range []string{
		"", " \n\t", "TBC", "tbc.", "**TBD**", "[TBC]", "(to follow)", "To be confirmed", "to be\nadded …", "xxx", "XXXX", "???", "...", "…", "-", "—",
		"N/A", "TODO", "Lorem ipsum dolor sit amet, consectetur", "STUB: assess outcome 1 (regulation 3(a)(i)).\n\nMore of it.", "> STUB: x",
		"LAST YEAR: this is the text of 2024/25.\n\nCare at home grew.",
		"Describe how the service has responded to the recommendation.", "Please describe the arrangements.\n\nExplain how they contributed.", "Insert text here", "✓", "1.\n2.\n3.", "Table: Reasons\n\n| Service | Reason |\n|---|---|\n| Prescribing | - |\n| Care at home | TBC |", "Foreword from the Chair to be inserted once Comms have drafted it.", "Please insert narrative on carers here.",
		"Click or tap here to enter text.", "Click here to enter text.", "Choose an item.", "Use this section to set out how services improved quality of life.", "This section should describe the arrangements.",
		"This section has been intentionally left blank.", "This page is intentionally left blank", "150 words max", "Maximum 200 words", "200-300 words", "[Finance to send]", "[Summary of the year]", "*[Chart of NI12]*",
		"Insert date.", "Insert the date of the meeting.", "Enter your name", "Insert picture of the service", "Insert a chart showing the trend.", "Enter details of each locality.", "Insert figures for each outcome.", "Add a paragraph about carers.", "Describe the arrangements for each locality.", "Explain how each priority was taken forward.",
		"Complete the section below.", "Replace this guidance with your text.", "The section should describe the arrangements.", "Use the space below to describe what was done.", "State the reasons for each variance.", "Explain what each service did.", "Consider what went well.", "Write a summary of the year here.", "Paste your text below", "Insert name and job title.",
		"Set out what was done and why. Include any relevant evidence.", "Delete as appropriate.", "Can someone from the service fill this in please", "Could you add the figures here, Fiona?", "Needs input from the locality manager", "Please enter your assessment of performance in this box.", "ABC", "test", "blah blah", "Your text here", "Guidance for authors: keep it short", "Draft – for discussion", "Draft v0.3", "Draft for comment", "- Outline how the plan was reviewed",
		"<!-- write here -->", "<!-- a -->\n\nTBC\n<!-- b\n-->", "<!-- never closed", "# TBC", "Pending",
		"&nbsp;", "\u200b", "\ufeff \u2060", "&#8203;&nbsp;", "# Outcome 1", "### Outcome 1\n\n## More\n", "**Heading**", "__Heading__", "Heading\n===", "---", "* * *",
		"**Heading**\n\nSTUB: assess outcome 1.", "# Heading\nSTUB: x", "Care at home grew.\n\n- STUB: and the rest", "1. **STUB:** x", "Better.\n\nLAST YEAR: x",
		"N/A for this year", "Not applicable.", "To follow in the final version.", "tbc by finance", "To be provided by NHS Moorland", "£XXm", "XX%", "£x.xm", "Text to follow.",
		"Data awaited from finance.", "Awaiting figures from Public Health Scotland", "To be completed once the accounts are audited.", "TBC (Chief Finance Officer)",
		"**Finance**\n\n[insert text here]", "This section will be updated when the audited accounts are available.", "Narrative to be added by the planning team by 14 June 2026.",
		"Details will be added once the locality managers have replied.", "Awaiting input from the locality manager.", "Reasons to be inserted here.", "[Insert text on outcome 6]",
		"To be confirmed once the auditors report.", "The Chief Officer will provide this narrative before publication.", "Not applicable this year as discussed.", "Work in progress.",
		"Being drafted by the policy team.", "Text not yet received from NHS Moorland", "This section is in preparation.", "Finance to supply.", "Outstanding.", "Data not available yet.",
	} {
		if !IsStub(yamlpos.Text{Markdown: s}) {
			t.Errorf("%q says something", s)
		}
	}
	for _, s := range []string{
		// What inspectors ask of a service.
		"Insert the date at each entry.", "Insert pictures in menus.", "Insert a picture of each dish in the menu.", "Insert the name of the key worker in the care plan.", "Enter the date of opening on each bottle.", "Enter the amount given on the chart.", "Enter each fall in the book.", "Insert photographs of residents beside their medicines.", "Type care plans so that they can be read.",
		"State the reason for each restraint.", "State when each medicine was given.", "Explain the changes to residents.", "Explain the reasons to the person before care is given.", "Describe how each person likes to be helped in the care plan.", "Describe the actions to be taken for each risk.", "Give the reason for every dose that was missed.", "Say who is in charge of each shift.",
		"Complete the section on allergies in each care plan.", "Replace the guidance on restraint.", "Amend the guidance for night staff.", "Remove the text that names a resident.", "Use the space in the day room for exercise.", "Use the page at the front for allergies.", "The space must be kept clear of hoists.", "Consider whether a second nurse is needed at night.", "Consider how meals could be made more sociable.", "Add details of next of kin to each record.",
		"Explain why medicines are given.", "Set out who is in charge at night.", "Insert a date field in the system by June.", "Manager to complete audit by 30 June.",
		"Add a paragraph about allergies to each care plan.", "Write a line for every visit.", "Choose an item of clothing with the person each day.", "Write the time of each dose in the column.", "Provide any information that a resident asks for.", "List what each person was given to eat.",
		"List sizes grew in two practices.", "Complete records were found in May.", "Use of agency nurses fell.", "State pensions rose.", "Provide the right care at the right time.", "Add a priority for carers.",
		"[Our website](https://example.org)", "[The ward](https://a.example) was closed [in May](https://b.example)", "Set out in the plan.", "Consider Mrs Rahman, 76, who took fourteen medicines.",
		"This section of the service was closed.", "150 people", "The text here was written by carers.", "Include carers in each plan.", "Draft 2 of the plan was approved.", "Detail is lost.", "Can people choose? In Glenside they can.", "Test results come within a day.", "Add a note of each fall in the care plan.", "State funding fell.", "Type 2 diabetes was found in 40 people.", "Draft guidance for wards was written.",
		"- 640 people\n- 12 classes", "| Ward | Beds |\n|---|---|\n| 2 | 14 |\n| 3 | - |", "97%", "None.", "No", "We improved care at home. Figures TBC.", "The date is to be confirmed by the board.", "x", "Draft guidance was used.",
		"<!-- checked --> Care at home grew.", "The stub: a railway term", "Last year: a good one", "0", "Done in May 2025: electronic records replaced paper.", "# Outcome 1\n\nBetter.", "**Better than before.**", "No.", "Pending decisions were made.",
		"The STUB: marker was removed", "We await the figures with interest, as does the committee", "To follow our plan we spent more on care at home.", "Not applicable to islands: the ferry service is ours alone.",
		"The outcomes have improved.", "Managers have replied to each locality.", "Awaiting a bed: 14 people in each locality.", "The plan is to be updated in 2027 because its period ends.", "&pound;3m", "Not met.", "The board will provide 30 supported tenancies.", "Outstanding repairs were done.",
		"The council will complete the sheltered housing in June.", "A carers' strategy is under development with carers themselves.", "{{ value \"NI12\" }}",
	} {
		if IsStub(yamlpos.Text{Markdown: s}) {
			t.Errorf("%q is held to be a stub", s)
		}
	}
}

func TestLastYearsTextShowsThatItIs(t *testing.T) {
	at := source.Position{File: "narrative/opening.yaml", Line: 3, Column: 5}
	text := yamlpos.NewText("LAST YEAR: this is the text of 2024/25. Bring it up\nto date.\n\nWe spent {{ spend \"total\" }}.\n", at)
	if !IsLastYears(text) {
		t.Error("isn't held to be last year's")
	}
	shown := Shown(text)
	if want := "LAST YEAR: this is the text of 2024/25. Bring it up\nto date."; shown.Markdown != want || shown.At(0) != at {
		t.Errorf("shows %q at %s", shown.Markdown, shown.At(0))
	}
	mine := yamlpos.NewText("We spent it.\n\nAll of it.\n", at)
	if IsLastYears(mine) || Shown(mine).Markdown != mine.Markdown {
		t.Error("this year's text isn't shown whole")
	}
}

// TestEachPlaceholderHasAMark asks of every phrase of a placeholder that it isn't
// passed over for want of a mark.
func TestEachPlaceholderHasAMark(t *testing.T) {
	re, err := syntax.Parse(holds().String(), syntax.Perl)
	if err != nil {
		t.Fatal(err)
	}
	phrases := spelled(re.Simplify())
	if len(phrases) < 100 {
		t.Fatalf("only %d phrases", len(phrases))
	}
	for _, s := range phrases {
		if !holds().MatchString(s) || !isPlaceholder(s) {
			t.Errorf("%q isn't taken for a placeholder", s)
		}
	}
}

// spelled are the texts that an expression matches, each repetition once or not at
// all.
func spelled(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{string(re.Rune)}
	case syntax.OpCharClass:
		var all []string
		for i := 0; i < len(re.Rune); i += 2 {
			for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
				all = append(all, string(r))
			}
		}
		return all
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			all = append(all, spelled(sub)...)
		}
		return all
	case syntax.OpConcat:
		all := []string{""}
		for _, sub := range re.Sub {
			var longer []string
			for _, s := range all {
				for _, end := range spelled(sub) {
					longer = append(longer, s+end)
				}
			}
			all = longer
		}
		return all
	case syntax.OpStar, syntax.OpQuest:
		return append([]string{""}, spelled(re.Sub[0])...)
	case syntax.OpPlus, syntax.OpCapture:
		return spelled(re.Sub[0])
	}
	return []string{""} // the ends of lines and words
}

// TestEachInstructionHasABeginning asks of every beginning of an instruction that it is
// among orders.
func TestEachInstructionHasABeginning(t *testing.T) {
	re, err := syntax.Parse(instructions().String(), syntax.Perl)
	if err != nil {
		t.Fatal(err)
	}
	all := beginnings(re.Simplify())
	if len(all) < 100 {
		t.Fatalf("only %d beginnings", len(all))
	}
	for start := range all {
		if !mayInstruct(start) {
			t.Errorf("%q is no order", start)
		}
	}
}

// beginnings are how the texts begin that an expression matches, by their first letters
// as far as it says which they are: each repetition once or not at all.
func beginnings(re *syntax.Regexp) map[string]bool {
	const enough = 12
	one := func(texts ...string) map[string]bool {
		all := map[string]bool{}
		for _, s := range texts {
			all[strings.ToLower(s)] = true
		}
		return all
	}
	switch re.Op {
	case syntax.OpLiteral:
		return one(string(re.Rune))
	case syntax.OpCharClass:
		return one(string(re.Rune[0])) // the digits alone begin one
	case syntax.OpAlternate, syntax.OpQuest, syntax.OpStar, syntax.OpPlus, syntax.OpCapture:
		all := map[string]bool{}
		if re.Op == syntax.OpQuest || re.Op == syntax.OpStar {
			all[""] = true
		}
		for _, sub := range re.Sub {
			maps.Copy(all, beginnings(sub))
		}
		return all
	case syntax.OpConcat:
		all := one("")
		for _, sub := range re.Sub {
			ends, longer := beginnings(sub), map[string]bool{}
			for s := range all {
				if len(s) >= enough {
					longer[s] = true
					continue
				}
				for end := range ends {
					longer[s+end] = true
				}
			}
			all = longer
		}
		return all
	}
	return one("")
}

// TestIsLastYears: what isn't last year's by its first letter is so by the whole of it.
func TestIsLastYears(t *testing.T) {
	for _, before := range []string{"", "\n", "# ", "**", "> - ", "\u200b", "<!-- x -->", "&nbsp;", "::: {.spotlight}\n", ">:::\n", "x ", "1 ", "L"} {
		for _, words := range []string{"LAST YEAR: old news", "LAST\u00a0YEAR: old news", "&#76;AST YEAR: old news", "last year: old news", "L", "x", ""} {
			text := yamlpos.Text{Markdown: before + words}
			if got, want := IsLastYears(text), strings.HasPrefix(beginning(text), LastYearMarker); got != want {
				t.Errorf("%q is last year's: %v, want %v", text.Markdown, got, want)
			}
		}
	}
}
