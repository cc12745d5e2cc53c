package indicators

import (
	"slices"
	"testing"
)

func TestThirtyOneAuthorities(t *testing.T) {
	list := Authorities()
	lead := 0
	for _, a := range list {
		if a.Area == "" || a.Name == "" || a.HSCP == "" || len(a.Councils) == 0 || a.HealthBoard == "" {
			t.Errorf("%+v is incomplete", a)
		}
		if a.Model == "lead-agency" {
			lead++
		} else if a.Model != "integration-joint-board" {
			t.Errorf("%s: model %q", a.Area, a.Model)
		}
	}
	if len(list) != 31 || lead != 1 {
		t.Errorf("got %d authorities, %d lead agencies; want 31 and 1", len(list), lead)
	}
	if all := Areas(); len(all) != 34 || !slices.IsSorted(all) {
		t.Errorf("got %d areas; want 34 in order", len(all))
	}
}

func TestFindAuthority(t *testing.T) {
	for name, want := range map[string]string{
		"Edinburgh":                                 "Edinburgh",
		"City of Edinburgh":                         "Edinburgh",
		"Edinburgh Integration Joint Board":         "Edinburgh",
		"edinburgh city integration joint board":    "Edinburgh",
		"Edinburgh IJB":                             "Edinburgh",
		"Perth & Kinross HSCP":                      "Perth and Kinross",
		"Perth and Kinross Integration Joint Board": "Perth and Kinross",
		"Clackmannanshire & Stirling Health and Social Care Partnership": "Clackmannanshire and Stirling",
		"Health & Social Care Moray":                                     "Moray",
		"Orkney Health and Care":                                         "Orkney Islands",
		"Curam is Slainte nan Eilean Siar":                               "Western Isles",
		"Na h-Eileanan Siar":                                             "Western Isles",
		"South Lanarkshire University HSCP":                              "South Lanarkshire",
		"Highland":                                                       "Highland",
		"Borders":                                                        "Scottish Borders",
	} {
		if a, hint, ok := FindAuthority(name); !ok || a.Area != want {
			t.Errorf("%q is %q, %v (%s); want %q", name, a.Area, ok, hint, want)
		}
	}
	for name, want := range map[string]string{
		"Edinborough": `did you mean "Edinburgh"?`,
		"Carrickmoor": "",
		"Scotland":    "",
		"Stirling":    "",
		"":            "",
	} {
		a, hint, ok := FindAuthority(name)
		if ok || name == "Edinborough" && hint != want {
			t.Errorf("%q is %q, hint %q; want none, hint %q", name, a.Area, hint, want)
		}
	}
}

func TestCanonicalArea(t *testing.T) {
	for text, want := range map[string]string{
		"Edinburgh":                     "Edinburgh",
		"City of Edinburgh":             "Edinburgh",
		"Edinburgh, City of":            "Edinburgh",
		"Edinburgh City":                "Edinburgh",
		"ARGYLL  &  BUTE":               "Argyll and Bute",
		"Argyll&Bute":                   "Argyll and Bute",
		"Dumfries & Galloway HSCP":      "Dumfries and Galloway",
		"Fife Local Authority":          "Fife",
		"Comhairle nan Eilean Siar":     "Western Isles",
		"Something Else siar":           "Western Isles",
		"Orkney":                        "Orkney Islands",
		"Shetland HSCP":                 "Shetland Islands",
		"Stirling":                      "Stirling",
		"Clackmannanshire & Stirling":   "Clackmannanshire and Stirling",
		"Stirling and Clackmannanshire": "Clackmannanshire and Stirling",
		"Scotland Total":                "Scotland",
		"\u00a0Scottish\u00a0Borders ":  "Scottish Borders",
	} {
		if got, known, ignore := CanonicalArea(text); got != want || !known || ignore {
			t.Errorf("%q is %q, %v, %v; want %q", text, got, known, ignore, want)
		}
	}
	for _, junk := range []string{"Other", "undetermined", "Area in which service is based - all"} {
		if area, known, ignore := CanonicalArea(junk); known || !ignore {
			t.Errorf("%q is %q, %v, %v; want it ignored", junk, area, known, ignore)
		}
	}
	if area, known, ignore := CanonicalArea("  Carrick moor "); area != "Carrick moor" || known || ignore {
		t.Errorf("got %q, %v, %v; want the name tidied and unknown", area, known, ignore)
	}
}

func TestCanonicalAreaIsStable(t *testing.T) {
	for _, area := range Areas() {
		if got, known, _ := CanonicalArea(area); got != area || !known {
			t.Errorf("%q became %q", area, got)
		}
	}
}

func TestFamilyOf(t *testing.T) {
	for _, a := range Authorities() {
		family := FamilyOf(a.Area)
		if a.Area == "Clackmannanshire and Stirling" {
			if family != nil {
				t.Errorf("%s has the family %v; its councils are in two", a.Area, family)
			}
			continue
		}
		if !slices.Contains(family, a.Area) || len(family) < 6 {
			t.Errorf("%s has the family %v", a.Area, family)
		}
	}
	if FamilyOf("Carrickmoor") != nil {
		t.Error("an unknown area has no family")
	}
}
