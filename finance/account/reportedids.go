package account

import (
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/period"
)

// idColumn is the column of tables.csv with the id of a cell's figure. It is the same in
// every language, so that it says what a cell is without any words of a report's.
const idColumn = "figure"

// byID takes a cell by the id of its figure, such as spend:4(2)(a)@2025/26 or
// proportion:locality:North@2025/26. It answers with false where the id is none of money;
// what the cell is is then in its heads.
func (p *reported) byID(c publishedCell) bool {
	measure, rest, _ := strings.Cut(c.id, ":")
	at := strings.LastIndexByte(rest, '@')
	if at < 0 {
		return false
	}
	year, err := period.Parse(rest[at+1:])
	if err != nil {
		return false
	}
	k := Key{Year: year}
	kind, name, named := strings.Cut(rest[:at], ":")
	switch {
	case named && (kind == DimensionNames[ByLocality] || kind == DimensionNames[ByCareGroup]):
		k.Dimension, k.Item = Dimension(slices.Index(DimensionNames, kind)), name
	case slices.Contains(finance.Texts(finance.Matters), kind):
		k.Dimension, k.Item = ByMatter, kind
	case kind != DimensionNames[ByTotal]:
		return true // of what earlier years aren't compared by, such as a service
	}
	if measure == "proportion" {
		p.proportion(k, c)
	} else if i := slices.Index(MeasureNames, measure); i >= 0 {
		k.Measure = Measure(i)
		p.amount(k, c)
	}
	return true
}
