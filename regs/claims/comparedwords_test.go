package claims

import (
	"strings"
	"testing"

	"apr/regs/claims/facts"
)

// contrary are sentences of one example: right ones are confirmed, wrong ones found, and of
// the others nothing is said.
func contrary(t *testing.T, example string, kinds map[string]ofKind) {
	t.Helper()
	p := textsOf(t, "../../examples/"+example)
	for kind, of := range kinds {
		for _, set := range []struct {
			sentences []string
			is        Verdict
		}{{of.right, Confirmed}, {of.wrong, Contradicted}, {of.neither, Unread}} {
			for _, s := range set.sentences {
				got, ok := p.with("regulation-4/introduction", s)
				if !ok {
					t.Fatal("no text")
				}
				has := func(v Verdict) bool {
					return someAre(got, v)
				}
				if set.is == Unread && !has(Contradicted) || set.is == Contradicted && has(Contradicted) || set.is == Confirmed && has(Confirmed) && !has(Contradicted) {
					continue
				}
				t.Errorf("%s: not %s: %s", kind, set.is, s)
				for _, c := range got {
					t.Logf("    %s %s %q %s%s", c.Verdict, c.Measure, c.Text, c.Message, c.Reason)
				}
			}
		}
	}
}

// Ardenmuir spent £108.7m, more than was planned and more than was paid or set aside; its
// emergency admissions (NI12) fell, falls (NI16) rose, and children looked after away from
// home (AM1) are the fewest in six years.
func TestContraryWords(t *testing.T) {
	contrary(t, "ardenmuir", map[string]ofKind{
		"what was spent and what there was": {
			[]string{"We spent more than we had.", "In 2025/26 the board spent more than it was given.", "This year we spent £108.7m, which is more than we were given.", "We spent {{ spend \"total\" }}, more than we had planned.", "We spent more than we had: {{ variance \"total\" }}, in spite of the freeze."},
			[]string{"We spent less than we had.", "In 2022/23 we spent less than we had.", "In 2025/26 the board spent less than it was given.", "This year we spent £108.7m, which is less than we were given.", "We spent {{ spend \"total\" }}, which is less than we were given.",
				"We spent £108.7 million in all, less than our partners gave us.", "We spent less than we had planned.", "We spent £108.7m, less than planned.", "We spent less than we got: {{ variance \"total\" }}, in spite of the freeze.",
				"The partnership lived within its means.", "This year we again kept within our resources."},
			[]string{"We spent {{ spend \"total\" \"2021/22\" }}, less than we had planned.", "We spent £20.1m, which is less than we had planned.", "We spent {{ spend \"4(2)(a)\" }}, less than planned.",
				"In 2021 we spent less than we had.", "We would have spent less than we had.", "Families spent less than they had.", "We spent less on agency staff than we had feared.",
				"The board must live within its means.", "On day care we spent less than we had.", "We didn't spend less than we had.", "Nobody thought that we spent less than we had."},
		},
		"a year that broke even": {
			nil,
			[]string{"The year broke even.", "The board broke even in 2025/26.", "We found our money in order, since the year broke even.", "The partnership ended the year in balance.", "We ended the year on budget."},
			[]string{"Telecare broke even.", "The board broke even in 2021/22.", "The café broke even.", "We nearly broke even.", "With reserves of £1.6m the year broke even.", "The board wants to break even by 2027/28.",
				"The year didn't break even.", "The board agreed a balanced budget in March.", "If the year breaks even, the posts stay."},
		},
		"what was spent, and then that it was more": {
			[]string{"We spent {{ about \"total\" }}. This is more than we planned.", "We spent £108.7m. That is more than we had planned."},
			[]string{"We spent {{ about \"total\" }}. This is less than we planned.", "This year we spent {{ spend \"total\" }}. That was less than planned.", "We spent £108.7m. This is less than we had planned."},
			[]string{"We spent {{ about \"Care at home\" }}. This is less than we planned.", "We spent {{ about \"total\" }}. Day care cost £2m. This is less than we planned.",
				"We spent {{ about \"total\" }}. This is less than we feared.", "We spent {{ about \"total\" \"2021/22\" }}. This is less than we planned."},
		},
		"a change said again in the next sentence": {
			nil,
			[]string{"Falls (NI16) were up 19.3% since 2020/21. That is a fall of a fifth.", "Admissions after a fall (NI16) were {{ value \"NI16\" }}, {{ change \"NI16\" \"2020/21\" }} since 2020/21. This is a reduction of nearly a fifth.",
				"Emergency admissions (NI12) were {{ change \"NI12\" \"2022/23\" }} since 2022/23. That was a rise of some hundreds.", "Falls (NI16) were up 19.3% since 2020/21, a fall of a fifth."},
			[]string{"Falls (NI16) were up 19.3% since 2020/21. That is a rise of a fifth.", "Falls (NI16) were up 19.3% since 2020/21. That isn't a fall of a fifth.", "We were open 12 hours. That is a rise of two hours.",
				"Falls (NI16) were up 19.3% since 2020/21. A fall of a metre can break a hip.", "Falls (NI16) were up 19.3% since 2020/21. In Scotland that was a fall of a tenth.",
				"Visits were up 12% and waits down 9%. That is a fall of four days."},
		},
		"more and fewer people": {
			[]string{"Fewer people went to hospital in an emergency.", "Fewer adults were admitted to hospital as an emergency."},
			[]string{"More people went to hospital in an emergency.", "More adults were admitted to hospital as an emergency.", "This year more of our people were taken to hospital in an emergency.",
				"More people were taken to hospital as emergencies."},
			[]string{"More people went to hospital for planned care.", "More people in Inverden went to hospital in an emergency.", "Fewer people went to hospital in an emergency than in Angus.",
				"More people with dementia went to hospital in an emergency.", "More people feared that they would go to hospital in an emergency.", "No more people went to hospital in an emergency.",
				"More people who went to hospital in an emergency came home the same day.", "More people may go to hospital in an emergency."},
		},
		"the most in years": {
			[]string{"Children looked after away from home were 78, the fewest in six years."},
			[]string{"Children looked after away from home were 78, the most in six years.", "Children looked after away from home (AM1) were {{ measure \"AM1\" }}, the most since 2020/21.", "The 78 children looked after away from home are the most in four years."},
			[]string{"Children looked after away from home were 78, most of them with kin.", "Children looked after away from home were 78, the most we can place in the area.", "Most children looked after away from home were of school age in six years of seven."},
		},
	})
}

