//go:build !linux && !darwin

package folder

import "io/fs"

// Identify is a file's identity; ok is false, since the system doesn't say
// when a file was changed.
func Identify(fs.FileInfo) (id identity, ok bool) { return identity{}, false }
