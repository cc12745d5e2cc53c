package classify

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"apr/finance"
	"apr/internal/source"
)

const (
	hospital  = finance.Matter("4(2)(a)")
	community = finance.Matter("4(2)(b)")
	careHomes = finance.Matter("4(2)(c)")
)

// moorland are two ledgers, and what the plan and the project declare.
func moorland(rules ...finance.Rule) finance.Spec {
	columns := map[string]string{"cost_centre": "CC", "account": "Acc", "locality": "Loc", "amount": "Amount"}
	return finance.Spec{
		Year:          2025,
		Ledgers:       []finance.LedgerSpec{{File: "nhs.csv", Partner: "NHS Moorland", Columns: columns}, {File: "council.csv", Partner: "Carrickmoor Council", Columns: columns}},
		Localities:    []string{"North Carrick", "South Carrick"},
		LocalityCodes: map[string]string{"L01": "North Carrick"},
		CareGroups:    []string{"Older people"},
		Apportions: []finance.Apportionment{{Name: "population", Shares: []finance.Share{
			{Locality: "North Carrick", PPM: 400_000}, {Locality: "South Carrick", PPM: 600_000}}}},
		Rules: rules,
	}
}

// columnsOf are where the columns of moorland's ledgers are.
var columnsOf = map[string]int{"cost_centre": 0, "account": 1, "locality": 2, "amount": 3}

func compiled(t *testing.T, spec finance.Spec) *Rules {
	t.Helper()
	rules, problems := Compile(spec)
	for _, p := range problems.List() {
		t.Fatal(p)
	}
	return rules
}

func when(pairs ...string) map[string]string {
	m := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = pairs[i+1]
	}
	return m
}

// TestClassOfALine: of each attribute the first rule decides that matches and names it.
func TestClassOfALine(t *testing.T) {
	rules := compiled(t, moorland(
		finance.Rule{When: when("cost_centre", "W*"), Matter: hospital, Funding: "set-aside"},
		finance.Rule{When: when("cost_centre", "W9*|H*", "account", "4000-4999"), Matter: careHomes, CareGroup: "older people"},
		finance.Rule{When: when("cost_centre", "Z*"), Exclude: "rent to the  landlord"},
		finance.Rule{When: when("account", "5???"), Locality: "south carrick", Service: "Prescribing"},
		finance.Rule{When: when("partner", "carrick* council", "cost_centre", "X*"), Matter: community},
		finance.Rule{When: when("cost_centre", "A|B|0045", "account", "1"), Matter: community, Exact: true},
		finance.Rule{When: when("partner", "*"), Apportion: "population"},
	))
	nhs, council := rules.Bind(&finance.LedgerSpec{Partner: "NHS Moorland", Funding: "delegated"}, columnsOf), rules.Bind(&finance.LedgerSpec{Partner: "Carrickmoor Council"}, columnsOf)
	for _, c := range []struct {
		of     *Classifier
		record []string
		want   Class
	}{
		{nhs, []string{"W1", "1000", "", "1.00"}, Class{Matter: hospital, Funding: "set-aside", Apportion: "population"}},
		{nhs, []string{"w1 ", "1000", "", "1.00"}, Class{Matter: hospital, Funding: "set-aside", Apportion: "population"}},
		{nhs, []string{"W91", "4500", "", "1.00"}, Class{Matter: hospital, CareGroup: "Older people", Funding: "set-aside", Apportion: "population"}},
		{nhs, []string{"H2", "4000", "", "1.00"}, Class{Matter: careHomes, CareGroup: "Older people", Funding: "delegated", Apportion: "population"}},
		{nhs, []string{"H2", "5000", "", "1.00"}, Class{Funding: "delegated", Locality: "South Carrick", Service: "Prescribing"}},
		{nhs, []string{"Q", "1", "", "1.00"}, Class{Funding: "delegated", Apportion: "population"}},
		{nhs, []string{"Z1", "5000", "", "1.00"}, Class{Exclude: "rent to the landlord"}},
		{nhs, []string{"X1", "1000", "", "1.00"}, Class{Funding: "delegated", Apportion: "population"}},
		{council, []string{"X1", "1000", "", "1.00"}, Class{Matter: community, Apportion: "population"}},
		// What the ledger says of a locality goes before rules: by name, by code, and where
		// the plan hasn't it.
		{council, []string{"W1", "5000", " NORTH  carrick", "1.00"}, Class{Matter: hospital, Funding: "set-aside", Locality: "North Carrick", Service: "Prescribing"}},
		{council, []string{"W1", "5000", "l01", "1.00"}, Class{Matter: hospital, Funding: "set-aside", Locality: "North Carrick", Service: "Prescribing"}},
		{council, []string{"W1", "5000", "West", "1.00"}, Class{Matter: hospital, Funding: "set-aside", Unlisted: "West", Service: "Prescribing"}},
		// An exact rule takes its text as it is: A|B is one text.
		{council, []string{"A", "1", "", "1.00"}, Class{Apportion: "population"}},
		{council, []string{"A|B|0045", "1", "", "1.00"}, Class{Matter: community, Apportion: "population"}},
		// A record that is too short has empty cells.
		{council, []string{"W1"}, Class{Matter: hospital, Funding: "set-aside", Apportion: "population"}},
	} {
		for range 2 { // the second time from the cache
			if got := c.of.Classes[c.of.Number(c.record)]; got != c.want {
				t.Errorf("%q: %+v\nwant %+v", c.record, got, c.want)
			}
		}
	}
}

