package document

import (
	"math/rand/v2"
	"strings"
	"testing"

	"apr/internal/rounds"
	"apr/internal/source"
)

// linked writes a line with its links as Markdown does.
func linked(is Inlines) string {
	var b strings.Builder
	for _, i := range is {
		switch i := i.(type) {
		case *Link:
			b.WriteString("[" + i.Content.String() + "](" + i.URL + ")")
		case *Strong:
			b.WriteString("**" + linked(i.Content) + "**")
		default:
			b.WriteString(Inlines{i}.String())
		}
	}
	return b.String()
}

// TestContactsAreLinks has numbers of the ranges that Ofcom keeps for fiction, and
// what looks like a number and isn't one to call.
func TestContactsAreLinks(t *testing.T) {
	for in, want := range map[string]string{
		"Write to formats@carrickmoor.example.org.":  "Write to [formats@carrickmoor.example.org](mailto:formats@carrickmoor.example.org).",
		"(o'neil+apr@nhs.example.scot)":              "([o'neil+apr@nhs.example.scot](mailto:o'neil+apr@nhs.example.scot))",
		"phone 01632 960 120 or 0131 496 0000.":      "phone [01632 960 120](tel:+441632960120) or [0131 496 0000](tel:+441314960000).",
		"Phone 01632960120":                          "Phone [01632960120](tel:+441632960120)",
		"(01632) 960120; text 07700 900-123":         "[(01632) 960120](tel:+441632960120); text [07700 900-123](tel:+447700900123)",
		"+44 (0)1632 960120, +44 1632 960120":        "[+44 (0)1632 960120](tel:+441632960120), [+44 1632 960120](tel:+441632960120)",
		"020 7946 0018 and 0800 123 456":             "[020 7946 0018](tel:+442079460018) and [0800 123 456](tel:+44800123456)",
		"01632\u00a0960\u00a0120":                    "[01632\u00a0960\u00a0120](tel:+441632960120)",
		"Call 111 if it can't wait, or call 999.":    "Call [111](tel:111) if it can't wait, or call [999](tel:999).",
		"phone NHS 24 on 111. Ring 116 123 for help": "phone NHS 24 on [111](tel:111). Ring [116 123](tel:116123) for help",
		// No numbers to call.
		"We had to call 111 people; 999 came.":           "We had to call 111 people; 999 came.",
		"cost centre 0010411010, 0110411010":             "cost centre 0010411010, 0110411010",
		"0.1632960120 and 1,016,329,601.20":              "0.1632960120 and 1,016,329,601.20",
		"01/04/2025 to 31-03-2026, 2020 2021 2022 2023":  "01/04/2025 to 31-03-2026, 2020 2021 2022 2023",
		"ISBN 0-19-853453-1; £01632 960120; 01632 96012": "ISBN 0-19-853453-1; £01632 960120; [01632 96012](tel:+44163296012)",
		"@carrickmoor, a@b, 12@34":                       "@carrickmoor, a@b, 12@34",
		"code 01632 960120 55 1234":                      "code 01632 960120 55 1234",
	} {
		if got := linked(withContacts(Plain(in))); got != want {
			t.Errorf("%q:\n got %q\nwant %q", in, got, want)
		}
	}
}

// TestAContactOverSeveralTextsIsOneLink: each piece keeps its language and place.
func TestAContactOverSeveralTextsIsOneLink(t *testing.T) {
	line := Inlines{
		&Text{Text: "phone 01632 ", Position: source.Position{File: "a", Line: 1, Column: 1}},
		&Text{Text: "960 120 now", Position: source.Position{File: "a", Line: 2, Column: 5}},
		&Strong{Content: Plain("a@b.scot")},
		&Link{URL: "https://example.org", Content: Plain("c@d.scot")},
	}
	got := withContacts(line)
	want := "phone [01632 960 120](tel:+441632960120) now**[a@b.scot](mailto:a@b.scot)**[c@d.scot](https://example.org)"
	if linked(got) != want {
		t.Fatalf("got %q\nwant %q", linked(got), want)
	}
	pieces := got[1].(*Link).Content
	if at := pieces[0].(*Text).Position; at.Line != 1 || at.Column != 7 {
		t.Errorf("the number begins at %v", at)
	}
	if at := pieces[1].(*Text).Position; at.Line != 2 || at.Column != 5 {
		t.Errorf("the number goes on at %v", at)
	}
	if at := got[2].(*Text).Position; at.Line != 2 || at.Column != 12 {
		t.Errorf("the text goes on at %v", at)
	}
}

// TestContactsOfTheWholeDocument looks into every kind of block.
func TestContactsOfTheWholeDocument(t *testing.T) {
	line := func() Inlines { return Plain("a@b.scot") }
	paragraph := func() []Block { return []Block{&Paragraph{Content: line()}} }
	doc := &Document{
		Meta: Meta{CoverNotes: []Inlines{line()}},
		Sections: []*Section{{Blocks: []Block{
			&Paragraph{Content: line()}, &List{Items: [][]Block{paragraph()}},
			&Definitions{Entries: []Definition{{Term: line(), Meaning: paragraph()}}},
			&Table{Columns: []Column{{Head: line()}}, Rows: []Row{{Cells: []Cell{{Content: line()}}}}, Notes: []Inlines{line()}},
			&Callout{Blocks: paragraph()}, &Box{Blocks: paragraph()},
			&Quotation{Blocks: paragraph(), Attribution: line()},
			&KeyFigures{Items: []KeyFigure{{Label: line(), StatusWord: line()}}},
		}, Sections: []*Section{{Blocks: paragraph()}}}},
		Notes: []*Note{{Content: line()}},
	}
	LinkContacts(doc)
	links, texts := 0, 0
	w := Walker{Inline: func(i Inline) error {
		switch i.(type) {
		case *Link:
			links++
		case *Text: // each is the words of a link
			texts++
		}
		return nil
	}}
	_ = w.Walk(doc)
	if links != 16 || texts != links {
		t.Errorf("%d links, %d texts; want 16 of both", links, texts)
	}
}

// TestMayHaveContact asks that a text is never passed over in which the expression and
// what is held of its matches find a contact.
func TestMayHaveContact(t *testing.T) {
	parts := []string{"0", "1", "01", "0131 496", "111", "999", "116 123", "0800 1111", "+44", "(0)", " ", "/", "£", "-", ".", ",", "call ", "Phone on ", "20", "a", "@", "b.org", "\u00a0"}
	random := rand.New(rand.NewPCG(1, 2))
	for range rounds.Of(t, 20000) {
		var b strings.Builder
		for range random.IntN(9) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		s := b.String()
		if mayHaveContact(s) {
			continue
		}
		for _, m := range contactForms().FindAllStringSubmatchIndex(s, -1) {
			if m[2] >= 0 || m[6] >= 0 || telephone(s, m[4], m[5]) != "" {
				t.Fatalf("%q has a contact at %d, and is passed over", s, m[0])
			}
		}
	}
}
