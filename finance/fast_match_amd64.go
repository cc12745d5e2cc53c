//go:build !purego

package finance

// matchStrides is matchWords, sixteen bytes at a time.
func matchStrides(text []byte, found []match, separators uint64) {
	if len(found) > 0 {
		matchVectors(&text[:len(found)*stride][0], found, separators)
	}
}

// matchVectors is in assembly. The text has stride bytes for each match.
//
//go:noescape
func matchVectors(text *byte, found []match, separators uint64)
