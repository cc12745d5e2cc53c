package claims

import (
	"math/big"
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// reading is a reader of the example's data for one sentence.
func reading(t *testing.T, f *facts.Facts, text string) (*reader, *sentence.Sentence) {
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
	f := facts.Of(load(t, "../../examples/carrickmoor"))
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

// TestGrammar reads a claim of each kind.
func TestGrammar(t *testing.T) {
	f := facts.Of(load(t, "../../examples/carrickmoor"))
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
	f := &facts.Facts{Year: 2025, First: 2020}
	rate := &facts.Thing{ID: "R", Kind: facts.Indicator, Unit: "per 1,000", Better: -1}
	for y, v := range map[int]int64{2020: 100, 2021: 104, 2022: 103, 2023: 102, 2024: 101, 2025: 50} {
		rate.Set(facts.FaceValue, facts.Own, y, facts.Value{Exact: exact.Rat(v, 1), Display: itoa(int(v))})
	}
	rate.Set(facts.FaceValue, facts.Scotland, 2025, facts.Value{Exact: exact.Rat(60, 1), Display: "60"})
	survey := &facts.Thing{ID: "S", Kind: facts.Indicator, Unit: facts.Percent, Better: 1, Survey: true, Breaks: []int{2023}}
	for y, v := range map[int]int64{2021: 30, 2023: 32, 2025: 31} {
		survey.Set(facts.FaceValue, facts.Own, y, facts.Value{Exact: exact.Rat(v, 1), Low: exact.Rat(v-2, 1), High: exact.Rat(v+2, 1), Display: itoa(int(v))})
	}
	q := func(s string, u facts.Unit) *facts.Quantity {
		n, _ := language.Written(s, 1)
		n.Unit = u
		return &n
	}
	for name, test := range map[string]struct{ got, want facts.Truth }{
		"value":                    {f.Level(rate, facts.FaceValue, facts.Own, 2024, q("101", facts.Bare)).Truth, facts.Yes},
		"another value":            {f.Level(rate, facts.FaceValue, facts.Own, 2024, q("102", facts.Bare)).Truth, facts.No},
		"no figure":                {f.Level(rate, facts.FaceValue, facts.Own, 2019, q("102", facts.Bare)).Truth, facts.Unknown},
		"fell":                     {f.Move(rate, facts.FaceValue, facts.Own, 2021, 2025, -1).Truth, facts.Yes},
		"rose":                     {f.Move(rate, facts.FaceValue, facts.Own, 2021, 2025, 1).Truth, facts.No},
		"across a break":           {f.Move(survey, facts.FaceValue, facts.Own, 2021, 2025, 1).Truth, facts.Unknown},
		"no clear change":          {f.Steady(survey, facts.FaceValue, facts.Own, 2023, 2025).Truth, facts.Yes},
		"halved is no standstill":  {f.Steady(rate, facts.FaceValue, facts.Own, 2024, 2025).Truth, facts.No},
		"about one per cent":       {f.Steady(rate, facts.FaceValue, facts.Own, 2023, 2024).Truth, facts.Yes},
		"down by 1%":               {f.Delta(rate, facts.FaceValue, facts.Own, 2023, 2024, -1, q("1.0", facts.Percent)).Truth, facts.Yes},
		"up by 1%":                 {f.Delta(rate, facts.FaceValue, facts.Own, 2023, 2024, 1, q("1.0", facts.Percent)).Truth, facts.No},
		"one point of a survey":    {f.Delta(survey, facts.FaceValue, facts.Own, 2023, 2025, -1, q("1", facts.Points)).Truth, facts.Yes},
		"one per cent of a survey": {f.Delta(survey, facts.FaceValue, facts.Own, 2023, 2025, -1, q("1", facts.Percent)).Truth, facts.No},
		"halved":                   {f.Ratio(rate, facts.FaceValue, facts.Own, 2024, 2025, -2, facts.Plainly).Truth, facts.Yes},
		"more than halved":         {f.Ratio(rate, facts.FaceValue, facts.Own, 2020, 2025, -2, facts.Over).Truth, facts.No},
		"below Scotland":           {f.Beside(rate, facts.FaceValue, facts.Own, facts.Scotland, 2025, -1).Truth, facts.Yes},
		"above Scotland":           {f.Beside(rate, facts.FaceValue, facts.Own, facts.Scotland, 2025, 1).Truth, facts.No},
		"like Scotland":            {f.Beside(rate, facts.FaceValue, facts.Own, facts.Scotland, 2025, 0).Truth, facts.No},
		"lowest of all":            {f.Extreme(rate, facts.FaceValue, facts.Own, 2025, 2020, 2025, -1, 1).Truth, facts.Yes},
		"second highest":           {f.Extreme(rate, facts.FaceValue, facts.Own, 2022, 2020, 2025, 1, 2).Truth, facts.Yes},
		"four falls in a row":      {f.Run(rate, facts.FaceValue, facts.Own, 2025, 4, -1).Truth, facts.Yes},
		"five falls in a row":      {f.Run(rate, facts.FaceValue, facts.Own, 2025, 5, -1).Truth, facts.No},
		"six falls in a row":       {f.Run(rate, facts.FaceValue, facts.Own, 2025, 6, -1).Truth, facts.No},
	} {
		if test.got != test.want {
			t.Errorf("%s: %d, want %d", name, test.got, test.want)
		}
	}
	if d := exact.PercentChange(exact.Rat(0, 1), exact.Rat(5, 1)); d != nil {
		t.Errorf("from 0 there is no percentage: %v", d)
	}
	if i := (exact.Interval{Low: exact.Rat(1, 2), High: exact.Rat(3, 2), HighOpen: true}); !i.Has(exact.Rat(1, 1)) || i.Has(exact.Rat(3, 2)) || i.Has(nil) || !i.Meets(exact.Interval{Low: big.NewRat(0, 1)}) {
		t.Error("the interval")
	}
}
