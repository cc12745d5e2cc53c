package columns

import (
	"math/rand/v2"
	"slices"
	"testing"

	"apr/internal/document"
)

// TestGroups: on random tables each column is in one group and in order, the heads
// are in each, and a group is as wide as the page at most.
func TestGroups(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		least := make([]float64, 2+random.IntN(30))
		for i := range least {
			least[i] = 10 + 90*random.Float64()
		}
		heads, width := 1+random.IntN(2), 150+600*random.Float64()
		if heads >= len(least) {
			heads = 1
		}
		groups, ok := Groups(least, heads, width)
		next := heads
		for _, g := range groups {
			total := 0.0
			for i, c := range g {
				total += least[c]
				if i < heads && c != i {
					t.Fatalf("the group %v has no heads", g)
				}
			}
			if !slices.Equal(g[heads:], upTo(next, next+len(g)-heads)) {
				t.Fatalf("the groups %v aren't in order", groups)
			}
			if next += len(g) - heads; ok && total > width+0.02 {
				t.Fatalf("the group %v is %.1f wide, the page %.1f", g, total, width)
			}
		}
		if next != len(least) {
			t.Fatalf("%d of %d columns are in groups", next, len(least))
		}
	}
}

func upTo(from, to int) (list []int) {
	for i := from; i < to; i++ {
		list = append(list, i)
	}
	return list
}

func TestGroupsAreEven(t *testing.T) {
	least := []float64{50, 40, 40, 40, 40, 40, 40, 40}
	groups, ok := Groups(least, 1, 50+6*40)
	if !ok || len(groups) != 2 || len(groups[0]) != 5 || len(groups[1]) != 4 {
		t.Errorf("%v, %t: want four columns and three beside the head", groups, ok)
	}
	if groups, ok := Groups([]float64{50, 40, 900, 40}, 1, 300); ok || len(groups) != 3 {
		t.Errorf("%v, %t: want a group for the column that doesn't fit, and to be told", groups, ok)
	}
}

func TestParts(t *testing.T) {
	cell := func(s string) document.Cell { return document.Cell{Content: document.Plain(s)} }
	table := &document.Table{ID: "t", Number: 3, Caption: "Spend", RowHeads: 1, Notes: []document.Inlines{document.Plain("note")}}
	for _, h := range []string{"", "A", "B"} {
		table.Columns = append(table.Columns, document.Column{Head: document.Plain(h)})
	}
	table.Rows = []document.Row{{Cells: []document.Cell{cell("North"), cell("1"), cell("2")}, Total: true}}
	parts := Parts(&document.Meta{}, table, [][]int{{0, 1}, {0, 2}})
	for i, want := range []struct {
		id, caption, last string
		notes             int
	}{{"t", "Spend (part 1 of 2)", "1", 0}, {"", "Spend (part 2 of 2)", "2", 1}} {
		p := parts[i]
		cells := p.Rows[0].Cells
		if p.ID != want.id || new(document.Meta).TableTitle(p).String() != "Table 3: "+want.caption || len(p.Notes) != want.notes || p.Number != 3 || !p.Rows[0].Total ||
			cells[0].Content.String() != "North" || cells[1].Content.String() != want.last || len(p.Columns) != 2 {
			t.Errorf("part %d is %+v", i+1, p)
		}
	}
	if len(table.Rows[0].Cells) != 3 || table.Caption != "Spend" {
		t.Error("the table itself changed")
	}
}

// TestDivideKeepsPairsTogether: value pairs under years go to a part together, each part
// with the heads of its pairs, and a pair that fits no part is divided.
func TestDivideKeepsPairsTogether(t *testing.T) {
	table := &document.Table{RowHeads: 1, Groups: []document.Group{{Span: 1}}}
	least := []float64{50}
	for _, year := range []string{"2023/24", "2024/25", "2025/26"} {
		table.Groups = append(table.Groups, document.Group{Head: document.Plain(year), Span: 2})
		least = append(least, 40, 40)
	}
	for range least {
		table.Columns = append(table.Columns, document.Column{Head: document.Plain("Number")})
	}
	groups, ok := Divide(table, least, 50+3*40) // room for three columns, which is one pair
	if !ok || !slices.EqualFunc(groups, [][]int{{0, 1, 2}, {0, 3, 4}, {0, 5, 6}}, slices.Equal) {
		t.Errorf("%v, %t", groups, ok)
	}
	for i, part := range Parts(&document.Meta{}, table, groups) {
		if len(part.Groups) != 2 || part.Groups[1].Span != 2 || part.Groups[1].Head.String() != table.Groups[i+1].Head.String() {
			t.Errorf("part %d has the heads %v", i+1, part.Groups)
		}
	}
	if groups, ok := Divide(table, least, 50+40); !ok || len(groups) != 6 {
		t.Errorf("%v, %t: want each column by itself", groups, ok)
	}
	if got := Parts(&document.Meta{}, table, [][]int{{0, 2, 3}})[0].Groups; len(got) != 3 || got[1].Span != 1 {
		t.Errorf("a pair that is divided has the heads %v", got)
	}
}
