package garbled

import (
	"strings"
	"testing"
	"time"

	"apr/internal/rounds"
)

// The wrong letters are made here as they come about: text in UTF-8 that is read as
// something else.
func TestFind(t *testing.T) {
	for _, c := range []struct{ text, word, meant string }{
		{"The carersâ€™ centre said", "carersâ€™", "carers’"},
		{"SlÃ¡inte is the word", "SlÃ¡inte", "Sláinte"},
		{"SlÃ\u00a0inte mhath", "SlÃ\u00a0inte", "Slàinte"},
		{"SlÃ inte mhath", "SlÃ", "Slà"},
		{"BÃ²rd", "BÃ²rd", "Bòrd"},
		{"It cost Â£5m.", "Â£5m.", "£5m."},
		{"It cost Â£5m in 2024â€“25.", "Â£5m", "£5m"},
		{"2024â€“25", "2024â€“25", "2024–25"},
		{"North â€“ Inverden", "â€“", "–"},
		{"said â€œso it isâ€\u009d.", "â€œso", "“so"},
		{"so it isâ€ she said", "isâ€", "is”"},
		{"theâ€¦", "theâ€¦", "the…"},
		{"â€¢ one", "â€¢", "•"},
		{"10Â°C", "10Â°C", "10°C"},
		{"10Â 000", "10Â", "10\u00a0"},
		{"10Â\u00a0000", "10Â\u00a0000", "10\u00a0000"},
		{"Ã‰ire", "Ã‰ire", "Éire"},
		{"Caf\u00c3\u00a9", "CafÃ©", "Café"},
		{"WrocÅ‚aw", "WrocÅ‚aw", "Wrocław"},
		{"aged â‰¥75", "â‰¥75", "≥75"},
		{"â‚¬5", "â‚¬5", "€5"},
		{"a ðŸ˜€ day", "ðŸ˜€", "😀"},
		{"ï¬\u0081nd", "ï¬\u0081nd", "ﬁnd"},
		{"ï»¿Our year", "ï»¿Our", "\ufeffOur"},
		{"carersÃ¢â‚¬â„¢", "carersÃ¢â‚¬â„¢", "carers’"}, // twice
		{"The carers‚Äô centre", "carers‚Äô", "carers’"},
		{"It cost ¬£5m", "¬£5m", "£5m"},
		{"Sl√†inte", "Sl√†inte", "Slàinte"},
		{"The carersÔÇÖ centre", "carersÔÇÖ", "carers’"},
		{"The carersΓÇÖ centre", "carersΓÇÖ", "carers’"},
		{"It cost ┬ú5m", "┬ú5m", "£5m"},
		{"The carers\ufffd centre", "carers\ufffd", ""},
		{"We don\ufffdt know", "don\ufffdt", "don’t"},
		{"Sl\ufffdinte", "Sl\ufffdinte", ""},
		{"It cost \ufffd5m", "\ufffd5m", "£5m"},
		{"carersï¿½ centre", "carersï¿½", ""},
		{"We don?t know", "don?t", "don’t"},
		{"The board?s plan", "board?s", "board’s"},
		{"It cost ?108.7m in all", "?108.7m", "£108.7m"},
		{"It cost ?1,240.", "?1,240.", "£1,240."},

		{"The carers’ centre, Sláinte, Slàinte, Bòrd, Gàidhlig, Éire, £5m, 2024–25", "", ""},
		{"SÃO JOÃO, São João, Ângela, GLÂN, Âé", "", ""},
		{"CAFÉ’S, É’, “CARTÉ” — é", "", ""},
		{"« café » voilà… «à la carte»", "", ""},
		{"IRMÃ’S", "", ""},
		{"SMÅ…, Åse, Å, ÅLAND, Malmö", "", ""},
		{"Straße… Spaß”", "", ""},
		{"„so“ ‚Änderung‘ â", "", ""},
		{"2√π and √2, x√π, ¬p, √Ω", "", ""},
		{"Why? Who's there? 5? (?)", "", ""},
		{"See a.scot/x?s=1 and a.scot/?t and https://a.scot/don?t", "", ""},
		{"ward?5 ?5", "", ""},
		{"Ørsted, Łódź, Škoda, Zoë, naïve, Ísland, Ñandú", "", ""},
		{"10 °C, ½, ±3, €5, ≥75, •, ™, …", "", ""},
		{"ÂÃ", "", ""},
		{"", "", ""},
	} {
		found := Find(c.text)
		if len(found) == 0 {
			if c.word != "" {
				t.Errorf("%q: nothing", c.text)
			}
			continue
		}
		f := found[0]
		if got := c.text[f.Start:f.End]; got != c.word || f.Meant != c.meant {
			t.Errorf("%q: got %q, %q; want %q, %q", c.text, got, f.Meant, c.word, c.meant)
		}
	}
}

// A text of nothing but wrong letters is read as fast as any other.
func TestFindIsLinear(t *testing.T) {
	for _, s := range rounds.Few(t, []string{"â", "Ã", "â€", "â€™", "Ã¢â‚¬â„¢", "\ufffd", "?", "don?t ", "Ã "}) {
		began := time.Now()
		Find(strings.Repeat(s, 1<<18/len(s)))
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%q takes %v", s, took)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"carersâ€™", "SlÃ inte", "don?t", "\ufffd5m", "\xff\xfe", "Ã¢â‚¬â„¢"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, found := range Find(s) {
			if found.Start < end || found.End <= found.Start || found.End > len(s) {
				t.Fatalf("%q: %+v", s, found)
			}
			end = found.End
		}
	})
}
