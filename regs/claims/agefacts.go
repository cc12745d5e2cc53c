package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// olderPeople is the age from which people are counted as older.
const olderPeople = "65"

// ages are the shares of people aged 65 or over by locality, from a table of the report with a column
// that says so, and that of the whole area as they make it.
func (l lowering) ages() {
	people := l.things("population")
	if people == nil || l.report.Narrative == nil {
		return
	}
	t := &Thing{ID: "older", Kind: isPeople, Title: "people aged " + olderPeople + " or over", Unit: percent, Group: "population"}
	l.report.Narrative.EachText(func(_ string, text *yamlpos.Text) {
		if !strings.Contains(text.Markdown, "ged "+olderPeople) {
			return
		}
		for _, rows := range tablesOf(text.Markdown) {
			l.agesOf(t, rows, text.At)
		}
	})
	all, sum := new(big.Rat), new(big.Rat)
	var at source.Position
	for _, locality := range l.report.Config.Localities {
		v, ok := l.at(t, value, "locality:"+locality.Name, l.Year)
		n, known := l.at(people, value, "locality:"+locality.Name, l.Year)
		if !ok || !known {
			return
		}
		all.Add(all, n.Exact)
		sum.Add(sum, new(big.Rat).Mul(v.Exact, n.Exact))
		at = v.Place
	}
	if all.Sign() <= 0 {
		return
	}
	whole := sum.Quo(sum, all)
	shown := whole.FloatString(0)
	t.set(value, own, l.Year, Value{Exact: whole, Shown: parsed(shown), Display: shown + "%", Place: at})
	l.Things = append(l.Things, t)
}

// things is the thing with an id, or nil.
func (l lowering) things(id string) *Thing {
	if i := slices.IndexFunc(l.Things, func(t *Thing) bool { return t.ID == id }); i >= 0 {
		return l.Things[i]
	}
	return nil
}

// agesOf takes the shares from a table whose rows are localities.
func (l lowering) agesOf(t *Thing, rows [][]cell, at func(int) source.Position) {
	if len(rows) < 3 {
		return
	}
	col := slices.IndexFunc(rows[0], func(c cell) bool {
		head := strings.ToLower(c.text)
		return head == "aged "+olderPeople+" or over" || head == "aged "+olderPeople+" and over" || head == olderPeople+"+"
	})
	if col < 1 {
		return
	}
	for _, row := range rows[2:] {
		if col >= len(row) || !strings.HasSuffix(row[col].text, "%") {
			continue
		}
		v := parsed(strings.TrimSuffix(row[col].text, "%"))
		for _, locality := range l.report.Config.Localities {
			if v != nil && strings.EqualFold(row[0].text, locality.Name) {
				t.set(value, "locality:"+locality.Name, l.Year, Value{Exact: v, Display: row[col].text, Place: at(row[col].at)})
			}
		}
	}
}
