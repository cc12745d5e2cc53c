package document_test

import (
	"testing"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/internal/source"
)

func TestLabels(t *testing.T) {
	for want, got := range map[string]string{
		"Table 3":  (&document.Table{Number: 3}).Label(),
		"Figure 1": (&document.Figure{Number: 1}).Label(),
		"":         (&document.Table{}).Label() + (&document.Figure{}).Label(), // those that aren't counted
		".jpg":     (&document.Picture{MediaType: "image/jpeg"}).Extension(),
		".png":     (&document.Picture{MediaType: "image/png"}).Extension(),
	} {
		if got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}

// Each status has a shape of its own: colour alone tells nobody who can't see it.
func TestEachStatusHasItsSign(t *testing.T) {
	of := map[string]document.Status{}
	for _, s := range []document.Status{document.StatusBetter, document.StatusWorse, document.StatusSame, document.StatusMet,
		document.StatusMissing, document.StatusGreen, document.StatusAmber, document.StatusRed} {
		sign := s.Sign()
		if other, taken := of[sign]; taken || sign == "" {
			t.Errorf("the statuses %v and %v have the sign %q", s, other, sign)
		}
		of[sign] = s
	}
	if got := document.StatusNone.Sign(); got != "" {
		t.Errorf("no status has the sign %q", got)
	}
}

func TestFiguresComeInReadingOrder(t *testing.T) {
	doc := documenttest.OneOfEach()
	figures := document.Figures(doc)
	if len(figures) == 0 {
		t.Fatal("no figures")
	}
	for i, f := range figures {
		if f.Number != i+1 {
			t.Errorf("figure %q is number %d, and comes as number %d", f.ID, f.Number, i+1)
		}
	}
}

func TestLinesHold(t *testing.T) {
	l := document.Lines{File: "narrative/regulation-5.yaml", First: 3, Last: 8}
	for line, want := range map[int]bool{2: false, 3: true, 8: true, 9: false, 0: false} {
		if got := l.Hold(source.Position{File: l.File, Line: line}); got != want {
			t.Errorf("line %d: got %v", line, got)
		}
	}
	if l.Hold(source.Position{File: "apr.yaml", Line: 4}) {
		t.Error("a line of another file is held")
	}
}

// Joined makes one text of neighbours in the same language, and leaves the document's
// own texts as they were.
func TestJoined(t *testing.T) {
	a, b, c := &document.Text{Text: "Slàinte ", Lang: "gd"}, &document.Text{Text: "mhath", Lang: "gd"}, &document.Text{Text: ", "}
	line := document.Inlines{a, b, c, &document.Strong{Content: document.Plain("all")}, &document.LineBreak{},
		&document.Emphasis{Content: document.Plain("of")}, &document.Reference{Content: document.Plain(" you")}, &document.Datum{Display: " 12"}}
	joined := line.Joined()
	if len(joined) != 7 || joined[0].(*document.Text).Text != "Slàinte mhath" || joined[0].(*document.Text).Lang != "gd" {
		t.Errorf("got %d inlines, the first %+v", len(joined), joined[0])
	}
	if a.Text != "Slàinte " {
		t.Errorf("the document's text became %q", a.Text)
	}
	if line.String() != joined.String() || line.String() != "Slàinte mhath, all of you 12" {
		t.Errorf("got %q and %q", line.String(), joined.String())
	}
}
