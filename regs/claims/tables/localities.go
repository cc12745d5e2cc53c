package tables

import (
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
)

// This file reads columns of a table whose rows are the localities.

// rowPlace is the place that the head of a row names: a locality, or the whole authority. ok is false where it names none.
func (r *reading) rowPlace(head string) (place string, ok bool) {
	if place = r.placeNamed(head); place != "" {
		return place, true
	}
	head = strings.TrimPrefix(head, "all ")
	return facts.Own, slices.ContainsFunc(r.headedAreas(), func(a facts.AreaName) bool { return a.Area == facts.Own && a.Name == head })
}

// localityColumns tell of each column that has the values of only one measure in the localities, but for one cell, and a
// word in common with its title.
func (r *reading) localityColumns(heads []string, rows [][]facts.Cell) {
	var of [][]facts.Cell
	var places []string
	for _, row := range rows {
		if place, ok := r.rowPlace(headWords(row[0].Text)); ok && !slices.Contains(places, place) {
			places, of = append(places, place), append(of, row)
		}
	}
	if len(of) != len(rows) {
		return
	}
	for col := 1; col < len(heads); col++ {
		year, ok := r.yearOf(heads[col])
		if !ok || peopleHead().MatchString(heads[col]) {
			continue
		}
		if c, year, ok := r.onlyOther(heads[col], len(of), func(t *facts.Thing) (cells []cellClaim) {
			for i, row := range of {
				if col < len(row) {
					c, ok := r.valueCell(t, row[col])
					if !ok {
						continue
					}
					c.area, c.years = places[i], []int{year}
					cells = append(cells, c)
				}
			}
			return cells
		}); ok {
			r.wrongCell(&c, year)
		}
	}
}

var (
	spendAround  = lazyregexp.Lazy(`\b(?:spend|spent|spending|expenditure)\b`)
	otherAround  = lazyregexp.Lazy(`\b(?:plan|plans|planned|budget|budgets|forecast|per|each|head|person|resident|share|proportion|percentage|on|for)\b`)
	shareOfFunds = lazyregexp.Lazy(`^(?:share|proportion|percentage|%) of (?:the )?(?:money|amount|funding|budget)s? paid (?:to us )?or set aside$`)
)

// localityAmount reads a cell as what was spent in the locality that its row names, or as its share of what was paid or set
// aside: the head of the column says so, or it has no more than a year and the words around the table say so, and nothing
// of what it was spent on.
func (r *reading) localityAmount(q *facts.Quantity, row, column, around string, in facts.Cell) (c cellClaim, ok bool) {
	place := r.placeNamed(row)
	i := slices.IndexFunc(r.facts.Things, func(t *facts.Thing) bool { return t.ID == place && t.Kind == facts.Money })
	if place == "" || i < 0 {
		return c, false
	}
	year, named := r.yearOf(column)
	if !named {
		return c, false
	}
	label := headWords(yearInHead().ReplaceAllString(column, ""))
	c = cellClaim{Cell: in, q: q, thing: r.facts.Things[i], face: facts.FaceSpend, years: []int{year}, dated: yearInHead().MatchString(column)}
	switch {
	case shareOfFunds().MatchString(label):
		c.face = facts.FaceShare
		return c, q.Unit == facts.Percent
	case spendHead().MatchString(label), label == "" && spendAround().MatchString(around) && !otherAround().MatchString(strings.ReplaceAll(around, "for each", "")):
		return c, c.inPounds(column, row, around)
	}
	return c, false
}

var yearInHead = lazyregexp.Lazy(`\b(?:(20\d\d)[/–-](?:20)?\d\d|(?:(march) )?(20\d\d))\b`)

// yearOf is the year of a column's head: the reporting year where it names none; ok is false where it isn't sure.
func (r *reading) yearOf(head string) (year int, ok bool) {
	years := yearInHead().FindAllStringSubmatch(head, -1)
	switch {
	case len(years) == 0:
		return r.facts.Year, true
	case len(years) > 1:
		return 0, false
	case years[0][1] != "":
		year, _ = strconv.Atoi(years[0][1])
		return year, true
	}
	year, _ = strconv.Atoi(years[0][3])
	return year - 1, years[0][2] != ""
}
