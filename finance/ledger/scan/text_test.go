package scan

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger/sketch"
	"apr/internal/table"
)

// An adder is a ledger that keeps what it is given.
type adder struct {
	classes, plans map[finance.Matter]Sum
	excluded       int
	centres        map[string]Centre
	count          Count
	odd            []string // records that it was to look at itself, with their lines
	alone          int      // records that weren't scanned at all
	bounds         int
	near           bool // sums are said to be near to what fits
	fails          error
}

func (a *adder) AddRecords(_ context.Context, records table.Records) error {
	for {
		_, err := records.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			a.odd = append(a.odd, fmt.Sprintf("%d %v", records.Position(-1).Line, err))
			continue
		}
		a.alone++
	}
}

func (a *adder) AddRecord(line int, record []string) error {
	a.odd = append(a.odd, fmt.Sprintf("%d %q", line, record))
	return a.fails
}

func (a *adder) Count(n Count) {
	a.count.Zero += n.Zero
	a.count.Classified += n.Classified
	a.count.Unclassified += n.Unclassified
	a.count.Excluded += n.Excluded
	a.count.Sum += n.Sum
	a.count.Planned += n.Planned
	a.count.ExcludedSum += n.ExcludedSum
	a.count.Debits += n.Debits
	a.count.Credits += n.Credits
	if n.Lines() > 0 {
		a.count.Last = n.Last
	}
}

func (a *adder) Bound() { a.bounds++ }

func (a *adder) AddClass(k *classify.Class, excluded int, amount, plan Sum) {
	a.excluded += excluded
	for sums, s := range map[*map[finance.Matter]Sum]Sum{&a.classes: amount, &a.plans: plan} {
		was := (*sums)[k.Matter]
		if was.Lines == 0 {
			was.First = s.First
		}
		(*sums)[k.Matter] = Sum{was.Money + s.Money, was.Lines + s.Lines, was.First}
	}
}

func (a *adder) AddCentre(c *Centre) {
	was := a.centres[c.Name]
	if was.Lines == 0 {
		was = Centre{Name: c.Name, First: c.First, Description: c.Description}
	}
	was.Total, was.Lines, was.Varied = was.Total+c.Total, was.Lines+c.Lines, was.Varied || c.Varied || was.Description != c.Description
	a.centres[c.Name] = was
}

func (a *adder) Near(finance.Money) bool { return a.near }

// scanned is what an adder is given of a text with the columns cc, text, amount and
// perhaps plan, debit or credit; W are wards, R aren't the authority's.
func scanned(t *testing.T, text string, sizes Sizes, change func(*adder)) (*adder, error) {
	t.Helper()
	spec := finance.LedgerSpec{File: "l.csv", Partner: "NHS", Columns: map[string]string{"cost_centre": "cc", "description": "text"}}
	for _, name := range []string{"amount", "plan", "debit", "credit"} {
		if strings.Contains(text[:strings.Index(text, "\n")], name) {
			spec.Columns[name] = name
		}
	}
	tab, err := table.Open(fstest.MapFS{"l.csv": {Data: []byte(text)}}, table.Spec{File: "l.csv", What: "ledger", Columns: spec.Columns})
	if err != nil {
		t.Fatal(err)
	}
	defer tab.Close()
	rules, _ := classify.Compile(finance.Spec{Ledgers: []finance.LedgerSpec{spec}, Rules: []finance.Rule{
		{When: map[string]string{"cost_centre": "W*"}, Matter: "4(2)(a)"}, {When: map[string]string{"cost_centre": "R*"}, Exclude: "rent"}}})
	at := func(name string) int {
		if i, ok := tab.Index[name]; ok {
			return i
		}
		return -1
	}
	total := func(cell string) bool { return strings.HasPrefix(cell, "Total") }
	amount := max(at("amount"), at("debit"))
	a := &adder{classes: map[finance.Matter]Sum{}, plans: map[finance.Matter]Sum{}, centres: map[string]Centre{}}
	if change != nil {
		change(a)
	}
	err = Text(t.Context(), &Layout{
		File: "l.csv", Text: tab.Text, Width: len(tab.Header), Amount: amount, Credit: at("credit"), Plan: at("plan"), Date: -1, Period: -1,
		Group: at("cost_centre"), Describe: at("description"), Identity: []int{at("cost_centre")}, Classifier: rules.Bind(&spec, tab.Index),
		Identifies: func(cell string) bool { return cell != "" && !total(cell) }, Suspect: total, Labels: total,
		Sketch: sketch.New(), Alike: []int{at("cost_centre")}, AlikeDates: 1,
	}, a, sizes)
	return a, err
}

