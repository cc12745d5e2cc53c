package workbook

import (
	"sync"

	"apr/indicators"
)

// suite is the core suite of indicators, in order and by id.
type suite struct {
	list []*indicators.Indicator
	byID map[indicators.ID]*indicators.Indicator
}

// catalogue is the suite, made once: each row of a table asks for its indicator.
var catalogue = sync.OnceValue(func() suite {
	s := suite{byID: map[indicators.ID]*indicators.Indicator{}}
	for _, i := range indicators.Catalogue() {
		s.list = append(s.list, &i)
		s.byID[i.ID] = &i
	}
	return s
})
