package finance

import "context"

type progressKey struct{}

// WithProgress is a context under which progress, a table.Progress, is called with how far
// ledgers have been read.
func WithProgress(ctx context.Context, progress func(file string, read, size int64)) context.Context {
	return context.WithValue(ctx, progressKey{}, progress)
}

// ProgressOf is what the context has for it, or nil.
func ProgressOf(ctx context.Context) func(file string, read, size int64) {
	progress, _ := ctx.Value(progressKey{}).(func(file string, read, size int64))
	return progress
}
