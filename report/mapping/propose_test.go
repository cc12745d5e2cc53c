package mapping

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"apr/finance"
	"apr/finance/suggest"
	"apr/internal/project"
)

// group is a cost centre that no rule gives a matter.
func group(code, description string) finance.UnclassifiedGroup {
	return finance.UnclassifiedGroup{CostCentre: code, Description: description, Lines: 1, Total: 1_00}
}

func surveyOf(partner string, groups ...finance.UnclassifiedGroup) *suggest.Survey {
	return &suggest.Survey{
		Spec:        finance.LedgerSpec{File: "data/l.csv", Partner: partner, Columns: map[string]string{"cost_centre": "CC", "amount": "Net"}},
		GroupColumn: finance.CostCentreColumn, Unclassified: groups,
		Ledger: finance.Ledger{Lines: len(groups), Unclassified: len(groups)},
	}
}

// forthValley is a project of one council and a health board.
func forthValley() *project.Config {
	return &project.Config{Authority: project.Authority{HealthBoard: "NHS Forth Valley", Councils: []string{"Falkirk Council"}},
		Localities: []project.Locality{{Name: "East"}}}
}

func TestProposeForALedgerThatIsNotNamed(t *testing.T) {
	care := group("A1", "Care homes, older people")
	for _, test := range []struct {
		name    string
		project *project.Config
		survey  *suggest.Survey
		partner string
		guessed bool
	}{
		{"the council's by its cost centres", forthValley(), surveyOf("", care, group("A2", "Home care")), "Falkirk Council", true},
		{"the health board's by its cost centres", forthValley(), surveyOf("", group("W1", "Accident and emergency"), group("W2", "General Medicine Wards")), "NHS Forth Valley", true},
		{"of a partner who is named", forthValley(), surveyOf("NHS Forth Valley", care), "NHS Forth Valley", false},
		{"without a project", nil, surveyOf("", care), "Council", true},
	} {
		p := Propose(test.project, test.survey, false)
		if len(p.Ledgers) != 1 || p.Ledgers[0].Partner != test.partner {
			t.Errorf("%s: got the ledgers %+v; want one of %s", test.name, p.Ledgers, test.partner)
			continue
		}
		if got := strings.Contains(p.Ledgers[0].Remark, "was guessed"); got != test.guessed {
			t.Errorf("%s: says that the partner was guessed: %v", test.name, got)
		}
	}
	if p := Propose(forthValley(), surveyOf("Falkirk Council", care), true); len(p.Ledgers) != 0 {
		t.Errorf("a ledger that apr.yaml names is proposed again: %+v", p.Ledgers)
	}
}

// What two matters could have is written as a remark: it never classifies a line
// before somebody decides.
func TestProposeLeavesDecisionsToPeople(t *testing.T) {
	p := Propose(forthValley(), surveyOf("NHS Forth Valley", group("W1", "General Medicine Wards"), group("H1", "Hosted services"), group("R1", "Roads")), true)
	if len(p.Decided) != 1 || p.Decided[0].Matter != finance.Inpatient || len(p.Undecided) != 1 || len(p.Left) != 1 || p.Left[0].CostCentre != "R1" {
		t.Fatalf("decided %v, undecided %v, left %v", p.Decided, p.Undecided, p.Left)
	}
	i := slices.IndexFunc(p.Rules, func(r Rule) bool { return r.Undecided })
	if i < 0 || !strings.HasPrefix(p.Rules[i].Remark, "To be decided. ") {
		t.Errorf("got the rules %+v", p.Rules)
	}
	for _, r := range p.Rules {
		if r.When["partner"] != "NHS Forth Valley" {
			t.Errorf("the rule %v would take another partner's lines", r.When)
		}
	}
	text, err := All([]Proposal{p, p}).YAML()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if strings.Contains(line, "4(2)(?)") && !strings.HasPrefix(strings.TrimSpace(line), "#") {
			t.Errorf("what isn't decided would count: %s", line)
		}
	}
	if got := strings.Count(string(text), "4(2)(b)") + strings.Count(string(text), "4(2)(a)"); got < 2 {
		t.Errorf("the rules of the second proposal are lost:\n%s", text)
	}
}

func TestProposeLocalities(t *testing.T) {
	east := surveyOf("Falkirk Council", group("A1", "Home care East"))
	placed := func(p Proposal) int {
		n := 0
		for _, r := range p.Rules {
			if r.Locality != "" {
				n++
			}
		}
		return n
	}
	p := forthValley()
	if got := placed(Propose(p, east, true)); got != 1 {
		t.Errorf("%d rules of localities; want one of East", got)
	}
	// Rules for localities that are there would be in the way of others.
	p.Finance.Rules = []project.FinanceRule{{When: map[string]string{"partner": "falkirk council"}, Locality: "East"}}
	if got := placed(Propose(p, east, true)); got != 0 {
		t.Errorf("%d rules of localities beside those that apr.yaml has", got)
	}
}

func TestAddTo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "apr.yaml")
	before := "authority: {name: Falkirk}\nyear: 2025/26 # this year\n"
	read := func() string {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if err := sample.AddTo(path); err == nil {
		t.Error("a project that isn't there was changed")
	}
	if err := os.WriteFile(path, []byte(before), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := sample.AddTo(path); err != nil {
		t.Fatal(err)
	}
	if after := read(); !strings.HasPrefix(after, before) || !strings.Contains(after, "rules:") {
		t.Errorf("got\n%s", after)
	}
	// What couldn't be read again is not written.
	if err := os.WriteFile(path, []byte(before), 0o644); err != nil {
		t.Fatal(err)
	}
	broken := Addition{Rules: []Rule{{Rule: finance.Rule{When: map[string]string{"cost_centre": "1"}, Matter: "4(2)(z)"}}}}
	if err := broken.AddTo(path); err == nil || !strings.Contains(err.Error(), "it is as it was") || read() != before {
		t.Errorf("error %v, and the file is\n%s", err, read())
	}
}

// What the file says of itself goes before what its cost centres sound like.
func TestProposeByTheLedgersOwnWords(t *testing.T) {
	for says, want := range map[[2]string]string{
		{"NHS Forth Valley", "NHS Forth Valley"}: "Whose ledger it is was read from its own words.",
		{"Lambeth", ""}:                          "The file names Lambeth, which is no constituent authority of the project: whose ledger is it?",
	} {
		s := surveyOf("", group("A1", "Care homes, older people"))
		s.Says, s.SaysPartner = says[0], says[1]
		p := Propose(forthValley(), s, false)
		if len(p.Ledgers) != 1 || p.Ledgers[0].Partner != says[0] || !strings.HasPrefix(p.Ledgers[0].Remark, want+"\n") {
			t.Errorf("%+v; want %s", p.Ledgers, want)
		}
	}
}
