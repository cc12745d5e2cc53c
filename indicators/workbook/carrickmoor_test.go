package workbook

import (
	"math"
	"strings"
	"testing"

	"apr/indicators"
)

// The example tells its authority's story.
func TestCarrickmoor(t *testing.T) {
	made := tableOf(t, example(t), indicators.TableOptions{Area: "Carrickmoor", Year: 2025})
	for _, s := range made.Series {
		if rank, of := s.Rank(); rank > 0 && of != 32 {
			t.Errorf("%s ranks among %d; want the 31 and Carrickmoor", s.Indicator.ID, of)
		}
	}
	if c := made.ByID("NI3").FromPrevious; c == nil || c.Direction != indicators.Better {
		t.Errorf("NI3: %+v; want a clear rise", c)
	}
	if c := made.ByID("NI8").FromPrevious; c == nil || c.Direction != indicators.NoClear {
		t.Errorf("NI8: %+v; want no clear change", c)
	}
	if c := made.ByID("NI14").FromFirst; c == nil || c.Direction != indicators.Worse || math.IsNaN(*c.Percent) {
		t.Errorf("NI14: %+v; want worse", c)
	}
	if p := made.ByID("NI12").At(2025); !p.Proxy || p.Period != "2025" {
		t.Errorf("NI12: %+v; want calendar 2025", p)
	}
	if got := example(t).Newest(); !strings.Contains(got, "2025/26 (NI1 to NI9, NI12 to NI17 and NI19)") {
		t.Errorf("the newest periods are %s", got)
	}
}
