package table

import "io"

// Progress is called with how many bytes of a file's size have been read, a few
// times for each megabyte. Files are read side by side: it must be safe for
// concurrent use.
type Progress func(file string, read, size int64)

// A progressReader reports what is read through it.
type progressReader struct {
	io.Reader
	file       string
	read, size int64
	report     Progress
}

func (r *progressReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.read += int64(n)
	r.report(r.file, r.read, r.size)
	return n, err
}
