package evidence

import (
	"os"
	"strings"
	"testing"
)

// linesOf are the lines of a file of answers.
func linesOf(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// testdata/lawful.txt has short answers; none may be called no answer, and few thin.
func TestLawfulAnswersAreAnswers(t *testing.T) {
	r := NewReader(lawOfTest, nil)
	thin := 0
	for _, s := range linesOf(t, "testdata/lawful.txt") {
		switch k := r.Kind(s); k {
		case Answer, Cause:
		case Thin, Vague, Complied:
			thin++
			t.Logf("thin: %q", s)
		default:
			t.Errorf("%q is %d; it is an answer", s, k)
		}
	}
	if thin > 10 {
		t.Errorf("%d lawful answers are thin; want 10 at most", thin)
	}
}

// testdata/empty.txt has answers that say nothing, each written before the reader knew
// its words; most have to be told, and nearly all at least be called thin.
func TestEmptyAnswersAreNone(t *testing.T) {
	r := NewReader(lawOfTest, nil)
	none, thin, all := 0, 0, linesOf(t, "testdata/empty.txt")
	for _, s := range all {
		switch k := r.Kind(s); k {
		case Answer:
			t.Logf("missed: %q", s)
		case Thin, Vague, Cause, Complied:
			thin++
			t.Logf("thin: %q", s)
		default:
			none++
		}
	}
	t.Logf("of %d empty answers %d are told and %d are thin", len(all), none, thin)
	if 100*none < 65*len(all) || 100*(none+thin) < 85*len(all) {
		t.Errorf("%d of %d empty answers are told and %d are thin; want 65%% and 85%% together", none, len(all), thin)
	}
}