// TestRulesThatAreNoneAreReported: each with its code and its place, all at once.
func TestRulesThatAreNoneAreReported(t *testing.T) {
	for _, c := range []struct {
		name string
		rule finance.Rule
		code string
	}{
		{"no condition", finance.Rule{Matter: hospital}, finance.CodeRule},
		{"a locality and an apportionment", finance.Rule{When: when("account", "1"), Locality: "North Carrick", Apportion: "population"}, finance.CodeRule},
		{"excludes and classifies", finance.Rule{When: when("account", "1"), Exclude: "rent", Matter: hospital}, finance.CodeRule},
		{"names nothing", finance.Rule{When: when("account", "1")}, finance.CodeRule},
		{"a column that isn't mapped", finance.Rule{When: when("acount", "1"), Matter: hospital}, finance.CodeRuleColumn},
		{"a range that ends before it begins", finance.Rule{When: when("account", "5000-4000"), Matter: hospital}, finance.CodeRulePattern},
		{"a matter that isn't", finance.Rule{When: when("account", "1"), Matter: "4(2)(f)"}, finance.CodeRuleMatter},
		{"a care group that isn't", finance.Rule{When: when("account", "1"), CareGroup: "Old people"}, finance.CodeRuleCareGroup},
		{"a locality that isn't", finance.Rule{When: when("account", "1"), Locality: "West"}, finance.CodeRuleLocality},
		{"an apportionment that isn't", finance.Rule{When: when("account", "1"), Apportion: "area"}, finance.CodeRuleApportion},
		{"a funding that isn't", finance.Rule{When: when("account", "1"), Funding: "direct"}, finance.CodeRuleFunding},
	} {
		c.rule.Position = source.Position{File: "apr.yaml", Line: 12, Column: 5}
		sound := finance.Rule{When: when("account", "2"), Matter: hospital}
		rules, problems := Compile(moorland(c.rule, sound))
		list := problems.List()
		if len(list) != 1 || list[0].Code != c.code || list[0].Position != c.rule.Position {
			t.Errorf("%s: %v; want one %s at %s", c.name, list, c.code, c.rule.Position)
		}
		if len(rules.Rules) != 1 {
			t.Errorf("%s: %d rules are left; want the sound one", c.name, len(rules.Rules))
		}
	}
	_, problems := Compile(moorland(finance.Rule{Matter: hospital}, finance.Rule{When: when("acount", "1", "cost_centre", "9-1")}))
	if n := len(problems.List()); n < 3 {
		t.Errorf("%d problems; want all of them at once: %v", n, problems.List())
	}
}

