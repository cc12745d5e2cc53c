package finance

import (
	"context"
	"io"
)

// Progress is called with how many bytes of a file's size have been read, a few
// times for each megabyte. Files are read side by side: it must be safe for
// concurrent use.
type Progress func(file string, read, size int64)

type progressKey struct{}

// WithProgress is a context under which Compute tells how far it has read.
func WithProgress(ctx context.Context, p Progress) context.Context {
	return context.WithValue(ctx, progressKey{}, p)
}

// progressOf is the context's Progress, or nil.
func progressOf(ctx context.Context) Progress {
	p, _ := ctx.Value(progressKey{}).(Progress)
	return p
}

// A progressReader tells what is read through it.
type progressReader struct {
	io.Reader
	file       string
	read, size int64
	tell       Progress
}

func (r *progressReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.read += int64(n)
	r.tell(r.file, r.read, r.size)
	return n, err
}
