package facts

import (
	"math/big"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/exact"
)

// OlderPeople is the age from which people are counted as older.
const OlderPeople = "65"

// ages are the shares of people aged 65 or over by locality, from a table of the report with a column
// that says so, and that of the whole area as they make it.
func (l lowering) ages() {
	people := l.things("population")
	if people == nil || l.report.Narrative == nil {
		return
	}
	t := &Thing{ID: "older", Kind: People, Title: "people aged " + OlderPeople + " or over", Unit: Percent, Group: "population"}
	l.report.Narrative.EachText(func(_ string, text *yamlpos.Text) {
		if !strings.Contains(text.Markdown, "ged "+OlderPeople) {
			return
		}
		for _, rows := range tablesOf(text.Markdown) {
			l.agesOf(t, rows, text.At)
		}
	})
	all, sum := new(big.Rat), new(big.Rat)
	var at source.Position
	for _, locality := range l.report.Config.Localities {
		v, ok := l.At(t, FaceValue, "locality:"+locality.Name, l.Year)
		n, known := l.At(people, FaceValue, "locality:"+locality.Name, l.Year)
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
	t.Set(FaceValue, Own, l.Year, Value{Exact: whole, Shown: exact.Parse(shown), Display: shown + "%", Place: at})
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
func (l lowering) agesOf(t *Thing, rows [][]Cell, at func(int) source.Position) {
	if len(rows) < 3 {
		return
	}
	col := slices.IndexFunc(rows[0], func(c Cell) bool {
		head := strings.ToLower(c.Text)
		return head == "aged "+OlderPeople+" or over" || head == "aged "+OlderPeople+" and over" || head == OlderPeople+"+"
	})
	if col < 1 {
		return
	}
	for _, row := range rows[2:] {
		if col >= len(row) || !strings.HasSuffix(row[col].Text, "%") {
			continue
		}
		v := exact.Parse(strings.TrimSuffix(row[col].Text, "%"))
		for _, locality := range l.report.Config.Localities {
			if v != nil && strings.EqualFold(row[0].Text, locality.Name) {
				t.Set(FaceValue, "locality:"+locality.Name, l.Year, Value{Exact: v, Display: row[col].Text, Place: at(row[col].At)})
			}
		}
	}
}
