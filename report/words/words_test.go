package words

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"apr/internal/project"
)

func load(t testing.TB, dir string) *project.Project {
	t.Helper()
	r, err := project.Load(context.Background(), project.Options{Dir: dir, Unhashed: true, Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func sendAll(t testing.TB, r *project.Project) []byte {
	t.Helper()
	all, err := r.Written()
	if err != nil {
		t.Fatal(err)
	}
	data, err := Out(r, Outgoing{Title: "Texts", Texts: all})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// What comes back as it went out changes nothing, whatever the example has in it.
func TestTheExampleComesBackUnchanged(t *testing.T) {
	r := load(t, filepath.FromSlash("../../examples/carrickmoor"))
	data := sendAll(t, r)
	if p := os.Getenv("APR_KEEP"); p != "" {
		_ = os.WriteFile(p, data, 0o666)
	}
	back, err := In(r, "texts.docx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	all, _ := r.Written()
	if len(back.Texts) != len(all) {
		t.Errorf("%d texts of %d came back", len(back.Texts), len(all))
	}
	for _, x := range back.Texts {
		if x.State != Unchanged || len(x.Figures) > 0 {
			t.Errorf("%s is %s: %q %+v", x.Key, x.State, x.Differences, x.Figures)
		}
	}
	if len(back.Losses) > 0 {
		t.Errorf("lost: %+v", back.Losses)
	}
}
