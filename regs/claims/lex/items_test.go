package lex

import (
	"fmt"
	"strings"
	"testing"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// shown is an item in words, "" for one that changes nothing and for marks.
func shown(it *Item) string {
	way := map[int]string{1: "up", -1: "down"}
	switch it.Class {
	case language.IsPlain, language.IsMark:
		return ""
	case language.IsSubject:
		return it.Thing.ID
	case language.IsQuantity:
		in := it.Q.In()
		return fmt.Sprint(exact.Decimal(in.Low), " to ", exact.Decimal(in.High), map[facts.Unit]string{facts.Percent: "%", facts.Points: " points", facts.Pounds: " pounds"}[it.Q.Unit])
	case language.IsPeriod:
		if it.Known {
			return fmt.Sprint(it.Year)
		}
		return fmt.Sprint(it.Year, " back")
	case language.IsArea:
		if it.Area == facts.Own {
			return "here"
		}
		return "in " + it.Area
	case language.IsMove:
		return "moved " + way[it.N]
	case language.IsBeside:
		return "beside " + way[it.N]
	case language.IsTimes:
		return fmt.Sprint("times ", it.N)
	case language.IsFace:
		if it.Face == facts.FaceVariance {
			return "variance " + way[it.N]
		}
		return string(it.Face)
	case language.IsRole:
		return it.Role
	case language.IsExtreme:
		return "most " + way[it.N]
	case language.IsThan:
		return "than"
	case language.IsNot:
		return "not"
	case language.IsMood, language.IsAside, language.IsBreak, language.IsUnknown:
		return it.Text + "?"
	}
	return it.Text
}

// TestItems reads the items of sentences: those that stand for something by themselves, and those that do by the ones next
// to them.
func TestItems(t *testing.T) {
	r := newReader(carrickmoor(t))
	for text, want := range map[string]string{
		"Emergency admissions (NI12) fell by 2.2% to 11,152 in 2025/26.": "NI12 | NI12 | moved down | by | 2.15 to 2.25% | to | 11151.5 to 11152.5 | in | 2025",
		"Falls rose from 22.9 in 2023/24 to 23.6 last year.":             "NI16 | moved up | from | 22.85 to 22.95 | in | 2023 | to | 23.55 to 23.65 | 1 back",
		"Delayed discharges more than doubled over five years.":          "NI19 | beside up | times 2 | 5 back",
		"Fewer than half of carers feel supported.":                      " to 50% | of | NI8",
		"One pound in every five went on care homes.":                    "18.5 to 21.5% | matter:4(2)(c)",
		"The rate is below that of Scotland.":                            "beside down | of | in Scotland",
		"The rate is 605 below Scotland's.":                              "604.5 to 605.5 | beside down | in Scotland",
		"It was higher than in 2024/25.":                                 "moved up | than | in | 2024",
		"We spent £2.8m more than planned.":                              "here | spend | 2750000 to 2850000 pounds | variance down",
		"Prescribing was £1.4m over.":                                    "service:GP prescribing | 1350000 to 1450000 pounds | variance down",
		"Spending was the highest since 2020/21.":                        "spend | most up | since | 2020",
		"The target of 90% wasn't met.":                                  "target | of | 89.5 to 90.5% | not | met",
		"It would have fallen but for the winter.":                       "would? | moved down | but? | in | winter?",
		"I am glad to say that emergency admissions fell.":               "NI12 | moved down",
	} {
		var got []string
		for _, it := range itemsOf(r, text) {
			if s := shown(&it); s != "" {
				got = append(got, s)
			}
		}
		if strings.Join(got, " | ") != want {
			t.Errorf("%q:\n is %s\nwant %s", text, strings.Join(got, " | "), want)
		}
	}
}

// TestNumbers reads figures as people write them, with what they may stand for.
func TestNumbers(t *testing.T) {
	r := newReader(carrickmoor(t))
	for _, test := range []struct {
		text, low, high string
		unit            facts.Unit
	}{
		{"11,152", "11151.5", "11152.5", facts.Bare},
		{"11,000", "10500", "11500", facts.Bare}, // two digits and zeros
		{"22.4%", "22.35", "22.45", facts.Percent},
		{"22.4 per cent", "22.35", "22.45", facts.Percent},
		{"4.5 percentage points", "4.45", "4.55", facts.Points},
		{"£2.8m", "2750000", "2850000", facts.Pounds},
		{"£2.8 million", "2750000", "2850000", facts.Pounds},
		{"£250,423,716", "250423715.5", "250423716.5", facts.Pounds},
		{"£92k", "91500", "92500", facts.Pounds},
		{"over 12,000", "12000", "", facts.Bare},
		{"fewer than 40", "", "40", facts.Bare},
		{"at least 90%", "90", "", facts.Percent},
		{"around £30m", "29000000", "31000000", facts.Pounds},
		{"just under 50%", "47.5", "50.1", facts.Percent},
		{"a third", "31", "35.666667", facts.Percent},
		{"one in five", "18.5", "21.5", facts.Percent},
		{"half", "46.5", "53.5", facts.Percent},
		{"more than half", "50", "", facts.Percent},
		{"nine out of ten", "83.7", "96.3", facts.Percent},
		{"twenty-three", "23", "23", facts.Bare},
	} {
		var q *facts.Quantity
		for _, it := range itemsOf(r, test.text) {
			if it.Class == language.IsQuantity {
				q = it.Q
			}
		}
		if q == nil {
			t.Errorf("%q is no figure", test.text)
			continue
		}
		if in := q.In(); exact.Decimal(in.Low) != test.low || exact.Decimal(in.High) != test.high || q.Unit != test.unit {
			t.Errorf("%q is %s to %s %q, want %s to %s %q", test.text, exact.Decimal(in.Low), exact.Decimal(in.High), q.Unit, test.low, test.high, test.unit)
		}
	}
}

// A reader's items are those of the sentence that it read last; two readers don't share them.
func TestReadersShareNothing(t *testing.T) {
	f := carrickmoor(t)
	one, other := newReader(f), newReader(f)
	first := itemsOf(one, "Emergency admissions fell to 11,152.")
	itemsOf(other, "We spent £250.4m.")
	if len(first) == 0 || first[0].Thing == nil || first[0].Thing.ID != "NI12" {
		t.Errorf("%+v", first)
	}
}
