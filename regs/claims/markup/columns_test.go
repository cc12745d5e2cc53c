package markup

import (
	"strings"
	"testing"
)

// Two columns of prose are read one after the other, and tables are left as they are. Each byte stays
// in its place.
func TestInColumns(t *testing.T) {
	const page = "LIVING WELL                                    GENERAL PRACTICE\n" +
		"                                               Experience of GP care is good. At\n" +
		"72.9% of adults agreed that they                70.8% it has gained 3.7 points since\n" +
		"were helped to live independently               2023/24 and is well ahead of the re-\n" +
		"(NI2), up from 70.4% in 2023/24. The            corded share across Scotland.\n" +
		"change is “small”.                              It’s up.\n" +
		"\n" +
		"A line that goes over the width of both columns of the page ends them, as this one.\n" +
		"Care homes and adult placements                 29.8          12.0%\n" +
		"Support for unpaid carers here                  2.9            1.2%\n" +
		"Other social care in the area                   57.1          23.1%\f"
	left, right := inTwo(page)
	if len(left) != len(page) || len(right) != len(page) {
		t.Fatalf("%d and %d bytes, want %d", len(left), len(right), len(page))
	}
	for i := range len(page) {
		if l, r := left[i], right[i]; l != page[i] && r != page[i] || l != ' ' && r != ' ' && l != '\n' && l != '\f' {
			t.Fatalf("byte %d is %q in the one column and %q in the other", i, l, r)
		}
	}
	words := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	if got, want := words(right), "GENERAL PRACTICE Experience of GP care is good. At 70.8% it has gained 3.7 points since 2023/24 and is well ahead of the re- corded share across Scotland. It’s up."; got != want {
		t.Errorf("the right column is %q, want %q", got, want)
	}
	if got := words(left); !strings.HasPrefix(got, "LIVING WELL 72.9% of adults agreed that they were helped to live") || !strings.Contains(got, "Support for unpaid carers here 2.9 1.2%") {
		t.Errorf("the left column is %q", got)
	}
	plain, out := pages(right)
	if got, want := words(plain), "Experience of GP care is good. At 70.8% it has gained 3.7 points since 2023/24 and is well ahead of the recorded share across Scotland. It’s up."; got != want || out.Headings != 1 {
		t.Errorf("read of the right column: %q, %+v; want %q and a heading left out", got, out, want)
	}
}
