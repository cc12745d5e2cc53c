package words

import (
	"strings"
	"testing"
)

// Words that are hidden in Word are no part of the text, and told with what to do.
func TestHiddenWords(t *testing.T) {
	dir := small(t, "assessment: It was good.\ncontribution: It helped.\n")
	data := edited(t, sendAll(t, load(t, dir)), func(main string) string {
		return strings.Replace(main, "It was good.<", `</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Not for the board. </w:t></w:r><w:r><w:t>It was good.<`, 1)
	})
	back, err := In(load(t, dir), "back.docx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range back.Texts {
		if x.State != Unchanged {
			t.Errorf("%s is %s: %q", x.Key, x.State, x.Differences)
		}
	}
	var out strings.Builder
	if err := Print(&out, []*Returned{back}); err != nil {
		t.Fatal(err)
	}
	if want := `hidden words, at “Assessment”, paragraph 1, not printed by Word either: "Not for the board."; to have them in the report, select`; !strings.Contains(out.String(), want) {
		t.Errorf("printed %s; want %s", out.String(), want)
	}
}