func TestApportionmentsSumToTheWhole(t *testing.T) {
	for _, c := range []struct {
		name   string
		shares []finance.Share
		want   int // problems
	}{
		{"whole", []finance.Share{{Locality: "North Carrick", PPM: 1}, {Locality: "south carrick", PPM: 999_999}}, 0},
		{"a part is lost", []finance.Share{{Locality: "North Carrick", PPM: 400_000}, {Locality: "South Carrick", PPM: 599_999}}, 1},
		{"a locality that isn't", []finance.Share{{Locality: "North Carrick", PPM: 400_000}, {Locality: "West", PPM: 600_000}}, 1},
		{"one twice", []finance.Share{{Locality: "North Carrick", PPM: 400_000}, {Locality: "North Carrick", PPM: 600_000}}, 1},
		{"less than nothing", []finance.Share{{Locality: "North Carrick", PPM: -100_000}, {Locality: "South Carrick", PPM: 1_100_000}}, 2},
	} {
		spec := moorland()
		spec.Apportions = []finance.Apportionment{{Name: "population", Shares: c.shares}}
		_, problems := Compile(spec)
		list := problems.List()
		if len(list) != c.want || slices.ContainsFunc(list, func(p *source.Problem) bool { return p.Code != finance.CodeApportionment }) {
			t.Errorf("%s: %v; want %d", c.name, list, c.want)
		}
	}
	spec := moorland()
	spec.Apportions = append(spec.Apportions, spec.Apportions[0])
	if _, problems := Compile(spec); len(problems.List()) != 1 {
		t.Errorf("one name twice: %v", problems.List())
	}
}

// TestNamesAreKnownWithoutLines: what a rule names is there, even as zero.
func TestNamesAreKnownWithoutLines(t *testing.T) {
	n := compiled(t, moorland(
		finance.Rule{When: when("account", "1"), Matter: hospital, Service: "Wards", Funding: "hosted"},
		finance.Rule{When: when("account", "2"), CareGroup: "Older people", Service: "Homes", Locality: "South Carrick"},
		finance.Rule{When: when("account", "3"), Apportion: "population", Service: "Wards"},
	)).Names
	if !n.Matters[hospital] || n.Matters[community] || !n.CareGroups["Older people"] || !n.Fundings["hosted"] ||
		!n.Localities["North Carrick"] || !n.Localities["South Carrick"] || !slices.Equal(n.Services, []string{"Wards", "Homes"}) {
		t.Errorf("%+v", n)
	}
}

// TestTransfersAreExcludedOnBothSides: what leaves one ledger and arrives in another.
func TestTransfersAreExcludedOnBothSides(t *testing.T) {
	spec := moorland(finance.Rule{When: when("partner", "*"), Matter: hospital})
	spec.Transfers = []finance.Transfer{{Name: "resource transfer", From: when("partner", "NHS*", "account", "7100"), To: when("partner", "Carrick*", "account", "8200")}}
	rules := compiled(t, spec)
	for _, c := range []struct {
		partner, account string
		kind             finance.Kind
		want             Class
	}{
		{"NHS Moorland", "7100", finance.Actual, Class{Exclude: "transfer resource transfer, what leaves", Transfer: "resource transfer"}},
		{"Carrickmoor Council", "8200", finance.Actual, Class{Exclude: "transfer resource transfer, what arrives", Transfer: "resource transfer", Arrives: true}},
		{"Carrickmoor Council", "7100", finance.Actual, Class{Matter: hospital}},
		{"NHS Moorland", "7100", finance.Funded, Class{Matter: hospital}}, // what was paid to the board is no transfer
	} {
		k := rules.Bind(&finance.LedgerSpec{Partner: c.partner, Kind: c.kind}, columnsOf)
		if got := k.Classes[k.Number([]string{"A", c.account})]; got != c.want {
			t.Errorf("%s %s: %+v\nwant %+v", c.partner, c.account, got, c.want)
		}
	}
	for name, change := range map[string]func(*finance.Transfer){
		"no partner":        func(x *finance.Transfer) { x.From = when("account", "7100") },
		"a partner alone":   func(x *finance.Transfer) { x.To = when("partner", "Carrick*") },
		"one partner":       func(x *finance.Transfer) { x.To = when("partner", "NHS*", "account", "8200") },
		"an unknown column": func(x *finance.Transfer) { x.From = when("partner", "NHS*", "acount", "7100") },
	} {
		wrong := spec
		wrong.Transfers = []finance.Transfer{spec.Transfers[0]}
		change(&wrong.Transfers[0])
		if _, problems := Compile(wrong); len(problems.List()) != 1 {
			t.Errorf("%s: %v; want one problem", name, problems.List())
		}
	}
	spec.Transfers = append(spec.Transfers, spec.Transfers[0])
	if _, problems := Compile(spec); len(problems.List()) != 1 {
		t.Errorf("one name twice: %v", problems.List())
	}
}