// blocks are the sizes of blocks that are tried: of a few records, and of all.
var blocks = []Sizes{{Block: 64, Scanners: 1}, {Block: 64, Scanners: 3}, {Block: 1 << 20, Scanners: 2}}

// TestTextAddsUp: of 1,000 lines number n has n pence; every fourth is of a ward, every
// fourth excluded, and the others have two cost centres.
func TestTextAddsUp(t *testing.T) {
	var text strings.Builder
	text.WriteString("cc,text,amount,plan\n")
	var wards, rent, vans, other finance.Money
	for n := 1; n <= 1000; n++ {
		cc, says, pence := "", "", finance.Money(n)
		switch n % 4 {
		case 0:
			cc, says, wards = "W"+fmt.Sprint(n%3), `"Nurses, and ""bank"" staff"`, wards+pence
		case 1:
			cc, says, rent = "R1", "Rent", rent+pence
		case 2:
			cc, says, vans = "Vans", "Diesel", vans+pence
		case 3:
			cc, says, other = `"Y, 1"`, fmt.Sprint("line ", n), other-pence
			pence = -pence
		}
		fmt.Fprintf(&text, "%s,%s,%s,%s\n", cc, says, pence, "0.01")
	}
	for _, sizes := range blocks {
		a, err := scanned(t, text.String(), sizes, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.odd) > 0 || a.alone > 0 {
			t.Errorf("%+v: %q, and %d records weren't scanned", sizes, a.odd, a.alone)
		}
		if s := a.classes["4(2)(a)"]; s.Money != wards || s.Lines != 250 || s.First != 5 {
			t.Errorf("%+v: wards come to %+v; want %s", sizes, s, wards)
		}
		if s := a.plans["4(2)(a)"]; s.Money != 250 || s.Lines != 250 {
			t.Errorf("%+v: their plan comes to %+v; want 2.50", sizes, s)
		}
		if c := a.count; c.Classified != 250 || c.Excluded != 250 || c.Unclassified != 500 || c.Sum != wards+rent+vans+other || c.ExcludedSum != rent || c.Planned != 1000 || a.excluded != 250 {
			t.Errorf("%+v: %+v", sizes, c)
		}
		if c := a.centres["Vans"]; c.Total != vans || c.Lines != 250 || c.First != 3 || c.Varied || c.Description != "Diesel" {
			t.Errorf("%+v: %+v; want %s", sizes, c, vans)
		}
		if c := a.centres["Y, 1"]; c.Total != other || c.Lines != 250 || !c.Varied {
			t.Errorf("%+v: %+v; want %s", sizes, c, other)
		}
		if l := a.count.Last; l.Amount != 1000 || l.Line != 1001 {
			t.Errorf("%+v: the last line is %+v", sizes, l)
		}
	}
}

