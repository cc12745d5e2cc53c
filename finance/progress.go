package finance

import (
	"apr/internal/table"
)

import "context"

type progressKey struct{}

// WithProgress is a context under which Compute tells how far it has read.
func WithProgress(ctx context.Context, p table.Progress) context.Context {
	return context.WithValue(ctx, progressKey{}, p)
}

// progressOf is the context's Progress, or nil.
func ProgressOf(ctx context.Context) table.Progress {
	p, _ := ctx.Value(progressKey{}).(table.Progress)
	return p
}