// In an Easy Read a picture is between what was spent and what is said of it.
func TestSpentAboveAPicture(t *testing.T) {
	f := facts.Of(load(t, "../../examples/ardenmuir"))
	for text, wrong := range map[string]bool{
		"We spent {{ about \"total\" }}.\n\n![Two columns](pictures/more-money.png)\n\nThis is less than we planned. We used some of our reserves.": true,
		"We spent {{ about \"total\" }}.\n\n![Two columns](pictures/more-money.png)\n\nThis is more than we planned. We used some of our reserves.": false,
		"We spent {{ about \"total\" }}.\n\n![A house](pictures/home.png)\n\nCare at home cost £12.7m.\n\nThis is less than we planned.":            false,
	} {
		got := false
		for _, c := range Read(f, []Text{NewText("easy-read.text", text)}).Claims {
			got = got || c.Verdict == Contradicted
		}
		if got != wrong {
			t.Errorf("%q is found wrong: %v, want %v", text, got, wrong)
		}
	}
}

// What a figure fell from is the one of the year before, and so says the message.
func TestMessageOfWhatItWasBefore(t *testing.T) {
	p := textsOf(t, "../../examples/carrickmoor")
	got, _ := p.with("regulation-4/introduction", "The number of people waiting for care at home on the coast fell from 91 to 17.")
	for _, c := range got {
		if c.Verdict != Contradicted {
			continue
		}
		if want := "as 91; the data have 58 people in 2024/25"; !strings.Contains(c.Message, want) {
			t.Errorf("got %q, want %q", c.Message, want)
		}
		if c.Hint != "correct the figure" {
			t.Errorf("the hint is %q", c.Hint)
		}
		return
	}
	t.Error("it isn't found wrong")
}