// TestWhatIsntPlainGoesToTheLedger with its line, in order, and nothing of it is added.
func TestWhatIsntPlainGoesToTheLedger(t *testing.T) {
	for _, c := range []struct {
		name, text string
		odd        string
		sum        finance.Money
	}{
		{"a total", "cc,text,amount\nW1,a,1.00\nTotal,,1.00\nW1,a,2.00\n", `3 ["Total" "" "1.00"]`, 300},
		{"a total by its description", "cc,text,amount\nW1,a,1.00\n,Total of wards,1.00\n", `3 ["" "Total of wards" "1.00"]`, 100},
		{"no code", "cc,text,amount\nW1,a,1.00\n,a,7.00\n", `3 ["" "a" "7.00"]`, 100},
		{"not an amount", "cc,text,amount\nW1,a,one\nW1,a,2.00\n", `2 ["W1" "a" "one"]`, 200},
		{"credits", "cc,text,amount\nW1,a,£1.00 CR\nW1,a,(2.00)\nW1,a,-3\n", "", -600},
		{"two points", "cc,text,amount\nW1,a,1.2.3\nW1,a,2.00\n", `2 ["W1" "a" "1.2.3"]`, 200},
		{"a line end in a cell", "cc,text,amount\nW1,\"a\nb\",1.00\nTotal,,1.00\n", `4 ["Total" "" "1.00"]`, 100},
	} {
		for _, sizes := range blocks {
			a, err := scanned(t, c.text, sizes, nil)
			if err != nil || strings.Join(a.odd, "; ") != c.odd || a.count.Sum != c.sum {
				t.Errorf("%s, %+v: %s and %s, %v; want %s and %s", c.name, sizes, strings.Join(a.odd, "; "), a.count.Sum, err, c.odd, c.sum)
			}
		}
	}
}

func TestLinesWithoutAnAmountMayEndASection(t *testing.T) {
	for _, sizes := range blocks {
		a, err := scanned(t, "cc,text,amount\nW1,a,1.00\nH0,Homes,\nW1,a,2.00\n", sizes, nil)
		if err != nil || a.count.Zero != 1 || a.bounds == 0 || a.count.Sum != 300 {
			t.Errorf("%+v: %+v, %d bounds, %v", sizes, a.count, a.bounds, err)
		}
	}
}

func TestDebitsLessCredits(t *testing.T) {
	for _, sizes := range blocks {
		a, err := scanned(t, "cc,text,debit,credit\nW1,a,5.00,\nW1,a,,1.25\n", sizes, nil)
		if c := a.count; err != nil || c.Sum != 375 || c.Debits != 500 || c.Credits != 125 || a.classes["4(2)(a)"].Money != 375 {
			t.Errorf("%+v: %+v, %v", sizes, c, err)
		}
	}
}

// TestSumsThatMayOverflowAreReadOneByOne, as are texts that are too short to pay.
func TestSumsThatMayOverflowAreReadOneByOne(t *testing.T) {
	const text = "cc,text,amount\nW1,a,1.00\nW1,b,2.00\n"
	near := func(a *adder) { a.near = true }
	if a, err := scanned(t, text, blocks[0], near); err != nil || a.alone != 2 || a.count.Sum != 0 {
		t.Errorf("%d, %v", a.alone, err)
	}
	if a, err := scanned(t, text, Sizes{}, nil); err != nil || a.alone != 2 {
		t.Errorf("%d, %v", a.alone, err)
	}
	// So is a block with a row that is too short, which the ledger may repair.
	if a, err := scanned(t, "cc,text,amount\nW1,a\nW1,a,2.00\n", blocks[2], nil); err != nil || a.alone != 2 || a.count.Sum != 0 {
		t.Errorf("%d, %v", a.alone, err)
	}
	// A quotation mark where none may be is encoding/csv's to report.
	if a, err := scanned(t, "cc,text,amount\nW1,a,1.00\nW1,a\"b,2.00\nW1,\"a\"b,2.00\n", blocks[2], nil); err != nil || a.alone+len(a.odd) != 3 || a.count.Sum != 0 {
		t.Errorf("%d alone, %q, %s, %v", a.alone, a.odd, a.count.Sum, err)
	}
}

func TestTextEndsWithTheLedgersError(t *testing.T) {
	full := errors.New("full")
	for _, sizes := range blocks {
		if _, err := scanned(t, "cc,text,amount\nTotal,,1.00\n"+strings.Repeat("W1,a,1.00\n", 500), sizes, func(a *adder) { a.fails = full }); !errors.Is(err, full) {
			t.Errorf("%+v: %v", sizes, err)
		}
	}
}
