package regs

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/evidence"
)

var (
	dayOfYear = lazyregexp.Lazy(`\b(\d{1,2})(?:st|nd|rd|th)?\s+(` + monthNames + `),?\s+(20\d\d)\b`)
	// monthByThen is a month by which something is to be so, behind fourWords.
	monthByThen = lazyregexp.Lazy(`(by|in|from|since|until|on)\s+(` + monthNames + `)\s+(20\d\d)\b`)
	fourWords   = lazyregexp.Lazy(`(?:[\pL’'-]+\s+){4}$`)
	// everyYear are words of what comes back each year, or is a year later.
	everyYear = lazyregexp.Lazy(`(?i)\b(?:annual\w*|yearly|anniversar\w+|year(?:s)? (?:later|earlier|before|after|on|to)|twelve months|12 months|again|each year|every year|next|due|will|would|planned|review\w*|until|ends?|ending|expir\w+|last year|previous\w*|first|second|repeat\w*|same day|compared|than|survey|census|count|snapshot|figures?|numbers?|target|expect\w*)\b`)
)

// aDay is a day that a text gives, with its year apart.
type aDay struct {
	day, words string
	year       string
	at         source.Position
	name       string
	statement  int
}

// turnOfYear are days on which years, halves and quarters end or begin: they are given of many years.
func turnOfYear(day int, month string) bool {
	switch month {
	case "March", "December", "October":
		return day >= 31 || month == "October" && day == 1
	case "June", "September":
		return day == 30
	case "April", "July", "January":
		return day == 1 || month == "July" && day == 31
	}
	return false
}

// yearsApart reports one day that two texts give of two years that follow each other, where nothing says
// that it comes back.
func (p *Pass) yearsApart(r *project.Project) {
	var days []aDay
	all := allSentences(r)
	for i, s := range all {
		if !strings.Contains(s.words, " 20") || everyYear().MatchString(s.words) {
			continue
		}
		for _, m := range dayOfYear().FindAllStringSubmatchIndex(s.words, -1) {
			day, err := time.Parse("2 January", s.words[m[2]:m[3]]+" "+s.words[m[4]:m[5]])
			if err != nil || turnOfYear(day.Day(), day.Month().String()) {
				continue
			}
			days = append(days, aDay{day.Format("2 January"), s.words, s.words[m[6]:m[7]], s.text.At(s.start + m[0]), s.name, i})
		}
		end := 0 // of the month before
		for _, m := range monthByThen().FindAllStringSubmatchIndex(s.words, -1) {
			before := fourWords().FindString(s.words[end:m[0]])
			if before == "" {
				continue
			}
			end = m[1]
			key := strings.ToLower(strings.Join(strings.Fields(before), " ")) + " " + strings.ToLower(s.words[m[2]:m[3]]) + " " + s.words[m[4]:m[5]]
			days = append(days, aDay{key, s.words, s.words[m[6]:m[7]], s.text.At(s.start + m[4]), s.name, i})
		}
	}
	p.monthsApart(days)
	for i := range days {
		b := &days[i]
		k := slices.IndexFunc(days[:i], func(a aDay) bool {
			return a.day == b.day && a.statement != b.statement && oneApart(a.year, b.year) && (strings.Count(a.day, " ") > 1 || ofOneThing(a.words, b.words) && oneOutside(r, &a, b))
		})
		if k < 0 || slices.ContainsFunc(days[:i], func(a aDay) bool { return a.day == b.day && a.year == b.year && a.statement != b.statement }) {
			continue
		}
		wrong, other := b, &days[k]
		if n, m := times(days, *wrong), times(days, *other); n > m || n == m && likelier(r, other, wrong) {
			wrong, other = other, wrong
		}
		p.add(Finding{Position: wrong.at, Found: fmt.Sprintf("the text has %s %s, and another %s: one of the years seems to be wrong", lastPart(wrong.day), wrong.year, other.year),
			Hint: "write the year that is right in both, or say that it comes back each year", Related: []source.Related{{Position: other.at, Message: "the other year"}}})
	}
}

// times is how often a day is given of its year.
func times(days []aDay, d aDay) (n int) {
	for _, o := range days {
		if o.day == d.day && o.year == d.year {
			n++
		}
	}
	return n
}

// likelier reports whether the first of two days is the one that is wrong: of days the one outside the
// reporting year, of what is to be so by a month the earlier, of what is so since one the later.
func likelier(r *project.Project, a, b *aDay) bool {
	if strings.Count(a.day, " ") > 1 {
		return (a.year < b.year) == strings.Contains(a.day, " by ")
	}
	return !withinYear(r, a) && withinYear(r, b)
}

// oneApart reports whether two years, as they are written, follow each other.
func oneApart(a, b string) bool {
	x, errA := time.Parse("2006", a)
	y, errB := time.Parse("2006", b)
	return errA == nil && errB == nil && (x.Year()-y.Year() == 1 || y.Year()-x.Year() == 1)
}

// oneOutside reports whether of two days one lies in the reporting year and the other doesn't.
func oneOutside(r *project.Project, a, b *aDay) bool { return withinYear(r, a) != withinYear(r, b) }

// withinYear reports whether a day lies in the reporting year.
func withinYear(r *project.Project, d *aDay) bool {
	day, err := time.Parse("2 January 2006", d.day+" "+d.year)
	return err == nil && !day.Before(r.Config.Year.Starts()) && !day.After(r.Config.Year.Ends())
}

// smallWords say nothing of what a sentence is about.
var smallWords = setOf(`that this with from were have been their they when which what where board people more than
		about after before between also there these those other health social care services service
		partnership authority months month days weeks held took made some each into only over then
		them most many such both report since still while because january february march april june
		july august september october november december`)

// ofOneThing reports whether two sentences have a word in common that tells what they are about.
func ofOneThing(a, b string) bool {
	words := map[string]bool{}
	for _, w := range placedWords(a) {
		words[strings.ToLower(w.text)] = true
	}
	return slices.ContainsFunc(placedWords(b), func(w placedWord) bool {
		low := strings.ToLower(w.text)
		return len(low) >= 4 && !smallWords()[low] && words[low]
	})
}

// allSentences are those of the narrative, of any year, but for quotations and tables.
func allSentences(r *project.Project) (all []statement) {
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if !says(*t) || project.IsLastYears(*t) || !strings.Contains(t.Markdown, "20") {
			return
		}
		text := *t
		for _, span := range evidence.Sentences(t.Markdown) {
			words := t.Markdown[span.Start:span.End]
			if first := strings.TrimLeft(words, " \n"); first != "" && first[0] != '>' && first[0] != '|' {
				all = append(all, statement{name, blankLines.Replace(words), &text, span.Start})
			}
		}
	})
	return all
}

// lastPart is a day or a month without the words before it.
func lastPart(day string) string {
	words := strings.Fields(day)
	if len(words) == 2 {
		return day
	}
	return words[len(words)-1]
}
