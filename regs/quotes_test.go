package regs

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"apr/finance"
	"apr/internal/law"
)

// asPublished is the text of the regulations by paragraph, as published.
func asPublished(t *testing.T) (text, lead map[string]string) {
	t.Helper()
	var file struct {
		Regs []struct{ ID, Text, Lead string }
	}
	readJSON(t, "testdata/ssi-2014-326.json", &file)
	text, lead = map[string]string{}, map[string]string{}
	for _, p := range file.Regs {
		text[p.ID], lead[p.ID] = p.Text, p.Lead
	}
	return text, lead
}

func readJSON(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

func readCSV(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func TestQuotesAreTheLaw(t *testing.T) {
	text, lead := asPublished(t)
	var act struct{ Provisions map[string]string }
	readJSON(t, "testdata/asp-2014-9.json", &act)
	text["42(4)"] = act.Provisions["42(4)"]

	leads := map[string]string{
		"3(a)": lead["3"] + " " + text["3(a)"],
		"3":    lead["3"], "4(1)": text["4(1)"], "6(1)": text["6(1)"], "7(1)": text["7(1)"], "8": lead["8"],
	}
	for _, q := range Requirements() {
		if q.Quote == "" || q.Quote != text[q.ID] {
			t.Errorf("%s is quoted as %q; the law says %q", q.ID, q.Quote, text[q.ID])
		}
		parent := q.ID[:max(strings.LastIndex(q.ID, "("), 0)]
		if q.ID == "4(3)" || q.ID == "6(2)" || q.ID == "6(3)" || q.ID == "42(4)" || q.ID == "5(1)" {
			parent = ""
		}
		if q.Lead != leads[parent] {
			t.Errorf("%s is led by %q; the law says %q", q.ID, q.Lead, leads[parent])
		}
		if q.Title == "" || !strings.HasSuffix(q.Citation, " "+q.ID) {
			t.Errorf("%s: title %q, citation %q", q.ID, q.Title, q.Citation)
		}
	}
}

func TestRequirementsAreAllOfThemInOrder(t *testing.T) {
	want := strings.Fields(`3(a)(i) 3(a)(ii) 3(a)(iii) 3(b) 3(c) 4(1)(a) 4(1)(b) 4(1)(c) 4(3) 5(1)
		6(1)(a) 6(1)(b) 6(2) 6(3) 7(1)(a) 7(1)(b) 8(a) 8(b) 8(c) 9 42(4)`)
	var got []string
	for _, q := range Requirements() {
		got = append(got, q.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestOutcomesAndPrinciplesAreTheLaw(t *testing.T) {
	rows := readCSV(t, "testdata/outcomes.csv")
	if len(rows) != 9 || len(law.Latest().Outcomes) != 9 {
		t.Fatalf("%d outcomes of %d", len(law.Latest().Outcomes), len(rows))
	}
	for i, o := range law.Latest().Outcomes {
		if strconv.Itoa(o.No) != rows[i][0] || o.Text != rows[i][1] || o.Title == "" {
			t.Errorf("outcome %+v; the law says %q", o, rows[i])
		}
	}
	rows = readCSV(t, "testdata/principles.csv")
	if len(rows) != 13 || len(law.Latest().Principles) != 13 {
		t.Fatalf("%d principles of %d", len(law.Latest().Principles), len(rows))
	}
	for i, q := range law.Latest().Principles {
		if q.ID != rows[i][0] || q.Text != rows[i][1] || q.Title == "" {
			t.Errorf("principle %+v; the law says %q", q, rows[i])
		}
	}
}

// TestGuidanceIsQuotedAsPublished finds each quotation in the texts, and asks
// for one where a rule cites them.
func TestGuidanceIsQuotedAsPublished(t *testing.T) {
	sources := map[string]string{
		guidanceSecond: "second-edition-extracts.txt",
		guidanceFirst:  "reporting-guidance-2016-content.txt",
		guidancePlans:  "strategic-plans-guidance-monitoring.txt",
		guidanceDraft:  "apr-guidance-consultation-2023.txt",

		frameworkForthValley: "forth-valley-framework-2016.txt",
		frameworkMidlothian:  "midlothian-framework-2022.txt",
	}
	for _, rule := range Rules() {
		cited := false
		for citation, file := range sources {
			if !strings.Contains(rule.Citation, citation) {
				continue
			}
			cited = true
			published, err := os.ReadFile("testdata/guidance/" + file)
			if err != nil {
				t.Fatal(err)
			}
			if rule.Quote == "" || !strings.Contains(string(published), rule.Quote) {
				t.Errorf("%s cites %s and quotes %q", rule.ID, citation, rule.Quote)
			}
		}
		if !cited && rule.Quote != "" {
			t.Errorf("%s quotes %q from nowhere", rule.ID, rule.Quote)
		}
	}
}

// The matters and the scrutiny bodies are those of regulations 4(2) and 7(2), and
// the ledgers are divided by the same matters.
func TestMattersAndBodiesAreTheLaw(t *testing.T) {
	words, _ := asPublished(t)
	var own []finance.Matter
	for _, m := range law.Latest().Matters {
		if got := strings.TrimRight(strings.TrimSuffix(words[m.ID], " and"), ";."); m.Text != got || m.Title == "" || m.Name == "" {
			t.Errorf("matter %+v; the law says %q", m, got)
		}
		if m.ID != law.CareGroups {
			own = append(own, finance.Matter(m.ID))
		}
	}
	if !slices.Equal(own, finance.Matters) {
		t.Errorf("the ledgers are divided by %q; the law has %q", finance.Matters, own)
	}
	for _, b := range law.Latest().ScrutinyBodies {
		if !strings.Contains(words["7(2)"], b.Name) {
			t.Errorf("%s isn't in %q", b.Name, words["7(2)"])
		}
	}
}
