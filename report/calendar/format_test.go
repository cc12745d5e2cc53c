package calendar

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	var b strings.Builder
	if err := Of(sample(day(2019, 6, 1))).Text(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"2018/19, on 1 June 2019: 60 days left until the last day for publication\n",
		"31 days ago", "overdue", "New data: The system (A, B)\n", "in 18 days",
		"\nWithout a date:\n  No date stated: About D (D)\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s\nlacks %q", b.String(), want)
		}
	}
	b.Reset()
	if err := Of(sample(day(2019, 8, 1))).Text(&b); err != nil {
		t.Fatal(err)
	}
	if want := "1 day past the last day for publication"; !strings.Contains(b.String(), want) {
		t.Errorf("%s\nlacks %q", b.String(), want)
	}
}

// A span has its first and last day; what has no date has neither, nor days.
func TestJSON(t *testing.T) {
	var b strings.Builder
	if err := Of(sample(day(2019, 6, 1))).JSON(&b); err != nil {
		t.Fatal(err)
	}
	var back struct {
		PublishBy string `json:"publish_by"`
		DaysLeft  int    `json:"days_left"`
		Events    []struct {
			From, To string
			Days     *int
			Measures []string
		}
		Undated []map[string]any
	}
	if err := json.Unmarshal([]byte(b.String()), &back); err != nil {
		t.Fatal(err)
	}
	if back.PublishBy != "2019-07-31" || back.DaysLeft != 60 {
		t.Errorf("publish by %s, %d days left", back.PublishBy, back.DaysLeft)
	}
	last := back.Events[len(back.Events)-1]
	if last.From != "2019-09-01" || last.To != "2019-09-30" || last.Days == nil || *last.Days != 121 {
		t.Errorf("the survey is %+v", last)
	}
	for _, e := range back.Undated {
		for _, key := range []string{"from", "to", "days"} {
			if v, ok := e[key]; ok {
				t.Errorf("%v has %s %v", e["title"], key, v)
			}
		}
	}
}

// A line names what it has room for; programs get every name.
func TestLongEventsAreShortened(t *testing.T) {
	names := strings.Split("a b c d e f g h", " ")
	for n, want := range map[int]string{1: "a", 5: "a, b, c, d, e", 6: "a, b, c, d, e, f", 7: "a, b, c, d, e and 2 more", 8: "a, b, c, d, e and 3 more"} {
		for _, ev := range []Event{{Title: "T", Texts: names[:n]}, {Title: "T", Measures: names[:n]}} {
			if got := titleWithMeasures(ev); got != "T ("+want+")" {
				t.Errorf("%d names: %s", n, got)
			}
		}
	}
}
