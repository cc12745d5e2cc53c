package claims

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"apr/internal/project"
)

// TestCaptions: the titles and descriptions of charts, and the titles of tables, that apr.yaml has are read.
func TestCaptions(t *testing.T) {
	r := load(t, "../../examples/ardenmuir")
	config := *r.Config
	r.Config = &config
	before := Of(r)
	config.Indicators.Figures = map[string]project.FigureText{"NI12": {Title: "Emergency admissions doubled", Alt: "Emergency admissions were 9,966 per 100,000 in 2025."}}
	config.Finance.Figures.Variance.Title = "The year ended with an underspend"
	config.Tables = append(slices.Clone(config.Tables), project.OwnTable{ID: "new", Title: "North Ardenmuir spent £61m"})
	after := Of(r)
	names := map[string]Verdict{}
	for _, c := range after.Claims {
		if strings.HasPrefix(c.Name, "indicators.") || strings.HasPrefix(c.Name, "finance.") || strings.HasPrefix(c.Name, "tables[") {
			names[c.Name] = c.Verdict
		}
	}
	want := map[string]Verdict{"indicators.figures.NI12.title": Contradicted, "indicators.figures.NI12.alt": Confirmed, "finance.figures.variance.title": Contradicted,
		fmt.Sprintf("tables[%d].title", len(config.Tables)-1): Contradicted}
	for name, verdict := range want {
		if names[name] != verdict {
			t.Errorf("%s is %v, want %v", name, names[name], verdict)
		}
	}
	if after.Count(Contradicted) != before.Count(Contradicted)+3 {
		t.Errorf("%d claims are contradicted, and %d before", after.Count(Contradicted), before.Count(Contradicted))
	}
}