// TestRulesThatMatchNothing: no line has what they want, or no ledger is the partner's.
func TestRulesThatMatchNothing(t *testing.T) {
	rules := compiled(t, moorland(
		finance.Rule{When: when("cost_centre", "W*"), Matter: hospital},
		finance.Rule{When: when("cost_centre", "Y*", "account", "1"), Matter: community},
		finance.Rule{When: when("partner", "NHS Morland", "account", "1"), Matter: community},
		finance.Rule{When: when("cost_centre", "N*"), Matter: community},
	))
	nhs := rules.Bind(&finance.LedgerSpec{Partner: "NHS Moorland"}, columnsOf)
	nhs.Number([]string{"W1", "1"})
	nhs.Note([]string{"N1", "1"}) // of what was read otherwise
	got := rules.Unmatched([]*Classifier{nhs}, []string{"NHS Moorland"})
	if len(got) != 2 || got[0].Conditions() != "account: 1, cost_centre: Y*" || got[0].Partner != "" || got[1].Partner != "NHS Morland" {
		t.Errorf("%+v", got)
	}
}

func TestNearestTo(t *testing.T) {
	codes := []string{"W4501", "Prescribing", "40001"}
	for pattern, want := range map[string]string{
		"W4510":       "W4501",
		"Prescribng*": "Prescribing",
		"40011-40020": "40001",
		"zz|W450?":    "W4501",
		"W?":          "", // anything is near
		"Dentistry":   "",
	} {
		if got := NearestTo(pattern, codes); got != want {
			t.Errorf("%s: %q; want %q", pattern, got, want)
		}
	}
}

// TestManyUnlistedLocalities: a column of something else makes no class for each cell.
func TestManyUnlistedLocalities(t *testing.T) {
	rules := compiled(t, moorland(finance.Rule{When: when("partner", "*"), Matter: hospital}))
	c := rules.Bind(&finance.LedgerSpec{Partner: "NHS Moorland"}, columnsOf)
	for n := range 3 * maxUnlisted {
		c.Number([]string{"W1", "1", fmt.Sprintf("place %d", n)})
	}
	if len(c.Classes) != maxUnlisted+1 || c.Classes[maxUnlisted] != (Class{Matter: hospital, Unlisted: otherNames}) {
		t.Errorf("%d classes, the last %+v", len(c.Classes), c.Classes[len(c.Classes)-1])
	}
}

// TestRulesOfOtherColumnsAreLeftOut: a ledger that hasn't the column can't match.
func TestRulesOfOtherColumnsAreLeftOut(t *testing.T) {
	rules := compiled(t, moorland(finance.Rule{When: when("account", "*"), Matter: hospital}))
	c := rules.Bind(&finance.LedgerSpec{Partner: "NHS Moorland"}, map[string]int{"cost_centre": 0, "amount": 1})
	if len(c.Rules) != 0 || c.Classes[c.Number([]string{"W1", "1.00"})] != (Class{}) {
		t.Errorf("%d rules", len(c.Rules))
	}
}

// YAML takes an alternative behind a comma for a column.
func TestAlternativesBehindACommaAreHinted(t *testing.T) {
	for _, c := range []struct {
		when map[string]string
		want string
	}{
		{map[string]string{"cost_centre": "CA500", "CA510": ""}, "alternatives are one text with | between them: cost_centre: CA500|CA510"},
		{map[string]string{"cost_centre": "CA500", "CA510": "", "CA520": ""}, "cost_centre: CA500|CA510|CA520"},
		{map[string]string{"cost_centre": "CA500", "acount": "4001"}, "did you mean \"account\"?"},
	} {
		_, problems := Compile(finance.Spec{Ledgers: []finance.LedgerSpec{{File: "l.csv", Partner: "P", Columns: map[string]string{"cost_centre": "CC", "account": "A"}}},
			Rules: []finance.Rule{{When: c.when, Matter: "4(2)(a)"}}})
		if err := problems.Err(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v; want %s", c.when, err, c.want)
		}
	}
}
