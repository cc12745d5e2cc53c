package mentions

import (
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/facts/factstest"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// placesIn are the places that a sentence names by the names of the localities and of the area.
func placesIn(f *facts.Facts, s *sentence.Sentence) (all []Place) {
	names := map[string]Place{f.Authority: {Area: facts.Own}}
	for _, t := range f.Things {
		if name, is := strings.CutPrefix(t.ID, "locality:"); is {
			names[name] = Place{Area: t.ID, Locality: true}
		}
	}
	for name, place := range names {
		if at := strings.Index(string(s.Plain[s.Start:s.End]), name); at >= 0 {
			place.Start, place.End = s.Start+at, s.Start+at+len(name)
			all = append(all, place)
		}
	}
	return all
}

// contradicted are the claims of texts that count one thing as several numbers.
func contradicted(f *facts.Facts, texts ...yamlpos.Text) []*claim.Claim {
	l, kept := language.NewLexicon(language.NewDictionary(f)), &Kept{}
	r := NewReader(f, l)
	for _, text := range texts {
		p := sentence.NewPassage("opening.about", text)
		if strings.HasPrefix(text.Markdown, "|") {
			var rows [][]facts.Cell
			offset := 0
			for row := range strings.Lines(text.Markdown) {
				rows = append(rows, facts.Cells(row, offset))
				offset += len(row)
			}
			r.Rows(kept, p, rows, "")
		}
		for _, s := range p.Sentences() {
			if s.Before == nil {
				r.Paragraph()
			}
			read := Sentence{Sentence: s, Tokens: l.Tokens(nil, s), Places: placesIn(f, s)}
			r.Count(kept, read)
			r.Read(kept, read)
		}
	}
	return kept.Contradictions(kept.Swapped(nil))
}

// TestMentions has two texts count something of which the data know nothing.
func TestMentions(t *testing.T) {
	f := factstest.Of(t, "../../../examples/carrickmoor")
	for _, test := range []struct{ first, right, wrong string }{
		{"Glenside has five general practices.", "Two of Glenside's five GP practices are hard to reach.", "Two of Glenside's six GP practices are hard to reach."},
		{"| Locality | General practices |\n|---|---:|\n| Strathmoor | 7 |\n| Glenside | 5 |", "There are seven practices in Strathmoor.", "There are eight practices in Strathmoor."},
		{"All 16 general practices have a link worker.", "In 2018 Carrickmoor had 17 general practices.", "Carrickmoor has 17 general practices."},
		{"All 16 general practices have a link worker.", "Eleven practices have new telephones.", "There are 15 GP surgeries."},
		{"The board has eight voting members.", "The board has twelve members without a vote.", "Four of the nine voting members were new."},
		{"The board has eight voting members.", "Other boards have nine voting members.", "The board has nine voting members."},
		{"Fourteen of the area's 152 neighbourhoods (data zones) are among the most deprived fifth in Scotland.", "28 data zones are among the least deprived fifth in Scotland.", "15 of the 152 data zones are among the most deprived fifth."},
		{"Fourteen of the area's 152 neighbourhoods (data zones) are among the most deprived fifth in Scotland.", "Help went to the two most deprived neighbourhoods.", "Of our 152 neighbourhoods 15 are among the most deprived fifth."},
		{"There were 214 complaints, nine fewer than the year before.", "Most of the 31 complaints were about lateness.", "We received 241 complaints."},
		{"There were 214 complaints.", "We had 96 complaints about care at home.", "In 2025/26 there were 124 complaints."},
		{"We listened in five ways: 268 stories on an independent feedback site, 214 complaints and 37 drop-in sessions.", "The ward was praised in 86 stories on an independent feedback site.", "There were 286 stories on an independent feedback site."},
		{"Strength and balance classes ran in 14 halls and reached 640 people.", "In Glenside 400 people came to the strength and balance classes.", "Some 460 people came to the strength and balance classes."},
		{"Strength and balance classes ran in 14 halls and reached 640 people.", "About 650 people came to the strength and balance classes.", "604 people attended strength and balance classes."},
		{"An evening drop-in opened in East Kirkmoor; 286 people came.", "70 people came to the drop-in in Port Carrick.", "The drop-in in East Kirkmoor was used by 268 people."},
		{"Two advocates, who helped 147 people, were paid by the fund.", "Money advisers helped 174 people.", "The advocates helped 174 people."},
		{"The review heard 612 people at 14 events.", "We heard 60 people at 14 clinics.", "We heard 621 people at 14 events."},
		{"Of the nine link workers four serve East Kirkmoor.", "Four link workers serve East Kirkmoor.", "There are eight community link workers."},
		{"Sixty-one of the partnership's 148 pool cars are electric.", "Thirty-nine of the 148 pool cars were electric a year earlier.", "We have 66 electric pool cars."},
		{"Officers held 37 drop-in sessions.", "Officers held 17 drop-in sessions in Strathmoor.", "Officers held 73 drop-in sessions."},
		{"Carrickmoor has three community hospitals: Kirkmoor, Tarrowbridge and Port Carrick.", "Two community hospitals have a ward for rehabilitation.", "The area has four community hospitals."},
		{"The general reserve was £6.9m at the start of the year and is £4.1m now.", "General reserves of £1.2m were used for care at home.", "The general reserve ended the year at £3.1m."},
		{"The general reserve was £6.9m at the start of the year and is £4.1m now.", "The general reserve paid £2.8m towards the overspend.", "The general reserve fell from £6.9m to £4.6m."},
		{"The general reserve is £4.1m now. Earmarked reserves are £3.4m.", "On 31 March 2025 the general reserve stood at £6.9m.", "At the end of the year earmarked reserves stood at £4.3m."},
		{"The gap for 2026/27 was £5.9m when the budget was set.", "A gap of £0.8m remains for 2026/27, and the gap for 2028/29 is £14.3m.", "The budget for 2026/27 was set with a gap of just under £8m."},
		{"Nine impact assessments were published.", "Two impact assessments changed a decision.", "Ten impact assessments were published."},
	} {
		for second, wrong := range map[string]bool{test.right: false, test.wrong: true, test.first: false} {
			var texts []yamlpos.Text
			for i, s := range []string{test.first, second} {
				texts = append(texts, yamlpos.NewText(s, source.Position{File: "narrative/opening.yaml", Line: 10 * (i + 1), Column: 3}))
			}
			found := contradicted(f, texts...)
			switch {
			case !wrong && len(found) > 0:
				t.Errorf("%s / %s: %s", test.first, second, found[0].Message)
			case wrong && len(found) == 0:
				t.Errorf("%s / %s: nothing found", test.first, second)
			case wrong:
				c := found[0]
				if c.At.Line != 20 || len(c.Evidence) != 1 || c.Evidence[0].Position.Line/10 != 1 || !strings.Contains(c.Message, "narrative/opening.yaml:1") {
					t.Errorf("%s: %+v", second, c)
				}
			}
		}
	}
}
