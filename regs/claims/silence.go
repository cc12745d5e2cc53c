package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file counts sentences that compare something of the data and of which nothing was read, so that
// nobody takes them for right: "Savings surpassed the level of 2024/25."

// gradesService reports whether the tokens say how a service was graded.
func gradesService(ts []language.Token) bool {
	all := language.Cue(0)
	for i := range ts {
		all |= ts[i].ComparingCues()
	}
	return all&language.CueGrade != 0 && all&language.CueQuestion != 0
}

// compares reports whether one of the tokens compares.
func compares(ts []language.Token) bool {
	all, ofWords := language.Cue(0), language.Cue(0)
	for i := range ts {
		t := &ts[i]
		has := t.ComparingCues()
		all |= has
		if t.Kind != language.WordToken {
			continue
		}
		if has&language.CueCompares != 0 || has&language.CueLikened != 0 && i > 0 && ts[i-1].Text == "as" {
			return true
		}
		ofWords |= has
	}
	return all&language.CueGrade != 0 && all&language.CueQuestion != 0 || ofWords&language.CueKeeps != 0 && all&language.CueTarget != 0
}

// keeps is the item by which the clause says that a target was met or missed, nil where none does.
func (c *clause) keeps() *lex.Item {
	if c.hasFace(facts.FaceTarget) < 0 {
		return nil
	}
	for _, it := range c.items {
		if it.Class == language.IsMet || slices.Contains(language.Keeping, language.LastWord(it.Text)) {
			return it
		}
	}
	return nil
}

// silent counts a sentence of which nothing was read though it compares something that the data have.
func (s *statement) silent(ts []language.Token) {
	if len(ts) < 3 || s.asks() || language.AnyOf(ts, func(t *language.Token) bool { return slices.Contains(language.Wishing, t.Text) }) {
		return
	}
	subject := ""
	about := language.AnyOf(s.items, func(x *lex.Item) bool {
		switch x.Class {
		case language.IsSubject:
			subject = x.Thing.ID
			return x.Thing.Kind == facts.Indicator || x.Thing.Kind == facts.Measure || x.Thing.Kind == facts.Money && s.ofMoney(ts)
		case language.IsArea:
			return x.Area == facts.Scotland || x.Area == facts.Family || facts.IsLocality(x.Area) && s.ofMoney(ts)
		case language.IsFace:
			return x.Face == facts.FaceSpend || x.Face == facts.FaceVariance
		}
		return false
	})
	if !about && s.behind != nil && language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod }) {
		about, subject = true, s.behind.ID // "A week more than the year before."
	}
	if !about && !gradesService(ts) {
		return
	}
	s.leaveAllUnread(subject)
}

// ofMoney reports whether a sentence speaks of what something costs.
func (s *statement) ofMoney(ts []language.Token) bool {
	return s.money || language.AnyOf(ts, func(t *language.Token) bool {
		return slices.Contains([]string{"budget", "budgets", "cost", "costs", "money", "spend", "spent", "spending", "allocation", "bill", "paid", "share", "slice"}, t.Text)
	})
}

// asks reports whether the sentence is a question.
func (s *statement) asks() bool { return s.end > s.start && s.plain[s.end-1] == '?' }

// longestSentence is how many words a sentence may have to be read: what is longer
// isn't a sentence, and would take long.
const longestSentence = 400

// figuresOnly reports whether a sentence is rather a row of figures, such as what is
// left of a table or a chart.
func figuresOnly(ts []language.Token) bool {
	figures, words := 0, 0
	for i := range ts {
		switch ts[i].Kind {
		case language.NumberToken, language.YearToken:
			figures++
		case language.WordToken:
			words++
		}
	}
	return figures >= 5 && figures >= words
}

// worthReading reports whether anything in the tokens can carry a claim.
func worthReading(ts []language.Token) bool {
	for i := range ts {
		switch t := &ts[i]; t.Kind {
		case language.NumberToken, language.ReferenceToken:
			return true
		case language.WordToken:
			if t.Form != nil && t.Form.Carries {
				return true
			}
		}
	}
	return false
}

// quotes reports whether somebody is quoted at length, with more than a grade: graded "very good".
func quotes(ts []language.Token) bool {
	open, words := false, 0
	for i := range ts {
		switch {
		case ts[i].Kind == language.MarkToken && ts[i].Text == `"`:
			if grade := words == 2 && ts[i-2].Text == "very" && ts[i-1].Text == "good"; open && words >= 2 && !grade {
				return true
			}
			open, words = !open, 0
		case open:
			words++
		}
	}
	return false
}
