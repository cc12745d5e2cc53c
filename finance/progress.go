package finance

import (
	"apr/internal/table"
)

import "context"

type progressKey struct{}

// WithProgress is a context under which Progress is called with how far ledgers have been read.
func WithProgress(ctx context.Context, p table.Progress) context.Context {
	return context.WithValue(ctx, progressKey{}, p)
}

// ProgressOf is the context's Progress, or nil.
func ProgressOf(ctx context.Context) table.Progress {
	p, _ := ctx.Value(progressKey{}).(table.Progress)
	return p
}
