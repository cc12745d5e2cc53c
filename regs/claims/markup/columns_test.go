package markup

import (
	"slices"
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
	columns := inColumns(page)
	if len(columns) != 2 {
		t.Fatalf("%d columns, want 2", len(columns))
	}
	left, right := columns[0], columns[1]
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

// A page's head and a table's, of which parts stand over the right column, are no part of it.
func TestColumnsBetweenHeads(t *testing.T) {
	const page = "The partnership of the moor and the coast                   Annual Performance Report 2025/26\n" +
		"\n" +
		"Spending came to £250.4m against a plan of £247.6m.       By partner\n" +
		"It was the fourth year running in which we spent more     NHS Moorland            £160.6m      64.1%\n" +
		"than planned. Reserves made up the difference, and the    Carrickmoor Council      £89.8m      35.9%\n" +
		"rest was cut.                                             By matter\n" +
		"Care at home cost £20.0m, £1.4m more than planned.        Hospital wards took 17.9% of what we were given, and\n" +
		"GP prescribing cost £24.9m and was also over its plan.    other health care 47.0%. Care homes and adult\n" +
		"Social work teams spent £6.6m, below plan.                placements took 12.0%, and other social care 23.1%,\n" +
		"                                                          up from 19.9% in 2020/21.\n" +
		"\n" +
		"Locality                  2024/25        2025/26        Share of the money\n" +
		"Strathmoor                £106.4m        £111.0m                     44.8%\f"
	columns := inColumns(page)
	if len(columns) != 2 {
		t.Fatalf("%d columns, want 2", len(columns))
	}
	words := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	if got := words(columns[1]); !strings.HasPrefix(got, "By partner NHS Moorland") || !strings.HasSuffix(got, "up from 19.9% in 2020/21.") {
		t.Errorf("the right column is %q", got)
	}
	if got := words(columns[0]); !strings.Contains(got, "Annual Performance Report 2025/26") || !strings.Contains(got, "2025/26 Share of the money") {
		t.Errorf("the left column is %q", got)
	}
}

// Three columns are read one after the other, too, where their lines aren't at the same height.
func TestInThreeColumns(t *testing.T) {
	const page = "Hospital                          Getting home                        aged 65 or over. It’s 22.9\n" +
		"                                                                      in 2024/25. The Scottish\n" +
		"                                  Days delayed (NI19) came            rate is 24.2.\n" +
		"Emergency admissions\n" +
		"                                  down to 688 per 1,000\n" +
		"(NI12) fell to 11,152 per                                             Carers\n" +
		"                                  people aged 75 or over. In\n" +
		"100,000 adults in 2025,\n" +
		"                                  2023/24 they stood at 905.\n" +
		"from 11,398 the year                                                  Of unpaid carers 30.1% feel\n" +
		"                                  We’re below the Scottish\n" +
		"before. That is 2.2% fewer.                                           supported to continue (NI8).\n" +
		"                                  figure of 942.\n" +
		"Scotland’s rate was 11,757.                                           In 2023/24 it was 32.2%. For\n" +
		"                                  In all 91.4% of the last six        Scotland it is 33.6%.\n" +
		"                                  months of life was at home.\n\f"
	var got []string
	for _, column := range inColumns(page) {
		if len(column) != len(page) {
			t.Fatalf("%d bytes, want %d", len(column), len(page))
		}
		text, _ := pages(column)
		got = append(got, strings.Join(strings.Fields(text), " "))
	}
	want := []string{
		"Emergency admissions (NI12) fell to 11,152 per 100,000 adults in 2025, from 11,398 the year before. That is 2.2% fewer. Scotland’s rate was 11,757.",
		"Days delayed (NI19) came down to 688 per 1,000 people aged 75 or over. In 2023/24 they stood at 905. We’re below the Scottish figure of 942. In all 91.4% of the last six months of life was at home.",
		"aged 65 or over. It’s 22.9 in 2024/25. The Scottish rate is 24.2. Of unpaid carers 30.1% feel supported to continue (NI8). In 2023/24 it was 32.2%. For Scotland it is 33.6%.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestColumnsWithoutFormFeeds: columns of prose side by side are those of a page, also where no form feed says so; Markdown
// stays Markdown.
func TestColumnsWithoutFormFeeds(t *testing.T) {
	page := "The wait at home fell from 164      Falls are our worst trend. The\n" +
		"people to 71 in one year, and       rate has gone up in every year\n" +
		"we had aimed for 80 at most.        since 2020/21, to 24.1 people.\n"
	texts := ReadAll("page.txt", page)
	if len(texts) != 2 || !strings.Contains(texts[1].Markdown, "rate has gone up") || strings.Contains(texts[0].Markdown, "rate has gone up") {
		t.Errorf("the columns are %d texts: %+v", len(texts), texts)
	}
	for _, text := range []string{"# Waits\n\n" + page, "The wait at home fell from 164\npeople to 71 in one year.\n"} {
		if texts := ReadAll("text.txt", text); len(texts) != 1 {
			t.Errorf("%q is %d texts, want 1", text, len(texts))
		}
	}
}
