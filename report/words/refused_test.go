package words

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"apr/internal/rounds"
)

// A text with which the project couldn't be built any more is left, and the others are
// written.
func TestTextsThatReferToNothingAreLeft(t *testing.T) {
	for _, c := range rounds.Few(t, []struct{ typed, why string }{
		{`It was {{ value “NI122” }} then.`, "NI122"},
		{`It was {{ valeu “NI12” }} then.`, "valeu"},
		{`It was {{ ref “nowhere” }} then.`, "nowhere"},
		{`It was</w:t></w:r><w:hyperlink w:anchor="nowhere"><w:r><w:t>there</w:t></w:r></w:hyperlink><w:r><w:t>.`, `the bookmark "nowhere"`},
		{`It was هذا then.`, "no glyph for 'ه'"},
	}) {
		dir := small(t, "assessment: It was good.\ncontribution: It helped.\n")
		data := edited(t, sendAll(t, load(t, dir)), func(main string) string {
			return strings.NewReplacer(">It was good.<", ">"+c.typed+"<", ">It helped.<", ">It did.<").Replace(main)
		})
		r := load(t, dir)
		back, err := In(r, "back.docx", data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		wrote, err := Write(r, back.Texts, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(wrote.Texts, " ") + ", left " + strings.Join(wrote.Left, " "); got != "regulation-5.contribution, left regulation-5.assessment" {
			t.Errorf("%s: wrote %s", c.typed, got)
		}
		if why := strings.Join(back.Texts[0].Refused, " "); !strings.Contains(why, c.why) {
			t.Errorf("%s is refused: %q", c.typed, why)
		}
		now, err := os.ReadFile(filepath.Join(dir, "narrative", "regulation-5.yaml"))
		if err != nil || string(now) != "assessment: It was good.\ncontribution: It did.\n" {
			t.Errorf("%s: is\n%s%v", c.typed, now, err)
		}
		load(t, dir) // which fails where a reference leads nowhere
	}
}

// Links to places of the report, and letters that the report's font has, are taken.
func TestTextsWithPlacesAndLettersAreTaken(t *testing.T) {
	for _, c := range rounds.Few(t, []struct{ typed, is string }{
		{`It was </w:t></w:r><w:hyperlink w:anchor="NI12"><w:r><w:t>there</w:t></w:r></w:hyperlink><w:r><w:t>.`, "It was [there](#NI12)."},
		{"It was Ωμέγα, Slàinte, ≥ 3 → 4 ✔.", "It was Ωμέγα, Slàinte, ≥ 3 → 4 ✔."},
	}) {
		dir := small(t, "assessment: It was good.\n")
		data := edited(t, sendAll(t, load(t, dir)), func(main string) string { return strings.ReplaceAll(main, ">It was good.<", ">"+c.typed+"<") })
		texts, now := takeIn(t, dir, data, Options{})
		if now != "assessment: "+c.is+"\n" {
			t.Errorf("is\n%s, refused %q", now, texts["regulation-5.assessment"].Refused)
		}
	}
}
