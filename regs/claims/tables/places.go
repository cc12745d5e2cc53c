package tables

import (
	"slices"
	"strconv"
	"strings"

	"apr/regs/claims/facts"
)

// This file finds of which place and year the figures of a table are: of the authority and the reporting year, or of those
// that the label of their row or the words next to the table name.

// placeCells gives the cells of each row the place of which most of them are right: that of the report,
// or one that is named. Where two places are as likely it is the report's.
func (r *reading) placeCells(all []cellClaim, rows [][]facts.Cell, around string) {
	named := r.placesIn(around)
	for i, row := range rows {
		var of []*cellClaim
		for k := range all {
			if c := &all[k]; c.row == i && !c.placed && c.thing.Kind != facts.Money && c.thing.Kind != facts.People {
				of = append(of, c)
			}
		}
		if len(of) == 0 {
			continue
		}
		places := append(r.placesIn(headWords(row[0].Text)), named...)
		best, most := facts.Own, r.rightIn(of, facts.Own)
		for _, place := range places {
			if n := r.rightIn(of, place); n > most {
				best, most = place, n
			}
		}
		for _, c := range of {
			c.area = best
		}
	}
}

// amountYears gives the amounts that the heads say were planned or spent the year of which most of them are right: the
// reporting year, or one that the words next to the table name.
func (r *reading) amountYears(all []cellClaim, around string) {
	best, most := r.facts.Year, -1
	for _, year := range append([]int{r.facts.Year}, yearsNamed(around)...) {
		n := 0
		for i := range all {
			if c := &all[i]; c.thing.Kind == facts.Money && !c.dated {
				if right, _ := r.cellRight(c, []int{year}); right {
					n++
				}
			}
		}
		if n > most {
			best, most = year, n
		}
	}
	for i := range all {
		if c := &all[i]; c.thing.Kind == facts.Money && !c.dated {
			c.years = []int{best}
		}
	}
}

// yearsNamed are the reporting years that words name.
func yearsNamed(words string) (years []int) {
	for _, m := range yearInHead().FindAllStringSubmatch(words, -1) {
		if year, err := strconv.Atoi(m[1]); err == nil {
			years = append(years, year)
		}
	}
	return years
}

// rightIn is how many of the cells have the figure of a place.
func (r *reading) rightIn(of []*cellClaim, place string) (n int) {
	for _, c := range of {
		there := *c
		there.area = place
		if right, _ := r.cellRight(&there, c.years); right {
			n++
		}
	}
	return n
}

// placesIn are the places other than the report's own that words in small letters name.
func (r *reading) placesIn(words string) (places []string) {
	words = strings.ReplaceAll(words, "'s ", " ")
	if containsWord(words, "scotland") || containsWord(words, "scottish") || containsWord(words, "national") {
		places = append(places, facts.Scotland)
	}
	for _, a := range r.headedAreas() {
		if a.Area != facts.Own && a.Area != facts.Scotland && containsWord(words, a.Name) && !slices.Contains(places, a.Area) {
			places = append(places, a.Area)
		}
	}
	return places
}

// containsWord reports whether a word, or several, stand in a text as words of their own.
func containsWord(text, word string) bool {
	for rest := text; word != ""; {
		i := strings.Index(rest, word)
		if i < 0 {
			return false
		}
		end := i + len(word)
		if (i == 0 || !letter(rest[i-1])) && (end == len(rest) || !letter(rest[end])) {
			return true
		}
		rest = rest[end:]
	}
	return false
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' || c >= 0x80 }

// mostlyWrong reports whether more cells of a row or a column are wrong than right, of several: it is of
// something else, then, such as another place.
func (r *reading) mostlyWrong(all []cellClaim, in func(*cellClaim) bool) bool {
	right, wrong := 0, 0
	for i := range all {
		c := &all[i]
		if !in(c) {
			continue
		}
		if fits, known := r.cellRight(c, c.years); fits {
			right++
		} else if known {
			wrong++
		}
	}
	return wrong > 1 && wrong > right
}
