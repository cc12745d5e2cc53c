package project

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
)

// The texts come as their files have them, pasted bullets and all, and an entry of a
// list is known by what it is about.
func TestWritten(t *testing.T) {
	fsys := fstest.MapFS{
		"apr.yaml": {Data: []byte("authority: {name: Falkirk}\nyear: 2025/26\n")},
		"narrative/regulation-3.yaml": {Data: []byte("planning:\noutcomes:\n  - outcome: 4\n    assessment: |\n      Unchanged: reviewed by A Person on 2026-05-01\n\n      • one\n    case_studies:\n" +
			"      - title: A day\n        text: Words.\n")},
	}
	r, err := Load(context.Background(), Options{FS: fsys, Unhashed: true})
	if err != nil {
		t.Fatal(err)
	}
	all, err := r.Written()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range all {
		got = append(got, w.Name+" | "+w.File+" | "+w.Entry+" | "+w.List()+" | "+w.Text.Markdown)
	}
	want := "regulation-3.outcomes[0].assessment | narrative/regulation-3.yaml | outcome=4 | regulation-3.outcomes[].assessment | Unchanged: reviewed by A Person on 2026-05-01\n\n• one\n\n" +
		"regulation-3.outcomes[0].case_studies[0].text | narrative/regulation-3.yaml | outcome=4; title=A day | regulation-3.outcomes[].case_studies[].text | Words.\n" +
		"regulation-3.planning | narrative/regulation-3.yaml |  | regulation-3.planning | "
	if g := strings.Join(got, "\n"); g != want {
		t.Errorf("got\n%s\nwant\n%s", g, want)
	}
}
