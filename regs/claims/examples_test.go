package claims

import (
	"math/big"
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/sentence"
)

// reading is a reader of the example's data for one sentence.
func reading(t *testing.T, f *Facts, text string) (*reader, *sentence.Sentence) {
	t.Helper()
	r := newReader(f)
	r.reading = &Reading{}
	r.passage = sentence.NewPassage("opening.foreword", yamlpos.NewText(text, source.Position{File: "f.yaml", Line: 1, Column: 1}))
	r.plain = r.passage.Plain
	s := r.passage.Sentences()
	if len(s) == 0 {
		t.Fatalf("%q has no sentence", text)
	}
	return r, s[0]
}

// TestDictionary finds what names stand for.
func TestDictionary(t *testing.T) {
	f := FactsOf(load(t, "../../examples/carrickmoor"))
	for text, want := range map[string]string{
		"NI12":                  "NI12",
		"NI-12":                 "NI12",
		"ni 12":                 "NI12",
		"indicator 12":          "NI12",
		"National Indicator 12": "NI12",
		"the falls rate":        "NI16",
		"emergency admissions":  "NI12",
		"unplanned bed days":    "NI13",
		"days in hospital of people who were ready to leave":      "NI19",
		"bed days lost to delayed discharge":                      "NI19",
		"carers who feel supported":                               "NI8",
		"carers felt well supported":                              "NI8",
		"a say in how their help, care or support was provided":   "NI3",
		"care services graded good or better":                     "NI17",
		"care rated as excellent or good":                         "NI5",
		"people with a positive experience of their GP practice":  "NI6",
		"adults with intensive needs cared for at home":           "NI18",
		"the last six months of life":                             "NI15",
		"emergency admissions after a fall":                       "NI16",
		"alcohol and drug services saw people within three weeks": "measure:CM08",
		"CM07":             "measure:CM07",
		"sickness absence": "measure:CM07",
		"care homes and adult placements cost £1": "matter:4(2)(c)",
		"prescribing by GPs cost £1":              "service:GP prescribing",
		"the health board spent £1":               "partner:NHS Moorland",
		"home care cost £1":                       "service:Care at home",
		"older people cost £1":                    "care group:Older people",
		"recommendations":                         "count:recommendations",
		"physiotherapy":                           "",
		"care homes":                              "", // no amount is spoken of
	} {
		r, s := reading(t, f, text)
		st := &statement{reader: r, items: r.lex(r.tokens(s))}
		st.survey()
		got := ""
		for _, th := range st.all {
			got = strings.TrimSpace(got + " " + th.ID)
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestNumbers reads figures as people write them, with what they may stand for.
func TestNumbers(t *testing.T) {
	f := FactsOf(load(t, "../../examples/carrickmoor"))
	for _, test := range []struct {
		text, low, high string
		unit            Unit
	}{
		{"11,152", "11151.5", "11152.5", bare},
		{"11,000", "10500", "11500", bare}, // two digits and zeros
		{"22.4%", "22.35", "22.45", percent},
		{"22.4 per cent", "22.35", "22.45", percent},
		{"4.5 percentage points", "4.45", "4.55", points},
		{"£2.8m", "2750000", "2850000", pounds},
		{"£2.8 million", "2750000", "2850000", pounds},
		{"£250,423,716", "250423715.5", "250423716.5", pounds},
		{"£92k", "91500", "92500", pounds},
		{"over 12,000", "12000", "", bare},
		{"fewer than 40", "", "40", bare},
		{"at least 90%", "90", "", percent},
		{"around £30m", "29000000", "31000000", pounds},
		{"just under 50%", "47.5", "50.1", percent},
		{"a third", "31", "35.666667", percent},
		{"one in five", "18.5", "21.5", percent},
		{"half", "46.5", "53.5", percent},
		{"more than half", "50", "", percent},
		{"nine out of ten", "83.7", "96.3", percent},
		{"twenty-three", "23", "23", bare},
	} {
		r, s := reading(t, f, test.text)
		var q *quantity
		for _, it := range r.lex(r.tokens(s)) {
			if it.class == isQuantity {
				q = it.q
			}
		}
		if q == nil {
			t.Errorf("%q is no figure", test.text)
			continue
		}
		if in := q.in(); decimal(in.Low) != test.low || decimal(in.High) != test.high || q.unit != test.unit {
			t.Errorf("%q is %s to %s %q, want %s to %s %q", test.text, decimal(in.Low), decimal(in.High), q.unit, test.low, test.high, test.unit)
		}
	}
}

// TestGrammar reads a claim of each kind.
func TestGrammar(t *testing.T) {
	f := FactsOf(load(t, "../../examples/carrickmoor"))
	for _, test := range []struct {
		text    string
		subject string
		scope   string
		measure Measure
		period  string
		base    string
		verdict Verdict
	}{
		{"The falls rate stood at 24.1 in 2025/26.", "NI16", "area", saysValue, "2025/26", "", Confirmed},
		{"In 2021/22 31.0% of carers felt supported.", "NI8", "area", saysValue, "2021/22", "", Confirmed},
		{"In East Lothian the emergency admission rate was 12,080.", "NI12", "East Lothian", saysValue, "2025/26", "", Confirmed},
		{"Emergency admissions fell by 6.3% since 2022/23.", "NI12", "area", saysChange, "2025/26", "2022/23", Confirmed},
		{"A decrease of 6.3% was seen in emergency admissions between 2022/23 and 2025/26.", "NI12", "area", saysChange, "2025/26", "2022/23", Confirmed},
		{"Emergency admissions have halved since 2022/23.", "NI12", "area", saysChange, "2025/26", "2022/23", Contradicted},
		{"The share of adults who look after their health well was unchanged since 2021/22.", "NI1", "area", saysChange, "2025/26", "2021/22", Confirmed},
		{"Readmissions are below the Scottish average.", "NI14", "area", saysComparison, "2025/26", "", Confirmed},
		{"The falls rate is the lowest in Scotland.", "NI16", "area", saysRank, "2025/26", "", Contradicted},
		{"Emergency admissions were the lowest since 2020/21.", "NI12", "area", saysExtreme, "2025/26", "", Confirmed},
		{"Emergency admissions fell for the third year in a row.", "NI12", "area", saysRun, "2025/26", "2022/23", Confirmed},
		{"Strathmoor took 44.8% of the money paid to or set aside for the board.", "locality:Strathmoor", "area", saysShare, "2025/26", "", Confirmed},
		{"GP prescribing overspent by £1.4m.", "service:GP prescribing", "area", saysVariance, "2025/26", "", Confirmed},
		{"GP prescribing cost £24.9m.", "service:GP prescribing", "area", saysValue, "2025/26", "", Confirmed},
		{"Glenside has 38,100 people.", "population", "Glenside", saysCount, "2025/26", "", Confirmed},
		{"There were two inspections.", "count:inspections", "area", saysCount, "2025/26", "", Confirmed},
		{"Alcohol and drug services met the target of 90% within three weeks.", "measure:CM08", "area", saysTarget, "", "", Confirmed},
		{"Of 60 cases 14 were late, almost half.", "", "area", saysArithmetic, "", "", Contradicted},
		{`Of adults supported at home {{ value "NI8" }} felt safe.`, "NI8", "area", saysReference, "2025/26", "", Contradicted},
		{"Emergency admissions among veterans fell by 6%.", "NI12", "area", saysSomething, "", "", Unread},
		{"If emergency admissions rose by 6%, beds would be short.", "NI12", "area", saysSomething, "", "", Unread},
	} {
		got := Read(f, []Text{{Name: "opening.foreword", Text: yamlpos.NewText(test.text, source.Position{File: "f.yaml", Line: 1, Column: 1})}}).Claims
		if len(got) == 0 {
			t.Errorf("%q has no claim", test.text)
			continue
		}
		c := got[0]
		if c.Subject != test.subject || c.Scope != test.scope || c.Measure != test.measure || c.Period != test.period || c.Base != test.base || c.Verdict != test.verdict {
			t.Errorf("%q is %s of %s, %s since %s: %s; %s", test.text, c.Measure, c.Subject+"/"+c.Scope, c.Period, c.Base, c.Verdict, c.Message+c.Reason)
		}
	}
}

// TestEntailment holds claims that are taken apart against figures made for it.
func TestEntailment(t *testing.T) {
	f := &Facts{Year: 2025, First: 2020}
	rate := &Thing{ID: "R", Kind: isIndicator, Unit: "per 1,000", Better: -1}
	for y, v := range map[int]int64{2020: 100, 2021: 104, 2022: 103, 2023: 102, 2024: 101, 2025: 50} {
		rate.set(value, own, y, Value{Exact: rat(v, 1), Display: itoa(int(v))})
	}
	rate.set(value, scotland, 2025, Value{Exact: rat(60, 1), Display: "60"})
	survey := &Thing{ID: "S", Kind: isIndicator, Unit: percent, Better: 1, Survey: true, Breaks: []int{2023}}
	for y, v := range map[int]int64{2021: 30, 2023: 32, 2025: 31} {
		survey.set(value, own, y, Value{Exact: rat(v, 1), Low: rat(v-2, 1), High: rat(v+2, 1), Display: itoa(int(v))})
	}
	q := func(s string, u Unit) *quantity {
		n, _ := written(s, 1)
		n.unit = u
		return &n
	}
	for name, test := range map[string]struct{ got, want truth }{
		"value":                    {f.level(rate, value, own, 2024, q("101", bare)).truth, yes},
		"another value":            {f.level(rate, value, own, 2024, q("102", bare)).truth, no},
		"no figure":                {f.level(rate, value, own, 2019, q("102", bare)).truth, unknown},
		"fell":                     {f.move(rate, value, own, 2021, 2025, -1).truth, yes},
		"rose":                     {f.move(rate, value, own, 2021, 2025, 1).truth, no},
		"across a break":           {f.move(survey, value, own, 2021, 2025, 1).truth, unknown},
		"no clear change":          {f.steady(survey, value, own, 2023, 2025).truth, yes},
		"halved is no standstill":  {f.steady(rate, value, own, 2024, 2025).truth, no},
		"about one per cent":       {f.steady(rate, value, own, 2023, 2024).truth, yes},
		"down by 1%":               {f.delta(rate, value, own, 2023, 2024, -1, q("1.0", percent)).truth, yes},
		"up by 1%":                 {f.delta(rate, value, own, 2023, 2024, 1, q("1.0", percent)).truth, no},
		"one point of a survey":    {f.delta(survey, value, own, 2023, 2025, -1, q("1", points)).truth, yes},
		"one per cent of a survey": {f.delta(survey, value, own, 2023, 2025, -1, q("1", percent)).truth, no},
		"halved":                   {f.ratio(rate, value, own, 2024, 2025, -2, plainly).truth, yes},
		"more than halved":         {f.ratio(rate, value, own, 2020, 2025, -2, over).truth, no},
		"below Scotland":           {f.beside(rate, value, own, scotland, 2025, -1).truth, yes},
		"above Scotland":           {f.beside(rate, value, own, scotland, 2025, 1).truth, no},
		"like Scotland":            {f.beside(rate, value, own, scotland, 2025, 0).truth, no},
		"lowest of all":            {f.extreme(rate, value, own, 2025, 2020, 2025, -1, 1).truth, yes},
		"second highest":           {f.extreme(rate, value, own, 2022, 2020, 2025, 1, 2).truth, yes},
		"four falls in a row":      {f.run(rate, value, own, 2025, 4, -1).truth, yes},
		"five falls in a row":      {f.run(rate, value, own, 2025, 5, -1).truth, no},
		"six falls in a row":       {f.run(rate, value, own, 2025, 6, -1).truth, no},
	} {
		if test.got != test.want {
			t.Errorf("%s: %d, want %d", name, test.got, test.want)
		}
	}
	if d := percentChange(rat(0, 1), rat(5, 1)); d != nil {
		t.Errorf("from 0 there is no percentage: %v", d)
	}
	if i := (Interval{Low: rat(1, 2), High: rat(3, 2), HighOpen: true}); !i.has(rat(1, 1)) || i.has(rat(3, 2)) || i.has(nil) || !i.meets(Interval{Low: big.NewRat(0, 1)}) {
		t.Error("the interval")
	}
}
