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
		case Answer:
		case Thin:
			thin++
		default:
			t.Errorf("%q is %d; it is an answer", s, k)
		}
	}
	if thin > 5 {
		t.Errorf("%d lawful answers are thin; want 5 at most", thin)
	}
}

// testdata/empty.txt has answers that say nothing, and were written before the reader
// knew their words; most have to be told.
func TestEmptyAnswersAreNone(t *testing.T) {
	r := NewReader(lawOfTest, nil)
	none, all := 0, linesOf(t, "testdata/empty.txt")
	for _, s := range all {
		switch k := r.Kind(s); k {
		case Answer, Thin:
			t.Logf("missed (%d): %q", k, s)
		default:
			none++
		}
	}
	if 100*none < 90*len(all) {
		t.Errorf("%d of %d empty answers are told; want nine of ten", none, len(all))
	}
}
