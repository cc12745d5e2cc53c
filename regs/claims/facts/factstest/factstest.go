// Package factstest has facts to test readers of sentences with.
package factstest

import (
	"context"
	"testing"
	"time"

	"apr/internal/project"
	"apr/regs/claims/facts"
)

// Of are the facts of the project in a folder, as on a day on which the examples are complete.
func Of(t testing.TB, dir string) *facts.Facts {
	t.Helper()
	p, err := project.Load(context.Background(), project.Options{Dir: dir, Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return facts.Of(p)
}
